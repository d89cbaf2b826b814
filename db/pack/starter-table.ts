/** One file of the starter: CSV text to checked rows. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { cellFault } from './cell.ts';
import { csvRecords, decodeTable, endsWell } from './csv.ts';
import type { Cell, Row } from './order.ts';
import type { Column, Table } from './tables/column.ts';

const INTEGER = /^-?(0|[1-9]\d*)$/;

/** The cell that CSV text means; a text that means none stays text, and `cellFault` refuses it. */
function cellOf(column: Column, text: string): Cell {
  if (text === '') return null;
  if (column.type === 'int' || column.type === 'bool') return INTEGER.test(text) ? Number(text) : text;
  if (column.type !== 'json') return text;
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return text;
  }
}

export interface PlacedRow {
  readonly row: Row;
  /** File relative to the starter's folder, with forward slashes, and line in it. */
  readonly file: string;
  readonly line: number;
}

/**
 * Reads one file of a table. Errors, each with file, line and column:
 * starter-not-utf8, starter-carriage-return, starter-header, starter-cell-invalid.
 */
export function readTableFile(table: Table, file: string, bytes: Uint8Array): readonly PlacedRow[] {
  const text = decodeTable(file, bytes);
  const rows: PlacedRow[] = [];
  const invalid = (line: number, column: string, reason: string) =>
    new CodedError('starter-cell-invalid', { file, line, column, reason, table: table.name });
  let headerSeen = false;
  for (const { line, cells } of csvRecords(text)) {
    if (!headerSeen) {
      checkHeader(table, file, cells);
      headerSeen = true;
      continue;
    }
    if (cells === null) throw invalid(line, table.columns[0]?.name ?? '', 'quote');
    if (cells.length !== table.columns.length) {
      const last = table.columns[Math.min(cells.length, table.columns.length) - 1];
      throw invalid(line, last?.name ?? '', 'cell-count');
    }
    const row = table.columns.map((column, index) => {
      const cell = cellOf(column, cells[index] ?? '');
      const fault = cellFault(column, cell);
      if (fault) throw invalid(line, column.name, fault);
      return cell;
    });
    rows.push({ row, file, line });
  }
  if (!headerSeen) checkHeader(table, file, []);
  if (!endsWell(text)) throw invalid(rows.length + 1, table.columns.at(-1)?.name ?? '', 'no-final-newline');
  return rows;
}

function checkHeader(table: Table, file: string, cells: readonly string[] | null): void {
  const index = table.columns.findIndex((column, at) => cells?.[at] !== column.name);
  if (index < 0 && cells?.length === table.columns.length) return;
  // Past the last column of the table, the column that is too many is named.
  const column = index < 0 ? (cells?.[table.columns.length] ?? '') : (table.columns[index]?.name ?? '');
  throw new CodedError('starter-header', { file, line: 1, column: column.slice(0, 60), table: table.name, reason: 'columns' });
}
