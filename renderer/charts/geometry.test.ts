import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveGeometry } from './curve-geometry.ts';
import { amountsOf, payScale } from './pay-scale.ts';
import type { PayPoints } from './pay-scale.ts';
import { spreadLabels } from './spread-labels.ts';
import { stripShape } from './strip-shape.ts';

const LPN: PayPoints = { p10: 47140, p25: 50790, p50: 60330, p75: 63310, p90: 71710, topCoded: false };
const NOTHING: PayPoints = { p10: null, p25: null, p50: null, p75: null, p90: null, topCoded: false };
const points = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 5, maxLength: 5 }).map((values) => values.sort((a, b) => a - b));
const pays = fc.tuple(points, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.boolean()).map(([values, known, topCoded]): PayPoints => {
  const [p10, p25, p50, p75, p90] = values.map((value, index) => (known[index] ? value : null));
  return { p10: p10 ?? null, p25: p25 ?? null, p50: p50 ?? null, p75: p75 ?? null, p90: p90 ?? null, topCoded };
});

describe('the scale of pay', () => {
  it('holds every amount between whole ticks', () => {
    const scale = payScale([26881, 106180, 47233]);
    expect([scale.low, scale.high]).toEqual([20_000, 110_000]);
    expect(scale.ticks).toEqual([20_000, 40_000, 60_000, 80_000, 100_000]);
  });
  it('still has an axis when nothing, or one amount, is known', () => {
    expect(payScale([]).ticks.length).toBeGreaterThan(2);
    const one = payScale([50_000]);
    expect(one.at(50_000)).toBeGreaterThan(10);
    expect(one.at(50_000)).toBeLessThan(90);
    expect(payScale([0]).at(0)).not.toBeNaN();
  });
  it('keeps the order of amounts and stays inside the width', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 40 }), (amounts) => {
      const scale = payScale(amounts);
      const places = [...amounts].sort((a, b) => a - b).map((amount) => scale.at(amount));
      expect(places.every((place, index) => place >= 3 && place <= 97 && place >= (places[index - 1] ?? 0))).toBe(true);
      // Strictly: two amounts that differ never lie on one place.
      expect(new Set(places).size).toBe(new Set(amounts).size);
      expect(scale.ticks.length).toBeLessThanOrEqual(14);
    }));
  });
});

describe('a strip', () => {
  it('has whisker, box and tick at the published figures', () => {
    const scale = payScale([...amountsOf(LPN), 20_000]);
    expect(stripShape(LPN, scale)).toEqual({
      whisker: [scale.at(47140), scale.at(71710)], caps: [scale.at(47140), scale.at(71710)], box: [scale.at(50790), scale.at(63310)], tick: scale.at(60330), open: null, beyond: false,
    });
  });
  it('leaves out what is not published', () => {
    const scale = payScale([20_000, 100_000]);
    expect(stripShape(NOTHING, scale)).toEqual({ whisker: null, caps: [], box: null, tick: null, open: null, beyond: false });
    const noTop = stripShape({ ...LPN, p90: null }, scale);
    expect(noTop.whisker).toEqual([scale.at(47140), scale.at(63310)]);
    expect(noTop.caps).toEqual([scale.at(47140)]);
    expect(stripShape({ ...LPN, p75: null }, scale).box).toBeNull();
    expect(stripShape({ ...NOTHING, p50: 50_000 }, scale)).toMatchObject({ whisker: null, tick: scale.at(50_000) });
  });
  it('goes on at its upper end when the top figure is "at least"', () => {
    const scale = payScale([20_000, 250_000]);
    const shape = stripShape({ p10: 80_000, p25: 150_000, p50: 239_200, p75: null, p90: null, topCoded: true }, scale);
    expect(shape.open).toBe(scale.at(239_200));
    expect(shape.caps).toEqual([scale.at(80_000)]);
  });
  it('goes on as an arrow where it leaves the scale of the screen', () => {
    const scale = payScale([20_000, 100_000]);
    const high = stripShape({ p10: 90_000, p25: 99_000, p50: 150_000, p75: 160_000, p90: 200_000, topCoded: false }, scale);
    expect(high).toEqual({ whisker: [scale.at(90_000), 97], caps: [scale.at(90_000)], box: [scale.at(99_000), 97], tick: null, open: 97, beyond: true });
    expect(stripShape({ p10: 120_000, p25: 130_000, p50: 150_000, p75: 160_000, p90: 200_000, topCoded: false }, scale)).toMatchObject({ box: null, tick: null, open: 97, caps: [] });
  });
  it('never draws a part without its figures, nor out of order', () => {
    fc.assert(fc.property(pays, (pay) => {
      const { whisker, caps, box, tick, open } = stripShape(pay, payScale(amountsOf(pay)));
      expect(box !== null).toBe(pay.p25 !== null && pay.p75 !== null);
      expect(tick !== null).toBe(pay.p50 !== null);
      expect(caps.length).toBe(Number(pay.p10 !== null) + Number(pay.p90 !== null && !pay.topCoded));
      expect(open !== null).toBe(pay.topCoded && amountsOf(pay).length > 0);
      const inside = [...(box ?? []), ...(tick === null ? [] : [tick])];
      if (whisker) expect(inside.every((place) => place >= whisker[0] && place <= whisker[1])).toBe(true);
      if (box && tick !== null) expect(box[0] <= tick && tick <= box[1]).toBe(true);
    }));
  });
});

describe('labels at the ends of lines', () => {
  it('stand where they belong when there is room', () => {
    expect(spreadLabels([150, 20, 80], 20, 0, 200)).toEqual([150, 20, 80]);
    expect(spreadLabels([100, 104], 20, 0, 200)).toEqual([92, 112]);
    expect(spreadLabels([], 20, 0, 200)).toEqual([]);
  });
  it('never cover one another, keep their order, and stay inside while they fit', () => {
    const heights = fc.integer({ min: 1, max: 60 });
    fc.assert(fc.property(fc.array(fc.double({ min: -500, max: 900, noNaN: true }), { minLength: 1, maxLength: 8 }), heights, (wanted, height) => {
      const [low, high] = [0, 500];
      const places = spreadLabels(wanted, height, low, high);
      const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
      const sorted = order.map((index) => places[index] ?? NaN);
      for (let index = 1; index < sorted.length; index += 1) expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(height - 1e-6);
      if (wanted.length * height <= high - low) {
        expect(Math.min(...places)).toBeGreaterThanOrEqual(low + height / 2 - 1e-6);
        expect(Math.max(...places)).toBeLessThanOrEqual(high - height / 2 + 1e-6);
      }
    }));
  });
});

describe('the cumulative picture', () => {
  const curve = (cents: readonly number[], breakEvenMonth: number | null = null) => ({ points: cents.map((each, month) => ({ month, cents: each })), breakEvenMonth });
  const months = (count: number, each: (month: number) => number) => Array.from({ length: count + 1 }, (_, month) => each(month));
  const frame = { width: 480, height: 240 };

  it('always holds zero, and puts a blaze at break-even', () => {
    const up = curveGeometry([curve(months(120, (month) => month * 1000 - 24_000), 24)], '2027-01', frame);
    expect(up.zero).toBeGreaterThan(0);
    expect(up.zero).toBeLessThan(240);
    expect(up.blazes).toEqual([{ x: 96, index: 0 }]);
    expect(up.amounts.map((each) => each.cents)).toContain(0);
    const never = curveGeometry([curve(months(24, (month) => -month * 1000))], '2027-01', frame);
    expect(never.zero).toBeGreaterThanOrEqual(0);
    expect(never.blazes).toEqual([]);
  });
  it('marks years at January, as many as have room', () => {
    const years = (start: string, width = 480) => curveGeometry([curve(months(120, (month) => month))], start, { width, height: 240 }).years;
    expect(years('2027-01').map((each) => each.year)).toEqual([2027, 2029, 2031, 2033, 2035, 2037]);
    expect(years('2026-12')[0]).toEqual({ x: 52, year: 2028 });
    expect(years('2027-01', 2000)).toHaveLength(11);
    expect(years('2027-01', 100).length).toBeLessThanOrEqual(2);
  });
  it('draws every line inside the frame, for any lines', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -50_000_000, max: 90_000_000 }), { minLength: 2, maxLength: 40 }), { maxLength: 4 }), (lines) => {
      const drawn = curveGeometry(lines.map((each) => curve(each)), '2027-03', frame);
      for (const path of drawn.paths) {
        const numbers = path.slice(1).split(/[L,]/).map(Number);
        expect(numbers.every((value, index) => value >= 0 && value <= (index % 2 === 0 ? 480 : 240))).toBe(true);
      }
      expect([...drawn.ends, drawn.zero].every((value) => value >= 0 && value <= 240)).toBe(true);
    }));
  });
});
