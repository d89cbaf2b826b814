/** Cells of a projections table, read with what there is to say of them; the first that is wrong refuses the row. */
import type { Place } from '../check/tally.ts';
import { unitsOf } from '../exact-figure.ts';
import { ABSENT, EDUCATION, EXPERIENCE, TRAINING, wordOf, type Entry } from './entry-words.ts';

export class ProjectionCells<N extends string> {
  readonly flags: { readonly code: string; readonly place: Place }[] = [];
  bad: { readonly code: string; readonly place: Place } | null = null;
  readonly #at: Readonly<Record<N, string>>;
  readonly #row: number;
  readonly #headings: Readonly<Record<N, string>>;

  /** `headings` name the columns in problems. */
  constructor(at: Readonly<Record<N, string>>, row: number, headings: Readonly<Record<N, string>>) {
    this.#at = at;
    this.#row = row;
    this.#headings = headings;
  }

  place(column: N): Place {
    return { row: this.#row, column: this.#headings[column], value: this.#at[column] };
  }

  figure(column: N, places: number): number | null {
    const text = this.#at[column];
    if (ABSENT.has(text)) {
      this.flags.push({ code: 'not-available', place: this.place(column) });
      return null;
    }
    const units = unitsOf(text, places);
    if (units === null) this.bad ??= { code: 'not-a-number', place: this.place(column) };
    return units;
  }

  word<W>(column: N, words: Readonly<Record<string, W>>): W | null {
    const word = wordOf(this.#at[column], words);
    if (word === undefined) this.flags.push({ code: 'word-unknown', place: this.place(column) });
    return word ?? null;
  }

  entry(education: N, experience: N, training: N): Entry {
    return { education: this.word(education, EDUCATION), experience: this.word(experience, EXPERIENCE), training: this.word(training, TRAINING) };
  }
}
