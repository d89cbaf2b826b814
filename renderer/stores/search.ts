/** What is typed into the one search field, how it is narrowed and ordered, and what was found. */
import { create } from 'zustand';
import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { Sort } from '../../shared/domain/bands.ts';
import { selectAreaId, selectSettings, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type Filters = ParsedInputOf<'reference.search'>['filters'];
export type Facet = keyof Filters;
export type Found = OutputOf<'reference.search'>;

export const NO_FILTERS: Filters = { verdict: [], kind: [], field: [], time: [], cost: [], pay: [], age: [], recognized: [], near: [], delivery: [], leaveOut: [] };
export type SchoolFilters = ParsedInputOf<'reference.search'>['schoolFilters'];
export type SchoolFacet = keyof SchoolFilters;
export const NO_SCHOOL_FILTERS: SchoolFilters = { control: [], level: [], place: [] };
/** Results asked for at once: more than most people read, few enough to draw in one frame. */
export const AT_ONCE = 40;
/** The most that are asked for: every credential and every job there is. */
const MOST = 1000;

interface SearchState {
  readonly text: string;
  readonly filters: Filters;
  readonly schoolFilters: SchoolFilters;
  readonly sort: Sort;
  /** How many results are asked for; a change of what is looked for starts over. */
  readonly limit: number;
  readonly found: Request<Found>;
  /** What was typed and chosen when `found` was asked: while the next answer is on its way, the page still speaks of this one. */
  readonly answered: Pick<SearchState, 'text' | 'filters' | 'schoolFilters'>;
  /** Result under the keys: which one Enter opens. Kept while one looks at a page and comes back. */
  readonly at: number;
}

export const useSearch = create<SearchState>(() => ({ text: '', filters: NO_FILTERS, schoolFilters: NO_SCHOOL_FILTERS, sort: 'best', limit: AT_ONCE, found: IDLE, answered: { text: '', filters: NO_FILTERS, schoolFilters: NO_SCHOOL_FILTERS }, at: 0 }));
const { getState: get, setState: set } = useSearch;

let asked: SearchState['answered'] = get().answered;
// Only the answer to the last question becomes ready, so it answers what was asked last.
const asker = createAsker('reference.search', () => get().found, (found) => set(found.status === 'ready' ? { found, answered: asked } : { found }));

/** Asks again with what is typed and chosen now. The service answers within a frame, so nothing is held back while typing. */
export function runSearch(): void {
  const { text, filters, schoolFilters, limit } = get();
  const app = useApp.getState();
  asked = { text, filters, schoolFilters };
  void asker.ask({ text: text.slice(0, 200), areaId: selectAreaId(app), lang: selectSettings(app)?.lang ?? 'en', filters, schoolFilters, sort: selectSort(get()), limit });
}
/** Asks when nothing was asked yet; a page calls it when it is shown. */
export const startSearch = (): void => { if (get().found.status === 'idle') runSearch(); };
onReferenceContext(() => { if (get().found.status !== 'idle') runSearch(); });

function change(next: Partial<Pick<SearchState, 'text' | 'filters' | 'schoolFilters' | 'sort'>>): void {
  set({ ...next, at: 0, limit: AT_ONCE });
  runSearch();
}

export const setSearchText = (text: string): void => { if (text !== get().text || get().found.status === 'idle') change({ text }); };
export const setSort = (sort: Sort): void => change({ sort });

/** Switches one value of a facet on or off; values of one facet widen, facets narrow. */
export function toggleFilter<F extends Facet>(facet: F, value: Filters[F][number]): void {
  const { filters } = get();
  const chosen: readonly string[] = filters[facet];
  change({ filters: { ...filters, [facet]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] } });
}
/** The same for schools. */
export function toggleSchoolFilter<F extends SchoolFacet>(facet: F, value: SchoolFilters[F][number]): void {
  const { schoolFilters } = get();
  const chosen: readonly string[] = schoolFilters[facet];
  change({ schoolFilters: { ...schoolFilters, [facet]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] } });
}
export const clearFilters = (): void => change({ filters: NO_FILTERS, schoolFilters: NO_SCHOOL_FILTERS });

/** Goes on with the list: the same results again, and the next ones after them. */
export function showMore(): void {
  if (get().found.status === 'loading') return;
  set({ limit: Math.min(MOST, get().limit + AT_ONCE) });
  runSearch();
}
/** How many results the next look brings; 0 when all are shown. */
export const moreOf = ({ results, total }: Found): number => (results.length >= MOST ? 0 : Math.max(0, Math.min(AT_ONCE, total - results.length)));

/** Looks at one field from the start: nothing typed, good jobs first. */
export const browseField = (field: Filters['field'][number]): void => change({ text: '', filters: { ...NO_FILTERS, field: [field] }, schoolFilters: NO_SCHOOL_FILTERS, sort: 'best' });
/** Everything there is, good jobs first. */
export const browseAll = (): void => change({ text: '', filters: NO_FILTERS, schoolFilters: NO_SCHOOL_FILTERS, sort: 'best' });

export const moveTo = (at: number): void => { if (at !== get().at) set({ at }); };

/** True when something is typed to match. */
export const selectIsTyped = (state: Pick<SearchState, 'text'>): boolean => state.text.trim() !== '';
/** The order in force: without a text there is no best match, and good jobs come first. */
export const selectSort = (state: Pick<SearchState, 'text' | 'sort'>): Sort => (state.sort === 'best' && !selectIsTyped(state) ? 'verdict' : state.sort);
/** How many values narrow the list. */
export const selectNarrowing = ({ filters, schoolFilters }: Pick<SearchState, 'filters' | 'schoolFilters'>): number =>
  [...Object.values(filters), ...Object.values(schoolFilters)].reduce((sum, values) => sum + values.length, 0);
