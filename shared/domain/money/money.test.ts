import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure, pay } from '../testing.ts';
import { NOTHING, UNKNOWN, amountOf, exactly, leastOf, scale, sumOf } from './amount.ts';
import type { Amount } from './amount.ts';
import { dollarsOf, minus, plus, times } from './money.ts';
import { convertDollars, moneyIn, priceLevel } from './prices.ts';
import { ownYear, publishedPay } from './wage.ts';

const cents = fc.integer({ min: 0, max: 10_000_000 });
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.constant(UNKNOWN), fc.constant(NOTHING),
  fc.record({ lowCents: cents, more: cents, incomplete: fc.boolean() }).map(({ lowCents, more, incomplete }) => ({ lowCents, highCents: lowCents + more, incomplete, nothingKnown: false })),
);

describe('money of one year', () => {
  it('adds and subtracts, in whole cents', () => {
    expect(plus(dollarsOf(2025, 12.5), dollarsOf(2025, 0.1))).toEqual({ cents: 1260, year: 2025 });
    expect(minus(dollarsOf(2025, 1), dollarsOf(2025, 2.5))).toEqual({ cents: -150, year: 2025 });
    expect(times(dollarsOf(2025, 10), 1 / 3)).toEqual({ cents: 333, year: 2025 });
  });
  it('refuses two years that differ only at run time', () => {
    const of = (year: number) => dollarsOf(year, 1);
    expect(() => plus(of(2015), of(2025))).toThrow('dollars of 2015 and of 2025');
    expect(() => minus(of(2015), of(2025))).toThrow(RangeError);
  });
  // BLS, CPI-U all items, not seasonally adjusted: averages of 2015 and 2022, May 2025.
  const PRICES = [{ year: 2015, month: 0, cpiMilli: 237017 }, { year: 2022, month: 0, cpiMilli: 292655 }, { year: 2025, month: 5, cpiMilli: 321465 }];
  it('becomes that of another by CPI-U, or says which year has no index', () => {
    expect(moneyIn(dollarsOf(2022, 43000), { year: 2025, month: 5 }, PRICES)).toEqual({ ok: true, value: { cents: 4723307, year: 2025 } });
    expect(moneyIn(dollarsOf(2015, 35000), { year: 2022, month: 0 }, PRICES)).toEqual({ ok: true, value: { cents: 4321599, year: 2022 } });
    expect(moneyIn(dollarsOf(1999, 1), { year: 2025, month: 5 }, PRICES)).toEqual({ ok: false, error: { missing: 1999 } });
    expect(moneyIn(dollarsOf(2022, 1), { year: 2031, month: 0 }, PRICES)).toEqual({ ok: false, error: { missing: 2031 } });
    expect(moneyIn(dollarsOf(2025, 10), { year: 2022, month: 0 }, PRICES, 5)).toEqual({ ok: true, value: { cents: 910, year: 2022 } });
    expect(convertDollars(43000, PRICES, { year: 2022, month: 0 }, { year: 2025, month: 5 })).toEqual({ ok: true, value: 47233 });
  });
  it('takes the year\'s average for a month without an index, never a month for the year', () => {
    expect(priceLevel(PRICES, 2022, 7)).toEqual(PRICES[1]);
    expect(priceLevel(PRICES, 2025, 0)).toBeNull();
    expect(priceLevel(PRICES, 2025, 5)).toEqual(PRICES[2]);
    expect(priceLevel(PRICES, 2025, 6)).toBeNull();
  });
});

describe('amounts', () => {
  it('add their ends, and stay incomplete', () => {
    expect(sumOf([exactly(100), { lowCents: 5, highCents: 9, incomplete: false, nothingKnown: false }])).toEqual({ lowCents: 105, highCents: 109, incomplete: false, nothingKnown: false });
    expect(sumOf([exactly(100), UNKNOWN])).toEqual({ lowCents: 100, highCents: 100, incomplete: true, nothingKnown: false });
    expect(sumOf([UNKNOWN, UNKNOWN])).toEqual(UNKNOWN);
    expect(sumOf([])).toEqual(UNKNOWN);
    expect(sumOf([NOTHING])).toEqual(NOTHING);
  });
  it('come from figures', () => {
    expect(amountOf(figure(null))).toEqual(UNKNOWN);
    expect(amountOf({ ...figure(500), high: 900 })).toEqual({ lowCents: 500, highCents: 900, incomplete: false, nothingKnown: false });
    expect(amountOf({ ...figure(500), atLeast: true })).toMatchObject({ highCents: 500, incomplete: true });
    expect(amountOf(figure(0))).toEqual(NOTHING);
  });
  it('scale at both ends', () => {
    expect(scale({ lowCents: 10, highCents: 15, incomplete: true, nothingKnown: false }, 1.5)).toEqual({ lowCents: 15, highCents: 23, incomplete: true, nothingKnown: false });
  });
  it('never lose what is unknown, whatever is added', () => {
    fc.assert(fc.property(fc.array(amount), amount, (parts, more) => {
      const [sum, longer] = [sumOf(parts), sumOf([...parts, more])];
      if (parts.some((part) => part.incomplete)) expect(longer.incomplete).toBe(true);
      expect(longer.lowCents).toBeGreaterThanOrEqual(sum.lowCents);
      expect(longer.lowCents).toBeLessThanOrEqual(longer.highCents);
    }), { numRuns: 1000 });
  });
  it('are never the least while a part is unknown', () => {
    expect(leastOf([exactly(500), UNKNOWN])).toBeNull();
    expect(leastOf([exactly(500), { ...exactly(900), incomplete: true }])).toBe(0);
    expect(leastOf([{ ...exactly(100), incomplete: true }, exactly(500)])).toBeNull();
    expect(leastOf([exactly(500), exactly(500)])).toBeNull();
    expect(leastOf([exactly(900), exactly(500), exactly(700)])).toBe(1);
    expect(leastOf([{ lowCents: 100, highCents: 600, incomplete: false, nothingKnown: false }, exactly(500)])).toBeNull();
    expect([leastOf([]), leastOf([exactly(5)]), leastOf([UNKNOWN])]).toEqual([null, 0, null]);
    fc.assert(fc.property(fc.array(amount), (amounts) => {
      const least = leastOf(amounts);
      if (least !== null) expect(amounts[least]?.incomplete).toBe(false);
    }), { numRuns: 1000 });
  });
});

describe('pay', () => {
  const facts = { ...pay(null, 40000, 50000, null, null), hourlyP25Cents: 1923, hourlyP50Cents: 2404 };
  it('by the hour and by the year are kept apart', () => {
    expect(publishedPay(facts, 'p50')).toEqual({ annual: { per: 'year', dollars: 50000 }, hourly: { per: 'hour', cents: 2404 }, why: 'both' });
    expect(publishedPay(facts, 'p25')).toEqual({ annual: { per: 'year', dollars: 40000 }, hourly: { per: 'hour', cents: 1923 }, why: 'both' });
    expect(publishedPay({ ...facts, basis: 'annual-only' }, 'p50')).toEqual({ annual: { per: 'year', dollars: 50000 }, hourly: null, why: 'annual-only' });
    expect(publishedPay({ ...facts, basis: 'hourly-only' }, 'p50')).toEqual({ annual: null, hourly: { per: 'hour', cents: 2404 }, why: 'hourly-only' });
    expect(publishedPay(pay(null, null, null, null, null), 'p25')).toEqual({ annual: null, hourly: null, why: 'not-published' });
  });
  it('of an adult comes from their own hours', () => {
    expect(ownYear({ per: 'hour', cents: 1750 }, 32)).toEqual({ per: 'year', dollars: 29120 });
    expect(ownYear({ per: 'hour', cents: 1750 }, 40, 50)).toEqual({ per: 'year', dollars: 35000 });
  });
});
