/** Reads days and months as people type them, in English and Spanish alike, whichever the screen is in. */
import type { Parsed } from './use-draft.ts';

const NAMES: readonly (readonly string[])[] = [
  ['january', 'enero'], ['february', 'febrero'], ['march', 'marzo'], ['april', 'abril'], ['may', 'mayo'], ['june', 'junio'], ['july', 'julio'],
  ['august', 'agosto'], ['september', 'septiembre', 'setiembre'], ['october', 'octubre'], ['november', 'noviembre'], ['december', 'diciembre'],
];

/** The month a word names, from its first three letters on; 0 when it names none. */
function monthNamed(word: string): number {
  const plain = word.toLowerCase().replace(/\.$/u, '');
  if (plain.length < 3) return 0;
  return NAMES.findIndex((names) => names.some((name) => name.startsWith(plain))) + 1;
}
const two = (value: number): string => String(value).padStart(2, '0');
const isYear = (year: number): boolean => year >= 1900 && year <= 2100;
const daysIn = (year: number, month: number): number => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const bad = { ok: false } as const;
const month = (year: number, at: number): Parsed<string> => (isYear(year) && at >= 1 && at <= 12 ? { ok: true, value: `${year}-${two(at)}` } : bad);
const day = (year: number, at: number, date: number): Parsed<string> =>
  isYear(year) && at >= 1 && at <= 12 && date >= 1 && date <= daysIn(year, at) ? { ok: true, value: `${year}-${two(at)}-${two(date)}` } : bad;

/** The words and figures of what was typed, without "de", commas and the like. */
const partsOf = (text: string): string[] => text.replace(/,/gu, ' ').split(/[\s/.-]+/u).filter((part) => part !== '' && !/^(de|del|of)$/iu.test(part));

/**
 * A month: "2027-06", "6/2027", "June 2027", "jun 2027", "junio de 2027".
 * @example parseMonth('June 2027') // { ok: true, value: '2027-06' }
 */
export function parseMonth(text: string): Parsed<string> {
  if (text === '') return { ok: true, value: null };
  const [first = '', second = '', ...rest] = partsOf(text);
  if (rest.length > 0) return bad;
  if (/^\d{4}$/u.test(first)) return month(Number(first), /^\d{1,2}$/u.test(second) ? Number(second) : monthNamed(second));
  if (/^\d{4}$/u.test(second)) return month(Number(second), /^\d{1,2}$/u.test(first) ? Number(first) : monthNamed(first));
  return bad;
}

/**
 * A day: "2027-06-15", "6/15/2027" (month first, as in the United States), "June 15, 2027", "15 de junio de 2027".
 * @example parseDay('15 de junio de 2027') // { ok: true, value: '2027-06-15' }
 */
export function parseDay(text: string): Parsed<string> {
  if (text === '') return { ok: true, value: null };
  const [first = '', second = '', third = '', ...rest] = partsOf(text);
  if (rest.length > 0) return bad;
  const isNumber = (part: string): boolean => /^\d{1,2}$/u.test(part);
  if (/^\d{4}$/u.test(first)) return isNumber(third) ? day(Number(first), isNumber(second) ? Number(second) : monthNamed(second), Number(third)) : bad;
  if (!/^\d{4}$/u.test(third)) return bad;
  if (isNumber(first) && isNumber(second)) return day(Number(third), Number(first), Number(second));
  if (isNumber(first)) return day(Number(third), monthNamed(second), Number(first));
  return isNumber(second) ? day(Number(third), monthNamed(first), Number(second)) : bad;
}
