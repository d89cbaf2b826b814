import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readCsv } from './csv.ts';

export type Cells = Readonly<Record<string, string>>;

/** A school of the IPEDS directory that is open and has undergraduates. */
export interface School {
  readonly id: string;
  readonly cells: Cells;
}

const CLOSED_NEVER = '-2';
/** Sector of the offices of a system, which teach nobody, and of what is not known. */
const NO_SCHOOL: ReadonlySet<string> = new Set(['0', '99']);

/** Open, for undergraduates, active in the year, and without a day on which it closed. */
const isOpen = (cells: Cells): boolean =>
  cells['CYACTIVE'] === '1' && cells['UGOFFER'] === '1' && cells['POSTSEC'] === '1' && cells['DEATHYR'] === CLOSED_NEVER
  && cells['CLOSEDAT'] === CLOSED_NEVER && !NO_SCHOOL.has(cells['SECTOR'] ?? '0');

/** Schools of the directory (which begins with a byte-order mark), by the order of the file. */
export function readSchools(educationDir: string): readonly School[] {
  return readCsv(join(educationDir, 'ipeds', 'hd2024.csv')).filter(isOpen).map((cells) => ({ id: cells['UNITID'] ?? '', cells }));
}

const unzipped = (path: string): readonly Cells[] => parse<Cells>(gunzipSync(readFileSync(path)), { columns: true, bom: true });

/**
 * A CIP code that went through a number: leading and trailing zeros are gone.
 *
 * @example cipOf('1.0999') // '01.0999'
 * @example cipOf('9.01') // '09.0100'
 */
export function cipOf(text: string): string {
  const match = /^(\d{1,2})\.(\d{1,4})$/.exec(text);
  if (match === null) throw new Error(`not a program code: "${text}"`);
  return `${(match[1] ?? '').padStart(2, '0')}.${(match[2] ?? '').padEnd(4, '0')}`;
}

/** Levels of award up to a bachelor's degree. 20 and 21 are certificates of under 12 weeks and under a year; 1 is their older code. */
const LEVEL: Readonly<Record<string, string>> = {
  1: 'short-certificate', 20: 'short-certificate', 21: 'short-certificate', 2: 'certificate', 4: 'certificate', 3: 'associate', 5: 'bachelor',
};

export interface Award {
  readonly school: string;
  readonly cip: string;
  readonly level: string;
  readonly completions: number;
}

/** Awards of schools by program and level, those of one level summed; a program that gave none is left out. */
export function readAwards(educationDir: string, schools: ReadonlySet<string>): readonly Award[] {
  const sums = new Map<string, number>();
  for (const row of unzipped(join(educationDir, 'ipeds', 'ipeds_completions.csv.gz'))) {
    const level = LEVEL[row['award_level'] ?? ''];
    const school = row['UNITID'] ?? '';
    if (level === undefined || !schools.has(school)) continue;
    const key = `${school} ${cipOf(row['cipcode_6'] ?? '')} ${level}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row['total_completions']));
  }
  return [...sums].flatMap(([key, completions]) => {
    const [school = '', cip = '', level = ''] = key.split(' ');
    return completions > 0 ? [{ school, cip, level, completions }] : [];
  });
}

/** Rows of College Scorecard's fields of study, for the three undergraduate levels. */
export function readFieldsOfStudy(educationDir: string, schools: ReadonlySet<string>): readonly Cells[] {
  return unzipped(join(educationDir, 'college-scorecard', 'scorecard_fos_earnings.csv.gz'))
    .filter((row) => schools.has(row['UNITID'] ?? '') && ['1', '2', '3'].includes(row['credential_level'] ?? ''));
}

/** Figures of a file of one row a school, by its number. */
export function readBySchool(educationDir: string, file: string): ReadonlyMap<string, Cells> {
  return new Map(readCsv(join(educationDir, 'ipeds', file)).map((row) => [row['UnitID'] ?? '', row]));
}
