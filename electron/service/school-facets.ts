/** Filters and counts of the schools that a text found. */
import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { SeenSchool, Surroundings } from './surroundings.ts';

type Filters = ParsedInputOf<'reference.search'>['schoolFilters'];
type Facets = OutputOf<'reference.search'>['schoolFacets'];

type Facet = keyof Facets;

interface Found<H> extends SeenSchool {
  readonly hit: H;
}

const fits = ({ school, places }: SeenSchool, { control, level, place }: Filters, except?: Facet): boolean =>
  (except === 'control' || control.length === 0 || control.includes(school.control))
  && (except === 'level' || level.length === 0 || level.includes(school.level))
  && (except === 'place' || place.length === 0 || place.some((each) => places.includes(each)));

/** Schools that pass every filter, in their order, and for each facet the counts without its own filter. */
export function narrowSchools<H extends { readonly id: string }>(hits: readonly H[], filters: Filters, schools: Surroundings['schools']): { readonly kept: readonly Found<H>[]; readonly facets: Facets } {
  const found = hits.flatMap((hit): Found<H>[] => { const known = schools.get(hit.id); return known ? [{ hit, ...known }] : []; });
  const facets: Record<Facet, Record<string, number>> = { control: {}, level: {}, place: {} };
  const add = (facet: Facet, value: string): void => { facets[facet][value] = (facets[facet][value] ?? 0) + 1; };
  for (const each of found) {
    if (fits(each, filters, 'control')) add('control', each.school.control);
    if (fits(each, filters, 'level')) add('level', each.school.level);
    if (fits(each, filters, 'place')) for (const place of each.places) add('place', place);
  }
  return { kept: found.filter((each) => fits(each, filters)), facets };
}
