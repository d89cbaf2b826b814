/** Wages of one area as a third party re-shaped them: a JSON file for each area, and the list of occupations beside them. */
import type { Tally } from '../check/tally.ts';
import { SOC } from '../codes.ts';
import type { JsonInput } from '../file/source-input.ts';
import { headObjects, isObject, objectsOf, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';
import { areaOfCode, stagedArea, type OewsArea } from './oews-areas.ts';
import { MERGED_CODES } from './merged-codes.ts';
import type { OewsRecord } from './oews-record.ts';
import { stagedWage } from './oews-stage.ts';

/** Keys of the figures and how many decimals a smaller unit adds. */
const KEYS = { emp: 0, p10: 0, p25: 0, med: 0, p75: 0, p90: 0, avg: 0, hmed: 2, havg: 2 } as const;
type Key = keyof typeof KEYS;

const codeOf = (document: JsonObject): string | null => {
  const code = document['fips'] ?? document['cbsa'];
  return typeof code === 'string' ? code : null;
};

const isAreaFile = (document: JsonObject): boolean => codeOf(document) !== null && typeof document['name'] === 'string' && isObject(document['occupations']);

/** A whole number of the smaller unit; undefined when the value is no such figure. */
function unitsOf(value: unknown, places: number): number | undefined {
  if (typeof value !== 'number' || value < 0) return undefined;
  const units = Math.round(value * 10 ** places);
  // 105.1 dollars is 10510 cents whatever its double is; 105.123 is no price in cents.
  return Number.isSafeInteger(units) && units / 10 ** places === value ? units : undefined;
}

function figuresOf(values: JsonObject, row: number, tally: Tally, soc: string): Readonly<Record<Key, number | null>> | null {
  const figures: Partial<Record<Key, number | null>> = {};
  for (const key of Object.keys(KEYS) as Key[]) {
    const value = values[key];
    const units = value === undefined || value === null ? null : unitsOf(value, KEYS[key]);
    if (units === undefined) {
      tally.refuse('not-a-number', { row, column: `occupations.${soc}.${key}`, value: JSON.stringify(value) ?? '' });
      return null;
    }
    figures[key] = units;
  }
  for (const key of Object.keys(KEYS) as Key[]) if (figures[key] === null) tally.flag('absent', { row, column: `occupations.${soc}.${key}` });
  return figures as Readonly<Record<Key, number | null>>;
}

function* recordsOf(document: JsonObject, area: OewsArea, tally: Tally): Generator<OewsRecord> {
  const occupations = Object.entries(isObject(document['occupations']) ? document['occupations'] : {});
  if (document['count'] !== undefined && document['count'] !== occupations.length) tally.flag('count-differs', { row: 0, column: 'count', value: String(document['count']) });
  let first = true;
  for (const [index, [soc, values]] of occupations.entries()) {
    const row = index + 1;
    const title = isObject(values) ? values['title'] : undefined;
    if (!SOC.test(soc)) tally.refuse('code-invalid', { row, column: 'occupations', value: soc });
    else if (!isObject(values) || typeof title !== 'string') tally.refuse('not-an-object', { row, column: `occupations.${soc}` });
    else {
      const figures = figuresOf(values, row, tally, soc);
      if (figures === null) continue;
      if (MERGED_CODES.has(soc)) tally.flag('merged-code', { row, column: 'occupations', value: soc });
      yield {
        area, firstOfArea: first, soc, title, employment: figures.emp, payBasis: null, topCoded: false,
        annual: { p10: figures.p10, p25: figures.p25, p50: figures.med, p75: figures.p75, p90: figures.p90, mean: figures.avg },
        hourlyCents: { p10: null, p25: null, p50: figures.hmed, p75: null, p90: null, mean: figures.havg },
      };
      first = false;
    }
  }
}

async function* read(input: JsonInput, tally: Tally): AsyncGenerator<OewsRecord> {
  for await (const { row, value } of objectsOf(input, tally)) {
    const code = codeOf(value);
    const name = value['name'];
    const area = code === null || typeof name !== 'string' ? null : areaOfCode(code, name.replace(/\s+/g, ' ').trim());
    if (area === null) {
      tally.refuse('code-invalid', { row, column: 'fips', value: code ?? '' });
      continue;
    }
    if (area.kind === 'metro') tally.flag('metro-estimates', { row, column: 'cbsa', value: area.id });
    yield* recordsOf(value, area, tally);
  }
}

export const oewsAreaJson: SourceKind<OewsRecord> = {
  kind: 'oews-area-json',
  title: 'Occupational Employment and Wage Statistics of one area (re-shaped JSON)',
  problems: {
    'absent': 'The figure is absent. BLS marks why it withholds one, this form does not: it may also be top-coded, or not apply to how the work is paid.',
    'count-differs': 'The file says that it has another number of occupations.',
    'metro-estimates': 'Files of metropolitan areas in this form held estimates that are not those of BLS. Look at the source before they are used.',
    'merged-code': 'This code of the survey merges several SOC 2018 occupations.',
  },
  recognise(input) {
    const [first] = headObjects(input);
    return first && isAreaFile(first) ? { vintage: null } : null;
  },
  async* read(input, tally) {
    if (input.form === 'json') yield* read(input, tally);
  },
  * stage(record) {
    if (record.firstOfArea) yield stagedArea(record.area);
    yield stagedWage(record, [record.hourlyCents.p50, record.hourlyCents.mean]);
  },
};

/** An occupation of the list beside such files, under its major group. */
export interface ListedOccupation {
  readonly major: string;
  readonly majorTitle: string;
  readonly soc: string;
  readonly title: string;
}

const isGroup = (value: unknown): value is JsonObject => isObject(value) && typeof value['title'] === 'string' && Array.isArray(value['occupations']);

export const oewsOccupationList: SourceKind<ListedOccupation> = {
  kind: 'oews-occupation-list',
  title: 'Occupations of the wage survey by major group (re-shaped JSON)',
  problems: { 'other-group': 'The code does not begin with that of its major group.' },
  recognise(input) {
    const [first] = headObjects(input);
    const groups = Object.entries(first ?? {});
    return groups.length > 0 && groups.every(([major, group]) => /^\d{2}$/.test(major) && isGroup(group)) ? { vintage: null } : null;
  },
  async* read(input, tally) {
    if (input.form !== 'json') return;
    let row = 0;
    for await (const { value } of objectsOf(input, tally)) {
      for (const [major, group] of Object.entries(value)) {
        if (!isGroup(group)) continue;
        for (const each of group['occupations'] as readonly unknown[]) {
          row += 1;
          const soc = isObject(each) ? each['code'] : undefined;
          const title = isObject(each) ? each['title'] : undefined;
          if (typeof soc !== 'string' || !SOC.test(soc) || typeof title !== 'string') tally.refuse('code-invalid', { row, column: `${major}.occupations`, value: JSON.stringify(each) ?? '' });
          else if (!soc.startsWith(`${major}-`)) tally.refuse('other-group', { row, column: `${major}.occupations`, value: soc });
          else yield { major, majorTitle: String(group['title']), soc, title };
        }
      }
    }
  },
};
