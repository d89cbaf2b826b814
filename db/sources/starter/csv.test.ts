import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/\p{Cc}/u.test(text));

describe('toCsv', () => {
  it('writes key order, LF and quotes only where needed', () => {
    const text = toCsv('meta', [
      { key: 'b', value: 'say "hi", twice' },
      { key: 'a', value: 'plain' },
    ]);
    expect(text).toBe('key,value\na,plain\nb,"say ""hi"", twice"\n');
  });

  it('orders integer keys as numbers', () => {
    const row = (month: number) => ({ year: 2025, month, cpi_milli: 1, source_id: 's' });
    const months = toCsv('price_index', [row(10), row(2)]).split('\n').slice(1, 3);
    expect(months).toEqual(['2025,2,1,s', '2025,10,1,s']);
  });

  it('refuses a repeated key, a foreign column, a missing column and a line break', () => {
    const row = { key: 'a', value: 'x' };
    expect(() => toCsv('meta', [row, row])).toThrow(/twice/);
    expect(() => toCsv('meta', [{ ...row, other: 1 }])).toThrow(/no column other/);
    expect(() => toCsv('meta', [{ key: 'a' }])).toThrow(/lacks value/);
    expect(() => toCsv('meta', [{ key: 'a', value: 'x\r\ny' }])).toThrow(/control character/);
  });

  it('is read back by an RFC 4180 reader', () => {
    fc.assert(
      fc.property(fc.uniqueArray(printable, { maxLength: 20 }), (keys) => {
        const rows = keys.map((key) => ({ key, value: `${key},"` }));
        const read: Record<string, string>[] = parse(toCsv('meta', rows), { columns: true });
        expect(new Set(read.map((row) => `${row['key']}|${row['value']}`))).toEqual(
          new Set(rows.map((row) => `${row.key}|${row.value}`)),
        );
        expect(read).toHaveLength(rows.length);
      }),
    );
  });
});
