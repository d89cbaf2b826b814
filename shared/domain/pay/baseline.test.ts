import { describe, expect, it } from 'vitest';
import { dollarsOf } from '../money/money.ts';
import { baselineBachelor, baselineWithoutTraining, isOpenToBachelors } from './baseline.ts';
import type { BaselineRow } from './baseline.ts';
import { ownWageRange, programBaseline, surveyBaseline } from './baselines.ts';
import { comparePay } from './compare-pay.ts';

const row = (extra: Partial<BaselineRow> = {}): BaselineRow => ({ soc: '41-2011', employment: 100, p10: 20000, p25: 25000, p50: 30000, p75: 35000, p90: 40000, entryEducation: 'none', entryExperience: 'none', entryTraining: 'short', ...extra });
const made = (...rows: BaselineRow[]) => baselineWithoutTraining(rows, { id: '39', name: 'Ohio' }, { source: 's', vintage: 'v' });

describe('the baseline', () => {
  it('is the mean of each percentile, weighted by jobs, as an estimate of annual pay', () => {
    expect(made(row(), row({ employment: 300, p10: 24000, p25: 29000, p50: 34000, p75: 39000, p90: 44000 }))).toEqual({
      jobs: 400, occupations: 2,
      pay: {
        askedArea: '39', area: '39', areaName: 'Ohio', basis: 'annual-only', p10: 23000, p25: 28000, p50: 33000, p75: 38000, p90: 43000, mean: null,
        hourlyP25Cents: null, hourlyP50Cents: null, topCoded: false,
        from: { source: 's', vintage: 'v', evidence: null, area: '39', basis: 'estimate', method: 'baseline-without-training' },
      },
    });
  });
  it.each(['employment', 'p10', 'p25', 'p50', 'p75', 'p90'] as const)('leaves out a row without %s, which never counts as 0', (field) => {
    expect(made(row(), row({ [field]: null, employment: field === 'employment' ? null : 300 }))).toMatchObject({ jobs: 100, occupations: 1 });
  });
  it('leaves out a row without a job, and is nothing without rows', () => {
    expect(made(row(), row({ employment: 0 }))?.occupations).toBe(1);
    expect([made(), made(row({ employment: 0 }))]).toEqual([null, null]);
  });
});

describe("the bachelor's baseline", () => {
  const bachelor = row({ entryEducation: 'bachelor', entryTraining: 'none', p50: 70000 });
  it('is made the same way, of jobs that ask for the degree alone', () => {
    const found = baselineBachelor([row(), bachelor, row({ entryEducation: 'bachelor', entryExperience: 'under-5-years' }), row({ entryEducation: 'bachelor', entryTraining: 'long' }), row({ entryEducation: 'master' })], { id: 'us', name: 'United States' }, { source: 's', vintage: 'v' });
    expect(found).toMatchObject({ jobs: 100, occupations: 1, pay: { p50: 70000, area: 'us', from: { method: 'baseline-bachelor', basis: 'estimate' } } });
    expect(baselineBachelor([row()], { id: 'us', name: 'United States' }, { source: 's', vintage: 'v' })).toBeNull();
    expect([isOpenToBachelors(bachelor), isOpenToBachelors(row({ entryEducation: 'bachelor' })), isOpenToBachelors(row()), isOpenToBachelors(row({ entryEducation: 'bachelor', entryTraining: null }))]).toEqual([true, true, false, false]);
  });
});

describe('a figure to compare with', () => {
  it('of the survey has its point and year, or is not published', () => {
    const found = made(row());
    expect(found && surveyBaseline('no-training', found, 'p25', 2025)).toEqual({ baseline: 'no-training', point: 'p25', yearly: { cents: 2_500_000, year: 2025 } });
    expect(surveyBaseline('bachelor', { pay: { p25: 1, p50: null } }, 'p50', 2025)).toBeNull();
  });
  it('of a program is a median of people', () => {
    expect(programBaseline('acs-high-school', 36000, 2023)).toEqual({ baseline: 'acs-high-school', point: 'p50', yearly: { cents: 3_600_000, year: 2023 } });
  });
  it('of an adult is their own year', () => {
    expect(ownWageRange({ per: 'hour', cents: 2000 }, 40)).toEqual({ low: 4_160_000, middle: 4_160_000, high: 4_160_000 });
  });
});

describe('pay beside its baseline', () => {
  const pay = (dollars: number, point: 'p25' | 'p50' = 'p50', year = 2025) => ({ measure: 'oews' as const, point, yearly: dollarsOf(year, dollars) });
  const base = (dollars: number, point: 'p25' | 'p50' = 'p50', year = 2025) => ({ baseline: 'no-training' as const, point, yearly: dollarsOf(year, dollars) });
  it('is a difference and a share', () => {
    expect(comparePay(pay(60330), base(34850))).toEqual({ difference: { cents: 2_548_000, year: 2025 }, share: 2_548_000 / 3_485_000 });
    expect(comparePay(pay(30000), base(40000))?.share).toBe(-0.25);
    expect(comparePay(pay(30000), base(0))).toEqual({ difference: { cents: 3_000_000, year: 2025 }, share: null });
  });
  it('is nothing where the points or the years turn out to differ', () => {
    expect(comparePay(pay(1, 'p25'), base(1))).toBeNull();
    expect(comparePay(pay(1), base(1, 'p50', 2015))).toBeNull();
    expect(comparePay(pay(1, 'p25', 2015), base(1, 'p25', 2015))).toEqual({ difference: { cents: 0, year: 2015 }, share: 0 });
  });
});
