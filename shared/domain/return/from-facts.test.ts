import { describe, expect, it } from 'vitest';
import type { CostFact, CredentialFacts, TimeFact } from '../facts.ts';
import { exactly, UNKNOWN } from '../money/amount.ts';
import { totalCost } from '../money/costs.ts';
import { inMonths, trainingTime } from '../money/time.ts';
import { LPN_PAY, credential, figure, from, pay } from '../testing.ts';
import { NO_PAY, payRange, stepOfCredential } from './from-facts.ts';
import type { StepOptions } from './from-facts.ts';
import { range } from './testing.ts';

const cost = (line: CostFact['line'], cents: number | null, per: CostFact['per'] = 'once'): CostFact => ({ line, label: { en: line, es: line }, amount: figure(cents), per, priceYear: null, payers: [] });
const time = (low: number | null, kind: TimeFact['kind'] = 'training', unit: TimeFact['unit'] = 'months', high: number | null = null): TimeFact => ({ kind, low, high, unit, unknown: null, from });
const step = (extra: Partial<CredentialFacts>, options: Partial<StepOptions> = {}) =>
  stepOfCredential(credential('x', { times: [time(18)], ...extra }), LPN_PAY, { workShare: 0.25, tuitionCentsPerYear: null, grantCentsPerYear: 0, ...options });

describe('a credential as a step', () => {
  it('has its time, its costs, and the pay of what it opens', () => {
    expect(step({ costs: [cost('tuition', 600_000, 'year'), cost('exam', 20_000)] })).toEqual({
      months: 18, waitMonths: 0, completion: null, grants: [], renewal: null, payAfter: range(50790, 60330, 63310), earning: { kind: 'work', share: 0.25 },
      costs: [{ line: 'tuition', amount: exactly(600_000), per: 'year' }, { line: 'exam', amount: exactly(20_000), per: 'once' }],
    });
    expect(payRange(null)).toBe(NO_PAY);
    expect(payRange(pay(1, null, 3, null, 5))).toEqual(range(null, 3, null));
    expect(step({ times: [] }).months).toBeNull();
  });
  it('of which no cost was looked up costs what nobody knows', () => {
    expect(step({ costs: [] }).costs).toEqual([{ line: 'other', amount: UNKNOWN, per: 'once' }]);
    expect(step({ costs: [cost('renewal', 100, 'renewal')] }).costs).toEqual([{ line: 'other', amount: UNKNOWN, per: 'once' }]);
    expect(step({ costs: [] }, { tuitionCentsPerYear: 5 }).costs).toEqual([{ line: 'tuition', amount: exactly(5), per: 'year' }]);
  });
  it('takes a tuition that is typed in, even none, and leaves the other costs', () => {
    const costs = [cost('tuition', null), cost('exam', 20_000)];
    expect(step({ costs }, { tuitionCentsPerYear: 300_000 }).costs).toEqual([{ line: 'exam', amount: exactly(20_000), per: 'once' }, { line: 'tuition', amount: exactly(300_000), per: 'year' }]);
    expect(step({ costs }, { tuitionCentsPerYear: 0 }).costs.map(({ line }) => line)).toEqual(['exam', 'tuition']);
    expect(step({ costs }).costs.map(({ line }) => line)).toEqual(['tuition', 'exam']);
  });
  it('is granted no more than is paid, over its years', () => {
    const costs = [cost('tuition', 600_000, 'year'), cost('exam', 30_000)];
    expect(step({ costs }, { grantCentsPerYear: 100_000 }).grants).toEqual([{ payer: 'any', cents: 100_000, per: 'year' }]);
    // 900,000 and 30,000 over a year and a half.
    expect(step({ costs }, { grantCentsPerYear: 9_000_000 }).grants).toEqual([{ payer: 'any', cents: 620_000, per: 'year' }]);
    expect(step({ costs: [cost('exam', 0)] }, { grantCentsPerYear: 9_000_000 }).grants).toEqual([]);
    expect(step({ costs, times: [] }, { grantCentsPerYear: 9_000_000 }).grants).toEqual([]);
    expect(step({ costs, times: [time(48, 'paid-training')] }, { grantCentsPerYear: 9_000_000 }).grants).toEqual([]);
    expect(step({ costs: [{ ...cost('exam', 15_000), amount: { ...figure(10_000), high: 20_000 } }] }, { grantCentsPerYear: 9_000_000 }).grants).toEqual([{ payer: 'any', cents: 10_000, per: 'year' }]);
  });
  it('that is paid while training is an apprenticeship of no known schedule', () => {
    expect(step({ times: [time(48, 'paid-training')], costs: [cost('exam', 1)] }).earning).toEqual({ kind: 'apprentice', journey: range(50790, 60330, 63310), periods: null });
  });
  it('is renewed when it says how often, at what is known of the price', () => {
    const costs = [cost('exam', 1), cost('renewal', 7_500, 'renewal'), cost('license', 2_500, 'renewal'), cost('renewal', 500)];
    expect(step({ costs, renewMonths: 24 }).renewal).toEqual({ amount: exactly(10_500), everyMonths: 24 });
    expect(step({ costs, renewMonths: null }).renewal).toBeNull();
    expect(step({ costs: [cost('exam', 1)], renewMonths: 24 }).renewal).toBeNull();
    expect(step({ costs: [cost('exam', 1), cost('renewal', null, 'renewal')], renewMonths: 24 }).renewal?.amount).toEqual(UNKNOWN);
    expect(step({ costs, renewMonths: 24 }).costs.map(({ line }) => line)).toEqual(['exam']);
  });
});

describe('what is paid once', () => {
  it('leaves out renewals, by their line or by when they are due', () => {
    expect(totalCost([cost('exam', 100), cost('renewal', 7), cost('license', 9, 'renewal')])).toEqual(exactly(100));
  });
  it('knows a yearly price for one year only', () => {
    expect(totalCost([cost('tuition', 600_000, 'year')])).toEqual({ ...exactly(600_000), incomplete: true });
  });
});

describe('training time', () => {
  it('is of class first, then of paid training, and never of one that is not known', () => {
    expect(trainingTime([time(null), time(6)])?.months).toBe(6);
    expect(trainingTime([time(null), time(4, 'paid-training', 'years')])).toEqual({ months: 48, paid: true, fromHours: false });
    expect(trainingTime([time(null, 'paid-training'), time(3, 'paid-training')])?.months).toBe(3);
    expect(trainingTime([time(null), time(null, 'paid-training')])).toBeNull();
    expect(trainingTime([time(9, 'experience')])).toBeNull();
    expect(trainingTime([time(1, 'training', 'weeks')])?.months).toBe(1);
  });
  it('counts 52 weeks of 40 hours to a year', () => {
    expect([inMonths(2080, 'hours'), inMonths(52, 'weeks'), inMonths(5, 'months'), inMonths(2, 'years')]).toEqual([12, 12, 5, 24]);
  });
});
