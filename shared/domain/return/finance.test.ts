import { describe, expect, it } from 'vitest';
import { annuityPresentValue, loanPayment } from './annuity.ts';
import { IRR_FLOWS_MOST, irrOf } from './irr.ts';
import { presentValue } from './present-value.ts';
import { rootsBetween0And1, signChanges } from './root-count.ts';

describe('plain finance', () => {
  it('values an annuity, at no interest too', () => {
    expect(annuityPresentValue(1000, 0.05, 10)).toBeCloseTo(7721.7349, 4);
    expect(annuityPresentValue(1000, 0, 10)).toBe(10000);
    expect(annuityPresentValue(1000, 1e-12, 10)).toBeCloseTo(10000, 6);
    expect(annuityPresentValue(100, -0.5, 2)).toBeCloseTo(100 / 0.5 + 100 / 0.25, 9);
    expect(annuityPresentValue(100, 0.1, 0)).toBeCloseTo(0, 12);
  });
  it('repays a loan in level payments', () => {
    expect(loanPayment(10000, 0.05, 120)).toEqual({ monthly: expect.closeTo(106.0655, 4) as number, annual: expect.closeTo(1272.7862, 4) as number });
    expect(loanPayment(12000, 0, 12)).toEqual({ monthly: 1000, annual: 12000 });
    expect(loanPayment(0, 0.05, 12).monthly).toBe(0);
  });
  it('values flows, the first undiscounted', () => {
    expect(presentValue(0.1, [-100, 60, 60])).toBeCloseTo(4.1322, 4);
    expect([presentValue(0.1, []), presentValue(5, [7]), presentValue(0, [1, 2, 3])]).toEqual([0, 7, 6]);
  });
});

describe('the internal rate of return', () => {
  it.each([
    [[-100, 110], 0.1], [[-100, 50], -0.5], [[-100, 100], 0], [[0, -100, 0, 100], 0], [[-100, 30, 35, 40, 45], 0.170937], [[100, -110], 0.1],
    // One rate, though signs change three times.
    [[-1000, 600, -50, 700], 0.116631], [[-1, 0, 0, 5], Math.cbrt(5) - 1],
    // Level at rate 0, but not 0 there.
    [[-2, 1, -2, 1], -0.5],
    // 0 alone, though signs change three times.
    [[-1, 1, -1, 1], 0],
  ])('of %j is %d', (flows, expected) => {
    const found = irrOf(flows);
    expect(found.outcome).toBe('unique');
    expect(found.irr).toBeCloseTo(expected, 6);
    expect(presentValue(found.irr ?? NaN, flows)).toBeCloseTo(0, 9);
  });
  it.each([[[]], [[0, 0]], [[100, 100]], [[-5, -5, 0]], [[1, -3, 2.5]], [[7]]])('of %j is none', (flows) => {
    expect(irrOf(flows)).toEqual({ outcome: 'none', irr: null });
  });
  it('of several is none of them, and names them', () => {
    const rates = (flows: readonly number[]): readonly number[] => {
      const found = irrOf(flows);
      expect([found.outcome, found.irr]).toEqual(['not unique', null]);
      return found.outcome === 'not unique' ? found.rates : [];
    };
    expect(rates([-100, 230, -132]).map((rate) => Number(rate.toFixed(9)))).toEqual([0.1, 0.2]);
    expect(rates([-1000, 3000, -2500, 600]).map((rate) => Number(rate.toFixed(4)))).toEqual([-0.5696, -0.2218, 0.7914]);
    // A rate of 0 beside another.
    expect(rates([-100, 220, -120]).map((rate) => Number(rate.toFixed(9)))).toEqual([0, 0.2]);
    expect(rates([-100, 60, 60, -10]).map((rate) => Number(rate.toFixed(4)))).toEqual([-0.8502, 0.0725]);
    // A double rate touches 0 and does not cross it: the project never gains.
    expect(rates([-100, 220, -121])).toEqual([]);
    expect(rates([-100, 200, -100])).toEqual([0]);
    expect(rates([4, -4, 1])).toEqual([]);
  });
  it('takes as many flows as it can count', () => {
    expect(irrOf(Array.from({ length: IRR_FLOWS_MOST }, (_, year) => (year === 0 ? -100 : 10))).irr).toBeCloseTo(0.1, 4);
    expect(() => irrOf(Array.from({ length: IRR_FLOWS_MOST + 1 }, () => 1))).toThrow('more than 240 flows');
    expect(irrOf([-100, 100]).irr).toBe(0);
  });
});

describe('counting roots', () => {
  it('knows changes of sign', () => {
    expect([signChanges([]), signChanges([0, 1, 0, 2]), signChanges([-1, 0, 1, -1]), signChanges([1n, -1n])]).toEqual([0, 0, 2, 1]);
  });
  it('isolates each between 0 and 1', () => {
    expect(rootsBetween0And1([-1n, 2n])).toEqual([{ low: 0, high: 1 }]);
    // (4x - 1)(4x - 3), and with (2x - 1) between, which lies on a cut.
    expect(rootsBetween0And1([3n, -16n, 16n])).toEqual([{ low: 0, high: 0.5 }, { low: 0.5, high: 1 }]);
    expect(rootsBetween0And1([-3n, 22n, -48n, 32n])).toEqual([{ low: 0, high: 0.5 }, { low: 0.5, high: 0.5 }, { low: 0.5, high: 1 }]);
    expect(rootsBetween0And1([1n, 1n])).toEqual([]);
    // x^2 + 1 has none, though its signs as flows may suggest some; a double root cannot be told from two.
    expect(rootsBetween0And1([5n, -4n, 4n])).toEqual([]);
    expect(rootsBetween0And1([1n, -4n, 4n])).toBeNull();
  });
});
