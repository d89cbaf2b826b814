/** Rows that are to be an edition: counted, looked up, hashed while they pass; they count only when the last of them has passed. */
import { createHash } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';
import { tableLine } from './canonical-rows.ts';
import type { Row } from './order.ts';
import { checkMeta } from './pack-reader.ts';
import { ReferenceCheck } from './references.ts';
import type { ReadBatch } from './row-reader.ts';
import { TABLES } from './tables.ts';

/** What the rows have to turn out to be. */
export interface Promised {
  readonly name: string;
  readonly edition: string;
  readonly scope: string;
  readonly digest: string;
  /** Bytes of the canonical rows. */
  readonly bytes: number;
  readonly tables: readonly (readonly [string, number])[];
}

const invalid = (table: string, row: number, column: string, reason: string): CodedError => new CodedError('patch-row-invalid', { table, row, column, reason });

export interface CheckedBatch {
  /** Canonical bytes: the lines of the tables that start, and of the rows. */
  readonly text: string;
  /** Null for tables without rows. */
  readonly batch: ReadBatch | null;
}

/** Hands the rows on once they are checked. Their cells and their order were checked where they came from. Errors: patch-row-invalid, patch-digest. */
export async function* checkedRows(rows: AsyncIterable<ReadBatch>, promised: Promised): AsyncGenerator<CheckedBatch> {
  const check = new EditionCheck(promised);
  for await (const batch of rows) {
    const text = check.take(batch);
    yield { text, batch };
  }
  const text = check.end();
  if (text !== '') yield { text, batch: null };
}

class EditionCheck {
  readonly #promised: Promised;
  readonly #hash = createHash('sha256');
  readonly #references = new ReferenceCheck();
  readonly #meta: Row[] = [];
  #bytes = 0;
  #started = 0;
  #seen = 0;
  #open: ReturnType<ReferenceCheck['startTable']> | null = null;

  constructor(promised: Promised) {
    this.#promised = promised;
  }

  take({ table, rows, lines }: ReadBatch): string {
    const opened = this.#startTo(TABLES.findIndex(({ name }) => name === table.name));
    for (const row of rows) {
      this.#seen += 1;
      const dangling = this.#open?.add(row);
      if (dangling) throw invalid(table.name, dangling.row, dangling.column, 'dangling-reference');
    }
    if (table.name === 'meta') this.#meta.push(...rows);
    return this.#count(`${opened}${lines.join('\n')}\n`);
  }

  end(): string {
    const text = this.#count(this.#startTo(TABLES.length - 1));
    this.#endTable();
    if (this.#bytes !== this.#promised.bytes || this.#hash.digest('hex') !== this.#promised.digest) throw new CodedError('patch-digest');
    checkMeta(this.#promised, this.#meta);
    return text;
  }

  /** Lines of the tables up to this one, all but the last of them without rows. */
  #startTo(index: number): string {
    let text = '';
    while (this.#started <= index) {
      this.#endTable();
      const [name = '', count = 0] = this.#promised.tables[this.#started] ?? [];
      const table = TABLES[this.#started];
      if (!table || table.name !== name) throw invalid(name, 0, '', 'table-missing');
      text += `${tableLine(name, count)}\n`;
      this.#open = this.#references.startTable(table);
      this.#seen = 0;
      this.#started += 1;
    }
    return text;
  }

  #endTable(): void {
    if (!this.#open) return;
    const [name = '', count = 0] = this.#promised.tables[this.#started - 1] ?? [];
    if (this.#seen !== count) throw invalid(name, this.#seen, '', this.#seen < count ? 'row-missing' : 'row-too-many');
    const dangling = this.#open.end();
    if (dangling) throw invalid(name, dangling.row, dangling.column, 'dangling-reference');
    this.#open = null;
  }

  #count(text: string): string {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > this.#promised.bytes) throw new CodedError('patch-digest');
    this.#hash.update(text);
    return text;
  }
}
