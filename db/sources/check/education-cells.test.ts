import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { checkSource } from './check-source.ts';

type Cells = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, unknown>>;

/** A figure of a record, by its path ("earnings.5"). */
function at(record: unknown, path: string): unknown {
  let value = record;
  for (const step of path.split('.')) value = (value as Fields | undefined)?.[step];
  return value;
}

/** File, the key of a record and of a source's row, and for each path of the record its column. */
const DRAWS: readonly { readonly file: readonly string[]; readonly key: (record: Fields) => string; readonly rowKey: (row: Cells) => string; readonly columns: Readonly<Record<string, string>> }[] = [
  {
    file: ['college-scorecard', 'scorecard_fos_earnings.csv.gz'],
    key: ({ unitid, cip, level }) => `${String(unitid)} ${String(cip).replace('.', '')} ${String(level)}`,
    rowKey: (row) => `${row['UNITID']} ${row['cipcode']} ${['', 'certificate', 'associate', 'bachelor'][Number(row['credential_level'])] ?? ''}`,
    columns: { 'completions': 'completions', 'earnings.1': 'earn_mdn_1yr', 'earnings.2': 'earn_mdn_2yr', 'earnings.4': 'earn_mdn_4yr', 'earnings.5': 'earn_mdn_5yr', 'institution': 'institution' },
  },
  {
    file: ['ipeds', 'ipeds_completions.csv.gz'],
    key: ({ unitid, cip, awardLevel }) => `${String(unitid)} ${Number(String(cip))} ${String(awardLevel)}`,
    rowKey: (row) => `${row['UNITID']} ${Number(row['cipcode_6'])} ${row['award_level']}`,
    columns: { completions: 'total_completions', men: 'male_completions', women: 'female_completions' },
  },
  { file: ['ipeds', '2023-cost.csv'], key: ({ unitid }) => String(unitid), rowKey: (row) => row['UnitID'] ?? '', columns: { inState: 'TUITION_FEES_INSTATE2023', outOfState: 'TUITION_FEES_2023_OUTSTATE', name: 'Institution Name' } },
  { file: ['ipeds', '2023-gradrates.csv'], key: ({ unitid }) => String(unitid), rowKey: (row) => row['UnitID'] ?? '', columns: { cohort: 'TOTAL_COHORT_2015', within6Years: 'PCT_AWARD_6YRS', within4Years: 'PCT_AWARD_4YEARS' } },
  { file: ['ipeds', 'hd2024.csv'], key: ({ unitid }) => String(unitid), rowKey: (row) => row['UNITID'] ?? '', columns: { latitude: 'LATITUDE', longitude: 'LONGITUD', city: 'CITY', website: 'WEBADDR' } },
  {
    file: ['etpl', 'new-jersey', 'nj_etpl_programs_2021_subset.csv'], key: ({ id }) => String(id), rowKey: (row) => `nj-${row['programid']}`,
    columns: { 'costs.tuition': 'tuition', 'costs.fees': 'fees', 'costs.books': 'booksmaterialscost', 'costs.supplies': 'suppliestoolscost', 'costs.other': 'othercosts', 'costs.total': 'totalcost', 'provider': 'name' },
  },
  {
    file: ['etpl', 'new-jersey', 'outcomes_schcip.csv'], key: ({ provider, cip }) => `${String(provider)} ${String(cip).replace('.', '')}`, rowKey: (row) => `${row['providerid']} ${row['cipcode']}`,
    columns: { 'after.0.employed': 'PerEmployed2', 'after.1.pay.mean': 'AvgQuarterlyWage4', 'after.2.pay.people': 'NumUsedWageCalc8', 'kept4': 'PerRetention4' },
  },
];
const PER_FILE = 150;
const NO_FIGURE = /^(|-99999)$/;
const WORDS = ['suppressed', 'not-available', 'blank-figure'];

describe.skipIf(!HAS_EDUCATION_DATA)('cells drawn at random (skipped where ../shared/data is missing)', () => {
  it.each(DRAWS)('of $file are those of the source', async ({ file, key, rowKey, columns }) => {
    const bytes = readFileSync(educationFile(...file));
    const rows = new Map(parse<Cells>(file.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true }).map((row) => [rowKey(row), row]));
    const records: Fields[] = [];
    await checkSource(educationFile(...file), null, (record) => records.push(record as Fields));
    const paths = Object.entries(columns);
    let seed = 20_261_125;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const different: unknown[] = [];
    for (let draw = 0; draw < PER_FILE; draw += 1) {
      const record = records[next(records.length)] ?? {};
      const [path, column] = paths[next(paths.length)] ?? ['', ''];
      const found = at(record, path);
      const cell = (rows.get(key(record))?.[column] ?? 'no such row').trim();
      const isSame = typeof found === 'number' ? found === Number(cell) && cell !== '' : NO_FIGURE.test(cell) ? found === cell || WORDS.includes(String(found)) : String(found).replace(/\s+/g, ' ') === cell.replace(/\s+/g, ' ');
      if (!isSame) different.push({ key: key(record), path, found, cell });
    }
    expect(different).toEqual([]);
  }, 60_000);
});
