import { join } from 'node:path';
import { toCsv, type Row } from './csv.ts';
import { readAwards, readBySchool, readFieldsOfStudy, readSchools } from './read-schools.ts';
import { schoolSourceRows } from './school-sources.ts';
import { earningsRows, institutionRows, offeringRow, programRows } from './school-tables.ts';

/** Rows by the postal code of their school's state: files that a person can open. */
function byState(rows: readonly Row[], states: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => (states.get(String(row['institution'])) ?? '').toLowerCase());
}

/**
 * The files of the schools: path under the starter's folder to text. A function of the data folder's bytes alone.
 *
 * @param dataDir the folder that holds `education` and `labor`.
 */
export async function schoolFiles(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const education = join(dataDir, 'education');
  const schools = readSchools(education);
  const ids = new Set(schools.map(({ id }) => id));
  const offerings = readAwards(education, ids).map(offeringRow);
  const fields = readFieldsOfStudy(education, ids);
  const earnings = fields.flatMap(earningsRows);
  const used = new Set([...offerings, ...earnings].flatMap(({ cip }) => [String(cip), String(cip).slice(0, 5)]));
  const states = new Map(schools.map(({ id, cells }) => [id, cells['STABBR'] ?? '']));
  const files = new Map<string, string>([
    ['source/schools.csv', toCsv('source', schoolSourceRows())],
    ['program.csv', toCsv('program', await programRows(dataDir, used, fields))],
    ['institution.csv', toCsv('institution', institutionRows(schools, readBySchool(education, '2023-cost.csv'), readBySchool(education, '2023-gradrates.csv'), readBySchool(education, '2023-distanced.csv')))],
  ]);
  for (const [state, rows] of byState(offerings, states)) files.set(`offering/${state}.csv`, toCsv('offering', rows));
  for (const [state, rows] of byState(earnings, states)) files.set(`program_earnings/${state}.csv`, toCsv('program_earnings', rows));
  return files;
}
