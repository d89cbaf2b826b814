import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atPrices, factsAtNationalPrices, parityInForce, payAtNationalPrices, toNationalPrices } from './compare-prices.ts';
import { compareRoutes } from './compare.ts';
import type { BaselinePay, CompareAssumptions } from './results.ts';
import { LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation } from './testing.ts';

const OHIO = 92_145;
const baseline: BaselinePay = { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 };
const here: CompareAssumptions = { startMonth: '2027-01', horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: { lpn: 600_000 }, grantCentsPerYear: 100_000 };
const opens = (id: string, pay = LPN_PAY) => credential(id, {
  links: [{ relation: 'required-by-law', evidence: null, occupation: occupation(id, id, pay) }], times: [{ kind: 'training', low: 12, high: null, unit: 'months', unknown: null, from }],
  costs: [{ line: 'exam', label: { en: 'E', es: 'E' }, amount: { ...figure(20_000), high: 30_000 }, per: 'once', priceYear: null, payers: [] }, { line: 'tuition', label: { en: 'T', es: 'T' }, amount: figure(null), per: 'year', priceYear: null, payers: [] }],
});
const input = { credentials: [{ facts: opens('lpn') }, { facts: opens('rn', RN_PAY) }], baseline };
const compareAt = (assumptions: CompareAssumptions, parity: number | null) => {
  const priced = atPrices(input, assumptions, parity);
  return compareRoutes(priced.input, priced.assumptions);
};

describe('dollars of a place at the nation’s prices', () => {
  it('buy more where prices are lower: divided by the parity', () => {
    expect(toNationalPrices(40_000, OHIO)).toBe(43_410);
    expect(toNationalPrices(40_000, 100_000)).toBe(40_000);
    expect(toNationalPrices(40_000, 112_584)).toBe(35_529);
  });
  it('keep every percentile of pay in its order, and say how they were made', () => {
    expect(payAtNationalPrices(LPN_PAY, OHIO)).toMatchObject({ p10: 51_159, p50: 65_473, p90: 77_823, mean: null, from: { source: 'oews-2025-areas', basis: 'estimate', method: 'pay-at-national-prices' } });
  });
  it('leave the nation’s pay as it is: where no figure is of this place there is no price of it in the figure', () => {
    const national = { ...LPN_PAY, area: 'us' };
    expect(payAtNationalPrices(national, OHIO)).toBe(national);
  });
  it('take costs with them, and an unknown cost stays unknown', () => {
    expect(factsAtNationalPrices(opens('lpn'), OHIO).costs.map(({ amount }) => [amount.value, amount.high, amount.unknown])).toEqual([[21_705, 32_557, null], [null, null, 'varies-ask']]);
  });
});

describe('a comparison at prices', () => {
  it('is what it is as long as dollars are as paid here, or nobody measured the prices', () => {
    for (const [assumptions, parity] of [[here, OHIO], [{ ...here, prices: 'nation' as const }, null]] as const) {
      expect(parityInForce(assumptions, parity)).toBeNull();
      expect(compareAt(assumptions, parity)).toEqual(compareRoutes(input, here));
    }
  });
  it('scales money ahead by the parity and changes neither the order nor the month of breaking even', () => {
    const asPaid = compareAt(here, OHIO).routes;
    for (const [index, route] of compareAt({ ...here, prices: 'nation' }, OHIO).routes.entries()) {
      expect((route.aheadCents ?? 0) / toNationalPrices(asPaid[index]?.aheadCents ?? 0, OHIO)).toBeCloseTo(1, 4);
      expect(route.breakEven).toEqual(asPaid[index]?.breakEven);
      expect(route.total.lowCents).toBe(toNationalPrices(20_000, OHIO) + toNationalPrices(index === 0 ? 600_000 : 0, OHIO));
    }
  });
  it('scales a wage that was typed like the pay it stands beside', () => {
    const own = { ...here, ownWage: { centsPerHour: 1700, hoursPerWeek: 40 } };
    expect(atPrices(input, { ...own, prices: 'nation' }, OHIO).assumptions).toMatchObject({ ownWage: { centsPerHour: 1845, hoursPerWeek: 40 }, grantCentsPerYear: 108_525, tuitionCentsPerYear: { lpn: 651_148 } });
  });
  it('sets the nation’s pay beside local pay at the same prices: the dearer the place, the less local pay counts', () => {
    const mixed = { credentials: [{ facts: opens('lpn', { ...LPN_PAY, area: 'us' }) }], baseline };
    fc.assert(fc.property(fc.integer({ min: 80_000, max: 120_000 }), fc.integer({ min: 1, max: 5_000 }), (parity, more) => {
      const ahead = (milli: number): number => { const priced = atPrices(mixed, { ...here, prices: 'nation' }, milli); return compareRoutes(priced.input, priced.assumptions).routes[0]?.aheadCents ?? 0; };
      expect(ahead(parity + more)).toBeGreaterThanOrEqual(ahead(parity));
    }));
  });
});
