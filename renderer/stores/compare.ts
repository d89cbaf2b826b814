/** What is compared: chosen from anywhere, kept in memory only, with what the comparison counts on. */
import { create } from 'zustand';
import type { CompareFacts } from '../../shared/contract/reference.ts';
import type { CompareAssumptions } from '../../shared/domain/results.ts';
import { addMonths, monthOf } from '../../shared/kernel/plain-date.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

/** More than this cannot be told apart on one page. */
export const MOST_COMPARED = 4;

interface CompareState {
  /** Credentials in the order in which they are shown. */
  readonly ids: readonly string[];
  readonly facts: Request<CompareFacts>;
  /** Only what a person changed; the rest follows `assumptionsOf`. */
  readonly changed: Partial<CompareAssumptions>;
}

export const useCompare = create<CompareState>(() => ({ ids: [], facts: IDLE, changed: {} }));
const { getState: get, setState: set } = useCompare;

const asker = createAsker('reference.getCompareFacts', () => get().facts, (facts) => set({ facts }));

/** Asks for the facts of what is compared; with nothing chosen there is nothing to ask. */
export function askCompare(): void {
  const { ids } = get();
  if (ids.length === 0) asker.forget();
  else void asker.ask({ credentialIds: [...ids], areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(askCompare);

function choose(ids: readonly string[]): void {
  set({ ids });
  askCompare();
}

/** Adds a credential at the end; one too many or one that is there already changes nothing. */
export function addToCompare(id: string): void {
  const { ids } = get();
  if (ids.length < MOST_COMPARED && !ids.includes(id)) choose([...ids, id]);
}
export function removeFromCompare(id: string): void {
  choose(get().ids.filter((each) => each !== id));
}
export const toggleCompare = (id: string): void => (get().ids.includes(id) ? removeFromCompare(id) : addToCompare(id));

/** Moves a credential one place up (-1) or down (1). */
export function moveInCompare(id: string, by: -1 | 1): void {
  const ids = [...get().ids];
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return;
  ids.splice(to, 0, ...ids.splice(from, 1));
  // The order is only how it is shown: the facts stay what they are.
  set({ ids });
}

/** Changes what the comparison counts on. */
export const assume = (change: Partial<Omit<CompareAssumptions, 'tuitionCentsPerYear'>>): void => set({ changed: { ...get().changed, ...change } });
/** Sets the tuition a year of one credential, or goes back to what is known of it. */
export function assumeTuition(id: string, cents: number | null): void {
  const { changed } = get();
  const others = Object.entries(changed.tuitionCentsPerYear ?? {}).filter(([each]) => each !== id);
  set({ changed: { ...changed, tuitionCentsPerYear: Object.fromEntries(cents === null ? others : [...others, [id, cents]]) } });
}
/** Sets an adult's own wage, which takes the place of jobs without training; null takes it away again. */
export function assumeOwnWage(centsPerHour: number | null, hoursPerWeek: number): void {
  const others = Object.fromEntries(Object.entries(get().changed).filter(([key]) => key !== 'ownWage')) as Partial<CompareAssumptions>;
  set({ changed: centsPerHour === null ? others : { ...others, ownWage: { centsPerHour, hoursPerWeek } } });
}
/** Tells dollars as paid here, or as they would buy at the nation's prices. */
export function assumePrices(prices: 'here' | 'nation'): void {
  const others = Object.fromEntries(Object.entries(get().changed).filter(([key]) => key !== 'prices')) as Partial<CompareAssumptions>;
  set({ changed: prices === 'here' ? others : { ...others, prices } });
}
export const resetAssumptions = (): void => set({ changed: {} });

/** What is counted on: a start next month, ten years, a quarter of full-time work in school, no grant; then what a person changed. */
export function assumptionsOf(changed: Partial<CompareAssumptions>, today: string): CompareAssumptions {
  return {
    startMonth: addMonths(monthOf(today), 1), horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: {}, grantCentsPerYear: 0, ...changed,
  };
}

export const selectIsFull = (state: CompareState): boolean => state.ids.length >= MOST_COMPARED;
