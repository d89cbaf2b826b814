import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN, exactly } from '../money/amount.ts';
import { wholeCents, wholeParts } from './breakdown.ts';
import { DEFAULT_OPTIONS } from './input.ts';
import type { ReturnInput, RouteStep } from './input.ts';
import { bestOf, returnOf, staysAheadFrom } from './return-of.ts';
import type { ReturnKnown } from './return-of.ts';
import { apprenticePay } from './schedule.ts';
import { LPN, RN, WITHOUT, range, step } from './testing.ts';

const known = (input: ReturnInput, options = DEFAULT_OPTIONS): ReturnKnown => {
  const found = returnOf(input, options);
  if (found.outcome !== 'known') throw new Error(`unknown: ${found.missing}`);
  return found;
};
const plain = (years: number) => ({ rate: 0, horizons: [years] });
const route = (...steps: RouteStep[]): ReturnInput => ({ steps, baseline: WITHOUT });
const nurse = step({ payAfter: LPN, costs: [{ line: 'exam', amount: exactly(27500), per: 'once' }] });
const linesOf = (result: ReturnKnown, at = 0) => Object.fromEntries(result.middle.horizons[at]?.breakdown.map(({ line, cents }) => [line, cents]) ?? []);

describe('the return of a route', () => {
  it('is earnings less the baseline, less cost, in cents', () => {
    const result = known(route(nurse), plain(10));
    expect(linesOf(result)).toEqual({ 'cost:exam': -27500, pay: 9 * 6_033_000, baseline: -10 * 3_485_000 });
    expect(result.middle.horizons[0]).toMatchObject({ years: 10, npvCents: 9 * 6_033_000 - 34_850_000 - 27500, plainCents: 9 * 6_033_000 - 34_850_000 - 27500 });
    expect(result.middle.curve).toHaveLength(121);
    expect(result.middle.curve[0]).toBe(0);
    // The exam and a month without pay.
    expect(result.middle.curve[1]).toBe(-Math.round(27500 + 3_485_000 / 12));
    expect(result.middle.curve[12]).toBe(-3_485_000 - 27500);
    expect(result.trainingMonths).toBe(12);
  });
  it('discounts whole years, the first not at all', () => {
    const result = known(route(nurse), { rate: 0.1, horizons: [1, 2, 3] });
    expect(result.middle.horizons.map(({ npvCents }) => npvCents)).toEqual([-3_512_500, Math.round(-3_512_500 + 2_548_000 / 1.1), Math.round(-3_512_500 + 2_548_000 / 1.1 + 2_548_000 / 1.21)]);
  });
  it('breaks even in the month from which it stays ahead', () => {
    // 35,125 behind after a year; then 2,123.33 a month: 17 months.
    expect(known(route(nurse)).middle.breakEven).toEqual({ outcome: 'reached', afterMonths: 29 });
    expect(known(route(nurse), plain(2)).middle.breakEven).toEqual({ outcome: 'not-within', years: 2 });
    expect(staysAheadFrom([0, 5, -1, 0, 2])).toBe(3);
    expect([staysAheadFrom([0, 1]), staysAheadFrom([0]), staysAheadFrom([0, -1]), staysAheadFrom([0, 0, 0])]).toEqual([1, null, null, 1]);
  });
  it('stops forgoing the baseline while one works', () => {
    const result = known(route(step({ payAfter: LPN, earning: { kind: 'work', share: 0.25 } })), plain(1));
    expect(linesOf(result)).toEqual({ 'pay-while-training': 871_250, baseline: -3_485_000 });
  });
  it('counts prices of a year by the month, prices of once at the start, and grants', () => {
    const result = known(route(step({
      months: 18, costs: [{ line: 'tuition', amount: exactly(600_000), per: 'year' }, { line: 'books-tools', amount: exactly(50_000), per: 'once' }],
      grants: [{ payer: 'pell', cents: 300_000, per: 'year' }, { payer: 'employer', cents: 10_000, per: 'once' }],
    })), plain(5));
    expect(linesOf(result)).toMatchObject({ 'cost:tuition': -900_000, 'cost:books-tools': -50_000, 'grant:pell': 450_000, 'grant:employer': 10_000 });
    expect(result.cost).toEqual(exactly(950_000));
    expect(result.atMost).toBe(false);
    const exam = known(route(step({ months: 0, payAfter: LPN, costs: [{ line: 'exam', amount: exactly(100), per: 'once' }, { line: 'tuition', amount: exactly(100), per: 'year' }] })), plain(1));
    expect(linesOf(exam)).toEqual({ 'cost:exam': -100, pay: 6_033_000, baseline: -3_485_000 });
  });
  it('goes on from step to step: what is earned meanwhile is a share of the pay before', () => {
    const result = known(route(nurse, step({ months: 24, earning: { kind: 'work', share: 0.5 }, payAfter: RN })), plain(4));
    expect(linesOf(result)).toEqual({ 'cost:exam': -27500, 'pay-while-training': 6_033_000, pay: 7_861_000, baseline: -4 * 3_485_000 });
    expect(result.trainingMonths).toBe(36);
  });
  it('lives as before while it waits, and keeps its pay where a step opens no job', () => {
    const result = known(route(step({ months: 6, waitMonths: 6, payAfter: null })), plain(2));
    expect(linesOf(result)).toEqual({ pay: 1_742_500 + 3_485_000, baseline: -6_970_000 });
    expect(known(route(nurse, step({ waitMonths: 12, months: 0, payAfter: null })), plain(3)).middle.horizons[0]?.plainCents).toBe(2 * 6_033_000 - 3 * 3_485_000 - 27500);
  });
  it('renews, every so many months after the step', () => {
    const result = known(route(step({ months: 12, payAfter: LPN, renewal: { amount: exactly(7500), everyMonths: 24 } })), plain(5));
    // After 24 and 48 of the 48 months that follow; the last falls on the end, outside.
    expect(linesOf(result)).toMatchObject({ renewal: -7500 });
    expect(linesOf(known(route(step({ months: 0, payAfter: LPN, renewal: { amount: exactly(100), everyMonths: 12 } })), plain(5)))).toMatchObject({ renewal: -400 });
  });
  it('of no step is nothing', () => {
    expect(known(route()).middle.horizons.map(({ npvCents }) => npvCents)).toEqual([0, 0, 0, 0]);
    expect(known(route()).irr).toEqual({ outcome: 'none', irr: null });
    expect(known(route()).cost).toEqual(exactly(0));
  });
});

describe('the lines of a breakdown', () => {
  it('stand in the order in which they arise, and are only those that have money', () => {
    const costs = [{ line: 'tuition' as const, amount: exactly(500), per: 'once' as const }, { line: 'tuition' as const, amount: exactly(300), per: 'once' as const }, { line: 'exam' as const, amount: exactly(0), per: 'once' as const }];
    const late = step({ months: 12, costs: [{ line: 'medical', amount: exactly(900), per: 'once' }] });
    const { breakdown } = known(route(step({ costs, payAfter: LPN }), late, late), plain(2)).middle.horizons[0] ?? { breakdown: [] };
    expect(breakdown).toEqual([{ line: 'cost:tuition', cents: -800 }, { line: 'cost:medical', cents: -900 }, { line: 'baseline', cents: -6_970_000 }]);
  });
  it('tell an apprentice\'s wage apart', () => {
    const apprentice = step({ earning: { kind: 'apprentice', journey: LPN, periods: [{ months: 12, low: 0.5, high: 0.5 }] }, payAfter: LPN });
    expect(known(route(apprentice), plain(2)).middle.horizons[0]?.breakdown).toEqual([{ line: 'pay-while-training', cents: 3_016_500 }, { line: 'pay', cents: 6_033_000 }, { line: 'baseline', cents: -6_970_000 }]);
  });
});

describe('what a return assumes', () => {
  const assumed = (...steps: RouteStep[]): string[] => known(route(...steps)).assumptions.map((each) => each.assumes);
  const always = ['real-rate', 'first-year-undiscounted', 'level-real-pay'];
  const once = { line: 'exam' as const, amount: exactly(1), per: 'once' as const };
  const yearly = { line: 'tuition' as const, amount: exactly(1), per: 'year' as const };
  const apprentice = step({ earning: { kind: 'apprentice', journey: LPN, periods: null }, completion: 1 });
  it('is told only where it matters', () => {
    expect(assumed()).toEqual([...always, 'leavers-spend-the-step']);
    expect(assumed(step({ months: 0, completion: 1 }))).toEqual([...always, 'leavers-spend-the-step']);
    expect(assumed(step({ costs: [yearly] }))).toEqual([...always, 'work-while-training', 'everybody-finishes']);
    expect(assumed(step({ costs: [yearly, once] }), step())).toEqual([...always, 'once-costs-at-start', 'work-while-training', 'everybody-finishes']);
    expect(assumed(apprentice)).toEqual([...always, 'apprentice-schedule', 'leavers-spend-the-step']);
    expect(assumed(apprentice, step({ completion: null }))).toEqual([...always, 'work-while-training', 'apprentice-schedule', 'everybody-finishes']);
  });
  it('names each share of work once', () => {
    const shares = known(route(step(), step({ earning: { kind: 'work', share: 0.5 } }), step())).assumptions.filter((each) => each.assumes === 'work-while-training');
    expect(shares).toEqual([{ assumes: 'work-while-training', share: 0 }, { assumes: 'work-while-training', share: 0.5 }]);
  });
  it('has the rate of its yearly flows', () => {
    // 35,125 once for 25,480 a year later.
    expect(known(route(nurse), plain(2)).irr).toEqual({ outcome: 'unique', irr: expect.closeTo(25_480 / 35_125 - 1, 9) as number });
    expect(known(route(nurse), plain(3)).irr.irr).toBeCloseTo(0.2884, 4);
  });
});

describe('an apprentice', () => {
  const journey = range(40000, 60000, 80000);
  it('is paid by the schedule, whose last period goes on', () => {
    const periods = [{ months: 2, low: 0.5, high: 0.5 }, { months: 1, low: 0.7, high: 0.8 }];
    expect(apprenticePay(journey, periods, 4, 'middle')).toEqual([3_000_000, 3_000_000, 4_500_000, 4_500_000]);
    expect(apprenticePay(journey, periods, 3, 'low')?.[2]).toBe(2_800_000);
    expect(apprenticePay(journey, periods, 3, 'high')?.[2]).toBe(6_400_000);
    expect(apprenticePay(range(null, 1, 1), periods, 3, 'low')).toBeNull();
    expect(apprenticePay(journey, [], 1, 'middle')).toEqual([0]);
  });
  it('without a schedule is paid by a labelled range', () => {
    expect(apprenticePay(journey, null, 5, 'middle')?.map(Math.round)).toEqual([3_000_000, 3_600_000, 4_200_000, 4_800_000, 5_400_000]);
    expect(apprenticePay(journey, null, 1, 'low')).toEqual([1_600_000]);
    const result = known({ steps: [step({ months: 48, earning: { kind: 'apprentice', journey, periods: null }, payAfter: journey })], baseline: range(30000, 35000, 40000) });
    expect(result.assumptions).toContainEqual({ assumes: 'apprentice-schedule', from: 0.5, to: 0.9 });
    expect(result.low?.curve[1]).toBe(Math.round((4_000_000 * 0.4 - 3_000_000) / 12));
    const scheduled = known({ steps: [step({ earning: { kind: 'apprentice', journey, periods: [{ months: 12, low: 0.5, high: 0.5 }] } })], baseline: WITHOUT });
    expect(scheduled.assumptions.map((each) => each.assumes)).not.toContain('apprentice-schedule');
  });
  it('with unknown journeyworker pay is unknown', () => {
    expect(returnOf(route(step({ earning: { kind: 'apprentice', journey: range(1, null, 3), periods: null } })))).toEqual({ outcome: 'unknown', missing: 'pay' });
  });
});

describe('what is not known', () => {
  it('is named, and never 0', () => {
    expect(returnOf(route(step({ payAfter: range(1, null, 3) })))).toEqual({ outcome: 'unknown', missing: 'pay' });
    expect(returnOf({ steps: [nurse], baseline: range(1, null, 3) })).toEqual({ outcome: 'unknown', missing: 'baseline' });
    expect(returnOf(route(step({ months: null })))).toEqual({ outcome: 'unknown', missing: 'time' });
  });
  it('of a cost makes every value "at most", and the cost "at least"', () => {
    const result = known(route(step({ payAfter: LPN, costs: [{ line: 'tuition', amount: UNKNOWN, per: 'once' }, { line: 'exam', amount: exactly(20000), per: 'once' }] })));
    expect(result).toMatchObject({ atMost: true, cost: { lowCents: 20000, highCents: 20000, incomplete: true, nothingKnown: false } });
    expect(known(route(step({ payAfter: LPN, renewal: { amount: UNKNOWN, everyMonths: 12 } }))).atMost).toBe(true);
  });
  it('of the range leaves the middle', () => {
    const result = known({ steps: [step({ payAfter: range(null, 60000, null) })], baseline: range(null, 35000, 40000) });
    expect([result.low, result.high]).toEqual([null, null]);
    expect(result.middle.horizons).toHaveLength(4);
  });
});

describe('a range', () => {
  it('compares low with low and high with high, costs the other way round', () => {
    const cost = { lowCents: 100_000, highCents: 300_000, incomplete: false, nothingKnown: false };
    const result = known(route(step({ payAfter: LPN, costs: [{ line: 'tuition', amount: cost, per: 'once' }] })), plain(2));
    const at = (value: ReturnKnown['low']): number | undefined => value?.horizons[0]?.npvCents;
    expect(at(result.low)).toBe(5_079_000 - 2 * 2_993_600 - 300_000);
    expect(at(result.middle)).toBe(6_033_000 - 2 * 3_485_000 - 200_000);
    expect(at(result.high)).toBe(6_331_000 - 2 * 4_119_400 - 100_000);
  });
});

describe('the chance to finish', () => {
  it('weighs finishing with leaving at each step, whose time and cost are spent', () => {
    const result = known(route({ ...nurse, completion: 0.7 }), plain(10));
    const finished = 9 * 6_033_000 - 34_850_000 - 27500;
    const left = -3_485_000 - 27500;
    expect(result.weightedNpvCents).toEqual([Math.round(0.7 * finished + 0.3 * left)]);
    expect(result.assumptions.map((each) => each.assumes)).toContain('leavers-spend-the-step');
  });
  it('of two steps falls back to the pay between', () => {
    const second = step({ payAfter: RN, completion: 0.5 });
    const result = known(route({ ...nurse, completion: 0.8 }, second), plain(3));
    const [none, one, both] = [-3_485_000 - 27500, 6_033_000 - 3 * 3_485_000 - 27500, 7_861_000 - 3 * 3_485_000 - 27500];
    expect(result.weightedNpvCents).toEqual([Math.round(0.2 * none + 0.8 * 0.5 * one + 0.8 * 0.5 * both)]);
  });
  it('is not guessed', () => {
    const result = known(route({ ...nurse, completion: 0.7 }, step({ payAfter: RN })));
    expect(result.weightedNpvCents).toBeNull();
    expect(result.assumptions.map((each) => each.assumes)).toEqual(['real-rate', 'first-year-undiscounted', 'level-real-pay', 'once-costs-at-start', 'work-while-training', 'everybody-finishes']);
  });
});

describe('the best', () => {
  const unknownCost: RouteStep = { ...nurse, costs: [{ line: 'tuition', amount: UNKNOWN, per: 'once' }] };
  it('is never one with an unknown cost, nor beside an unknown value', () => {
    const [dear, cheap, open] = [known(route(step({ payAfter: LPN, costs: [{ line: 'tuition', amount: exactly(500_000), per: 'once' }] }))), known(route(nurse)), known(route(unknownCost))];
    expect(bestOf([dear, cheap], 1)).toBe(1);
    expect(bestOf([cheap, dear], 1)).toBe(0);
    expect(bestOf([cheap, open], 1)).toBeNull();
    // What is "at most" and still behind has lost.
    expect(bestOf([known(route(step({ payAfter: RN }))), open], 1)).toBe(0);
    expect(bestOf([cheap, cheap], 1)).toBeNull();
    expect(bestOf([cheap, { outcome: 'unknown', missing: 'pay' }], 1)).toBeNull();
    expect([bestOf([], 0), bestOf([open], 0), bestOf([cheap], 9)]).toEqual([null, null, null]);
  });
});

describe('whole parts', () => {
  it('add up to the rounded total', () => {
    expect(wholeParts([0.4, 0.4, 0.4])).toEqual([1, 0, 0]);
    expect(wholeParts([-0.4, 1.7, 0.3])).toEqual([0, 2, 0]);
    // What is left over goes to the largest remainders, of equal ones to the first.
    expect([wholeParts([0.1, 0.6, 0.3]), wholeParts([0.2, 0.9, 0.9]), wholeParts([0.3, 0.5, 0.5, 0.7]), wholeParts([2.99999999, 0.00000001])]).toEqual([[0, 1, 0], [0, 1, 1], [0, 1, 0, 1], [3, 0]]);
    expect(wholeParts([])).toEqual([]);
    expect([wholeCents(0.1 + 0.2 + 0.2), wholeCents(0.5), wholeCents(1.4999999999), wholeCents(-0.4), wholeCents(2.4)]).toEqual([1, 1, 2, 0, 2]);
    fc.assert(fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 20 }), (parts) => {
      const whole = wholeParts(parts);
      expect(whole.reduce((sum, each) => sum + each, 0)).toBe(wholeCents(parts.reduce((sum, each) => sum + each, 0)));
      whole.forEach((each, index) => expect(Math.abs(each - (parts[index] ?? 0))).toBeLessThanOrEqual(1));
    }), { numRuns: 1000 });
  });
});
