/** Ways to a job, a field or any good job here, for a person of whom a few things are said. Nothing of it is kept beyond this window. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { Student } from '../../shared/contract/students.ts';
import { FIELDS } from '../../shared/domain/facts.ts';
import type { Field } from '../../shared/domain/facts.ts';
import { onVaultLocked, selectAreaId, selectToday, useApp } from './app.ts';
import { loadCredentialRows } from './credential-rows.ts';
import { go } from './navigation.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';
import { NOTHING_SAID, personOf, saidOf } from './routes-said.ts';
import type { RoutesSaid } from './routes-said.ts';

export type RoutesFound = OutputOf<'routes.find'>;
export type RoutesGoal = InputOf<'routes.find'>['goal'];
/** A goal that is chosen on the page of ways; a job has the ways to it on its own page. */
export type WideGoal = Exclude<RoutesGoal, { kind: 'occupation' }>;

/** Credentials of which it can be asked at once why they are missing. */
export const MOST_ASKED = 12;

interface RoutesState {
  readonly goal: RoutesGoal | null;
  /** The goal of the page of ways, kept while one looks at a job and comes back. */
  readonly wide: WideGoal;
  /** Credentials of which it is said why they are on no way. */
  readonly asked: readonly string[];
  /** Those asked about on the page of ways. */
  readonly wideAsked: readonly string[];
  readonly said: RoutesSaid;
  readonly found: Request<RoutesFound>;
}

const START: RoutesState = { goal: null, wide: { kind: 'good-job' }, asked: [], wideAsked: [], said: NOTHING_SAID, found: IDLE };
export const useRoutes = create<RoutesState>(() => START);
const { getState: get, setState: set } = useRoutes;

const asker = createAsker('routes.find', () => get().found, (found) => set({ found }));

function ask(): void {
  const { goal, asked, said } = get();
  if (goal === null) return;
  void asker.ask({
    areaId: selectAreaId(useApp.getState()), goal, person: personOf(said),
    limits: { months: said.mostMonths, cents: said.mostCents }, popular: [...asked],
  });
}
onReferenceContext(ask);

const sameGoal = (a: RoutesGoal | null, b: RoutesGoal): boolean => JSON.stringify(a) === JSON.stringify(b);
function show(goal: RoutesGoal, asked: readonly string[]): void {
  // Ways to something else are no last answer to this.
  if (!sameGoal(get().goal, goal)) asker.forget();
  set({ goal, asked: asked.slice(0, MOST_ASKED) });
  ask();
}

/** Looks for ways to a job, and why each credential asked about is on none of them. What was said of the person stays. */
export const showRoutes = (soc: string, credentialIds: readonly string[]): void => show({ kind: 'occupation', soc }, credentialIds);
/** Looks for ways to the goal that the page of ways was left with. */
export const showWays = (): void => show(get().wide, get().wideAsked);
/** Chooses another goal on the page of ways. */
export function seek(wide: WideGoal): void {
  set({ wide });
  showWays();
}
/** The field to begin with, when a field is the goal. */
export const FIRST_FIELD: Field = FIELDS[0];
/** Goes to the page of ways. */
export function openWays(wide: WideGoal): void {
  set({ wide });
  go({ page: 'ways' });
}
/** Goes to the page of ways with what the record holds of a student; it is forgotten when the vault is locked. */
export function openWaysFor(student: Student, earnedIds: readonly string[]): void {
  set({ said: saidOf(student, earnedIds, selectToday(useApp.getState())) });
  void loadCredentialRows(earnedIds);
  go({ page: 'ways' });
}
/** Asks why one more credential is on no way; the newest is said first, and the oldest makes room. */
export function askAbout(credentialId: string): void {
  set({ wideAsked: [credentialId, ...get().wideAsked.filter((each) => each !== credentialId)].slice(0, MOST_ASKED) });
  void loadCredentialRows([credentialId]);
  showWays();
}
export const retryRoutes = ask;

/** Says something else of the person; the answer follows at once. */
export function say(change: Partial<RoutesSaid>): void {
  set({ said: { ...get().said, ...change } });
  ask();
}
export const sayNothing = (): void => say(NOTHING_SAID);

// What is said may be said of a student of the vault.
onVaultLocked(() => { asker.forget(); say(NOTHING_SAID); });
