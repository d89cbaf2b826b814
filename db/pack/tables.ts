/**
 * The tables of a pack: the one place that says which tables and columns exist, of which
 * type and length, in which key order, and what refers to what.
 *
 * From this value come the CSV reader of the starter, the row checks of the pack reader,
 * the DDL of the reference database and the order of canonical rows. A pack carries data
 * only; nothing in a pack can add to this list.
 */
import type { RowOf, Table } from './tables/column.ts';
import { CREDENTIAL_TABLES } from './tables/credentials.ts';
import { PLACE_TABLES } from './tables/places.ts';
import { RECOGNITION_TABLES } from './tables/recognition.ts';
import { RULE_TABLES } from './tables/rules.ts';
import { SCHOOL_TABLES } from './tables/schools.ts';
import { SOURCE_TABLES } from './tables/sources.ts';
import { TRAINING_TABLES } from './tables/training.ts';
import { WORK_TABLES } from './tables/work.ts';

/** Every table of a pack, in the order in which a pack writes them (a table refers only to earlier ones or itself). */
export const TABLES = [
  ...SOURCE_TABLES,
  ...PLACE_TABLES,
  ...WORK_TABLES,
  ...CREDENTIAL_TABLES,
  ...RECOGNITION_TABLES,
  ...SCHOOL_TABLES,
  ...TRAINING_TABLES,
  ...RULE_TABLES,
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]['name'];

/** Tables that packs once named and that never had a row: an older pack may still name them, empty. */
export const DROPPED_TABLES: readonly Table[] = [{ name: 'credential_verdict', key: [], columns: [] }];

/** The row type of every table, by table name. */
export type Rows = { readonly [T in (typeof TABLES)[number] as T['name']]: RowOf<T> };

/** The table of that name; throws on a name that is in neither list (a programming error, not data). */
export function tableNamed(name: string): Table {
  const found = [...TABLES, ...DROPPED_TABLES].find((table) => table.name === name);
  if (!found) throw new Error(`no table named ${name}`);
  return found;
}
