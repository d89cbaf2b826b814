import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenMonth, compareRoutes } from './compare.ts';
import type { CostFact, TimeFact } from './facts.ts';
import { totalCost } from './money/costs.ts';
import { trainingTime } from './money/time.ts';
import type { BaselinePay, CompareAssumptions } from './results.ts';
import { LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation } from './testing.ts';

const baseline: BaselinePay = { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 };
const assumptions: CompareAssumptions = { startMonth: '2027-01', horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: {}, grantCentsPerYear: 0 };
const time = (low: number, unit: TimeFact['unit'], kind: TimeFact['kind'] = 'training', high: number | null = null): TimeFact => ({ kind, low, high, unit, unknown: null, from });
const cost = (line: CostFact['line'], cents: number | null, extra: Partial<CostFact> = {}): CostFact => ({ line, label: { en: line, es: line }, amount: figure(cents), per: 'once', priceYear: null, payers: [], ...extra });
const link = (soc: string, pay = LPN_PAY) => [{ relation: 'required-by-law' as const, evidence: null, occupation: occupation(soc, soc, pay) }];
const lpn = credential('lpn', { links: link('29-2061'), times: [time(12, 'months')], costs: [cost('exam', 20000), cost('license', 7500)] });
const rn = credential('rn', { links: link('29-1141', RN_PAY), times: [time(24, 'months')], costs: [cost('exam', 20000)] });
const run = (facts = [lpn], extra: Partial<CompareAssumptions> = {}) => compareRoutes({ credentials: facts.map((each) => ({ facts: each })), baseline }, { ...assumptions, ...extra });

describe('the cumulative curve', () => {
  it('adds up: lower pay and cost in school, the difference in pay afterwards', () => {
    const route = run().routes[0];
    // In school: 12 months at a quarter of the baseline instead of all of it, and $275.
    const behind = -(34850 * 0.75) * 100 - 27500;
    expect(route?.curve?.[12]?.cents).toBe(Math.round(behind));
    expect(route?.aheadCents).toBe(Math.round(behind + 9 * (60330 - 34850) * 100));
    expect(route?.curve).toHaveLength(121);
  });
  it('breaks even in the first month from which it stays ahead', () => {
    const route = run().routes[0];
    // 26,412.50 behind, then 2,123.33 a month ahead: 13 months after school.
    expect(route?.breakEven).toEqual({ outcome: 'reached', month: '2029-02', afterMonths: 25 });
    expect(breakEvenMonth([{ month: 0, cents: 0 }, { month: 1, cents: 5 }, { month: 2, cents: -1 }, { month: 3, cents: 0 }])).toBe(3);
    expect(run([lpn], { horizonYears: 1 }).routes[0]?.breakEven).toEqual({ outcome: 'not-within', years: 1 });
  });
  it('pays an apprentice while training', () => {
    const apprentice = credential('app', { links: link('47-2111'), times: [time(4, 'years', 'paid-training')] });
    const route = run([apprentice]).routes[0];
    expect(route?.curve?.[1]?.cents).toBe(Math.round(((60330 * 0.5 - 34850) * 100) / 12));
    expect(route?.reasons.map((each) => each.code)).toContain('compare.apprentice-wage');
  });
  it('says why there is no line: no job, no pay, no time, no baseline', () => {
    const why = (facts: typeof lpn, base: BaselinePay | null = baseline) => compareRoutes({ credentials: [{ facts }], baseline: base }, assumptions).routes[0]?.reasons.at(-1)?.code;
    expect(why(credential('x'))).toBe('compare.opens-no-job');
    expect(why({ ...lpn, role: 'add-on' })).toBe('compare.opens-no-job');
    expect(why({ ...lpn, times: [] })).toBe('compare.time-unknown');
    expect(why({ ...lpn, links: link('29-2061', { ...LPN_PAY, p50: null }) })).toBe('compare.pay-unknown');
    expect(why(lpn, null)).toBe('compare.baseline-unknown');
  });
  it('is never better for a dearer or a longer route', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 24 }), (cents, more, months, later) => {
      const make = (price: number, length: number) => credential('c', { links: link('29-2061'), times: [time(length, 'months')], costs: [cost('course', price)] });
      const ahead = (price: number, length: number) => run([make(price, length)]).routes[0]?.aheadCents ?? NaN;
      expect(ahead(cents + more, months)).toBeLessThanOrEqual(ahead(cents, months) + 1);
      expect(ahead(cents, months + later)).toBeLessThanOrEqual(ahead(cents, months) + 1);
    }), { numRuns: 300 });
  });
});

describe('what a route returns', () => {
  const value = (facts = [lpn], extra: Partial<CompareAssumptions> = {}, at = 0) => run(facts, extra).routes[at]?.value;
  it('is its present value at each horizon, with lines that add up', () => {
    const found = value();
    expect(found?.horizons.map(({ years }) => years)).toEqual([5, 10, 20, 40]);
    const first = -(34850 * 0.75) * 100 - 27500;
    const later = (60330 - 34850) * 100;
    expect(found?.horizons[0]?.npvCents).toBe(Math.round([1, 2, 3, 4].reduce((sum, year) => sum + later / 1.03 ** year, first)));
    for (const { npvCents, breakdown } of found?.horizons ?? []) expect(breakdown.reduce((sum, { cents }) => sum + cents, 0)).toBe(npvCents);
    expect(value([lpn], { horizonYears: 7, annualRate: 0 })?.horizons.find(({ years }) => years === 7)?.npvCents).toBe(first + 6 * later);
    expect(found?.annualRate).toBeGreaterThan(0.5);
    // The horizons stand in order, and one more changes none.
    expect(value([lpn], { horizonYears: 7 })?.horizons.filter(({ years }) => years !== 7)).toEqual(found?.horizons);
    expect(value([lpn], { horizonYears: 7 })?.horizons.map(({ years }) => years)).toEqual([5, 7, 10, 20, 40]);
  });
  it('is told for lower-paid and better-paid workers too, like beside like', () => {
    const found = value([lpn], { workHoursInSchool: 0 });
    expect(found?.lowAheadCents).toBe(9 * 5_079_000 - 10 * 2_993_600 - 27500);
    expect(found?.highAheadCents).toBe(9 * 6_331_000 - 10 * 4_119_400 - 27500);
    expect(value([credential('x', { links: link('29-2061', { ...LPN_PAY, p25: null }), times: [time(12, 'months')], costs: [] })])?.lowAheadCents).toBeNull();
  });
  it('is the best only when it certainly is: never with a cost that nobody knows', () => {
    const cheap = credential('cheap', { links: link('29-2061'), times: [time(12, 'months')], costs: [cost('exam', 100)] });
    const open = credential('open', { links: link('29-2061'), times: [time(12, 'months')], costs: [cost('tuition', null)] });
    const none = credential('none', { links: link('29-2061'), times: [time(12, 'months')] });
    const best = (facts: typeof lpn[]): (boolean | undefined)[] => run(facts).routes.map((each) => each.value?.isBest);
    expect(best([lpn, cheap])).toEqual([false, true]);
    expect(best([cheap, open])).toEqual([false, false]);
    expect(best([cheap, none])).toEqual([false, false]);
    expect(best([cheap, credential('nothing')])).toEqual([false, undefined]);
    expect(run([open]).routes[0]?.reasons.map((each) => each.code)).toContain('compare.costs-unknown');
    expect(value([open])?.atMost).toBe(true);
    // A tuition typed in makes it known.
    expect(run([cheap, open], { tuitionCentsPerYear: { open: 50 } }).routes.map((each) => each.value?.isBest)).toEqual([false, true]);
  });
  it('is next to an adult\'s own wage where there is one, of which hours in school keep a part', () => {
    // $17.50 for 32 hours is $29,120 a year; 16 of the 32 hours are kept in school.
    const ahead = (hours: number, base: BaselinePay | null): number | null | undefined => compareRoutes({ credentials: [{ facts: lpn }], baseline: base }, { ...assumptions, workHoursInSchool: hours, ownWage: { centsPerHour: 1750, hoursPerWeek: 32 } }).routes[0]?.aheadCents;
    expect(ahead(0, baseline)).toBe(9 * 6_033_000 - 10 * 2_912_000 - 27_500);
    expect(ahead(16, null)).toBe(9 * 6_033_000 - 10 * 2_912_000 - 27_500 + 1_456_000);
    expect(ahead(40, null)).toBe(9 * 6_033_000 - 9 * 2_912_000 - 27_500);
  });
  it('counts renewals as they fall due, and grants up to what is paid', () => {
    const renewed = credential('r', { links: link('29-2061'), times: [time(12, 'months')], costs: [cost('exam', 0), cost('renewal', 1000, { per: 'renewal' })], renewMonths: 24 });
    const ahead = (facts: typeof lpn, extra: Partial<CompareAssumptions> = {}): number => run([facts], extra).routes[0]?.aheadCents ?? NaN;
    // Due after 24, 48, 72 and 96 of the 108 months at work.
    expect(ahead(renewed)).toBe(ahead({ ...renewed, renewMonths: null }) - 4000);
    expect(value([{ ...renewed, costs: [cost('exam', 0), cost('renewal', null, { per: 'renewal' })] }])?.atMost).toBe(true);
    expect(ahead(lpn, { grantCentsPerYear: 10_000 })).toBe(ahead(lpn) + 10_000);
    expect(ahead(lpn, { grantCentsPerYear: 9_999_999 })).toBe(ahead(lpn) + 27_500);
  });
  it('reads a yearly price for each month of school', () => {
    const school = (months: number) => credential('s', { links: link('29-2061'), times: [time(months, 'months')], costs: [cost('tuition', 600_000, { per: 'year' })] });
    const paid = (months: number): number | undefined => value([school(months)], { annualRate: 0 })?.horizons[1]?.breakdown.find(({ line }) => line === 'cost:tuition')?.cents;
    expect([paid(12), paid(18), paid(1)]).toEqual([-600_000, -900_000, -50_000]);
    expect(run([lpn], { tuitionCentsPerYear: { lpn: 600_000 } }).routes[0]?.total).toMatchObject({ lowCents: 627_500, highCents: 627_500 });
  });
});

describe('what would change the answer', () => {
  it('names the year in which one route passes the other, and how pay overlaps', () => {
    const codes = run([lpn, rn], { tuitionCentsPerYear: { lpn: 612000, rn: 548000 } }).insights;
    expect(codes[0]).toMatchObject({ code: 'insight.passes', params: { later: { en: 'rn' }, earlier: { en: 'lpn' } } });
    expect(codes.map((each) => each.code)).toContain('insight.overlap-more-than');
  });
});

describe('costs and time', () => {
  it('never turn unknown into 0', () => {
    expect(totalCost([cost('tuition', null), cost('exam', 20000), cost('license', 7500)])).toEqual({ lowCents: 27500, highCents: 27500, incomplete: true, nothingKnown: false });
    expect(totalCost([cost('tuition', null)])).toEqual({ lowCents: 0, highCents: 0, incomplete: true, nothingKnown: true });
    expect(totalCost([])).toMatchObject({ incomplete: true, nothingKnown: true });
    expect(totalCost([cost('exam', 100), cost('renewal', 9900, { per: 'renewal' })])).toEqual({ lowCents: 100, highCents: 100, incomplete: false, nothingKnown: false });
  });
  it('read hours as full-time weeks and prefer class to work', () => {
    expect(trainingTime([time(75, 'hours')])).toEqual({ months: 1, paid: false, fromHours: true });
    expect(trainingTime([time(480, 'hours', 'experience'), time(120, 'hours')])?.months).toBe(1);
    expect(trainingTime([time(4, 'weeks', 'training', 12)])?.months).toBe(2);
    expect(trainingTime([time(4, 'years', 'paid-training', 5)])).toEqual({ months: 54, paid: true, fromHours: false });
    expect(trainingTime([])).toBeNull();
  });
});
