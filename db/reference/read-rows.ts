/** Rows of a reference database in the order of a pack, so that two editions can be compared without their packs. */
import { BATCH_ROWS } from '../pack/limits.ts';
import type { Cell, Row } from '../pack/order.ts';
import type { ReadBatch } from '../pack/row-reader.ts';
import { TABLES, type TableName } from '../pack/tables.ts';
import type { Table } from '../pack/tables/column.ts';
import type { ReferenceDb } from './reference-db.ts';

/** Rows of the tables asked for, in pack order; of a table that tells areas only those of `areas`, or all where that is null. */
export async function* readRows(db: ReferenceDb, { tables, areas }: { readonly tables: readonly TableName[]; readonly areas: readonly string[] | null }): AsyncGenerator<ReadBatch> {
  for (const table of TABLES as readonly (Table & { readonly name: TableName })[]) {
    if (!tables.includes(table.name)) continue;
    const hasArea = table.columns.some(({ name }) => name === 'area');
    let rows: Row[] = [];
    for (const found of db.each(table.name, table.key, hasArea ? areas : null)) {
      rows.push(table.columns.map(({ name }): Cell => found[name] ?? null));
      if (rows.length < BATCH_ROWS) continue;
      yield await Promise.resolve(batchOf(table, rows));
      rows = [];
    }
    if (rows.length > 0) yield batchOf(table, rows);
  }
}

const batchOf = (table: Table, rows: readonly Row[]): ReadBatch => ({ table, rows, lines: rows.map((row) => JSON.stringify(row)) });
