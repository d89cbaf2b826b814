/** Finds a table by its headings, wherever it stands: in delimited text, or on a sheet below some title rows. */
import type { SourceInput, TableRow } from './file/source-input.ts';

/** A table that was found, with the column of each wanted heading. */
export interface FoundTable<N extends string> {
  /** Null for delimited text. */
  readonly sheet: string | null;
  /** Number of the heading's row as a spreadsheet shows it. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  readonly columns: Readonly<Record<N, number>>;
}

/** Blanks and letters' case do not count, nor do numbers of notes: "Exits\n[7]" is "exits". */
const tidy = (heading: string): string => heading.replace(/\[\d+\]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();

/** The column of a heading that a table may also lack; -1 when it does. */
export function columnNamed(headings: readonly string[], spellings: readonly string[]): number {
  const wanted = new Set(spellings.map(tidy));
  return headings.findIndex((heading) => wanted.has(tidy(heading)));
}

function columnsOf<N extends string>(headings: readonly string[], wanted: Readonly<Record<N, readonly string[]>>): Readonly<Record<N, number>> | null {
  const found: Partial<Record<N, number>> = {};
  for (const name of Object.keys(wanted) as N[]) {
    const column = columnNamed(headings, wanted[name]);
    if (column < 0) return null;
    found[name] = column;
  }
  return found as Readonly<Record<N, number>>;
}

/**
 * The first table that has all of the headings; each may be spelled in several ways. `onSheet` narrows the sheets.
 * Example: `findTable(input, { soc: ['OCC_CODE'], title: ['OCC_TITLE'] })`.
 */
export function findTable<N extends string>(
  input: SourceInput, wanted: Readonly<Record<N, readonly string[]>>, onSheet: (name: string) => boolean = () => true,
): FoundTable<N> | null {
  if (input.form === 'table') {
    const columns = columnsOf(input.header, wanted);
    return columns && { sheet: null, headingRow: 1, headings: input.header, columns };
  }
  if (input.form === 'json') return null;
  for (const { name, head } of input.sheets.filter((sheet) => onSheet(sheet.name))) {
    for (const { row, cells } of head) {
      const columns = columnsOf(cells, wanted);
      if (columns) return { sheet: name, headingRow: row, headings: cells, columns };
    }
  }
  return null;
}

/** Rows below the heading of a table that was found. */
export async function* rowsBelow(input: SourceInput, { sheet, headingRow }: FoundTable<string>): AsyncGenerator<TableRow> {
  if (input.form === 'json') return;
  const rows = input.form === 'table' ? input.rows() : input.rows(sheet ?? '');
  for await (const row of rows) if (row.row > headingRow || sheet === null) yield row;
}
