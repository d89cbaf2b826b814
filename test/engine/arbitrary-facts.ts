/** Arbitrary facts of credentials for the properties of verdicts. */
import fc from 'fast-check';
import type { CredentialFacts, Figure, OccupationFacts, OccupationLink, Provenance, StackingEdge } from '../../shared/domain/facts.ts';
import { DEMAND_TYPES, RELATIONS, STACKING_KINDS } from '../../shared/domain/facts.ts';
import type { BaselinePay, GoodJobFloor } from '../../shared/domain/results.ts';
import { credential, figure, occupation, pay } from '../../shared/domain/testing.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import type { VerdictContext } from '../../shared/domain/value/verdict.ts';

const from: Provenance = { source: null, evidence: null, vintage: null, area: null, basis: 'published', method: null };
const dollars = (value: number | null): Figure => ({ value, high: null, atLeast: false, unit: 'usd-per-year', unknown: value === null ? 'not-published' : null, from });

/** Pay around the lines, so that every band comes up. */
export const anyPay = fc.integer({ min: 20_000, max: 70_000 });
const yesNo = fc.constantFrom(true, false, null);

export const anyOccupation = (soc: string): fc.Arbitrary<OccupationFacts> => fc.record({
  median: fc.option(anyPay), selfEmployed: fc.constantFrom(0, 250, 251, 600), jobs: fc.option(fc.constantFrom(20, 99, 100, 101, 5000)),
  change: fc.option(fc.constantFrom(-300, -101, -100, -99, 0, 120)), openings: fc.option(fc.integer({ min: 1, max: 50_000 })),
}).map(({ median, selfEmployed, jobs, change, openings }) => occupation(soc, soc, median === null ? null : pay(median - 9000, median - 4000, median, median + 4000, median + 9000), {
  selfEmployedPermille: selfEmployed, employmentHere: figure(jobs, 'jobs'),
  outlook: change === null && openings === null ? null : { fromYear: 2024, toYear: 2034, changePermille: change, openingsPerYear: openings, from },
}));

const anyLink: fc.Arbitrary<OccupationLink> = fc.tuple(fc.constantFrom(...RELATIONS), fc.constantFrom('11-1111', '22-2222', '33-3333'), fc.option(fc.integer({ min: 0, max: 300 }))).chain(([relation, soc, ads]) =>
  anyOccupation(soc).map((each): OccupationLink => ({ relation, occupation: each, evidence: null, demand: ads === null ? undefined : { ads: figure(ads, 'count'), month: '2026-10' } })));

const anyResults = fc.record({
  completionPermille: fc.option(fc.constantFrom(300, 699, 700, 900)), placementPermille: fc.option(fc.constantFrom(300, 699, 700, 900)),
  earnings: fc.option(anyPay.map(dollars)), highSchoolEarnings: fc.option(fc.integer({ min: 25_000, max: 38_000 })), people: fc.option(fc.integer({ min: 16, max: 900 })),
});

/** One credential among others named c0, c1, …: it may lead to any of those after it, or before it. */
export const anyCredential = (id: number, size: number): fc.Arbitrary<CredentialFacts> => fc.record({
  role: fc.constantFrom('main' as const, 'main' as const, 'main' as const, 'add-on' as const), demandType: fc.constantFrom(...DEMAND_TYPES),
  links: fc.uniqueArray(anyLink, { maxLength: 3, selector: ({ occupation: { soc } }) => soc }), field: fc.constantFrom('health' as const, 'general' as const),
  edges: fc.array(fc.tuple(fc.nat({ max: size - 1 }), fc.constantFrom(...STACKING_KINDS)), { maxLength: 2 }),
  marks: fc.record({ assessed: yesNo, competencies: yesNo, employers: yesNo, portable: yesNo }), results: fc.option(anyResults, { freq: 2 }),
}).map(({ edges, results, ...rest }) => credential(`c${id}`, {
  ...rest, results: results ?? undefined,
  leadsTo: edges.map(([to, kind]): StackingEdge => ({ fromId: `c${id}`, toId: `c${to}`, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null })),
}));

export const anyCredentials: fc.Arbitrary<readonly CredentialFacts[]> = fc.integer({ min: 1, max: 4 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => anyCredential(id, size))));

export const anyBaseline: fc.Arbitrary<BaselinePay | null> = fc.option(fc.integer({ min: 28_000, max: 40_000 })).map((median) =>
  median === null ? null : { pay: pay(median - 8000, median - 4000, median, median + 4000, median + 8000), occupations: 80, jobs: 9000 });

export const floorOf = (value: number, age = 25, definition = 'cew-2024'): GoodJobFloor => ({ definition, age, floor: dollars(value), published: 43_000, dollarsOf: 2022 });

export const contextOf = (rubric: Rubric, credentials: readonly CredentialFacts[], baseline: BaselinePay | null, floor = 47_233): VerdictContext => ({
  rubric, floor: floorOf(floor), baseline, credentials: new Map(credentials.map((each) => [each.id, each])), otherFloors: [floorOf(60_414, 45)],
});
