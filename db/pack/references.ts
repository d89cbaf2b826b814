/** Holds every value that rows may refer to, and finds references that lead nowhere. */
import { TABLES } from './tables.ts';
import type { Table } from './tables/column.ts';
import type { Row } from './order.ts';

/** A reference without its row: which row (1 is the first of the table) and column. */
export interface Dangling {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** `table.column` of everything that some column refers to. */
function referredTo(tables: readonly Table[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.columns.flatMap((column) => (column.ref ? [column.ref] : []))));
}

/**
 * Takes the tables in pack order, each row once. References to earlier tables are answered at
 * once; those within a table wait until the table has ended, as a row may refer to a later one.
 */
export class ReferenceCheck {
  readonly #known = new Map<string, Set<string>>();

  constructor(tables: readonly Table[] = TABLES) {
    for (const target of referredTo(tables)) this.#known.set(target, new Set());
  }

  /** Starts a table; feed its rows, then ask `end`. */
  startTable(table: Table): { add(row: Row): Dangling | null; end(): Dangling | null } {
    const kept = table.columns.flatMap((column, index) => {
      const values = this.#known.get(`${table.name}.${column.name}`);
      return values ? [{ index, values }] : [];
    });
    const asked = table.columns.flatMap((column, index) => {
      const values = column.ref === undefined ? undefined : this.#known.get(column.ref);
      if (!values) return [];
      return [{ index, name: column.name, values, waits: column.ref?.startsWith(`${table.name}.`) ?? false }];
    });
    const waiting: { readonly dangling: Dangling; readonly values: ReadonlySet<string> }[] = [];
    let count = 0;
    return {
      add(row) {
        count += 1;
        for (const { index, values } of kept) values.add(String(row[index]));
        for (const { index, name, values, waits } of asked) {
          const value = row[index];
          if (value === null || value === undefined || values.has(String(value))) continue;
          const dangling = { row: count, column: name, value: String(value) };
          if (!waits) return dangling;
          waiting.push({ dangling, values });
        }
        return null;
      },
      end() {
        return waiting.find(({ dangling, values }) => !values.has(dangling.value))?.dangling ?? null;
      },
    };
  }
}
