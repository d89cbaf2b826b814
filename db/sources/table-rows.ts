/** Rows of a table by the names that a kind gives to its columns, with what is wrong with a row as a whole told and left out. */
import type { Tally } from './check/tally.ts';
import type { SourceInput } from './file/source-input.ts';
import { rowsBelow, type FoundTable } from './table-head.ts';

export interface NamedRow<N extends string> {
  readonly row: number;
  /** Every cell, blanks around it dropped; '' where nothing stands. */
  readonly at: Readonly<Record<N, string>>;
  readonly cells: readonly string[];
}

/** Only its first cell is filled, and with words: how statistical tables write the notes below them. */
const onlyFirst = (cells: readonly string[]): boolean => /[a-z]{3}/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');

/**
 * Notes below a table and empty rows are no records: they are told and not counted. In delimited text a row that has
 * fewer cells than the heading was cut, and one with more has a comma too many; in a workbook empty cells are not stored.
 */
export async function* namedRows<N extends string>(
  input: SourceInput, table: FoundTable<N>, tally: Tally, isNote: (cells: readonly string[]) => boolean = onlyFirst,
): AsyncGenerator<NamedRow<N>> {
  const names = Object.keys(table.columns) as N[];
  const width = table.headings.length;
  for await (const { row, cells: stored } of rowsBelow(input, table)) {
    const cells = stored.map((cell) => cell.trim());
    const first = cells[0] ?? '';
    if (cells.every((cell) => cell === '')) tally.flag('blank-row', { row });
    else if (width > 1 && isNote(cells)) tally.flag('footnote', { row, value: first });
    else if (input.form === 'table' && cells.length < width) tally.refuse('row-cut', { row, value: first });
    else if (cells.slice(width).some((cell) => cell !== '')) tally.refuse('row-too-long', { row, value: cells.slice(width).find((cell) => cell !== '') ?? '' });
    else yield { row, cells, at: Object.fromEntries(names.map((name) => [name, cells[table.columns[name]] ?? ''])) as Readonly<Record<N, string>> };
  }
}
