/** What differs between two editions: both are read once, side by side, in key order. */
import { BLOCK_CHANGES } from '../limits.ts';
import { rowComparer, type Row } from '../order.ts';
import type { ReadBatch } from '../row-reader.ts';
import { TABLES } from '../tables.ts';
import type { Table } from '../tables/column.ts';
import type { PlacedChange } from './row-change.ts';
import { TableCursor } from './table-cursor.ts';

/** A block ends once its rows are this long, so that long rows do not make it large. */
const BLOCK_TEXT = 8 * 1024 * 1024;

/** Changes that follow each other in one table, as many as a block may hold. */
export interface TableChanges {
  readonly table: Table;
  readonly placed: readonly PlacedChange[];
}

/** All changes, by table in pack order, then by key. */
export async function* diffRows(from: AsyncIterable<ReadBatch>, to: AsyncIterable<ReadBatch>): AsyncGenerator<TableChanges> {
  const [old, young] = [new TableCursor(from), new TableCursor(to)];
  try {
    for (const table of TABLES) yield* diffTable(table, old, young);
    await old.end();
    await young.end();
  } finally {
    await old.close();
    await young.close();
  }
}

async function* diffTable(table: Table, old: TableCursor, young: TableCursor): AsyncGenerator<TableChanges> {
  const compare = rowComparer(table);
  let placed: PlacedChange[] = [];
  let [gap, text] = [0, 0];
  let previous: Row | null = null;
  const put = (change: PlacedChange['change'], line: string | null, length: number): void => {
    placed.push({ change, gap, previous, line });
    gap = 0;
    text += length;
  };
  for (;;) {
    const isOld = old.left(table) > 0 || await old.fill(table);
    const isYoung = young.left(table) > 0 || await young.fill(table);
    if (!isOld && !isYoung) break;
    if (isOld && isYoung && old.line === young.line) {
      gap += 1;
      previous = young.row;
      old.advance();
      young.advance();
      continue;
    }
    const order = isOld && isYoung ? compare(old.row, young.row) : isOld ? -1 : 1;
    if (order < 0) put({ table, kind: 'delete', before: old.row, after: null }, old.line, old.line.length);
    else if (order > 0) put({ table, kind: 'insert', before: null, after: young.row }, null, young.line.length);
    else put({ table, kind: 'update', before: old.row, after: young.row }, old.line, old.line.length + young.line.length);
    if (order >= 0) previous = young.row;
    if (order <= 0) old.advance();
    if (order >= 0) young.advance();
    if (placed.length < BLOCK_CHANGES && text < BLOCK_TEXT) continue;
    yield { table, placed };
    [placed, text] = [[], 0];
  }
  if (placed.length > 0) yield { table, placed };
}
