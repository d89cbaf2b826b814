import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './csv.ts';
import { scaled } from './decimal.ts';
import type { Award, Cells, School } from './read-schools.ts';
import { EARNINGS_MEASURES } from './school-sources.ts';
import { STATES } from './states.ts';
import { cell, readRows } from './workbook.ts';

const CONTROL: Readonly<Record<string, string>> = { 1: 'public', 2: 'nonprofit', 3: 'for-profit' };
const LEVEL: Readonly<Record<string, string>> = { 1: 'four-year', 2: 'two-year', 3: 'under-two-year' };
const SCORECARD_LEVEL: Readonly<Record<string, string>> = { 1: 'certificate', 2: 'associate', 3: 'bachelor' };
const DEGREE_MICRO = 1_000_000;
const MOST_ALIASES = 400;
const MOST_WEBSITE = 200;

/** Other names as the school writes them: with bars, commas, or wide gaps between. Not its own name again. */
export function aliasesOf(text: string, name: string): string | null {
  const known = new Set([name.toLowerCase()]);
  const kept: string[] = [];
  for (const part of text.split(/\||;|,(?! Inc)|\s{2,}/)) {
    const alias = part.replace(/\s+/g, ' ').trim();
    if (alias.length < 2 || known.has(alias.toLowerCase()) || [...kept, alias].join('|').length > MOST_ALIASES) continue;
    known.add(alias.toLowerCase());
    kept.push(alias);
  }
  return kept.length === 0 ? null : kept.join('|');
}

/** The address as https, without what follows a blank; null where none is given or it is none. */
export function websiteOf(text: string): string | null {
  const [first = ''] = text.trim().split(/\s/);
  if (first === '') return null;
  const url = `https://${first.replace(/^https?:\/*/i, '')}`;
  if (url.length > MOST_WEBSITE || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return /^[a-z0-9.-]+\.[a-z]{2,}$/.test(hostname) ? url : null;
}

const whole = (text: string | undefined): number | null => (text === undefined || text === '' ? null : scaled(text, 0));
const micro = (text: string): number => Math.round(Number(text) * DEGREE_MICRO);

/** 1 where all students studied only at a distance, 0 where some did not; null of a school that did not say, or had nobody. */
function atDistance(cells: Cells | undefined): 0 | 1 | null {
  const [all, only] = [whole(cells?.['TOTAL_ENROLL_2024']), whole(cells?.['DE_ENROLL_2024'])];
  // Where nobody studied at a distance the extract leaves the cell empty.
  return all === null || all === 0 ? null : only === all ? 1 : 0;
}

/** Schools with tuition, the share that finished, and whether they teach only at a distance, where each is known. */
export function institutionRows(schools: readonly School[], costs: ReadonlyMap<string, Cells>, rates: ReadonlyMap<string, Cells>, distance: ReadonlyMap<string, Cells>): readonly Row[] {
  const areaOf = new Map<string, string>(STATES.map(([fips, postal]) => [postal, fips]));
  return schools.map(({ id, cells }) => {
    const get = (name: string): string => cells[name] ?? '';
    const cost = costs.get(id);
    const inState = whole(cost?.['TUITION_FEES_INSTATE2023']);
    const outOfState = whole(cost?.['TUITION_FEES_2023_OUTSTATE']);
    const rate = whole(rates.get(id)?.['PCT_AWARD_6YRS']);
    const far = atDistance(distance.get(id));
    const county = get('COUNTYCD');
    const name = get('INSTNM').replace(/\s+/g, ' ');
    return {
      id, name, aliases: aliasesOf(get('IALIAS'), name), city: get('CITY'), state: get('STABBR'), area: areaOf.get(get('STABBR')) ?? null,
      county: /^\d+$/.test(county) ? county.padStart(5, '0') : null, latitude_micro: micro(get('LATITUDE')), longitude_micro: micro(get('LONGITUD')),
      control: CONTROL[get('CONTROL')] ?? null, level: LEVEL[get('ICLEVEL')] ?? null, website: websiteOf(get('WEBADDR')),
      tuition_in_state: inState, tuition_out_of_state: outOfState, tuition_source: inState === null && outOfState === null ? null : 'cost2023',
      awarded_percent: rate, awarded_cohort: rate === null ? null : 2015, awarded_source: rate === null ? null : 'award2023',
      at_distance: far, distance_source: far === null ? null : 'distance2024', source_id: 'hd2024',
    };
  });
}

export const offeringRow = ({ school, cip, level, completions }: Award): Row => ({ institution: school, cip, level, completions, source_id: 'c2023' });

/** The wider field of a row of College Scorecard: "5139" is 51.39. */
const fieldOf = (row: Cells): string => `${(row['cipcode'] ?? '').slice(0, 2)}.${(row['cipcode'] ?? '').slice(2, 4)}`;

/** Each measure of pay as a row of its own: they are not on one clock. */
export function earningsRows(row: Cells): readonly Row[] {
  return EARNINGS_MEASURES.flatMap(({ years, column, id }) => {
    const median = whole(row[column]);
    return median === null ? [] : [{
      institution: row['UNITID'] ?? '', cip: fieldOf(row), level: SCORECARD_LEVEL[row['credential_level'] ?? ''] ?? '', years, median, source_id: id,
    }];
  });
}

const titled = (text: string): string => text.replace(/\.$/, '').replace(/\s+/g, ' ').replace(/,(?=\S)/g, ', ').trim();

/** Titles of the programs and fields that the rows name. A code of an older edition, which no list here has, keeps the title of its field. */
export async function programRows(dataDir: string, used: ReadonlySet<string>, fields: readonly Cells[]): Promise<readonly Row[]> {
  // Codes of older editions have their title only where pay is told.
  const titles = new Map(fields.map((row) => [fieldOf(row), titled(row['cip_desc'] ?? '')]));
  const labels = JSON.parse(readFileSync(join(dataDir, 'labor', 'cip-titles', 'cip_4_digit.json'), 'utf8')) as readonly { readonly label: string; readonly value: string }[];
  for (const { label, value } of labels) titles.set(label, titled(value));
  for (const row of await readRows(join(dataDir, 'labor', 'nces-cip-soc', 'cip_soc_crosswalk.xlsx'), 'CIP-SOC')) titles.set(cell(row, 'CIP2020Code'), titled(cell(row, 'CIP2020Title')));
  return [...used].map((cip) => {
    const title = titles.get(cip) ?? titles.get(cip.slice(0, 5));
    if (title === undefined) throw new Error(`no title for program ${cip}`);
    return { cip, title, source_id: 'cip2020' };
  });
}
