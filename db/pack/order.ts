/** The order of rows: by key, text by code point (as UTF-8 bytes sort, and SQLite's BINARY), integers by value. */
import type { Table } from './tables/column.ts';

export type Cell = string | number | null;
/** Cells in the order of the table's columns; booleans are 0 or 1, json is canonical text. */
export type Row = readonly Cell[];

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Negative, zero or positive as `a` sorts before, with or after `b` by code point. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    // UTF-16 puts the supplementary planes before U+E000; code points put them after.
    if (isSurrogate(x) !== isSurrogate(y)) return isSurrogate(x) ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** Indexes of the key columns of a table. */
export function keyIndexes(table: Table): readonly number[] {
  return table.key.map((name) => {
    const index = table.columns.findIndex((column) => column.name === name);
    if (index < 0) throw new Error(`table ${table.name} has no key column ${name}`);
    return index;
  });
}

/** Compares two rows of one table by its key. */
export function rowComparer(table: Table): (a: Row, b: Row) => number {
  const indexes = keyIndexes(table);
  return (a, b) => {
    for (const index of indexes) {
      const [x, y] = [a[index] ?? null, b[index] ?? null];
      if (typeof x === 'number' && typeof y === 'number') {
        if (x !== y) return x - y;
      } else {
        const order = compareText(String(x), String(y));
        if (order !== 0) return order;
      }
    }
    return 0;
  };
}
