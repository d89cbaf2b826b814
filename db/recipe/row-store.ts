/** The rows of a pack while it is built: in key order on disk, each checked as a pack's reader will check it. */
import type Database from 'better-sqlite3';
import { cellFault } from '../pack/cell.ts';
import type { Cell, Row } from '../pack/order.ts';
import type { RowSource } from '../pack/row-source.ts';
import { TABLES, tableNamed, type TableName } from '../pack/tables.ts';
import type { Column, Table } from '../pack/tables/column.ts';

export type PutResult = 'kept' | 'taken-already' | { readonly column: string; readonly reason: string };

const nameOf = (table: string): string => `"pack_${table}"`;
const isText = ({ type }: Column): boolean => type !== 'int' && type !== 'bool';

const whereKey = ({ key }: Table): string => key.map((name) => `"${name}" = ?`).join(' AND ');

function createTable(table: Table): string {
  const columns = table.columns.map((column) => `"${column.name}" ${isText(column) ? 'TEXT' : 'INTEGER'}`);
  return `CREATE TABLE ${nameOf(table.name)} (${columns.join(', ')}, PRIMARY KEY (${table.key.map((key) => `"${key}"`).join(', ')})) STRICT, WITHOUT ROWID`;
}

/** How many rows or cells led nowhere and were left out, by table and column. */
export type DanglingCounts = Readonly<Record<string, number>>;

export class RowStore implements RowSource {
  readonly #database: Database.Database;
  /** By their text: prepared anew for each row, they would hold gigabytes until somebody collects them. */
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /** Starts empty: what an earlier, broken run put in is gone. */
  constructor(database: Database.Database) {
    this.#database = database;
    for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${nameOf(table.name)}; ${createTable(table)}`);
  }

  /** Puts a row in; the first of a key stays. Cells stand in the order of the table's columns. */
  put(name: TableName, row: Row): PutResult {
    const table: Table = tableNamed(name);
    for (const [index, column] of table.columns.entries()) {
      const reason = cellFault(column, row[index]);
      if (reason) return { column: column.name, reason };
    }
    return this.#insert(table).run(...row).changes > 0 ? 'kept' : 'taken-already';
  }

  /** Puts a row in by the names of its columns; what is not named is NULL. */
  putCells(name: TableName, cells: Readonly<Record<string, Cell | undefined>>): PutResult {
    return this.put(name, tableNamed(name).columns.map((column) => cells[column.name] ?? null));
  }

  /** Fills the cells of a row that are NULL. */
  fill(name: TableName, key: string, cells: Readonly<Record<string, Cell>>): void {
    const table: Table = tableNamed(name);
    for (const [column, cell] of Object.entries(cells)) {
      const found = table.columns.find((each) => each.name === column);
      if (!found || cell === null || cellFault(found, cell)) continue;
      this.#statement(`UPDATE ${nameOf(name)} SET "${column}" = ? WHERE "${table.key[0] ?? ''}" = ? AND "${column}" IS NULL`).run(cell, key);
    }
  }

  /** Fills empty cells of a row by its key, when nothing has filled them before; false when there is no such row or it is full. */
  fillRow(name: TableName, cells: Readonly<Record<string, Cell>>, sourceColumn: string): boolean {
    const table: Table = tableNamed(name);
    const filled = table.columns.filter((column) => !table.key.includes(column.name) && cells[column.name] !== undefined && cellFault(column, cells[column.name]) === null);
    if (filled.length === 0 || !this.#hasKey(table, cells)) return false;
    const sets = filled.map((column) => `"${column.name}" = COALESCE("${column.name}", ?)`).join(', ');
    return this.#statement(`UPDATE ${nameOf(name)} SET ${sets} WHERE ${whereKey(table)} AND "${sourceColumn}" IS NULL`)
      .run(...filled.map((column) => cells[column.name]), ...table.key.map((key) => cells[key])).changes > 0;
  }

  /** Adds figures to a row of the same source; false when the row is of another, or there is nothing to add. */
  addTo(name: TableName, cells: Readonly<Record<string, Cell>>, adds: readonly string[], sourceColumn: string): boolean {
    const table: Table = tableNamed(name);
    if (adds.length === 0 || !this.#hasKey(table, cells)) return false;
    const sets = adds.map((column) => `"${column}" = "${column}" + ?`).join(', ');
    return this.#statement(`UPDATE ${nameOf(name)} SET ${sets} WHERE ${whereKey(table)} AND "${sourceColumn}" = ?`)
      .run(...adds.map((column) => cells[column] ?? 0), ...table.key.map((key) => cells[key]), cells[sourceColumn]).changes > 0;
  }

  #hasKey(table: Table, cells: Readonly<Record<string, Cell>>): boolean {
    return table.key.every((key) => cells[key] !== undefined && cells[key] !== null);
  }

  /**
   * Leaves out what refers to nothing, in the order of the tables: a cell that may be empty becomes NULL, else its row goes.
   */
  dropDangling(): DanglingCounts {
    const counts: Record<string, number> = {};
    for (const table of TABLES as readonly Table[]) {
      for (const { name, ref, nullable } of table.columns) {
        if (ref === undefined) continue;
        const [target = '', targetColumn = ''] = ref.split('.');
        const dangling = `"${name}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${nameOf(target)} AS target WHERE target."${targetColumn}" = ${nameOf(table.name)}."${name}")`;
        const { changes } = this.#database.prepare(
          nullable ? `UPDATE ${nameOf(table.name)} SET "${name}" = NULL WHERE ${dangling}` : `DELETE FROM ${nameOf(table.name)} WHERE ${dangling}`,
        ).run();
        if (changes > 0) counts[`${table.name}.${name}`] = changes;
      }
    }
    return counts;
  }

  /** One text of a row whose key is one column; null when there is none. */
  text(name: TableName, key: string, column: string): string | null {
    const table: Table = tableNamed(name);
    const row = this.#statement(`SELECT "${column}" AS value FROM ${nameOf(name)} WHERE "${table.key[0] ?? ''}" = ?`).get(key) as { readonly value: string | null } | undefined;
    return row?.value ?? null;
  }

  count(table: string): number {
    return this.#database.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM ${nameOf(table)}`).get()?.n ?? 0;
  }

  * rows(name: string): Generator<Row> {
    const table: Table = tableNamed(name);
    const order = table.key.map((key) => `"${key}"`).join(', ');
    // BINARY orders text by its UTF-8 bytes: the order of canonical rows.
    yield* this.#database.prepare<[], Row>(`SELECT * FROM ${nameOf(name)} ORDER BY ${order}`).raw().iterate();
  }

  #insert(table: Table): Database.Statement<unknown[]> {
    return this.#statement(`INSERT OR IGNORE INTO ${nameOf(table.name)} VALUES (${table.columns.map(() => '?').join(', ')})`);
  }

  #statement(text: string): Database.Statement<unknown[]> {
    const made = this.#statements.get(text) ?? this.#database.prepare<unknown[]>(text);
    this.#statements.set(text, made);
    return made;
  }
}
