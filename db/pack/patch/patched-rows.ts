/** Rows of an edition with a patch laid over them: the rows of the next edition, as a stream. */
import { CodedError } from '../../../shared/kernel/errors.ts';
import { BATCH_ROWS } from '../limits.ts';
import { rowComparer, type Row } from '../order.ts';
import type { ReadBatch } from '../row-reader.ts';
import { TABLES } from '../tables.ts';
import type { Table } from '../tables/column.ts';
import { Block, Guard, MalformedCell } from './block.ts';
import { MalformedBytes } from './bytes.ts';
import { InsertedKeys } from './inserted-keys.ts';
import type { PatchHeader } from './patch-header.ts';
import type { RawBlock } from './patch-reader.ts';
import type { RowChange } from './row-change.ts';
import { TableCursor } from './table-cursor.ts';

/** What is needed of a patch that is open. */
export interface PatchChanges {
  readonly header: Pick<PatchHeader, 'changes'>;
  readonly blocks: () => AsyncGenerator<RawBlock>;
}

type Note = (change: RowChange) => void;

/**
 * The rows of the edition that the patch gives, in pack order; `note` is told each change. The changed rows are typed and in order;
 * what the whole is has to be checked by {@link checkedRows}. Errors: those of the base's rows and of the patch's content,
 * patch-row-invalid, patch-wrong-base.
 */
export async function* patchedRows(base: AsyncIterable<ReadBatch>, patch: PatchChanges, note: Note = () => undefined): AsyncGenerator<ReadBatch> {
  const cursor = new TableCursor(base);
  const keys = new InsertedKeys();
  const blocks = patch.blocks();
  try {
    let block = await blocks.next();
    for (const table of TABLES) {
      const change = new TablePatch(table, cursor, keys, note);
      while (block.done !== true && block.value.table.name === table.name) {
        yield* change.apply(block.value);
        block = await blocks.next();
      }
      yield* change.rest();
      change.checkCounts(patch.header.changes.find(([name]) => name === table.name));
    }
    await cursor.end();
  } finally {
    await cursor.close();
    await blocks.return(undefined);
  }
}

/** The patch of one table at its place in the base. */
class TablePatch {
  readonly #table: Table;
  readonly #cursor: TableCursor;
  readonly #keys: InsertedKeys;
  readonly #note: Note;
  readonly #compare: (a: Row, b: Row) => number;
  readonly #counts = { delete: 0, insert: 0, update: 0 };
  #rows: Row[] = [];
  #lines: string[] = [];
  #written = 0;
  /** The last row of the new edition. */
  #previous: Row | null = null;
  /** The last row of either edition: what follows has a higher key. */
  #floor: Row | null = null;

  constructor(table: Table, cursor: TableCursor, keys: InsertedKeys, note: Note) {
    this.#table = table;
    this.#cursor = cursor;
    this.#keys = keys;
    this.#note = note;
    this.#compare = rowComparer(table);
  }

  async *apply({ count, payload }: RawBlock): AsyncGenerator<ReadBatch> {
    const block = this.#guarded(() => new Block(this.#table, count, payload, this.#keys));
    const guard = new Guard();
    for (let at = 0; at < block.length; at += 1) {
      let gap = block.gap(at);
      while (gap > 0) {
        if (!(await this.#hasRow())) throw new CodedError('patch-wrong-base');
        gap -= this.#copy(gap);
        if (this.#rows.length >= BATCH_ROWS) yield this.#take();
      }
      const kind = block.kind(at);
      if (kind === 'insert') await this.#insert(block);
      else await this.#replace(block, at, kind, guard);
      this.#counts[kind] += 1;
      if (this.#rows.length >= BATCH_ROWS) yield this.#take();
    }
    if (!guard.bytes().equals(block.guard)) throw new CodedError('patch-wrong-base');
  }

  /** What no block names stays as it is. */
  async *rest(): AsyncGenerator<ReadBatch> {
    while (await this.#hasRow()) {
      this.#copy(BATCH_ROWS);
      if (this.#rows.length >= BATCH_ROWS) yield this.#take();
    }
    if (this.#rows.length > 0) yield this.#take();
  }

  checkCounts(stated: readonly [string, number, number, number, number] | undefined): void {
    const [, , deleted = 0, inserted = 0, updated = 0] = stated ?? [];
    const { delete: deletes, insert: inserts, update: updates } = this.#counts;
    if (deletes !== deleted || inserts !== inserted || updates !== updated) throw this.#fault('', 'row-count');
  }

  async #hasRow(): Promise<boolean> {
    return this.#cursor.left(this.#table) > 0 || this.#cursor.fill(this.#table);
  }

  /** Copies up to `most` rows of those at hand. */
  #copy(most: number): number {
    const count = Math.min(most, this.#cursor.left(this.#table), BATCH_ROWS - this.#rows.length);
    for (let copied = 0; copied < count; copied += 1) {
      this.#put(this.#cursor.row, this.#cursor.line);
      this.#cursor.advance();
    }
    return count;
  }

  #put(row: Row, line: string): void {
    this.#rows.push(row);
    this.#lines.push(line);
    this.#previous = this.#floor = row;
  }

  async #insert(block: Block): Promise<void> {
    const after = this.#guarded(() => block.insert(this.#previous));
    const below = this.#floor ? this.#compare(this.#floor, after) : -1;
    if (below >= 0) throw this.#fault(this.#table.key[0] ?? '', below === 0 ? 'duplicate-key' : 'order');
    if (await this.#hasRow()) {
      const above = this.#compare(after, this.#cursor.row);
      if (above >= 0) throw this.#fault(this.#table.key[0] ?? '', above === 0 ? 'duplicate-key' : 'order');
    }
    this.#put(after, JSON.stringify(after));
    this.#keys.add(this.#table, after);
    this.#note({ table: this.#table, kind: 'insert', before: null, after });
  }

  async #replace(block: Block, at: number, kind: 'delete' | 'update', guard: Guard): Promise<void> {
    if (!(await this.#hasRow())) throw new CodedError('patch-wrong-base');
    const [before, line] = [this.#cursor.row, this.#cursor.line];
    guard.add(line);
    this.#cursor.advance();
    if (kind === 'delete') {
      this.#floor = before;
      this.#note({ table: this.#table, kind, before, after: null });
      return;
    }
    const after = this.#guarded(() => block.update(at, before));
    this.#put(after, JSON.stringify(after));
    this.#note({ table: this.#table, kind, before, after });
  }

  #take(): ReadBatch {
    const batch = { table: this.#table, rows: this.#rows, lines: this.#lines };
    this.#written += batch.rows.length;
    [this.#rows, this.#lines] = [[], []];
    return batch;
  }

  /** What is malformed inside a block is a fault at the row that was to come. */
  #guarded<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof MalformedCell) throw this.#fault(error.column, error.reason, error);
      if (error instanceof MalformedBytes) throw this.#fault('', error.message, error);
      throw error;
    }
  }

  #fault(column: string, reason: string, cause?: unknown): CodedError {
    const row = this.#written + this.#rows.length + 1;
    return new CodedError('patch-row-invalid', { table: this.#table.name, row, column, reason }, { cause });
  }
}
