/** Codes of occupations, and keys that were seen. */
import type { Tally } from './check/tally.ts';

/** An occupation of the Standard Occupational Classification: "29-1141". */
export const SOC = /^\d{2}-\d{4}$/;
/** An occupation of O*NET, which divides some of the SOC further: "29-1141.01". */
export const ONET_SOC = /^\d{2}-\d{4}\.\d{2}$/;

/** Keys that are held to find the second record of one key: tables of governments have far fewer. */
const MOST_KEYS = 2_000_000;

/** Remembers keys within a limit; beyond it duplicates are no longer looked for, and the tally says so. */
export class Seen {
  readonly #keys = new Set<string>();
  readonly #tally: Tally;
  #full = false;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** True when the key was given before; then the record is skipped as a duplicate. */
  again(key: string, row: number): boolean {
    if (this.#keys.has(key)) {
      this.#tally.skip('duplicate', { row, value: key });
      return true;
    }
    if (this.#keys.size < MOST_KEYS) this.#keys.add(key);
    else if (!this.#full) {
      this.#full = true;
      this.#tally.flag('duplicates-unseen', { row });
    }
    return false;
  }
}

/** Digits with the zeros put back that a spreadsheet dropped; the text itself when it is no number or is long enough. */
export const withZeros = (text: string, length: number): string => (/^\d+$/.test(text) ? text.padStart(length, '0') : text);
