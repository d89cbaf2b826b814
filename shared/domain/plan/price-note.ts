import { monthOf, monthsBetween } from '../../kernel/plain-date.ts';
import type { IsoDay } from '../../kernel/plain-date.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';

/** Prices this old are shown with their year and "call first". */
const OLD_PRICE_MONTHS = 24;

/** The note for a price: its year when it is over 24 months old by today, counted from the end of that year; null when it is new enough or undated. */
export function priceNote(priceYear: number | null, today: IsoDay): Reason | null {
  if (priceYear === null) return null;
  const age = monthsBetween(`${String(priceYear).padStart(4, '0')}-12`, monthOf(today));
  return age > OLD_PRICE_MONTHS ? reason('plan.price-old', { year: String(priceYear) }) : null;
}
