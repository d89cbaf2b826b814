/** Rubrics are written as JSON files; each becomes one row of the table `rubric`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { cellFault } from './cell.ts';
import { decodeTable } from './csv.ts';
import type { PlacedRow } from './starter-table.ts';
import type { Table } from './tables/column.ts';

/** Rows for every `*.json` of the folder. Errors: starter-not-utf8, starter-carriage-return, starter-cell-invalid. */
export async function readRubrics(table: Table, rubricsDir: string | null): Promise<readonly PlacedRow[]> {
  if (rubricsDir === null) return [];
  const names = (await readdir(rubricsDir).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => rubricRow(table, `rubrics/${name}`, await readFile(join(rubricsDir, name)))));
}

/** The row of one rubric's file; `file` is what errors call it. Errors: starter-not-utf8, starter-carriage-return, starter-cell-invalid. */
export function rubricRow(table: Table, file: string, bytes: Uint8Array): PlacedRow {
  const invalid = (column: string, reason: string, cause?: unknown) =>
    new CodedError('starter-cell-invalid', { file, line: 1, column, reason, table: table.name }, { cause });
  let body: unknown;
  try {
    body = JSON.parse(decodeTable(file, bytes));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw invalid('body', 'type', error);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('body', 'type');
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const row = table.columns.map((column) => {
    const cell = column.name === 'body' ? canonicalJson(body) : fields[column.name === 'source_id' ? 'source' : column.name];
    const fault = cellFault(column, cell ?? null);
    if (fault || (typeof cell !== 'string' && cell !== null)) throw invalid(column.name, fault ?? 'type');
    return cell;
  });
  return { row, file, line: 1 };
}
