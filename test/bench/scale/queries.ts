/** The thousand recorded searches, and what is asked while each of them is typed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../../../scripts/lib/paths.ts';

export const QUERIES_FILE = join(ROOT, 'test', 'bench', 'scale', 'queries.csv');
export const QUERY_COUNT = 1000;

export interface Query {
  readonly typed: string;
  /** Language of the person who types. */
  readonly lang: 'en' | 'es';
  /** Why it is in the table: job, program, code, slip, school and so on. */
  readonly kind: string;
}

/** The recorded queries, in an order in which any beginning of the list holds all kinds evenly: a run that is cut short measured a fair sample. */
export function readQueries(): readonly Query[] {
  const rows = parse(readFileSync(QUERIES_FILE), { columns: true }) as readonly Query[];
  return rows.flatMap((_, at) => rows[(at * STEP) % rows.length] ?? []);
}
/** Of the odd numbers that are no multiple of 5, by which each of a thousand places is met once, the one whose first 20 to 500 places lie most evenly. */
const STEP = 189;

/** Every text that is in the field while a query is typed, letter by letter. Example: `keystrokesOf('rn')` is `['r', 'rn']`. */
export const keystrokesOf = (typed: string): readonly string[] => Array.from(typed, (_, at) => Array.from(typed).slice(0, at + 1).join(''));
