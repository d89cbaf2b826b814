/** Canonical bytes to checked rows, in batches, with memory for one batch and the keys that are referred to. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { tableLine } from './canonical-rows.ts';
import { cellFault } from './cell.ts';
import type { PackHeader } from './header.ts';
import { BATCH_ROWS, ROW_BYTES } from './limits.ts';
import { rowComparer, type Cell, type Row } from './order.ts';
import { ReferenceCheck } from './references.ts';
import { tableNamed } from './tables.ts';
import type { Table } from './tables/column.ts';

export interface RowBatch {
  readonly table: Table;
  readonly rows: readonly Row[];
}

/** Rows as they were read, each with its one spelling, which can be hashed and compared without spelling it again. */
export interface ReadBatch extends RowBatch {
  readonly lines: readonly string[];
}

interface OpenTable {
  readonly table: Table;
  readonly compare: (a: Row, b: Row) => number;
  readonly references: ReturnType<ReferenceCheck['startTable']> | null;
  readonly expected: number;
  seen: number;
  previous: Row | null;
  rows: Row[];
  lines: string[];
}

const isCell = (value: unknown): value is Cell => value === null || typeof value === 'string' || typeof value === 'number';

/** Push bytes, get batches; then `end`. Every fault is pack-row-invalid with table, row (1 is the first) and column. */
export class RowReader {
  readonly #header: PackHeader;
  /** Those that the pack has: an older one may lack some of ours. */
  readonly #tables: readonly Table[];
  readonly #references: ReferenceCheck | null;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest: Buffer = Buffer.alloc(0);
  #open: OpenTable | null = null;
  #started = 0;

  constructor(header: PackHeader, { references = true }: { readonly references?: boolean } = {}) {
    this.#header = header;
    this.#tables = header.tables.map(([name]) => tableNamed(name));
    this.#references = references ? new ReferenceCheck() : null;
  }

  *push(chunk: Buffer): Generator<ReadBatch> {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    this.#rest = bytes.subarray(end);
    if (this.#rest.length > ROW_BYTES) throw this.#fault('', 'too-long');
    if (end === 0) return;
    let text: string;
    try {
      text = this.#decoder.decode(bytes.subarray(0, end - 1));
    } catch {
      throw this.#fault('', 'not-utf8');
    }
    for (const line of text.split('\n')) yield* this.#line(line);
  }

  *end(): Generator<ReadBatch> {
    if (this.#rest.length > 0) throw this.#fault('', 'unfinished');
    if (this.#open && this.#open.seen < this.#open.expected) throw this.#fault('', 'row-missing');
    yield* this.#endTable();
    if (this.#started < this.#tables.length) {
      throw new CodedError('pack-row-invalid', { table: this.#tables[this.#started]?.name ?? '', row: 0, column: '', reason: 'table-missing' });
    }
  }

  *#line(line: string): Generator<ReadBatch> {
    const current = this.#open;
    if (current && current.seen < current.expected) {
      this.#row(current, line);
      if (current.rows.length >= BATCH_ROWS) yield this.#takeRows(current);
      return;
    }
    yield* this.#endTable();
    this.#startTable(line);
  }

  #startTable(line: string): void {
    const table = this.#tables[this.#started];
    if (!table) throw this.#fault('', 'row-too-many');
    const expected = this.#header.tables[this.#started]?.[1] ?? 0;
    if (line !== tableLine(table.name, expected)) {
      throw new CodedError('pack-row-invalid', { table: table.name, row: 0, column: '', reason: 'table-line' });
    }
    this.#started += 1;
    this.#open = {
      table, expected, compare: rowComparer(table), references: this.#references?.startTable(table) ?? null, seen: 0, previous: null, rows: [], lines: [],
    };
  }

  #row(current: OpenTable, line: string): void {
    current.seen += 1;
    let cells: unknown;
    try {
      cells = JSON.parse(line);
    } catch {
      throw this.#fault('', 'not-json');
    }
    const columns = current.table.columns.length;
    // Nothing was changed since it was written: whoever wrote it knew of columns that came later.
    if (Array.isArray(cells) && cells.length > columns) throw new CodedError('pack-newer-format', { format: this.#header.waymarkPack, known: this.#header.waymarkPack });
    if (!Array.isArray(cells) || cells.length !== columns) throw this.#fault('', 'cell-count');
    const row: Cell[] = [];
    current.table.columns.forEach((column, index) => {
      const cell: unknown = cells[index];
      const fault = cellFault(column, cell);
      if (fault || !isCell(cell)) throw this.#fault(column.name, fault ?? 'type');
      row.push(cell);
    });
    // One row, one text: no spaces, no other spelling of a number, no needless escape.
    if (JSON.stringify(row) !== line) throw this.#fault('', 'not-canonical');
    if (current.previous) {
      const order = current.compare(current.previous, row);
      if (order >= 0) throw this.#fault(current.table.key[0] ?? '', order === 0 ? 'duplicate-key' : 'order');
    }
    current.previous = row;
    const dangling = current.references?.add(row);
    if (dangling) throw this.#fault(dangling.column, 'dangling-reference');
    current.rows.push(row);
    current.lines.push(line);
  }

  #takeRows(current: OpenTable): ReadBatch {
    const { rows, lines } = current;
    [current.rows, current.lines] = [[], []];
    return { table: current.table, rows, lines };
  }

  *#endTable(): Generator<ReadBatch> {
    const current = this.#open;
    if (!current) return;
    const dangling = current.references?.end();
    if (dangling) throw this.#fault(dangling.column, 'dangling-reference', dangling.row);
    if (current.rows.length > 0) yield this.#takeRows(current);
    this.#open = null;
  }

  #fault(column: string, reason: string, row = this.#open?.seen ?? 0): CodedError {
    return new CodedError('pack-row-invalid', { table: this.#open?.table.name ?? '', row, column, reason });
  }
}
