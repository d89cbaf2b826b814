/** What the ids of a report are called: only of those asked for, as an edition may have millions. */
import type { Row } from '../order.ts';
import type { ReadBatch } from '../row-reader.ts';
import type { TableName } from '../tables.ts';
import { Columns } from './watched.ts';

/** Tables that have names, by their key, and the columns to keep. */
const NAMED = {
  area: { key: ['id'], kept: ['name'] },
  occupation: { key: ['soc'], kept: ['title'] },
  credential: { key: ['id'], kept: ['name', 'field'] },
  // A list is called by its program; what is kept is whose list it is.
  recognition_program: { key: ['area', 'program', 'edition'], kept: ['source_id'] },
} as const satisfies Partial<Record<TableName, { readonly key: readonly string[]; readonly kept: readonly string[] }>>;
type Named = keyof typeof NAMED;

const isNamed = (table: string): table is Named => Object.hasOwn(NAMED, table);
const COLUMNS: Readonly<Record<Named, Columns>> = {
  area: new Columns('area'), occupation: new Columns('occupation'), credential: new Columns('credential'), recognition_program: new Columns('recognition_program'),
};

export class Names {
  readonly #found: Readonly<Record<Named, Map<string, readonly (string | null)[] | null>>> = {
    area: new Map(), occupation: new Map(), credential: new Map(), recognition_program: new Map(),
  };

  want(table: Named, ...key: readonly (string | null)[]): void {
    const id = JSON.stringify(key);
    if (!this.#found[table].has(id)) this.#found[table].set(id, null);
  }

  /** Looks through rows of an edition; what a later edition says holds. */
  take({ table, rows }: Pick<ReadBatch, 'table' | 'rows'>): void {
    const { name } = table;
    if (!isNamed(name) || this.#found[name].size === 0) return;
    const [columns, found, { key, kept }] = [COLUMNS[name], this.#found[name], NAMED[name]];
    const texts = (row: Row, names: readonly string[]): readonly (string | null)[] => names.map((each) => columns.text(row, each));
    for (const row of rows) {
      const id = JSON.stringify(texts(row, key));
      if (found.has(id)) found.set(id, texts(row, kept));
    }
  }

  /** What was kept, by its place; null where neither edition has it. */
  get(table: Named, place: number, ...key: readonly (string | null)[]): string | null {
    return this.#found[table].get(JSON.stringify(key))?.[place] ?? null;
  }
}
