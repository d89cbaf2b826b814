import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertDollars } from '../money/prices.ts';
import { AIDE_PAY, LPN_PAY, RN_PAY, pay } from '../testing.ts';
import { baselineWithoutTraining, isOpenWithoutTraining } from './baseline.ts';
import type { BaselineRow } from './baseline.ts';
import { goodJobFloor } from './floor.ts';
import { shareAbove } from './overlap.ts';

// BLS, CPI-U all items, not seasonally adjusted: averages of 2015 and 2022, May 2025.
const PRICES = [{ year: 2015, month: 0, cpiMilli: 237017 }, { year: 2022, month: 0, cpiMilli: 292655 }, { year: 2025, month: 5, cpiMilli: 321465 }];
const MAY_2025 = { year: 2025, month: 5 };
const CEW_2024 = { id: 'cew-2024', source: 'cew-2024', vintage: '2024', dollarsOf: 2022, bands: [{ fromAge: 25, toAge: 44, floor: 43000 }, { fromAge: 45, toAge: 64, floor: 55000 }] };

describe('the good-job floor', () => {
  const at = (age: number) => {
    const result = goodJobFloor(CEW_2024, age, PRICES, MAY_2025);
    return result.ok ? result.value.floor.value : result.error;
  };
  it('is brought to the dollars of the pay survey', () => {
    expect(at(25)).toBe(47233);
    expect(at(44)).toBe(47233);
    expect(at(45)).toBe(60414);
  });
  it('takes the first band for the young and the last for the old', () => {
    expect([at(16), at(70)]).toEqual([47233, 60414]);
  });
  it('says which year has no index', () => {
    expect(goodJobFloor({ ...CEW_2024, dollarsOf: 1999 }, 30, PRICES, MAY_2025)).toEqual({ ok: false, error: { missing: 1999 } });
    expect(convertDollars(1, PRICES, { year: 2022, month: 0 }, { year: 2031, month: 1 })).toEqual({ ok: false, error: { missing: 2031 } });
  });
});

describe('jobs open without training', () => {
  const row = (extra: Partial<BaselineRow>): BaselineRow => ({ soc: '41-2011', employment: 100, p10: 20000, p25: 25000, p50: 30000, p75: 35000, p90: 40000, entryEducation: 'none', entryExperience: 'none', entryTraining: 'short', ...extra });
  it('are weighted by how many hold them', () => {
    const result = baselineWithoutTraining([row({}), row({ employment: 300, p50: 34000 })], { id: '39', name: 'Ohio' }, { source: 's', vintage: 'v' });
    expect(result?.pay.p50).toBe(33000);
    expect(result?.pay.from).toMatchObject({ basis: 'estimate', method: 'baseline-without-training' });
    expect([result?.occupations, result?.jobs]).toEqual([2, 400]);
  });
  it('leave out jobs that ask for more, and rows with a gap, which never count as 0', () => {
    const others = [row({ entryEducation: 'associate' }), row({ entryExperience: 'under-5-years' }), row({ entryTraining: 'moderate' }), row({ entryTraining: null }), row({ p90: null }), row({ employment: null })];
    expect(baselineWithoutTraining(others, { id: '39', name: 'Ohio' }, { source: 's', vintage: 'v' })).toBeNull();
    expect(isOpenWithoutTraining({ entryEducation: 'high-school', entryExperience: 'none', entryTraining: 'none' })).toBe(true);
  });
});

describe('the share above a wage', () => {
  it('goes through the published points', () => {
    for (const [dollars, share] of [[47140, 0.9], [50790, 0.75], [60330, 0.5], [63310, 0.25], [71710, 0.1]] as const) {
      expect(shareAbove(LPN_PAY, dollars)?.share).toBeCloseTo(share, 6);
    }
  });
  it('finds more than 9 in 10 registered nurses above the middle practical nurse, by a tail', () => {
    const result = shareAbove(RN_PAY, 60330);
    expect(result?.share).toBeGreaterThan(0.9);
    expect(result?.extrapolated).toBe(true);
    expect(shareAbove(AIDE_PAY, 43330)).toEqual({ share: 0.25, extrapolated: false });
  });
  it('is unknown from one point', () => {
    expect(shareAbove(pay(null, null, 50000, null, null), 40000)).toBeNull();
  });
  it('never rises with the wage', () => {
    const steps = fc.tuple(fc.integer({ min: 15000, max: 40000 }), ...([0, 1, 2, 3] as const).map(() => fc.integer({ min: 0, max: 40000 })));
    fc.assert(fc.property(steps, fc.integer({ min: 1, max: 300000 }), fc.integer({ min: 1, max: 300000 }), ([p10, ...more], a, b) => {
      const points = more.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [p10]);
      const facts = pay(points[0] ?? 0, points[1] ?? 0, points[2] ?? 0, points[3] ?? 0, points[4] ?? 0);
      const [low, high] = [shareAbove(facts, Math.min(a, b))?.share ?? NaN, shareAbove(facts, Math.max(a, b))?.share ?? NaN];
      expect(low).toBeGreaterThanOrEqual(high - 1e-6);
      expect(low).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThanOrEqual(0);
    }), { numRuns: 1000 });
  });
});
