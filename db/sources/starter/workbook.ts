import { readSheet } from 'read-excel-file/node';

/** A row of a sheet by column heading: numbers as the text stored in the workbook, empty cells as ''. */
export type SheetRow = Readonly<Record<string, string>>;

/**
 * Reads one sheet whose headings stand in row `headingRow` (0 is the first).
 *
 * Numbers stay text so that a figure is never rounded before {@link scaled} sees it.
 */
export async function readRows(path: string, sheet: number | string, headingRow = 0): Promise<readonly SheetRow[]> {
  const rows = await readSheet(path, sheet, { parseNumber: (text) => text });
  const headings = (rows[headingRow] ?? []).map((cell) => String(cell ?? ''));
  return rows
    .slice(headingRow + 1)
    .map((row) => Object.fromEntries(headings.map((heading, index) => [heading, String(row[index] ?? '').trim()])));
}

/** The cell under a heading. @throws when the sheet has no such heading: the file is another edition. */
export function cell(row: SheetRow, heading: string): string {
  const value = row[heading];
  if (value === undefined) throw new Error(`the sheet has no column "${heading}"`);
  return value;
}
