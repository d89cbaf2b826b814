import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { parseDay, parseMonth } from './parse-date.ts';

describe('a typed month', () => {
  it.each(['2027-06', '6/2027', '06/2027', 'June 2027', 'jun 2027', 'Jun. 2027', 'junio de 2027', 'junio 2027', '2027 June', 'JUNIO DEL 2027'])('%s is June 2027', (text) => {
    expect(parseMonth(text)).toEqual({ ok: true, value: '2027-06' });
  });

  it.each(['13/2027', '0/2027', '6/27', 'June', '2027', 'ju 2027', 'June 5 2027', '6/20270', 'soon', '6/1850'])('%s is none', (text) => {
    expect(parseMonth(text)).toEqual({ ok: false });
  });

  it('that is empty is no month', () => {
    expect(parseMonth('')).toEqual({ ok: true, value: null });
  });
});

describe('a typed day', () => {
  it.each(['2027-06-15', '6/15/2027', '06-15-2027', 'June 15, 2027', 'Jun 15 2027', '15 June 2027', '15 de junio de 2027', '15 jun 2027'])('%s is June 15, 2027', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: '2027-06-15' });
  });

  it.each(['15/6/2027', '2/29/2027', '6/31/2027', '6/15/27', 'June 2027', '2027-06', 'June 15th, 2027', 'tomorrow', '6/0/2027'])('%s is none', (text) => {
    expect(parseDay(text)).toEqual({ ok: false });
  });

  it('knows leap years', () => {
    expect(parseDay('2/29/2028')).toEqual({ ok: true, value: '2028-02-29' });
    expect(parseDay('2/29/2100')).toEqual({ ok: false });
  });
});

it('dates are read again as they are shown, in both languages', () => {
  const days = fc.date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  for (const lang of ['en', 'es'] as const) {
    const t = createTranslator(lang);
    fc.assert(fc.property(days, (day) => {
      expect(parseDay(t.date(day))).toEqual({ ok: true, value: day });
      expect(parseMonth(t.date(day.slice(0, 7)))).toEqual({ ok: true, value: day.slice(0, 7) });
    }));
  }
});
