import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cipOf } from './read-schools.ts';
import { schoolFiles } from './school-files.ts';
import { aliasesOf, websiteOf } from './school-tables.ts';
import { DATA, HAS_DATA, STARTER, tableRows, type Cells } from './test-starter.ts';

const EDUCATION = join(DATA, 'education');
const unzipped = (path: string): readonly Cells[] => parse<Cells>(gunzipSync(readFileSync(join(EDUCATION, path))), { columns: true });
/** Each nth row: a sample without chance. */
const sample = <T>(rows: readonly T[], count: number): readonly T[] => rows.filter((_, index) => index % Math.ceil(rows.length / count) === 7);

describe('cells of schools', () => {
  it('give a program code its zeros back', () => {
    expect(['1.0999', '9.01', '41.0', '51.3901'].map(cipOf)).toEqual(['01.0999', '09.0100', '41.0000', '51.3901']);
    expect(() => cipOf('nursing')).toThrow('not a program code');
  });
  it('part other names, without the own one and doubles', () => {
    expect(aliasesOf('AUM||Auburn Montgomery|aum', 'Auburn University at Montgomery')).toBe('AUM|Auburn Montgomery');
    expect(aliasesOf('UAH  University of Alabama Huntsville', 'University of Alabama in Huntsville')).toBe('UAH|University of Alabama Huntsville');
    expect(aliasesOf(' ', 'A')).toBeNull();
  });
  it('make https of an address, and nothing of none', () => {
    expect(websiteOf('www.aamu.edu/')).toBe('https://www.aamu.edu/');
    expect(websiteOf('http://www.hocking.edu')).toBe('https://www.hocking.edu');
    expect(websiteOf('')).toBeNull();
    expect(websiteOf('javascript:alert(1)')).toBeNull();
  });
});

describe('tables of schools', () => {
  const schools = new Map(tableRows('institution').map((row) => [row['id'] ?? '', row]));

  it('hold open schools with a place in the world, and no award without a number', () => {
    expect(schools.size).toBe(5609);
    for (const row of schools.values()) {
      expect(Math.abs(Number(row['latitude_micro'])), row['name']).toBeLessThan(90_000_000);
      expect(Number(row['longitude_micro']), row['name']).not.toBe(0);
    }
    const offerings = tableRows('offering');
    expect(offerings.length).toBe(140_990);
    expect(offerings.every((row) => Number(row['completions']) > 0)).toBe(true);
  });

  it('know which schools teach only at a distance, and never of one that did not say', () => {
    const told = Map.groupBy(schools.values(), (row) => row['at_distance'] ?? '');
    expect([told.get('1')?.length, told.get('0')?.length, told.get('')?.length]).toEqual([78, 5477, 54]);
    expect([...(told.get('1') ?? []), ...(told.get('0') ?? [])].every((row) => row['distance_source'] === 'distance2024')).toBe(true);
    expect((told.get('') ?? []).every((row) => row['distance_source'] === '')).toBe(true);
    expect(schools.get('445027')).toMatchObject({ name: 'American InterContinental University System', at_distance: '1' });
    // Nearly all is not all.
    expect(schools.get('441371')).toMatchObject({ name: 'Ultimate Medical Academy', at_distance: '0' });
  });
  it('keep each measure of pay with its own source', () => {
    const pairs = new Set(tableRows('program_earnings').map((row) => `${row['years']} ${row['source_id']}`));
    expect([...pairs].sort()).toEqual(['1 sc-1yr', '2 sc-2yr', '4 sc-4yr', '5 sc-5yr']);
  });
});

describe.skipIf(!HAS_DATA)('beside the source files (skipped where ../shared/data is missing)', () => {
  const ours = (table: string, key: (row: Cells) => string): ReadonlyMap<string, Cells> => new Map(tableRows(table).map((row) => [key(row), row]));

  it('200 rows of pay are the published ones', () => {
    const rows = ours('program_earnings', (row) => `${row['institution']} ${row['cip']} ${row['level']} ${row['years']}`);
    const schools = ours('institution', (row) => row['id'] ?? '');
    const levels: Readonly<Record<string, string>> = { 1: 'certificate', 2: 'associate', 3: 'bachelor' };
    const told = unzipped('college-scorecard/scorecard_fos_earnings.csv.gz')
      .filter((row) => schools.has(row['UNITID'] ?? '') && levels[row['credential_level'] ?? ''] !== undefined && row['earn_mdn_5yr'] !== '');
    const drawn = sample(told, 200);
    expect(drawn.length).toBeGreaterThan(150);
    for (const row of drawn) {
      const cip = row['cipcode'] ?? '';
      const key = `${row['UNITID']} ${cip.slice(0, 2)}.${cip.slice(2)} ${levels[row['credential_level'] ?? '']} 5`;
      expect(Number(rows.get(key)?.['median']), key).toBe(Number(row['earn_mdn_5yr']));
    }
  });

  it('200 counts of bachelor\'s and associate degrees are the published ones', () => {
    const rows = ours('offering', (row) => `${row['institution']} ${row['cip']} ${row['level']}`);
    const schools = ours('institution', (row) => row['id'] ?? '');
    const levels: Readonly<Record<string, string>> = { 3: 'associate', 5: 'bachelor' };
    const told = unzipped('ipeds/ipeds_completions.csv.gz')
      .filter((row) => schools.has(row['UNITID'] ?? '') && levels[row['award_level'] ?? ''] !== undefined && Number(row['total_completions']) > 0);
    const drawn = sample(told, 200);
    expect(drawn.length).toBeGreaterThan(150);
    for (const row of drawn) {
      const key = `${row['UNITID']} ${cipOf(row['cipcode_6'] ?? '')} ${levels[row['award_level'] ?? '']}`;
      expect(rows.get(key)?.['completions'], key).toBe(row['total_completions']);
    }
  });

  it('are made byte for byte as they are committed, twice', { timeout: 240_000 }, async () => {
    const files = await schoolFiles(DATA);
    expect(await schoolFiles(DATA)).toEqual(files);
    for (const [path, text] of files) expect(readFileSync(join(STARTER, ...path.split('/')), 'utf8') === text, path).toBe(true);
  });
});
