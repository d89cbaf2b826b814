import { describe, expect, it } from 'vitest';
import waymark from '../../resources/rubrics/waymark-1.json' with { type: 'json' };
import { rubricOf } from '../../shared/domain/value/testing.ts';
import { createJudge } from './judge.ts';
import type { JudgeSource } from './judge.ts';

const PARENTS: Readonly<Record<string, string>> = { '39': 'us', '3900001': '39', '72': 'us' };
const PARITIES: Readonly<Record<string, number>> = { us: 100_000, '39': 91_800, '3900001': 91_800 };

function source(floorAtAreaPrices: boolean): JudgeSource {
  return {
    areaName: (id) => (id === 'us' || id in PARENTS ? id : null),
    parentOf: (id) => PARENTS[id] ?? null,
    priceParityMilli: (id) => PARITIES[id] ?? null,
    credentials: () => ({ chain: [], occupation: () => undefined, classes: () => [], members: () => [], candidates: () => [], facts: () => undefined, summaries: () => [], ids: () => [] }),
    baselineRows: () => [],
    wageSource: () => ({ source: 'oews', vintage: 'May 2025', year: 2025, month: 5 }),
    prices: () => [{ year: 2022, month: 0, cpiMilli: 292_655 }, { year: 2025, month: 5, cpiMilli: 321_465 }],
    floorDefinition: (id) => ({ id, source: 'cew', vintage: '2024', dollarsOf: 2022, bands: [{ fromAge: 25, toAge: 44, floor: 43_000 }, { fromAge: 45, toAge: 64, floor: 55_000 }] }),
    rubric: () => rubricOf(floorAtAreaPrices ? { ...waymark, floorAtAreaPrices } : waymark),
  };
}

describe('the floor of an area', () => {
  it.each(['us', '39', '3900001', '72'])('is the nation’s in %s as long as the rubric does not ask for local prices', (area) => {
    const { floor } = createJudge(source(false))(area);
    expect(floor).toMatchObject({ floor: { value: 47_233 } });
    expect(floor.priceParityMilli).toBeUndefined();
  });
  it.each([['us', 100_000, 47_233], ['39', 91_800, 43_360], ['3900001', 91_800, 43_360]])('is scaled in %s by the prices of the area or its state where it does', (area, milli, value) => {
    expect(createJudge(source(true))(area).floor).toMatchObject({ priceParityMilli: milli, floor: { value, from: { method: 'floor-at-area-prices' } } });
  });
  it('is not known where nobody measured the prices: the nation’s parity is that of no place in it', () => {
    expect(createJudge(source(true))('72').floor).toMatchObject({ priceParityMilli: null, floor: { value: null } });
  });
});
