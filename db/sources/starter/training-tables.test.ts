/** Lists of training programs: errors of typing are marked and left out, and totals are those of the source files, read here without the code that made the tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { DATA, HAS_DATA, STARTER, tableRows, type Cells } from './test-starter.ts';
import { costsOf, quarterPay } from './training-cells.ts';
import { trainingFiles } from './training-files.ts';
import { cipOfDigits } from './training-new-jersey.ts';

const ETPL = join(DATA, 'education', 'etpl');
const programs = tableRows('training_program');
const byId = new Map(programs.map((row) => [row['id'] ?? '', row]));
const outcomes = tableRows('training_outcome');
const ofList = (list: string): readonly Cells[] => programs.filter((row) => row['list'] === list);
const sum = (rows: readonly Cells[], column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? ''), 0);
const times = <T>(items: readonly T[], wanted: (item: T) => boolean): number => items.filter(wanted).length;

describe('cells of training lists', () => {
  const parts = { tuition_cents: 419_800, fees_cents: 0, books_cents: 0, supplies_cents: 0, other_cents: 0 };
  it('leave out a total that is not the sum of its parts, and keep the parts', () => {
    expect(costsOf(parts, 4_198_419_800)).toEqual({ ...parts, total_cents: null, cost_flag: 'sum-differs' });
    expect(costsOf(parts, 419_800)).toMatchObject({ total_cents: 419_800, cost_flag: null });
  });
  it('do not take a form of zeros for a free program', () => {
    expect(costsOf({ ...parts, tuition_cents: 0 }, 0)).toMatchObject({ tuition_cents: null, total_cents: null, cost_flag: 'zero' });
    expect(costsOf({ ...parts, tuition_cents: null }, null)).toMatchObject({ total_cents: null, cost_flag: null });
  });
  it('mark an hourly wage that stands where a quarter\'s pay belongs', () => {
    expect(quarterPay(17_90)).toEqual({ cents: null, flag: 'hourly-entered' });
    expect(quarterPay(100_00)).toEqual({ cents: 100_00, flag: null });
    expect(quarterPay(null)).toEqual({ cents: null, flag: null });
  });
  it('take no code of five digits for one of six', () => {
    expect(cipOfDigits('510801')).toBe('51.0801');
    expect(cipOfDigits('10605')).toBeNull();
  });
});

describe('tables of training lists', () => {
  it('hold each program of both lists, and say how much of a list that is', () => {
    expect(tableRows('training_list').map((row) => [row['id'], row['held'], row['listed']])).toEqual([['ca-2026', '60', '3266'], ['nj-2021', '1110', '']]);
    for (const row of tableRows('training_list')) expect(String(ofList(row['id'] ?? '').length)).toBe(row['held']);
  });
  it('mark the 14 totals that do not add up and the 14 codes of five digits', () => {
    expect(times(ofList('nj-2021'), (row) => row['cost_flag'] === 'sum-differs')).toBe(14);
    expect(times(ofList('nj-2021'), (row) => row['cip_flag'] === 'not-six-digits')).toBe(14);
    expect(byId.get('nj-50472')).toMatchObject({ total_cents: '', tuition_cents: '419800', cost_flag: 'sum-differs' });
    for (const row of programs) expect((row['total_cents'] === '') === (row['cost_flag'] !== ''), row['id']).toBe(true);
  });
  it('keep pay in a quarter apart from any other measure, and no sentinel', () => {
    for (const row of outcomes) {
      expect((row['value'] === '') === (row['unknown'] !== ''), row['program']).toBe(true);
      if (row['value'] === '') continue;
      const value = Number(row['value']);
      if (row['measure']?.includes('quarter-pay')) expect(value, row['program']).toBeGreaterThanOrEqual(100_00);
      else expect(value >= 0 && value <= 1000, row['program']).toBe(true);
    }
  });
  it('hold names, not descriptions', () => {
    for (const row of programs) expect((row['name'] ?? '').length, row['id']).toBeLessThan(125);
  });
});

describe.skipIf(!HAS_DATA)('beside the source files (skipped where ../shared/data is missing)', () => {
  const newJersey: readonly Cells[] = HAS_DATA ? parse(readFileSync(join(ETPL, 'new-jersey', 'nj_etpl_programs_2021_subset.csv')), { columns: true, bom: true }) : [];
  const results: readonly Cells[] = HAS_DATA ? parse(readFileSync(join(ETPL, 'new-jersey', 'outcomes_schcip.csv')), { columns: true, bom: true }) : [];

  it('costs, hours and flags of New Jersey add up to those of its list', () => {
    const ours = ofList('nj-2021');
    for (const [column, listed] of [['tuition_cents', 'tuition'], ['fees_cents', 'fees'], ['books_cents', 'booksmaterialscost'], ['supplies_cents', 'suppliestoolscost'], ['other_cents', 'othercosts']] as const) {
      expect(sum(ours, column), column).toBe(sum(newJersey, listed) * 100);
    }
    const wrong = new Set(ours.filter((row) => row['cost_flag'] === 'sum-differs').map((row) => row['id']?.slice(3)));
    expect(sum(ours, 'total_cents')).toBe(sum(newJersey.filter((row) => !wrong.has(row['programid'])), 'totalcost') * 100);
    expect(sum(ours, 'clock_hours')).toBe(sum(newJersey.filter((row) => row['totalclockhours'] !== '9999'), 'totalclockhours'));
    expect(times(ours, (row) => row['leads_to_license'] === '1')).toBe(times(newJersey, (row) => row['leadtolicense'] === 't'));
    expect(times(ours, (row) => row['industry_credential'] !== '')).toBe(times(newJersey, (row) => row['industrycredentialname']?.trim() !== ''));
    expect(times(ours, (row) => row['calendar'] === 'months-3-5')).toBe(times(newJersey, (row) => row['calendarlengthid'] === '6'));
    expect(times(ours, (row) => row['county'] === '34003')).toBe(times(newJersey, (row) => row['county'] === 'Bergen'));
  });

  it('results of New Jersey are those of the provider and the code of each program', () => {
    const listed = new Map(newJersey.map((row) => [`nj-${row['programid']}`, row]));
    const given = new Map(results.map((row) => [`${row['providerid']} ${row['cipcode']}`, row]));
    const pay = outcomes.filter((row) => row['measure'] === 'mean-quarter-pay-q2' && row['source_id'] === 'nj-outcomes-2020');
    expect(pay.length).toBe(365);
    for (const row of pay) {
      const program = listed.get(row['program'] ?? '');
      const published = given.get(`${program?.['providerid']} ${program?.['cipcode']}`)?.['AvgQuarterlyWage2'];
      expect(row['value'] === '' ? '-99999' : String(Number(row['value']) / 100), row['program']).toBe(published);
    }
  });

  it('figures of California are those of the federal results', () => {
    const file = JSON.parse(readFileSync(join(ETPL, 'california-2026', 'programs.json'), 'utf8')) as {
      readonly programs: readonly { readonly uuid: string; readonly cost: { readonly total_out_of_pocket: number }; readonly outcomes: { readonly median_earnings: number | null } }[];
    };
    const total = file.programs.reduce((all, each) => all + Math.round(each.cost.total_out_of_pocket * 100), 0);
    expect(sum(ofList('ca-2026'), 'total_cents')).toBe(total);
    const pay = new Map(outcomes.filter((row) => row['measure'] === 'median-quarter-pay-q2').map((row) => [row['program'], row['value']]));
    for (const { uuid, outcomes: { median_earnings: earned } } of file.programs) {
      if (earned !== null) expect(Number(pay.get(`ca-${uuid}`)), uuid).toBe(Math.round(earned * 100));
    }
    expect(times([...pay.values()], (value) => value !== '')).toBe(38);
  });

  it('are made byte for byte as they are committed', () => {
    const files = trainingFiles(DATA, fileURLToPath(new URL('.', import.meta.url)));
    expect(files.size).toBe(7);
    for (const [path, text] of files) expect(readFileSync(join(STARTER, ...path.split('/')), 'utf8') === text, path).toBe(true);
  });
});
