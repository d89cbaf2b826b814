import type { Figure } from '../facts.ts';

/**
 * A sum of money of which a part may be unknown, cents of one year's dollars. What is unknown
 * never becomes 0: it makes the amount `incomplete`, which prints "at least".
 */
export interface Amount {
  readonly lowCents: number;
  readonly highCents: number;
  /** True when a part is unknown or itself "at least": the true amount may be more than `highCents`. */
  readonly incomplete: boolean;
  /** True when no part is known at all. */
  readonly nothingKnown: boolean;
}

export const NOTHING: Amount = { lowCents: 0, highCents: 0, incomplete: false, nothingKnown: false };
export const UNKNOWN: Amount = { lowCents: 0, highCents: 0, incomplete: true, nothingKnown: true };

/** An exactly known amount, cents. Example: exactly(500) gives { lowCents: 500, highCents: 500, incomplete: false, nothingKnown: false }. */
export const exactly = (cents: number): Amount => ({ lowCents: cents, highCents: cents, incomplete: false, nothingKnown: false });

/**
 * A figure in cents as an amount: a range keeps both ends, "at least" and unknown make it incomplete.
 *
 * Example: amountOf({ value: 500, high: 900, atLeast: false }) gives { lowCents: 500, highCents: 900, incomplete: false, nothingKnown: false }.
 */
export function amountOf({ value, high, atLeast }: Pick<Figure, 'value' | 'high' | 'atLeast'>): Amount {
  if (value === null) return UNKNOWN;
  return { lowCents: value, highCents: high ?? value, incomplete: atLeast, nothingKnown: false };
}

/**
 * The sum: low ends, high ends, incomplete when any part is. Of no parts nothing is known; a part
 * that is known to be 0 is a part.
 *
 * Example: sumOf([exactly(20000), UNKNOWN]) gives { lowCents: 20000, highCents: 20000, incomplete: true, nothingKnown: false }.
 */
export function sumOf(parts: readonly Amount[]): Amount {
  if (parts.length === 0) return UNKNOWN;
  return {
    lowCents: parts.reduce((sum, part) => sum + part.lowCents, 0),
    highCents: parts.reduce((sum, part) => sum + part.highCents, 0),
    incomplete: parts.some((part) => part.incomplete),
    nothingKnown: parts.every((part) => part.nothingKnown),
  };
}

/**
 * The amount times a number that is not negative, to the nearest cent at both ends.
 *
 * Example: scale(exactly(15), 1.5).highCents gives 23.
 */
export function scale(amount: Amount, factor: number): Amount {
  return { ...amount, lowCents: Math.round(amount.lowCents * factor), highCents: Math.round(amount.highCents * factor) };
}

/**
 * Which of several amounts is certainly the least: its index, or null when none is. An incomplete
 * amount is never the least, and only loses to what is under its known part.
 *
 * Example: leastOf([exactly(500), UNKNOWN]) gives null: what is unknown may be less than $5.
 */
export function leastOf(amounts: readonly Amount[]): number | null {
  const found = amounts.findIndex((each, index) =>
    !each.incomplete && amounts.every((other, at) => at === index || each.highCents < other.lowCents));
  return found < 0 ? null : found;
}
