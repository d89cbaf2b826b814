import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableNamed } from '../../pack/tables.ts';
import type { Column } from '../../pack/tables/column.ts';
import { tableFiles, tableRows } from './test-starter.ts';

const GENERATED = ['meta', 'source', 'area', 'county', 'occupation', 'occupation_alias', 'wage', 'outlook', 'price_index', 'training_list', 'training_program', 'training_occupation', 'training_outcome'] as const;

/** What is wrong with a cell, or null. */
function faultOf(column: Column, text: string | undefined, referred: ReadonlySet<string> | undefined): string | null {
  if (text === undefined) return 'missing';
  if (text === '') return column.nullable ? null : 'empty';
  if (column.type === 'int' && !(/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)))) return 'not an integer';
  if (column.type === 'bool' && !/^[01]$/.test(text)) return 'not 0 or 1';
  if (column.type === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return 'not a date';
  if (column.max !== undefined && text.length > column.max) return 'too long';
  if (column.oneOf && !column.oneOf.includes(text)) return 'not in the enumeration';
  if (referred && !referred.has(text)) return `refers to nothing in ${column.ref}`;
  return text === text.trim() ? null : 'has blanks around it';
}

describe.each(GENERATED)('starter table %s', (name) => {
  const table = tableNamed(name);

  it('is LF text with the right header and a final newline', () => {
    for (const path of tableFiles(name)) {
      const text = readFileSync(path, 'utf8');
      expect(text.includes('\r'), path).toBe(false);
      expect(text.endsWith('\n'), path).toBe(true);
      expect(text.slice(0, text.indexOf('\n'))).toBe(table.columns.map((column) => column.name).join(','));
    }
  });

  it('holds valid rows with unique keys and no dangling reference', () => {
    const rows = tableRows(name);
    expect(rows.length).toBeGreaterThan(0);
    const referred = new Map(
      table.columns.flatMap((column) => {
        const [to, key] = column.ref?.split('.') ?? [];
        return to && key ? [[column.name, new Set(tableRows(to).map((row) => row[key] ?? ''))] as const] : [];
      }),
    );
    const faults = rows.flatMap((row) =>
      table.columns.flatMap((column) => {
        const fault = faultOf(column, row[column.name], referred.get(column.name));
        return fault ? [`${table.key.map((key) => row[key]).join(' ')}: ${column.name} "${row[column.name]}" ${fault}`] : [];
      }),
    );
    expect(faults.slice(0, 5)).toEqual([]);
    expect(new Set(rows.map((row) => table.key.map((key) => row[key]).join('|'))).size).toBe(rows.length);
  });
});

describe('what the tables say', () => {
  const number = (text: string | undefined) => (text ? Number(text) : null);

  it('has percentiles that never decrease, and both pays where both are published', () => {
    const basis = new Map(tableRows('occupation').map((row) => [row['soc'], row['pay_basis']]));
    const faults: string[] = [];
    for (const row of tableRows('wage')) {
      for (const group of [
        ['p10', 'p25', 'p50', 'p75', 'p90'],
        ['hourly_p10_cents', 'hourly_p25_cents', 'hourly_p50_cents', 'hourly_p75_cents', 'hourly_p90_cents'],
      ]) {
        const known = group.map((name) => number(row[name])).filter((value) => value !== null);
        if (known.some((value, index) => index > 0 && value < (known[index - 1] ?? 0))) faults.push(`${row['area']} ${row['soc']} falls`);
      }
      const pay = basis.get(row['soc']);
      if (pay === 'none' || (pay === 'both' && row['unknown'] === '' && (!row['p50'] || !row['hourly_p50_cents']))) {
        faults.push(`${row['area']} ${row['soc']} lacks pay without a word`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('has interests in RIASEC letters, none twice, and job zones 1 to 5', () => {
    for (const row of tableRows('occupation')) {
      const interests = row['interests'] ?? '';
      expect(interests, row['soc']).toMatch(/^[RIASEC]{0,3}$/);
      expect(new Set(interests).size).toBe(interests.length);
      expect(row['job_zone']).toMatch(/^[1-5]?$/);
    }
  });

  it('gives at least 120 occupations a Spanish title and Spanish search words', () => {
    const titled = tableRows('occupation').filter((row) => row['title_es'] !== '');
    const aliased = new Set(tableRows('occupation_alias').filter((row) => row['lang'] === 'es').map((row) => row['soc']));
    expect(titled.length).toBeGreaterThanOrEqual(120);
    for (const row of titled) expect(aliased.has(row['soc']), row['soc']).toBe(true);
  });

  it('has no alias that repeats its title or another alias in other letters', () => {
    const title = new Map(tableRows('occupation').map((row) => [row['soc'], row['title']?.toLowerCase()]));
    const seen = new Set<string>();
    for (const row of tableRows('occupation_alias')) {
      const alias = row['alias']?.toLowerCase() ?? '';
      expect(alias).not.toBe(title.get(row['soc']));
      expect(seen.has(`${row['soc']} ${alias}`), `${row['soc']} ${alias}`).toBe(false);
      seen.add(`${row['soc']} ${alias}`);
    }
  });
});
