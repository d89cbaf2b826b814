import type { Parsed } from './use-draft.ts';

/** Cents are typed and shown as dollars; tenths keep one place. */
export type NumberUnit = 'dollars' | 'cents' | 'hours' | 'count';

/**
 * Reads a figure as people type it: "$1,200", "1200", "14.50". Separators of thousands are commas,
 * in Spanish of the United States as well.
 * @example parseNumber('$14.50', 'cents', 0, 100000) // { ok: true, value: 1450 }
 */
export function parseNumber(text: string, unit: NumberUnit, min: number, max: number): Parsed<number> {
  if (text === '') return { ok: true, value: null };
  const plain = text.replace(/[\s$]/gu, '');
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$|^-?\.\d{1,2}$/u.test(plain)) return { ok: false };
  const typed = Number(plain.replace(/,/gu, ''));
  const value = unit === 'cents' ? Math.round(typed * 100) : typed;
  return Number.isInteger(value) && value >= min && value <= max ? { ok: true, value } : { ok: false };
}
