/** The table that a mapping names, and what all mapped lists have in common. */
import type { SourceInput } from '../file/source-input.ts';
import { programCode } from '../program-code.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import type { RowCells } from '../table-records.ts';
import type { Mapping } from './mapping.ts';

export interface MappedTable<N extends string> extends FoundTable<string> {
  /** Column of each name; -1 where the mapping leaves it out. */
  readonly at: Readonly<Record<N, number>>;
  readonly leaveOut: readonly { readonly column: number; readonly is: ReadonlySet<string> }[];
}

/** Null when a column of the mapping is missing in the file. `names` are the columns that such a mapping may have. */
export function mappedTable<N extends string>(input: SourceInput, { sheet, leaveOut, columns }: Mapping, names: readonly N[]): MappedTable<N> | null {
  const given: Readonly<Record<string, readonly string[] | undefined>> = columns;
  const wanted = Object.fromEntries(names.flatMap((name) => {
    const spellings = given[name];
    return spellings ? [[name, spellings] as const] : [];
  }));
  const table = findTable(input, wanted, (name) => sheet === undefined || name === sheet);
  if (!table) return null;
  const ruled = leaveOut.map((rule) => ({ column: columnNamed(table.headings, rule.column), is: new Set(rule.is.map((word) => word.trim().toLowerCase())) }));
  if (ruled.some(({ column }) => column < 0)) return null;
  const at = Object.fromEntries(names.map((name) => [name, table.columns[name] ?? -1])) as Readonly<Record<N, number>>;
  return { ...table, at, leaveOut: ruled };
}

/** Skips a row that the mapping leaves out. */
export function leaveOutByMapping(cells: RowCells, { leaveOut }: Pick<MappedTable<string>, 'leaveOut'>): void {
  for (const { column, is } of leaveOut) if (is.has(cells.text(column).toLowerCase())) cells.skip('left-out-by-mapping', column);
}

/** Codes of a cell that may hold several, parted by commas, semicolons, bars or blanks. */
const parts = (text: string): readonly string[] => text.split(/[\s,;|]+/).filter((part) => part !== '');

/** Programs of a cell, their zeros put back and counted; one that is none is flagged and left out. */
export function programsIn(cells: RowCells, column: number): readonly string[] {
  return parts(cells.text(column)).flatMap((part) => {
    const code = programCode(part);
    if (code === null) cells.flag('code-invalid', column);
    else if (code.restored !== null) cells.flag(code.restored, column);
    return code === null ? [] : [code.cip];
  });
}

/** Occupations of a cell: "29-1141", or of O*NET, of which the rest is left out. One that is none is flagged. */
export function occupationsIn(cells: RowCells, column: number): readonly string[] {
  return parts(cells.text(column)).flatMap((part) => {
    const code = /^(\d{2})-?(\d{4})(\.\d{2})?$/.exec(part);
    if (!code) cells.flag('code-invalid', column);
    return code ? [`${code[1] ?? ''}-${code[2] ?? ''}`] : [];
  });
}
