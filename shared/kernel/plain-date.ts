/**
 * Calendar dates as text: `YYYY-MM-DD` days and `YYYY-MM` months. Arithmetic is on the
 * proleptic Gregorian calendar, with no clock and no time zone.
 */
export type IsoDay = string;
export type IsoMonth = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  const found = DAY.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for a month written `YYYY-MM`. */
export function isIsoMonth(text: string): boolean {
  const found = MONTH.exec(text);
  return found !== null && Number(found[2]) >= 1 && Number(found[2]) <= 12;
}

/** The month that is `months` (may be negative) after `month`. Example: addMonths('2026-11', 3) is '2027-02'. */
export function addMonths(month: IsoMonth, months: number): IsoMonth {
  const found = MONTH.exec(month);
  if (!found) throw new RangeError(`not a month: ${month}`);
  const index = Number(found[1]) * 12 + Number(found[2]) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: IsoMonth, to: IsoMonth): number {
  const [a, b] = [MONTH.exec(from), MONTH.exec(to)];
  if (!a || !b) throw new RangeError(`not months: ${from}, ${to}`);
  return (Number(b[1]) - Number(a[1])) * 12 + Number(b[2]) - Number(a[2]);
}

/** The month a day lies in. */
export function monthOf(day: IsoDay): IsoMonth {
  return day.slice(0, 7);
}
