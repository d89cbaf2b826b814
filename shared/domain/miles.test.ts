import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf, milesBetween } from './miles.ts';

const COLUMBUS = { latitudeMicro: 39_961_000, longitudeMicro: -82_999_000 };
const CLEVELAND = { latitudeMicro: 41_499_000, longitudeMicro: -81_694_000 };
const place = fc.record({ latitudeMicro: fc.integer({ min: -90_000_000, max: 90_000_000 }), longitudeMicro: fc.integer({ min: -180_000_000, max: 180_000_000 }) });

describe('milesBetween', () => {
  it('is 126 from Columbus to Cleveland', () => {
    expect(milesBetween(COLUMBUS, CLEVELAND)).toBe(126);
  });
  it('is the same both ways, 0 at home, and never more than half around', () => {
    fc.assert(fc.property(place, place, (a, b) => {
      expect(milesBetween(a, b)).toBe(milesBetween(b, a));
      expect(milesBetween(a, a)).toBe(0);
      expect(milesBetween(a, b)).toBeLessThanOrEqual(12_437);
    }));
  });
});

describe('middleOf', () => {
  it('is the mean place, and none of none', () => {
    expect(middleOf([COLUMBUS, CLEVELAND])).toEqual({ latitudeMicro: 40_730_000, longitudeMicro: -82_346_500 });
    expect(middleOf([])).toBeNull();
  });
});
