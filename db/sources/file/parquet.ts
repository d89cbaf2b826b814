/** A columnar file (Parquet) as a table: flat columns, read row by row with one page of each column in memory. */
import { open, type FileHandle } from 'node:fs/promises';
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { ColumnCursor, type PageBudget } from './columnar/column-cursor.ts';
import { ThriftReader } from './columnar/thrift.ts';
import { COLUMNS, FOOTER_BYTES, HEAD_ROWS, ROWS_PER_BYTE, SURELY_HARMLESS_ROWS } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { TableInput, TableRow } from './source-input.ts';

/** The four bytes at both ends of the file. */
export const COLUMNAR_MARK = Buffer.from('PAR1');
/** Length of the footer, and the mark. */
const TAIL_BYTES = 8;

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, start);
  if (bytesRead < length) throw new RangeError('past the end');
  return buffer;
}

/** What the file says of itself at its end. */
async function readFooter(file: FileHandle): Promise<FileMetaData> {
  const { size } = await file.stat();
  if (size < TAIL_BYTES + COLUMNAR_MARK.length) throw new RangeError('too short');
  const tail = await readAt(file, size - TAIL_BYTES, TAIL_BYTES);
  if (!tail.subarray(4).equals(COLUMNAR_MARK)) throw new RangeError('no mark at the end');
  const length = tail.readUInt32LE(0);
  if (length > FOOTER_BYTES) throw new SourceFault('too-large');
  if (length > size - TAIL_BYTES) throw new RangeError('footer longer than the file');
  const footer = await readAt(file, size - TAIL_BYTES - length, length + TAIL_BYTES);
  // Within bounds first: what reads it after this takes lengths at their word.
  new ThriftReader(footer.subarray(0, length)).struct();
  const metadata = parquetMetadata(footer, { geoparquet: false });
  const rows = metadata.row_groups.reduce((sum, { num_rows: count }) => sum + Number(count), 0);
  if (rows > Math.max(SURELY_HARMLESS_ROWS, size * ROWS_PER_BYTE)) throw new SourceFault('too-large');
  return metadata;
}

/** Every failure that reading damaged bytes can bring, as one fault; what is already named keeps its name. */
async function guarded<T>(work: () => Promise<T>, row = 0): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof SourceFault ? cause : new SourceFault('columnar-damaged', { row }, { cause });
  }
}

/** Names of the columns. Errors: SourceFault columnar-unsupported when a column holds more than one value a row. */
function headerOf({ schema }: FileMetaData): readonly string[] {
  const columns = schema.slice(1);
  const nested = columns.find(({ num_children: children = 0 }) => children > 0);
  if (nested) throw new SourceFault('columnar-unsupported', { near: nested.name });
  if (columns.length === 0) throw new SourceFault('empty-file');
  if (columns.length > COLUMNS) throw new SourceFault('too-many-columns');
  return columns.map(({ name }) => name);
}

/** Cursors of the columns of one row group, in the order of the heading. */
function cursorsOf(file: FileHandle, { schema, row_groups: groups }: FileMetaData, group: number): readonly ColumnCursor[] {
  const chunks = groups[group]?.columns ?? [];
  const budget: PageBudget = { held: 0 };
  return schema.slice(1).map((element) => {
    const meta = chunks.find((each) => each.meta_data?.path_in_schema[0] === element.name)?.meta_data;
    if (!meta) throw new RangeError('column missing');
    const start = Math.min(Number(meta.data_page_offset), Number(meta.dictionary_page_offset) || Infinity);
    const end = start + Number(meta.total_compressed_size);
    if (start < 0 || !Number.isSafeInteger(end)) throw new RangeError('no such place');
    return new ColumnCursor(file, { element, codec: meta.codec, start, end }, budget);
  });
}

async function* rowsOf(path: string, metadata: FileMetaData): AsyncGenerator<TableRow> {
  const file = await open(path, 'r');
  let row = 1;
  try {
    for (const [group, { num_rows: count }] of metadata.row_groups.entries()) {
      const cursors = await guarded(() => Promise.resolve(cursorsOf(file, metadata, group)), row);
      for (let left = Number(count); left > 0; left -= 1) {
        for (const cursor of cursors) if (cursor.left === 0) await guarded(() => cursor.load(), row);
        row += 1;
        yield { row, cells: cellsOf(cursors, row) };
      }
    }
  } finally {
    await file.close();
  }
}

function cellsOf(cursors: readonly ColumnCursor[], row: number): readonly string[] {
  try {
    return cursors.map((cursor) => cursor.next());
  } catch (cause) {
    throw cause instanceof SourceFault ? cause : new SourceFault('columnar-damaged', { row }, { cause });
  }
}

/** Opens a columnar file as a table. Errors: SourceFault columnar-damaged, columnar-unsupported, too-large, too-many-columns, empty-file, unreadable. */
export async function openParquet(path: string): Promise<TableInput> {
  const file = await open(path, 'r').catch((cause: unknown) => { throw new SourceFault('unreadable', {}, { cause }); });
  let metadata: FileMetaData;
  try {
    metadata = await guarded(() => readFooter(file));
  } finally {
    await file.close();
  }
  const header = headerOf(metadata);
  const head: TableRow[] = [];
  for await (const row of rowsOf(path, metadata)) {
    head.push(row);
    if (head.length >= HEAD_ROWS) break;
  }
  return { form: 'table', header, head, rows: () => rowsOf(path, metadata) };
}
