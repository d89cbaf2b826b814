/**
 * Keys that a patch brings, in order. A new credential has rows in many tables: each of them names it again, and naming it as
 * "the next one" takes two bits where its id takes sixteen bytes. Writer and reader fill the same lists from the same rows.
 */
import type { Row } from '../order.ts';
import { TABLES } from '../tables.ts';
import type { Column, Table } from '../tables/column.ts';

export interface KeyList {
  readonly values: readonly string[];
  readonly indexOf: (value: string) => number | undefined;
}

interface Growing extends KeyList {
  readonly add: (value: string) => void;
}

function growing(): Growing {
  const values: string[] = [];
  const places = new Map<string, number>();
  return {
    values,
    indexOf: (value) => places.get(value),
    add: (value) => {
      if (places.has(value)) return;
      places.set(value, values.length);
      values.push(value);
    },
  };
}

export class InsertedKeys {
  readonly #lists = new Map<string, Growing>();

  constructor(tables: readonly Table[] = TABLES) {
    for (const { columns } of tables) for (const { ref } of columns) if (ref !== undefined) this.#lists.set(ref, growing());
  }

  add(table: Table, row: Row): void {
    table.columns.forEach((column, index) => {
      const value = row[index];
      if (typeof value === 'string') this.#lists.get(`${table.name}.${column.name}`)?.add(value);
    });
  }

  /** What a column of `table` may name by its place; null for a column that refers to nothing new, or to its own table, whose list still grows. */
  listFor(table: Table, column: Column): KeyList | null {
    if (column.ref === undefined || column.ref.startsWith(`${table.name}.`)) return null;
    const list = this.#lists.get(column.ref);
    return list && list.values.length > 0 ? list : null;
  }
}
