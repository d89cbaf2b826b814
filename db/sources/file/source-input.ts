/** A source file once it is open: what all kinds read from, whatever it was packed in. */

/** One row of a table; `row` is its number as a spreadsheet shows it, the heading's row included. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Delimited text or a columnar file: one heading and its rows. Cells are text as stored, trimmed of nothing. */
export interface TableInput {
  readonly form: 'table';
  readonly header: readonly string[];
  /** The first rows after the heading, to tell the kind by. */
  readonly head: readonly TableRow[];
  /** Every row after the heading, from the start, read anew at each call. */
  readonly rows: () => AsyncIterable<TableRow>;
}

export interface Sheet {
  readonly name: string;
  /** Its first rows, headings included, empty rows left out. */
  readonly head: readonly TableRow[];
}

/** A workbook: numbers are the text that the file stores, formula cells the value last computed. */
export interface WorkbookInput {
  readonly form: 'workbook';
  readonly sheets: readonly Sheet[];
  readonly rows: (sheet: string) => AsyncIterable<TableRow>;
}

/**
 * One JSON value of a file, or why it is none; `row` is its place in the file, 1 is the first. `line` is where it begins, of a
 * fault where that stands. `notes` are codes of what was tolerated in it.
 */
export type JsonDocument =
  | { readonly row: number; readonly line: number; readonly value: unknown; readonly notes?: readonly string[] }
  | { readonly row: number; readonly line: number; readonly fault: string; readonly near: string };

/** JSON: one value, several one after another, or the items of one array. */
export interface JsonInput {
  readonly form: 'json';
  /** The first documents, to tell the kind by. */
  readonly head: readonly JsonDocument[];
  readonly documents: () => AsyncIterable<JsonDocument>;
}

export type SourceInput = TableInput | WorkbookInput | JsonInput;
