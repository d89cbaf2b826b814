import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AIDE_PAY, LPN_PAY, RN_PAY, pay } from '../testing.ts';
import { anyPeople, people, share } from '../../../test/engine/arbitrary.ts';
import { normalQuantile, normalShare } from './normal.ts';
import { overlapOf } from './overlap.ts';
import { oewsPeople, peopleOf } from './people.ts';
import type { PeoplePercentiles } from './people.ts';
import { quantileOf, shareAbove } from './quantile.ts';

const RUNS = { numRuns: 1000 };
const known = (facts: Parameters<typeof oewsPeople>[0]): PeoplePercentiles<'oews'> => oewsPeople(facts) ?? people({});

describe('the normal distribution', () => {
  it.each([[0, 0.5], [1, 0.8413447460685429], [-1.959963984540054, 0.025], [1.2815515655446004, 0.9], [-0.6744897501960817, 0.25], [-5, 2.866515719235352e-7], [-8, 6.220960574271785e-16], [-20, 2.753624118606233e-89], [-38, 0], [38, 1]])('has %d above a share of %d', (z, expected) => {
    expect(normalShare(z)).toBeCloseTo(expected, 14);
    expect(Math.abs(normalShare(z) - expected)).toBeLessThanOrEqual(expected * 1e-7);
  });
  it('is turned around by its quantiles', () => {
    fc.assert(fc.property(share, (p) => { expect(normalShare(normalQuantile(p))).toBeCloseTo(p, 12); }), RUNS);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301131, 9);
  });
});

describe('a quantile function', () => {
  it('and the share above undo each other where pay rises', () => {
    fc.assert(fc.property(share, (p) => {
      const at = quantileOf(known(LPN_PAY), p)?.value ?? NaN;
      expect(shareAbove(known(LPN_PAY), at)?.value).toBeCloseTo(1 - p, 9);
    }), RUNS);
  });
  it('is log-linear between points and lognormal beyond', () => {
    const group = people({ p25: 40000, p50: 50000 });
    expect(quantileOf(group, 0.375)).toEqual({ value: expect.closeTo(Math.sqrt(40000 * 50000), 6) as number, extrapolated: false, atLeast: false });
    // A lognormal with the spread of p25 to p50 lies as far above as below.
    expect(quantileOf(group, 0.75)).toEqual({ value: expect.closeTo(62500, 6) as number, extrapolated: true, atLeast: false });
    expect(quantileOf(group, 0.1)?.extrapolated).toBe(true);
    // The upper tail has the spread of the last two points, the lower that of the first two.
    const three = people({ p25: 40000, p50: 50000, p75: 55000 });
    expect(quantileOf(three, 0.9)?.value).toBeCloseTo(55000 * 1.1 ** ((1.2815515655446004 - 0.6744897501960817) / 0.6744897501960817), 6);
    expect(quantileOf(three, 0.1)?.value).toBeCloseTo(40000 * 1.25 ** ((0.6744897501960817 - 1.2815515655446004) / 0.6744897501960817), 6);
    expect(shareAbove(group, 62500)).toEqual({ value: expect.closeTo(0.25, 9) as number, extrapolated: true, atLeast: false });
  });
  it('is unknown from one point, and at no share', () => {
    expect(quantileOf(people({ p50: 50000 }), 0.5)).toBeNull();
    expect(shareAbove(people({ p50: 50000 }), 50000)).toBeNull();
    const group = known(LPN_PAY);
    expect([quantileOf(group, 0), quantileOf(group, 1), quantileOf(group, NaN), shareAbove(group, 0), shareAbove(group, -1)]).toEqual([null, null, null, null, null]);
  });
  it('is level where percentiles are equal, and ends there', () => {
    const group = people({ p10: 30000, p25: 30000, p50: 40000, p75: 40000, p90: 40000 });
    expect([0.01, 0.2, 0.6, 0.99].map((p) => Math.round(quantileOf(group, p)?.value ?? 0))).toEqual([30000, 30000, 40000, 40000]);
    expect([29999, 30000, 40000, 40001].map((dollars) => shareAbove(group, dollars)?.value)).toEqual([1, 0.75, 0.5, 0]);
  });
  it('says "at least" from the top code on, and reads nothing into the points beyond the first', () => {
    const group = people({ p25: 150000, p50: 200000, p75: 239200, p90: 239200 }, 239200);
    expect(quantileOf(group, 0.6)).toMatchObject({ extrapolated: false, atLeast: false });
    expect(quantileOf(group, 0.75)).toMatchObject({ value: expect.closeTo(239200, 6) as number, atLeast: true });
    expect(quantileOf(group, 0.9)).toMatchObject({ extrapolated: true, atLeast: true });
    expect(quantileOf(group, 0.9)?.value).toBeGreaterThan(239200);
    expect(shareAbove(group, 239200)).toMatchObject({ value: 0.25, atLeast: false });
    expect(shareAbove(group, 300000)?.atLeast).toBe(true);
  });
});

describe('percentiles', () => {
  it('are refused where they fall or are no pay, with the point', () => {
    expect(peopleOf('oews', { p25: 50000, p50: 40000 })).toEqual({ ok: false, error: { point: 'p50', why: 'below-a-lower-percentile' } });
    expect(peopleOf('oews', { p10: 0 })).toEqual({ ok: false, error: { point: 'p10', why: 'not-a-positive-number' } });
    expect(peopleOf('oews', { p90: NaN })).toEqual({ ok: false, error: { point: 'p90', why: 'not-a-positive-number' } });
    expect(peopleOf('oews', { p90: Infinity }).ok).toBe(false);
  });
  it('of an occupation are those published', () => {
    expect(oewsPeople(pay(null, null, null, null, null))).toBeNull();
    expect(oewsPeople(pay(null, 5, 4, null, null))).toBeNull();
    expect(oewsPeople(pay(null, null, 5, null, null))?.p50).toBe(5);
    expect(oewsPeople(AIDE_PAY)).toMatchObject({ of: 'people', measure: 'oews', p10: 30490, p90: 46900, topCode: null });
  });
});

describe('overlap', () => {
  it('agrees with drawing pairs', () => {
    fc.assert(fc.property(anyPeople, anyPeople, (a, b) => {
      const draws = 200;
      const at = (group: PeoplePercentiles<'oews'>): number[] => Array.from({ length: draws }, (_, index) => quantileOf(group, (index + 0.5) / draws)?.value ?? NaN);
      const [as, bs] = [at(a), at(b)];
      let wins = 0;
      for (const x of as) for (const y of bs) wins += Math.abs(x - y) <= x * 1e-12 ? 0.5 : x > y ? 1 : 0;
      expect(Math.abs((overlapOf(a, b)?.probability.value ?? NaN) - wins / draws ** 2)).toBeLessThan(0.01);
    }), { numRuns: 60 });
  });
  it('of two lognormals is the closed form', () => {
    const lognormal = (median: number, spread: number) => people({ p10: median * Math.exp(-1.2815515655446004 * spread), p50: median, p90: median * Math.exp(1.2815515655446004 * spread) });
    // Log-linear between points is not lognormal, so this is near, not equal.
    const exact = normalShare(Math.log(60000 / 50000) / Math.hypot(0.4, 0.3));
    expect(Math.abs((overlapOf(lognormal(60000, 0.4), lognormal(50000, 0.3))?.probability.value ?? 0) - exact)).toBeLessThan(0.01);
  });
  it('puts more than 9 in 10 registered nurses above the middle practical nurse, by a tail', () => {
    // By hand: spread ln(76050/63750)/0.60706 = 0.29066, score -1.28155 + ln(60330/63750)/0.29066 = -1.4713, share 0.0706 below.
    const found = overlapOf(known(RN_PAY), known(LPN_PAY));
    expect(found?.aboveMedian).toMatchObject({ value: expect.closeTo(0.92939, 4) as number, extrapolated: true });
    expect(overlapOf(known(AIDE_PAY), known(LPN_PAY))?.aboveMedian.value).toBeLessThan(0.001);
    expect(overlapOf(known(LPN_PAY), known(AIDE_PAY))?.probability).toMatchObject({ value: expect.closeTo(0.98, 1) as number });
  });
  it('is bounded by the published points alone, whatever the tails are', () => {
    const bounds = (a: PeoplePercentiles<'oews'>, b: PeoplePercentiles<'oews'>): number[] => [overlapOf(a, b)?.probability.low ?? NaN, overlapOf(a, b)?.probability.high ?? NaN];
    const [group, lower] = [people({ p25: 40000, p50: 50000 }), people({ p25: 10000, p50: 20000 })];
    // At most: a quarter at p25 over a quarter, a quarter between over 3/8 on average, and the upper half over all.
    expect(bounds(group, group)[1]).toBeCloseTo(0.25 * 0.25 + 0.25 * 0.375 + 0.5, 12);
    expect(bounds(group, group)[0]).toBeCloseTo(1 - 0.65625, 12);
    // All of A's known points lie above B's; B's upper half may still lie above everything.
    expect(bounds(group, lower)).toEqual([expect.closeTo(1 - (0.25 * 0.25 + 0.25 * 0.25 + 0.5), 12) as number, 1]);
    expect(bounds(lower, group)).toEqual([0, expect.closeTo(0.625, 12) as number]);
    // A quarter of A is paid exactly 50,000.
    const [level, wide] = [people({ p25: 50000, p50: 50000 }), people({ p25: 40000, p50: 60000 })];
    const part = Math.log(50 / 40) / Math.log(60 / 40);
    expect(bounds(level, wide)[1]).toBeCloseTo(2 * 0.25 * (0.25 + 0.25 * part) + 0.5, 9);
    expect(bounds(level, wide)[0]).toBeCloseTo(1 - (0.25 * 0.25 + 0.25 * part * 0.25 + 0.25 * (1 - part) + 0.5), 9);
  });
  it('is unknown without spread or without the median of B', () => {
    const group = known(LPN_PAY);
    expect(overlapOf(group, people({ p50: 1 }))).toBeNull();
    expect(overlapOf(people({ p50: 1 }), group)).toBeNull();
    expect(overlapOf(group, people({ p25: 1, p75: 2 }))).toBeNull();
  });
});
