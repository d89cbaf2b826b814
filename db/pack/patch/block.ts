/**
 * A run of changes of one table, column by column: what kind each is, how many rows stay before it, a guard over the old rows,
 * then the cells. Only changed columns are there, and no key of an old row: the base says what stands at a place.
 */
import { createHash } from 'node:crypto';
import { cellFault } from '../cell.ts';
import { BLOCK_CHANGES, TABLE_ROWS } from '../limits.ts';
import { keyIndexes, type Cell, type Row } from '../order.ts';
import type { Column, Table } from '../tables/column.ts';
import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts';
import { readColumn, writeColumn, type CellSource } from './column-codec.ts';
import type { InsertedKeys } from './inserted-keys.ts';
import type { ChangeKind, PlacedChange } from './row-change.ts';

export const GUARD_BYTES = 8;
/** Bits of a shape's number that are free for columns. */
const COLUMNS_MOST = 48;
/** Shapes: 0 is a delete, 1 an insert, and 2 and more an update of the columns whose bits are set. */
const DELETE = 0;
const INSERT = 1;
const UPDATE = 2;

/** Over the old rows of a block, in order: a block lets itself be applied to these rows only. */
export class Guard {
  readonly #hash = createHash('sha256');
  #any = false;

  add(line: string): void {
    this.#hash.update(line).update('\n');
    this.#any = true;
  }

  bytes(): Buffer {
    return this.#any ? this.#hash.digest().subarray(0, GUARD_BYTES) : Buffer.alloc(GUARD_BYTES);
  }
}

/** Positions of the columns in which two rows of a table differ. */
const changedColumns = (before: Row, after: Row): readonly number[] => after.flatMap((cell, index) => (cell === before[index] ? [] : [index]));

function shapeOf({ change }: PlacedChange): number {
  if (change.kind === 'delete') return DELETE;
  if (change.kind === 'insert') return INSERT;
  return UPDATE + changedColumns(change.before, change.after).reduce((sum, index) => sum + 2 ** index, 0);
}

const hasColumn = (shape: number, index: number): boolean => shape >= UPDATE && Math.floor((shape - UPDATE) / 2 ** index) % 2 === 1;

/** The content of a block. */
export function writeBlock(table: Table, placed: readonly PlacedChange[], keys: InsertedKeys): Buffer {
  if (table.columns.length > COLUMNS_MOST) throw new Error(`table ${table.name} has more columns than a shape has bits`);
  const writer = new ByteWriter();
  const each = placed.map(shapeOf);
  const shapes = [...new Set(each)].sort((a, b) => a - b);
  const place = new Map(shapes.map((shape, index) => [shape, index]));
  writer.number(shapes.length);
  for (const shape of shapes) writer.number(shape);
  for (const shape of each) writer.number(place.get(shape) ?? 0);
  for (const { gap } of placed) writer.number(gap);
  const guard = new Guard();
  for (const { line } of placed) if (line !== null) guard.add(line);
  writer.bytes(guard.bytes());
  table.columns.forEach((column, index) => {
    const list = keys.listFor(table, column);
    const inserts = placed.flatMap(({ change, previous }) => (change.kind === 'insert' ? [{ cell: change.after[index] ?? null, base: previous?.[index] ?? null }] : []));
    if (inserts.length > 0) writeColumn(writer, column, inserts, list);
    const updates = placed.flatMap(({ change }, at) =>
      (change.kind === 'update' && hasColumn(each[at] ?? 0, index) ? [{ cell: change.after[index] ?? null, base: change.before[index] ?? null }] : []));
    if (updates.length > 0) writeColumn(writer, column, updates, list);
  });
  return writer.take();
}

/** What is wrong with a cell that a block gave. */
export class MalformedCell extends Error {
  override readonly name = 'MalformedCell';
  readonly column: string;
  readonly reason: string;
  constructor(column: string, reason: string) {
    super(reason);
    this.column = column;
    this.reason = reason;
  }
}

interface OpenColumn {
  readonly column: Column;
  readonly inserts: CellSource | null;
  readonly updates: CellSource | null;
}

/** A block whose counts and lengths are checked; its rows come one after another, each from its base. Throws MalformedBytes, MalformedCell. */
export class Block {
  readonly table: Table;
  readonly length: number;
  readonly guard: Buffer;
  readonly #shapes: readonly number[];
  readonly #gaps: readonly number[];
  readonly #columns: readonly OpenColumn[];

  constructor(table: Table, count: number, payload: Buffer, keys: InsertedKeys) {
    if (count < 1 || count > BLOCK_CHANGES) throw new MalformedBytes('number');
    this.table = table;
    this.length = count;
    const reader = new ByteReader(payload);
    const shapes = readShapes(reader, table, count);
    this.#shapes = reader.numbers(count, shapes.length - 1).map((index) => shapes[index] ?? DELETE);
    this.#gaps = reader.numbers(count, TABLE_ROWS);
    this.guard = reader.bytes(GUARD_BYTES);
    const inserts = this.#shapes.filter((shape) => shape === INSERT).length;
    this.#columns = table.columns.map((column, index) => {
      const list = keys.listFor(table, column);
      const updates = this.#shapes.filter((shape) => hasColumn(shape, index)).length;
      return {
        column,
        inserts: inserts > 0 ? readColumn(reader, column, inserts, list) : null,
        updates: updates > 0 ? readColumn(reader, column, updates, list) : null,
      };
    });
    reader.end();
  }

  kind(at: number): ChangeKind {
    const shape = this.#shapes[at];
    if (shape === DELETE) return 'delete';
    return shape === INSERT ? 'insert' : 'update';
  }

  /** Rows that stay as they are before this change. */
  gap(at: number): number {
    return this.#gaps[at] ?? 0;
  }

  /** The next row that is inserted, below `previous`. */
  insert(previous: Row | null): Row {
    return this.#columns.map(({ column, inserts }, index) => sound(column, inserts?.(previous?.[index] ?? null) ?? null));
  }

  /** The row that an update makes of `before`. */
  update(at: number, before: Row): Row {
    const shape = this.#shapes[at] ?? 0;
    return this.#columns.map(({ column, updates }, index) => {
      const old = before[index] ?? null;
      if (!hasColumn(shape, index)) return old;
      const cell = sound(column, updates?.(old) ?? null);
      if (cell === old) throw new MalformedCell(column.name, 'unchanged');
      return cell;
    });
  }
}

function sound(column: Column, cell: Cell): Cell {
  const fault = cellFault(column, cell);
  if (fault) throw new MalformedCell(column.name, fault);
  return cell;
}

/** In rising order, each once, of columns that the table has and that are no part of its key. */
function readShapes(reader: ByteReader, table: Table, count: number): readonly number[] {
  const size = reader.number(count);
  if (size < 1) throw new MalformedBytes('number');
  const keys = keyIndexes(table);
  const shapes = reader.numbers(size, UPDATE + 2 ** table.columns.length - 1);
  shapes.forEach((shape, index) => {
    const before = shapes[index - 1];
    if (before !== undefined && before >= shape) throw new MalformedBytes('order');
    if (shape === UPDATE) throw new MalformedBytes('unchanged');
    if (keys.some((key) => hasColumn(shape, key))) throw new MalformedBytes('key-changed');
  });
  return shapes;
}
