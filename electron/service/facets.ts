/** Filters, counts and orders of the credentials that a search found. */
import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import type { CostBand, TimeBand } from '../../shared/domain/bands.ts';
import { inMonths } from '../../shared/domain/money/time.ts';
import { VERDICTS } from '../../shared/domain/results.ts';

type Filters = ParsedInputOf<'reference.search'>['filters'];
type Facets = OutputOf<'reference.search'>['facets'];
type Sort = ParsedInputOf<'reference.search'>['sort'];

const monthsOf = (row: CredentialRow): number | null => (row.time === null || row.time.low === null ? null : inMonths(row.time.low, row.time.unit));

export function timeBand(row: CredentialRow): TimeBand {
  const months = monthsOf(row);
  if (months === null) return 'unknown';
  return months < 3 ? 'under-3-months' : months < 12 ? '3-to-12-months' : months <= 24 ? '1-to-2-years' : 'over-2-years';
}

/** By what is known to be paid; a total that misses a line is "we don't know", never cheap. */
export function costBand(row: CredentialRow): CostBand {
  if (row.cost.incomplete) return 'unknown';
  return row.cost.lowCents < 100_000 ? 'under-1000' : row.cost.lowCents <= 1_000_000 ? '1000-to-10000' : 'over-10000';
}

const VALUE: { readonly [K in keyof Filters]: (row: CredentialRow) => string } = {
  verdict: (row) => row.verdict, kind: (row) => row.kind, field: (row) => row.field, time: timeBand, cost: costBand,
};
const FACETS = ['verdict', 'kind', 'field', 'time', 'cost'] as const;

const fits = (row: CredentialRow, filters: Filters, except?: keyof Filters): boolean =>
  FACETS.every((facet) => facet === except || filters[facet].length === 0 || (filters[facet] as readonly string[]).includes(VALUE[facet](row)));

/** Rows that pass every filter, and for each facet the counts without its own filter. */
export function applyFilters(rows: readonly CredentialRow[], filters: Filters): { readonly kept: CredentialRow[]; readonly facets: Facets } {
  const count = (facet: keyof Filters): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      if (!fits(row, filters, facet)) continue;
      const value = VALUE[facet](row);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return {
    kept: rows.filter((row) => fits(row, filters)),
    facets: { verdict: count('verdict'), kind: count('kind'), field: count('field'), time: count('time'), cost: count('cost') },
  };
}

/** Unknown always comes last, whatever the direction. */
const byNumber = (value: (row: CredentialRow) => number | null, direction: 1 | -1) => (a: CredentialRow, b: CredentialRow): number => {
  const [left, right] = [value(a), value(b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return direction * (left - right);
};

/** Orders rows; 'best' keeps the order of the search. Total: ties fall back to the given order. */
export function sortRows(rows: readonly CredentialRow[], sort: Sort, lang: 'en' | 'es'): CredentialRow[] {
  const orders: { readonly [K in Sort]: ((a: CredentialRow, b: CredentialRow) => number) | null } = {
    best: null,
    verdict: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
    pay: byNumber((row) => row.pay?.p50 ?? null, -1),
    time: byNumber(monthsOf, 1),
    cost: byNumber((row) => (row.cost.incomplete ? null : row.cost.lowCents), 1),
    name: (a, b) => a.name[lang].localeCompare(b.name[lang], lang),
  };
  const order = orders[sort];
  return order ? [...rows].sort(order) : [...rows];
}
