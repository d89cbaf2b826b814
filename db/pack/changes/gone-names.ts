/** What the first rows that are gone were called, so that whoever is asked knows what would go. */
import type { Row } from '../order.ts';
import type { TableName } from '../tables.ts';
import { Columns } from './watched.ts';

/** Tables whose rows have a name that people know. */
const NAMED: readonly (readonly [TableName, string])[] = [
  ['area', 'name'], ['county', 'name'], ['occupation', 'title'], ['organization', 'name'], ['credential', 'name'], ['program', 'title'],
  ['institution', 'name'], ['training_program', 'name'], ['source', 'title'],
];
/** As many as a sentence holds. */
export const MOST_GONE = 5;

export class GoneNames {
  readonly #columns = new Map(NAMED.map(([table, name]): [string, { readonly columns: Columns; readonly name: string }] => [table, { columns: new Columns(table), name }]));
  readonly #names = new Map<string, string[]>();

  /** A row that is gone by its key. */
  note(table: string, row: Row): void {
    const named = this.#columns.get(table);
    if (!named) return;
    const names = this.#names.get(table) ?? [];
    this.#names.set(table, names);
    const name = named.columns.text(row, named.name);
    if (name !== null && names.length < MOST_GONE && !names.includes(name)) names.push(name);
  }

  of(table: string): readonly string[] {
    return this.#names.get(table) ?? [];
  }
}
