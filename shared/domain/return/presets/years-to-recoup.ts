import { PRICE_TO_EARNINGS } from './presets.ts';
import type { Level } from './presets.ts';

/** Years it takes, or that what is earned is no more than the baseline. */
export type YearsToRecoup = { readonly outcome: 'years'; readonly years: number } | { readonly outcome: 'no return'; readonly years: null };

/**
 * Payback: a total net price divided by what is earned a year above a baseline, dollars, not
 * rounded. Earnings at or below the baseline are `no return`; a price at or below 0 is recouped
 * after 0 years. No discounting, no forgone earnings.
 *
 * Source: College Scorecard payback as HEA Group and others publish it.
 *
 * Example: paybackYears(23600, 41000, 36000) gives { outcome: 'years', years: 4.72 }.
 */
export function paybackYears(totalNetPrice: number, earnings: number, baseline: number): YearsToRecoup {
  const premium = earnings - baseline;
  if (premium <= 0) return { outcome: 'no return', years: null };
  return { outcome: 'years', years: Math.max(0, totalNetPrice) / premium };
}

/**
 * Third Way's price-to-earnings premium: the net price of a year, four, two or one times by
 * level, divided by median earnings 10 years after entry less the state's high-school median.
 *
 * Source: {@link PRICE_TO_EARNINGS}.
 *
 * Example: priceToEarnings('associate', 11800, 41000, 36000) gives { outcome: 'years', years: 4.72 }.
 */
export function priceToEarnings(level: Level, netPrice: number, earnings: number, baseline: number): YearsToRecoup {
  return paybackYears(netPrice * PRICE_TO_EARNINGS.pricedYears[level], earnings, baseline);
}
