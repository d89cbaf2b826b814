import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Money } from './money.ts';

/** CPI-U, all items, not seasonally adjusted, in thousandths; month 0 is the annual average. */
export interface PricePoint {
  readonly year: number;
  readonly month: number;
  readonly cpiMilli: number;
}

/**
 * The index for a month, else for the year's average; null when the table has neither.
 *
 * Example: priceLevel([{ year: 2022, month: 0, cpiMilli: 292655 }], 2022, 7)?.cpiMilli gives 292655.
 */
export function priceLevel(table: readonly PricePoint[], year: number, month: number): PricePoint | null {
  const find = (wanted: number): PricePoint | undefined => table.find((each) => each.year === year && each.month === wanted);
  return find(month) ?? find(0) ?? null;
}

/**
 * Dollars of one time in dollars of another, by the ratio of CPI-U (BLS, series CUUR0000SA0),
 * rounded to whole dollars. `missing` says which year has no index.
 *
 * Example: convertDollars(43000, [{ year: 2022, month: 0, cpiMilli: 292655 }, { year: 2025, month: 5, cpiMilli: 321465 }], { year: 2022, month: 0 }, { year: 2025, month: 5 }) gives { ok: true, value: 47233 }.
 */
export function convertDollars(
  dollars: number, table: readonly PricePoint[], from: { readonly year: number; readonly month: number }, to: { readonly year: number; readonly month: number },
): Result<number, { readonly missing: number }> {
  const then = priceLevel(table, from.year, from.month);
  if (!then) return err({ missing: from.year });
  const now = priceLevel(table, to.year, to.month);
  if (!now) return err({ missing: to.year });
  return ok(Math.round((dollars * now.cpiMilli) / then.cpiMilli));
}

/** A year's average prices (month 0), or those of one month. */
export interface PriceDate<Y extends number = number> {
  readonly year: Y;
  readonly month: number;
}

/**
 * Money in the dollars of another date, to the nearest cent, by the same ratio. The result's type
 * is the new year: only then can it be added to that year's dollars. `month` of the money's own
 * year is 0 unless it is known to be of one month's prices.
 *
 * Example: $43,000 of 2022 is $47,233.07 of May 2025.
 */
export function moneyIn<Y extends number>(
  money: Money, to: PriceDate<Y>, table: readonly PricePoint[], month = 0,
): Result<Money<Y>, { readonly missing: number }> {
  const then = priceLevel(table, money.year, month);
  if (!then) return err({ missing: money.year });
  const now = priceLevel(table, to.year, to.month);
  if (!now) return err({ missing: to.year });
  return ok({ cents: Math.round((money.cents * now.cpiMilli) / then.cpiMilli), year: to.year });
}
