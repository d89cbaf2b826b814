import { describe, expect, it } from 'vitest';
import { convertDollars } from '../money/prices.ts';
import { baselineWithoutTraining, isOpenWithoutTraining } from './baseline.ts';
import type { BaselineRow } from './baseline.ts';
import { goodJobFloor } from './floor.ts';

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
  it('carries its definition, and is an estimate by the price index', () => {
    expect(goodJobFloor(CEW_2024, 45, PRICES, MAY_2025)).toEqual({ ok: true, value: {
      definition: 'cew-2024', age: 45, published: 55000, dollarsOf: 2022,
      floor: {
        value: 60414, high: null, atLeast: false, unit: 'usd-per-year', unknown: null,
        from: { source: 'cew-2024', evidence: null, vintage: '2024', area: null, basis: 'estimate', method: 'floor-in-pay-dollars' },
      },
    } });
  });
  it('takes the last band where the definition leaves a gap, and a band without an end for everybody above', () => {
    const [first, second] = CEW_2024.bands;
    const floorOf = (bands: readonly { fromAge: number; toAge: number | null; floor: number }[], age: number) => {
      const result = goodJobFloor({ ...CEW_2024, bands }, age, PRICES, MAY_2025);
      return result.ok ? result.value.published : result.error;
    };
    expect(first && second && floorOf([first, { ...second, fromAge: 50, toAge: 60 }, { fromAge: 61, toAge: 64, floor: 60000 }], 47)).toBe(60000);
    expect(first && floorOf([{ ...first, toAge: null }, { fromAge: 90, toAge: null, floor: 1 }], 80)).toBe(43000);
    expect(floorOf([{ fromAge: 0, toAge: 10, floor: 7 }, { fromAge: 30, toAge: 40, floor: 8 }], 0)).toBe(7);
    expect(floorOf([], 30)).toEqual({ missing: 2022 });
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
