/** Rows of a pack one after another, table by table: waits only where a batch ends. */
import type { Row } from '../order.ts';
import type { ReadBatch } from '../row-reader.ts';
import type { Table } from '../tables/column.ts';

export class TableCursor {
  readonly #source: AsyncIterator<ReadBatch>;
  #batch: ReadBatch | null = null;
  #at = 0;

  constructor(rows: AsyncIterable<ReadBatch>) {
    this.#source = rows[Symbol.asyncIterator]();
  }

  /** Rows of the table at hand; 0 may mean that more have to be fetched by {@link fill}. */
  left(table: Table): number {
    return this.#batch?.table.name === table.name ? this.#batch.rows.length - this.#at : 0;
  }

  /** True when the table has a row at the cursor; false when it has ended. */
  async fill(table: Table): Promise<boolean> {
    while (this.#batch === null || this.#at >= this.#batch.rows.length) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#batch = next.value;
      this.#at = 0;
    }
    return this.#batch.table.name === table.name;
  }

  get row(): Row {
    return this.#batch?.rows[this.#at] ?? [];
  }

  get line(): string {
    return this.#batch?.lines[this.#at] ?? '';
  }

  advance(): void {
    this.#at += 1;
  }

  /** Reads on to the very end, where a pack's last checks are. */
  async end(): Promise<void> {
    while ((await this.#source.next()).done !== true);
  }

  /** Leaves the source where it stands. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
