import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { parseNumber } from './parse-number.ts';

const MOST = 100_000_000;

describe('a typed figure', () => {
  it.each([
    ['$1,200', 'dollars', 1200], ['1200', 'dollars', 1200], ['1,234,567', 'count', 1_234_567], ['14.50', 'cents', 1450], ['$14.5', 'cents', 1450], ['.75', 'cents', 75],
    [' 40 ', 'hours', 40], ['0', 'dollars', 0], ['0.29', 'cents', 29],
  ] as const)('%s as %s is %d', (text, unit, value) => {
    expect(parseNumber(text, unit, 0, MOST)).toEqual({ ok: true, value });
  });

  it('that is empty is nothing known', () => {
    expect(parseNumber('', 'dollars', 0, MOST)).toEqual({ ok: true, value: null });
  });

  it.each(['abc', '12,34', '1.234', '1,2', '14.50 an hour', '--5', '$', '1e5', '10.5.2'])('%s cannot be read', (text) => {
    expect(parseNumber(text, 'cents', 0, MOST)).toEqual({ ok: false });
  });

  it('with a part of a dollar is no whole dollar', () => {
    expect(parseNumber('10.50', 'dollars', 0, MOST)).toEqual({ ok: false });
  });

  it('keeps to its limits', () => {
    expect(parseNumber('241', 'count', 1, 240)).toEqual({ ok: false });
    expect(parseNumber('0', 'count', 1, 240)).toEqual({ ok: false });
    expect(parseNumber('-5', 'count', 0, 240)).toEqual({ ok: false });
  });

  it('is read again as it is shown, in both languages', () => {
    for (const lang of ['en', 'es'] as const) {
      const t = createTranslator(lang);
      fc.assert(fc.property(fc.integer({ min: 0, max: MOST }), (value) => {
        expect(parseNumber(t.cents(value), 'cents', 0, MOST)).toEqual({ ok: true, value });
        expect(parseNumber(t.dollars(value), 'dollars', 0, MOST)).toEqual({ ok: true, value });
        expect(parseNumber(t.count(value), 'count', 0, MOST)).toEqual({ ok: true, value });
      }));
    }
  });
});
