import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaled } from './decimal.ts';

describe('scaled', () => {
  it('takes the published figure out of the stored double', () => {
    expect(scaled('309.39999999999998', 3)).toBe(309400);
    expect(scaled('-2.2000000000000002', 1)).toBe(-22);
    expect(scaled('134.47999999999999', 2)).toBe(13448);
    expect(scaled(333.02, 3)).toBe(333020);
    expect(scaled('-0', 1)).toBe(0);
  });

  it('refuses what is no figure of that precision', () => {
    for (const bad of ['', ' ', '*', '—', '1e21', 'NaN']) expect(() => scaled(bad, 2)).toThrow();
    expect(() => scaled('1.25', 1)).toThrow(/more than 1 decimals/);
  });

  it('gives back any integer of the smaller unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (units, places) => {
        const text = (units / 10 ** places).toPrecision(17);
        expect(scaled(text, places)).toBe(units);
      }),
    );
  });
});
