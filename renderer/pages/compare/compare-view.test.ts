import { describe, expect, it } from 'vitest';
import type { CompareFacts } from '../../../shared/contract/reference.ts';
import type { CredentialRow } from '../../../shared/contract/schemas.ts';
import { LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation } from '../../../shared/domain/testing.ts';
import { assumptionsOf } from '../../stores/compare.ts';
import { compareView, hasOpenTuition } from './compare-view.ts';

const tuition = (cents: number | null) => ({ line: 'tuition' as const, label: { en: 'T', es: 'T' }, amount: figure(cents), per: 'year' as const, priceYear: null, payers: [] });
const way = (id: string, soc: string, pay = LPN_PAY): CompareFacts['credentials'][number] => {
  const facts = credential(id, {
    links: [{ relation: 'required-by-law', evidence: null, occupation: occupation(soc, soc, pay) }], costs: [tuition(null)],
    times: [{ kind: 'training', low: 12, high: null, unit: 'months', unknown: null, from }],
  });
  // The view looks at facts and the row's id; the rest of a row is for drawing.
  const row = { id, name: facts.name, shortName: facts.shortName, pay } as CredentialRow;
  return { row, facts: facts as CompareFacts['credentials'][number]['facts'], verdict: {} as CompareFacts['credentials'][number]['verdict'] };
};
const facts: CompareFacts = {
  credentials: [way('lpn', '29-2061'), way('rn', '29-1141', RN_PAY)], baseline: { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 },
  floor: { definition: 'cew-2024', age: 25, floor: figure(47233, 'usd-per-year'), published: 43000, dollarsOf: 2022 },
  parity: { milli: 92_145, area: 'Ohio', source: 'bea', vintage: '2023' },
};
const assumptions = assumptionsOf({}, '2026-11-25');

describe('the view of a comparison', () => {
  it('follows the order a person gave, and lines follow the place', () => {
    const view = compareView(facts, ['rn', 'lpn'], assumptions);
    expect(view.ways.map((each) => [each.credential.row.id, each.line, each.route.credentialId])).toEqual([['rn', 1, 'rn'], ['lpn', 2, 'lpn']]);
    expect(view.ways[0]?.route.aheadCents).toBeGreaterThan(view.ways[1]?.route.aheadCents ?? Infinity);
    expect(view.insights.length).toBeGreaterThan(0);
  });
  it('leaves out what is still on its way', () => {
    expect(compareView(facts, ['rn', 'not-yet'], assumptions).ways.map((each) => each.credential.row.id)).toEqual(['rn']);
    expect(compareView(facts, [], assumptions)).toMatchObject({ ways: [] });
  });
  it('draws pay, baseline and money at one and the same prices', () => {
    const [asPaid, national] = [compareView(facts, ['lpn'], assumptions), compareView(facts, ['lpn'], assumptionsOf({ prices: 'nation' }, '2026-11-25'))];
    expect([asPaid, national].map(({ ways, baseline }) => [ways[0]?.credential.row.pay?.p50, ways[0]?.credential.facts.links[0]?.occupation.pay?.p50, baseline?.pay.p50])).toEqual([[60_330, 60_330, 34_850], [65_473, 65_473, 37_821]]);
    expect((national.ways[0]?.route.aheadCents ?? 0) / (asPaid.ways[0]?.route.aheadCents ?? 1)).toBeCloseTo(1 / 0.92145, 4);
    // Where nobody measured prices the wish changes nothing.
    expect(compareView({ ...facts, parity: null }, ['lpn'], assumptionsOf({ prices: 'nation' }, '2026-11-25')).ways).toEqual(asPaid.ways);
  });
  it('asks for a tuition only where it is open, and counts what is typed', () => {
    expect(hasOpenTuition([tuition(null)])).toBe(true);
    expect(hasOpenTuition([tuition(500)])).toBe(false);
    expect(hasOpenTuition([])).toBe(false);
    const free = compareView(facts, ['lpn'], assumptions).ways[0]?.route.aheadCents ?? 0;
    const dear = compareView(facts, ['lpn'], assumptionsOf({ tuitionCentsPerYear: { lpn: 1_000_000 } }, '2026-11-25')).ways[0]?.route.aheadCents ?? 0;
    expect(free - dear).toBe(1_000_000);
  });
});
