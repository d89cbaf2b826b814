/** Filters, counts and orders of the credentials that a search found. */
import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import { ASKS } from '../../shared/domain/bands.ts';
import type { AgeBand, Ask, CostBand, PayBand, TimeBand } from '../../shared/domain/bands.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { inMonths } from '../../shared/domain/money/time.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { Surroundings } from './surroundings.ts';

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

/** What a row does not hold itself: what is asked of a person, the good-job line of the area, and what lies around it. */
export interface FacetGround {
  readonly floor: number | null;
  readonly facts: ReadonlyMap<string, Pick<CredentialFacts, 'requirements' | 'minAge'>>;
  readonly around: Pick<Surroundings, 'recognized' | 'near' | 'delivery'>;
}

/** By the middle pay here against the good-job line of the area. */
export function payBand(row: CredentialRow, floor: number | null): PayBand {
  const middle = row.pay?.p50 ?? null;
  if (middle === null || floor === null) return 'unknown';
  return middle >= floor ? 'good-job' : 'under-line';
}

/** The highest age that is said to be asked; where only "ask" is on record, it is not known. */
export function ageBand(row: CredentialRow, facts: FacetGround['facts']): AgeBand {
  const asked = (facts.get(row.id)?.requirements ?? []).flatMap(({ kind, answer, amount }) => (kind === 'min-age' && answer === 'yes' && amount !== null ? [amount] : []));
  const age = Math.max(row.minAge ?? 0, ...asked);
  if (age === 0) return 'unknown';
  return age <= 16 ? 'up-to-16' : age === 17 ? '17' : age === 18 ? '18' : 'over-18';
}

/** What it may ask for: known to, or on record as a question to ask. */
export function asksOf(id: string, facts: FacetGround['facts']): readonly Ask[] {
  const kinds = new Set(facts.get(id)?.requirements.map(({ kind }) => kind));
  return ASKS.filter((ask) => kinds.has(ask));
}

const BANDS = ['verdict', 'kind', 'field', 'time', 'cost', 'pay', 'age', 'recognized', 'near', 'delivery'] as const;
type Band = (typeof BANDS)[number];

/** A row with its values in each facet, computed once; most have one of each. */
interface Placed {
  readonly row: CredentialRow;
  readonly values: { readonly [B in Band]: readonly string[] };
  readonly asks: readonly string[];
}
const place = (row: CredentialRow, { floor, facts, around }: FacetGround): Placed => ({
  row, asks: asksOf(row.id, facts),
  values: {
    verdict: [row.verdict], kind: [row.kind], field: [row.field], time: [timeBand(row)], cost: [costBand(row)], pay: [payBand(row, floor)], age: [ageBand(row, facts)],
    recognized: around.recognized(row.id), near: around.near(row.id), delivery: around.delivery(row.id),
  },
});

/** Values of one facet widen, facets narrow; what is left out narrows with each. */
const fits = ({ values, asks }: Placed, filters: Filters, except?: Band): boolean =>
  BANDS.every((band) => band === except || filters[band].length === 0 || values[band].some((value) => (filters[band] as readonly string[]).includes(value)))
  && !filters.leaveOut.some((ask) => asks.includes(ask));

/** Rows that pass every filter, and for each facet the counts without its own filter: how many a value would leave. */
export function applyFilters(rows: readonly CredentialRow[], filters: Filters, ground: FacetGround): { readonly kept: CredentialRow[]; readonly facets: Facets } {
  const placed = rows.map((row) => place(row, ground));
  const count = (band: Band): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const each of placed) {
      if (fits(each, filters, band)) for (const value of each.values[band]) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  const kept = placed.filter((each) => fits(each, filters));
  const leaveOut = Object.fromEntries(ASKS.map((ask) => [ask, kept.filter(({ asks }) => !asks.includes(ask)).length]));
  return {
    kept: kept.map(({ row }) => row),
    facets: { verdict: count('verdict'), kind: count('kind'), field: count('field'), time: count('time'), cost: count('cost'), pay: count('pay'), age: count('age'), recognized: count('recognized'), near: count('near'), delivery: count('delivery'), leaveOut },
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
