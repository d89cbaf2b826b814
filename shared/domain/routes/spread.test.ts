import { describe, expect, it } from 'vitest';
import type { FrontRoute } from './front.ts';
import { bestOf, compareRoutes, isWhole, spread } from './spread.ts';

const route = (id: number, extra: Partial<FrontRoute> = {}): FrontRoute => ({ nodes: [id], occupation: 0, months: 12, cents: 100, value: 50, risk: 1, monthsOpen: false, centsOpen: false, ...extra });
const shown = (front: readonly FrontRoute[], most: number): (number | undefined)[] => spread(front, most).map(({ nodes }) => nodes[0]);

describe('the order of routes', () => {
  it('is by value, then what is whole, then time, cost, hurdles and steps', () => {
    const ordered = [
      route(0, { value: 60, months: 99 }), route(1), route(2), route(3, { risk: 2 }), route(4, { cents: 101, risk: 0 }), route(5, { months: 13, cents: 0 }),
      route(6, { centsOpen: true, months: 0 }), route(7, { monthsOpen: true, months: 0 }), route(8, { value: -Infinity, months: 1 }), route(9, { value: -Infinity, months: 2 }),
    ];
    expect([...ordered].reverse().sort(compareRoutes)).toEqual(ordered);
  });
  it('knows what is whole', () => {
    expect([isWhole(route(0)), isWhole(route(0, { monthsOpen: true })), isWhole(route(0, { centsOpen: true }))]).toEqual([true, false, false]);
  });
});

describe('the best of each criterion', () => {
  it('is of whole routes alone', () => {
    expect(bestOf([route(0, { months: 5, cents: 900, value: 10, risk: 4 }), route(1, { months: 50, cents: 90, value: 100, risk: 2 }), route(2, { months: 1, cents: 1, value: 999, risk: 0, centsOpen: true })])).toEqual({ months: 5, cents: 90, value: 100, risk: 2 });
    expect(bestOf([route(0, { monthsOpen: true })])).toBeNull();
    expect(bestOf([])).toBeNull();
  });
});

describe('spreading', () => {
  it('shows all where there is room, in order', () => {
    expect(shown([route(1, { value: 10 }), route(2, { value: 20 })], 2)).toEqual([2, 1]);
    expect(shown([], 2)).toEqual([]);
  });
  it('takes the best of value, time, cost and hurdles first, as far as there is room', () => {
    const front = [
      route(0, { value: 90, months: 50, cents: 500, risk: 9 }), route(1, { value: 10, months: 2, cents: 500, risk: 9 }), route(2, { value: 10, months: 50, cents: 5, risk: 9 }),
      route(3, { value: 10, months: 50, cents: 500, risk: 1 }), route(4, { value: 50, months: 26, cents: 250, risk: 5 }),
    ];
    expect(shown(front, 4)).toEqual([0, 1, 2, 3]);
    expect(shown(front, 2)).toEqual([0, 1]);
    expect(shown(front, 1)).toEqual([0]);
  });
  it('then always the one farthest from those chosen', () => {
    const line = [0, 2, 9, 10].map((months) => route(months, { months }));
    expect(shown(line, 2)).toEqual([0, 10]);
    expect(shown(line, 3)).toEqual([0, 2, 10]);
    // On a scale of its own each: a month of ten weighs as much as a thousand dollars of ten thousand.
    const wide = [route(0, { months: 0, cents: 0 }), route(1, { months: 10, cents: 0 }), route(2, { months: 0, cents: 1_000_000 }), route(3, { months: 10, cents: 1_000_000 }), route(4, { months: 4, cents: 400_000 })];
    expect(shown(wide, 4)).toEqual([0, 2, 1, 3]);
    const paid = [route(0, { value: 100 }), route(1, { value: 95 }), route(2, { value: 50 }), route(3, { value: 0 })];
    expect(shown(paid, 3)).toEqual([0, 2, 3]);
  });
  it('measures nothing by what is not finite or the same for all', () => {
    const front = [route(0, { months: 0, value: -Infinity }), route(1, { months: 2, value: -Infinity }), route(2, { months: 9, value: -Infinity }), route(3, { months: 10, value: -Infinity })];
    expect(shown(front, 3)).toEqual([0, 1, 3]);
    expect(shown([route(0, { months: 0, value: 5 }), route(1, { months: 10, value: -Infinity }), route(2, { months: 4, value: 5 })], 2)).toEqual([0, 1]);
  });
  it('starts from the first where none is whole, and takes whole ones before others', () => {
    const open = [0, 2, 9, 10].map((months) => route(months, { months, monthsOpen: true }));
    expect(shown(open, 3)).toEqual([0, 2, 10]);
    expect(shown([route(0), route(1, { months: 99, value: 1 }), route(2, { months: 13, value: 49 }), route(3, { months: 500, value: 500, centsOpen: true })], 3)).toEqual([0, 2, 1]);
    expect(shown([route(0), route(3, { months: 500, value: 500, centsOpen: true }), route(4, { months: 501, value: 499, centsOpen: true })], 2)).toEqual([3, 0]);
  });
});

describe('what is shown of many', () => {
  it('is the best of each criterion, however near it lies to another', () => {
    const rich = route(1, { value: 100, months: 50, cents: 1, risk: 5 });
    const quick = route(2, { value: 0, months: 1, cents: 10_000, risk: 100 });
    const cheap = route(3, { value: 99, months: 49, cents: 0, risk: 5 });
    const safe = route(4, { value: 98, months: 48, cents: 1, risk: 1 });
    const far = [route(5, { value: 50, months: 25, cents: 5000, risk: 50 }), route(6, { value: 30, months: 40, cents: 9000, risk: 80 }), route(7, { value: 20, months: 45, cents: 8000, risk: 90 })];
    expect(shown([...far, safe, cheap, quick, rich], 4)).toEqual([1, 3, 4, 2]);
  });
  it('weighs hurdles in how far two lie apart', () => {
    const same = { value: 50, months: 12, cents: 100 };
    expect(shown([route(1, { ...same, value: 60, risk: 1 }), route(2, { ...same, risk: 2 }), route(3, { ...same, risk: 9 })], 2)).toEqual([1, 3]);
  });
  it('is filled with routes alike when there is nothing else, and the earlier of two as far', () => {
    expect(shown([route(3), route(1), route(2)], 2)).toEqual([1, 2]);
    expect(shown([route(4, { monthsOpen: true }), route(5, { monthsOpen: true }), route(6, { monthsOpen: true })], 2)).toEqual([4, 5]);
  });
});
