/** CIP codes as files have them after a spreadsheet or a number took their zeros. */

export interface ProgramCode {
  /** "01.0999", or "01.09" for a field. */
  readonly cip: string;
  /** What had to be put back. */
  readonly restored: 'leading-zeros-restored' | 'trailing-zeros-restored' | 'zeros-restored' | null;
}

const restoredBy = (leading: boolean, trailing: boolean): ProgramCode['restored'] =>
  leading && trailing ? 'zeros-restored' : leading ? 'leading-zeros-restored' : trailing ? 'trailing-zeros-restored' : null;

/** Sentences for what {@link programCode} and {@link fieldCode} put back. */
export const RESTORED_PROBLEMS = {
  'trailing-zeros-restored': 'The code had lost zeros at its end; they were put back.',
  'zeros-restored': 'The code had lost zeros at both ends; they were put back.',
} as const;

function codeOf(text: string, places: 4 | 2): ProgramCode | null {
  const dotted = /^(\d{1,2})\.(\d{1,4})$/.exec(text);
  if (dotted) {
    const [, family = '', rest = ''] = dotted;
    if (rest.length > places) return null;
    return { cip: `${family.padStart(2, '0')}.${rest.padEnd(places, '0')}`, restored: restoredBy(family.length < 2, rest.length < places) };
  }
  const digits = places + 2;
  if (!/^\d+$/.test(text) || text.length > digits || text.length < digits - 1) return null;
  const whole = text.padStart(digits, '0');
  return { cip: `${whole.slice(0, 2)}.${whole.slice(2)}`, restored: restoredBy(text.length < digits, false) };
}

/**
 * A program of six digits; null when it is none.
 *
 * @example programCode('1.1') // 01.1000, zeros-restored
 * @example programCode('90101') // 09.0101, leading-zeros-restored
 */
export const programCode = (text: string): ProgramCode | null => codeOf(text, 4);

/** A field of four digits; null when it is none. Example: `fieldCode('100')` is 01.00. */
export const fieldCode = (text: string): ProgramCode | null => codeOf(text, 2);
