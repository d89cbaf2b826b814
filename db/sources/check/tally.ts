/** Counts what became of the records of one file, with a few examples of each problem. */

/** Where something is: a row as a spreadsheet shows it, a column's heading or a property's path, and what stands there. */
export interface Place {
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
}

export interface Problem {
  readonly code: string;
  readonly count: number;
  readonly message: string;
  readonly examples: readonly { readonly row: number; readonly column: string; readonly value: string }[];
}

const EXAMPLES = 5;
const EXAMPLE_LENGTH = 120;

export class Tally {
  #skipped = 0;
  #refused = 0;
  readonly #problems = new Map<string, { count: number; readonly examples: Place[] }>();

  /** The record at `place` is sound but is left out, as `code` says. */
  skip(code: string, place: Place): void {
    this.#skipped += 1;
    this.flag(code, place);
  }

  /** The record at `place` is wrong and is left out, as `code` says. */
  refuse(code: string, place: Place): void {
    this.#refused += 1;
    this.flag(code, place);
  }

  /** Something to know about a record, which is kept (or already counted): a value that is unknown, restored or doubtful. */
  flag(code: string, place: Place): void {
    const known = this.#problems.get(code) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < EXAMPLES) known.examples.push(place);
    this.#problems.set(code, known);
  }

  get skipped(): number {
    return this.#skipped;
  }

  get refused(): number {
    return this.#refused;
  }

  /** Problems in order of their codes; `wording` gives each code its sentence. */
  problems(wording: (code: string) => string): readonly Problem[] {
    return [...this.#problems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { count, examples }]) => ({
      code, count, message: wording(code),
      examples: examples.map(({ row, column = '', value = '' }) => ({ row, column, value: shortened(value) })),
    }));
  }
}

const shortened = (value: string): string => (value.length <= EXAMPLE_LENGTH ? value : `${value.slice(0, EXAMPLE_LENGTH)}…`);
