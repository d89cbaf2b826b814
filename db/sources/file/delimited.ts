/** Delimited text (CSV, tab or semicolon separated) as a table. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { contentOf, firstContent } from './byte-stream.ts';
import { decoded, encodingOf, type Encoding } from './encoding.ts';
import { COLUMNS, CELL_LENGTH, HEAD_ROWS, LINE_LENGTH } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { TableInput, TableRow } from './source-input.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The delimiter that stands most often in the first line, outside of quotes. */
function delimiterOf(head: string): string {
  const line = (head.split(/\r\n|\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

async function* records(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter, info: true, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LINE_LENGTH,
  });
  const input = Readable.from(decoded(contentOf(path), encoding), { objectMode: false });
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const item of parser) {
      const { info, record } = item as Parsed;
      if (record.length > COLUMNS) throw new SourceFault('too-many-columns', { row: info.lines });
      if (record.some((cell) => cell.length > CELL_LENGTH)) throw new SourceFault('cell-too-long', { row: info.lines });
      yield { row: info.lines, cells: record };
    }
  } catch (cause) {
    if (cause instanceof SourceFault) throw cause;
    if (cause instanceof CsvError) {
      throw new SourceFault(cause.code === 'CSV_MAX_RECORD_SIZE' ? 'cell-too-long' : 'quotes-unclosed', { row: Number(cause['lines'] ?? 0) }, { cause });
    }
    throw new SourceFault('unreadable', {}, { cause });
  } finally {
    input.destroy();
    parser.destroy();
  }
}

/** Opens a text file as a table. Errors: SourceFault not-text, empty-file, quotes-unclosed, too-many-columns, cell-too-long. */
export async function openDelimited(path: string): Promise<TableInput & { readonly encoding: Encoding }> {
  const start = await firstContent(path);
  const encoding = encodingOf(start);
  if (encoding === null) throw new SourceFault('not-text');
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(start));
  const head: TableRow[] = [];
  let header: readonly string[] | null = null;
  for await (const row of records(path, encoding, delimiter)) {
    if (header === null) header = row.cells;
    else head.push(row);
    if (head.length >= HEAD_ROWS) break;
  }
  if (header === null) throw new SourceFault('empty-file');
  return {
    form: 'table', encoding, header, head,
    async* rows() {
      let first = true;
      for await (const row of records(path, encoding, delimiter)) {
        if (!first) yield row;
        first = false;
      }
    },
  };
}
