/** An Excel workbook as sheets of rows. */
import { readFile } from 'node:fs/promises';
import readWorkbook from 'read-excel-file/node';
import { HEAD_ROWS } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { Sheet, TableRow, WorkbookInput } from './source-input.ts';

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

/** Opens a workbook. Errors: SourceFault workbook-damaged. */
export async function openWorkbook(path: string): Promise<WorkbookInput> {
  let read: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    read = await readWorkbook(await readFile(path), { parseNumber: (text) => text });
  } catch (cause) {
    throw new SourceFault('workbook-damaged', {}, { cause });
  }
  const rows = new Map<string, readonly TableRow[]>(read.map(({ sheet, data }) => [sheet, data
    .map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))]));
  const sheets: Sheet[] = [...rows].map(([name, all]) => ({ name, head: all.slice(0, HEAD_ROWS) }));
  return {
    form: 'workbook', sheets,
    async* rows(sheet) {
      await Promise.resolve();
      yield* rows.get(sheet) ?? [];
    },
  };
}
