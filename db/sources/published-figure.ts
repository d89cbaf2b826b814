/** Figures of records: a number, or why there is none. */

/** Why a figure is not known; each word is also the code under which it is counted. */
export type Unknown = 'suppressed' | 'not-available' | 'blank-figure';
export type Figure = number | Unknown;

/** A number as files write it: no blanks, no thousands separators, perhaps a dollar sign. */
const NUMBER = /^-?\$?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;

/** What publishers write instead of a figure, in capitals. */
export const SCORECARD_WORDS: ReadonlyMap<string, Unknown> = new Map([
  ['PRIVACYSUPPRESSED', 'suppressed'], ['PS', 'suppressed'], ['NULL', 'not-available'], ['NA', 'not-available'], ['NAN', 'not-available'],
]);
const NO_WORDS: ReadonlyMap<string, Unknown> = new Map();

/**
 * The figure of a cell; null when letters stand where a number belongs.
 *
 * @example figureOf('PrivacySuppressed', SCORECARD_WORDS) // 'suppressed'
 */
export function figureOf(text: string, words: ReadonlyMap<string, Unknown> = NO_WORDS): Figure | null {
  const cell = text.trim();
  if (cell === '') return 'blank-figure';
  const word = words.get(cell.toUpperCase());
  if (word !== undefined) return word;
  if (!NUMBER.test(cell)) return null;
  const value = Number(cell.replace('$', ''));
  return Number.isFinite(value) ? value : null;
}

export const isKnown = (figure: Figure): figure is number => typeof figure === 'number';
/** The number, or null with its reason left behind: for rows that have no place for it. */
export const numberOf = (figure: Figure): number | null => (isKnown(figure) ? figure : null);
/** Whole units, or null. */
export const wholeOf = (figure: Figure): number | null => (isKnown(figure) ? Math.round(figure) : null);
/** Dollars as cents, or null. */
export const centsOf = (figure: Figure): number | null => (isKnown(figure) ? Math.round(figure * 100) : null);
