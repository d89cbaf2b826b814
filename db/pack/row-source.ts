/** Rows of an edition, however they are held: all in memory, or read one after another from a database. */
import type { Row } from './order.ts';
import type { PackRows } from './starter.ts';

/** Gives the rows of each table, checked and in key order; it may be asked for a table more than once. */
export interface RowSource {
  /** Number of rows of a table. */
  readonly count: (table: string) => number;
  readonly rows: (table: string) => Iterable<Row>;
}

/** Rows that are in memory. */
export function rowsInMemory(rows: PackRows): RowSource {
  return { count: (table) => rows.get(table)?.length ?? 0, rows: (table) => rows.get(table) ?? [] };
}

const isSource = (rows: PackRows | RowSource): rows is RowSource => 'count' in rows;

/** Either form as a source. */
export const asRowSource = (rows: PackRows | RowSource): RowSource => (isSource(rows) ? rows : rowsInMemory(rows));
