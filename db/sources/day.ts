/** Days as lists write them. */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

function dayFrom(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/**
 * The day as YYYY-MM-DD; null when it is none. Times after it are left out.
 *
 * @example dayOf('02-NOV-18') // '2018-11-02'
 * @example dayOf('6/30/2027') // '2027-06-30'
 */
export function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(text);
  if (american) return dayFrom(Number(american[3]), Number(american[1]), Number(american[2]));
  const named = /^(\d{1,2})-([A-Z]{3})-(\d{2})$/i.exec(text);
  if (!named) return null;
  const month = MONTHS.indexOf((named[2] ?? '').toUpperCase()) + 1;
  // Databases write two digits for years since 2000 on these lists, which all began later.
  return month === 0 ? null : dayFrom(2000 + Number(named[3]), month, Number(named[1]));
}
