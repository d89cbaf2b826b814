/** Rows that went and came under one credential, brought together again where they are the same thing under another key. */
import type { Row } from '../order.ts';
import type { RowChange } from '../patch/row-change.ts';
import type { Columns, Watched } from './watched.ts';

/** So many rows of one credential wait for each other at most. */
const MOST_WAITING = 4_096;

export interface Pair {
  readonly before: Row | null;
  readonly after: Row | null;
}

export class RowPairs {
  readonly #watched: Watched;
  readonly #columns: Columns;
  readonly #give: (pair: Pair) => void;
  #id: string | null = null;
  #before: Row[] = [];
  #after: Row[] = [];

  constructor(watched: Watched, columns: Columns, give: (pair: Pair) => void) {
    this.#watched = watched;
    this.#columns = columns;
    this.#give = give;
  }

  /** Changes come in key order, so that those of one credential follow each other. */
  add({ before, after }: RowChange): void {
    const row = after ?? before;
    const id = this.#columns.text(row, this.#watched.id);
    if (id !== this.#id || this.#before.length + this.#after.length >= MOST_WAITING) this.end();
    this.#id = id;
    if (before) this.#before.push(before);
    if (after) this.#after.push(after);
  }

  /** Gives what differs of the rows that wait. */
  end(): void {
    const { same, cells, silent = [] } = this.#watched;
    const [was, rest] = this.#match(this.#before, this.#after, [...same, ...cells, ...silent], () => undefined);
    const [gone, come] = this.#match(was, rest, same, (before, after) => { this.#give({ before, after }); });
    for (const before of gone) this.#give({ before, after: null });
    for (const after of come) this.#give({ before: null, after });
    [this.#before, this.#after] = [[], []];
  }

  /** Pairs rows that are equal in some columns, the first with the first; gives those that have no other. */
  #match(before: readonly Row[], after: readonly Row[], names: readonly string[], pair: (before: Row, after: Row) => void): readonly [Row[], Row[]] {
    const waiting = new Map<string, Row[]>();
    for (const row of before) {
      const key = this.#columns.key(row, names);
      const alike = waiting.get(key);
      if (alike) alike.push(row);
      else waiting.set(key, [row]);
    }
    const left = after.filter((row) => {
      const other = waiting.get(this.#columns.key(row, names))?.shift();
      if (other) pair(other, row);
      return other === undefined;
    });
    return [[...waiting.values()].flat(), left];
  }
}
