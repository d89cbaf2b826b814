/** Reads a table record by record, and sees to it that each is kept, skipped or refused. */
import type { Place, Tally } from './check/tally.ts';
import { Seen } from './codes.ts';
import type { SourceInput, TableRow } from './file/source-input.ts';
import { fieldCode, programCode } from './program-code.ts';
import { figureOf, type Figure, type Unknown } from './published-figure.ts';
import { rowsBelow, type FoundTable } from './table-head.ts';

/** Column of the first heading that matches; -1 when none does. For columns that a file may have or that name a year. */
export function columnLike(headings: readonly string[], pattern: RegExp): number {
  return headings.findIndex((heading) => pattern.test(heading.trim()));
}

/** What was decided of a record that is not kept. */
interface Decision {
  readonly what: 'skip' | 'refuse';
  readonly code: string;
  readonly place: Place;
}

/** The cells of one row; the first that skips or refuses the record decides. */
export class RowCells {
  readonly row: number;
  readonly #cells: readonly string[];
  readonly #headings: readonly string[];
  readonly #flags: { readonly code: string; readonly place: Place }[] = [];
  #decision: Decision | null = null;

  constructor({ row, cells }: TableRow, headings: readonly string[]) {
    this.row = row;
    this.#cells = cells;
    this.#headings = headings;
  }

  get decision(): Decision | null {
    return this.#decision;
  }

  /** Text of a column, blanks at its ends left out; '' for column -1. */
  text(column: number): string {
    return (this.#cells[column] ?? '').trim();
  }

  /** Text of a column that has to be there. */
  required(column: number): string {
    const text = this.text(column);
    if (text === '') this.refuse('code-missing', column);
    return text;
  }

  /** A figure; its reason is counted when it is unknown, and the record refused when letters stand there. */
  figure(column: number, words?: ReadonlyMap<string, Unknown>): Figure {
    if (column < 0) return 'not-available';
    const figure = figureOf(this.text(column), words);
    if (figure === null) {
      this.refuse('not-a-number', column);
      return 'not-available';
    }
    if (typeof figure === 'string') this.flag(figure, column);
    return figure;
  }

  /** Number of a school in IPEDS: six digits; two more for a place of it that College Scorecard counts by itself. */
  school(column: number): string {
    const text = this.required(column);
    if (!/^[1-9]\d{5}(\d{2})?$/.test(text)) this.refuse('code-invalid', column);
    return text;
  }

  /** A program of six digits, its zeros put back and counted. */
  program(column: number): string {
    return this.#code(column, programCode);
  }

  /** A field of four digits, its zeros put back and counted. */
  field(column: number): string {
    return this.#code(column, fieldCode);
  }

  /** A code of a fixed count of digits that may have lost zeros in front; '' stays ''. */
  digits(column: number, length: number): string {
    const text = this.text(column);
    if (text === '' || text.length >= length || !/^\d+$/.test(text)) return text;
    this.flag('leading-zeros-restored', column);
    return text.padStart(length, '0');
  }

  /** Noted, and counted once the record is kept. */
  flag(code: string, column: number): void {
    this.#flags.push({ code, place: this.#place(column) });
  }

  /** Counts what was flagged. */
  tell(tally: Tally): void {
    for (const { code, place } of this.#flags) tally.flag(code, place);
  }

  skip(code: string, column: number): void {
    this.#decision ??= { what: 'skip', code, place: this.#place(column) };
  }

  refuse(code: string, column: number): void {
    this.#decision ??= { what: 'refuse', code, place: this.#place(column) };
  }

  #code(column: number, read: typeof programCode): string {
    const text = this.required(column);
    const code = read(text);
    if (code === null) this.refuse('code-invalid', column);
    else if (code.restored !== null) this.flag(code.restored, column);
    return code?.cip ?? text;
  }

  #place(column: number): Place {
    return { row: this.row, column: this.#headings[column] ?? '', value: this.text(column) };
  }
}

/**
 * Records of a table that was found, each made by `record`; the second of one `key` is skipped. A row of text with other than
 * the heading's cells is refused: its columns may have shifted.
 */
export async function* recordsOf<R>(
  input: SourceInput, table: FoundTable<string>, tally: Tally, record: (cells: RowCells) => R, key?: (record: R) => string | null,
): AsyncGenerator<R> {
  const width = table.headings.length;
  const seen = new Seen(tally);
  for await (const row of rowsBelow(input, table)) {
    if (row.cells.every((cell) => cell.trim() === '')) {
      tally.flag('blank-row', { row: row.row });
      continue;
    }
    if (input.form === 'table' && row.cells.length !== width) {
      tally.refuse(row.cells.length < width ? 'row-cut' : 'row-too-long', { row: row.row, value: row.cells.join(' | ') });
      continue;
    }
    const cells = new RowCells(row, table.headings);
    const made = record(cells);
    const { decision } = cells;
    const known = decision === null ? key?.(made) ?? null : null;
    if (decision !== null) tally[decision.what](decision.code, decision.place);
    else if (known === null || !seen.again(known, row.row)) {
      cells.tell(tally);
      yield made;
    }
  }
}
