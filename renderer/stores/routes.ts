/** Ways to the job that is looked at, for a person of whom a few things are said. Nothing of it is kept beyond this window. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type RoutesFound = OutputOf<'routes.find'>;

/** What is said of the person, as it is typed. */
export interface RoutesSaid {
  /** Years; null when not said. */
  readonly age: number | null;
  readonly school: 'has' | 'later' | 'none';
  /** Months until high school is finished; counts with `later` only. */
  readonly schoolMonths: number;
  readonly study: 'full' | 'half';
  readonly mostMonths: number | null;
  readonly mostCents: number | null;
}
/** A person of whom nothing is said: a diploma, full time, no limit. */
export const NOTHING_SAID: RoutesSaid = { age: null, school: 'has', schoolMonths: 6, study: 'full', mostMonths: null, mostCents: null };
/** Credentials of which it can be asked at once why they are missing. */
export const MOST_ASKED = 12;

interface RoutesState {
  readonly soc: string | null;
  /** Credentials that stand on the page. */
  readonly asked: readonly string[];
  readonly said: RoutesSaid;
  readonly found: Request<RoutesFound>;
}

export const useRoutes = create<RoutesState>(() => ({ soc: null, asked: [], said: NOTHING_SAID, found: IDLE }));
const { getState: get, setState: set } = useRoutes;

const asker = createAsker('routes.find', () => get().found, (found) => set({ found }));

/** The person as the finder takes one. Example: 17 years are 204 months. */
export function personOf(said: RoutesSaid): InputOf<'routes.find'>['person'] {
  const { age, school, schoolMonths, study } = said;
  return { ageMonths: age === null ? null : age * 12, diplomaInMonths: school === 'none' ? null : school === 'has' ? 0 : schoolMonths, held: [], cannot: [], studyPercent: study === 'full' ? 100 : 50 };
}

function ask(): void {
  const { soc, asked, said } = get();
  if (soc === null) return;
  void asker.ask({
    areaId: selectAreaId(useApp.getState()), goal: { kind: 'occupation', soc }, person: personOf(said),
    limits: { months: said.mostMonths, cents: said.mostCents }, popular: [...asked],
  });
}
onReferenceContext(ask);

/** Looks for ways to a job, and why each credential asked about is on none of them. What was said of the person stays. */
export function showRoutes(soc: string, credentialIds: readonly string[]): void {
  if (soc !== get().soc) asker.forget();
  set({ soc, asked: credentialIds.slice(0, MOST_ASKED) });
  ask();
}
export const retryRoutes = ask;

/** Says something else of the person; the answer follows at once. */
export function say(change: Partial<RoutesSaid>): void {
  set({ said: { ...get().said, ...change } });
  ask();
}
export const sayNothing = (): void => say(NOTHING_SAID);
