import { presentValue } from '../present-value.ts';
import { CEW_ROI } from './presets.ts';
import type { Level } from './presets.ts';

/** What CEW's method takes from the College Scorecard: dollars a year. */
export interface CewRoiInput {
  readonly level: Level;
  /** Median earnings 6, 8 and 10 years after entry. */
  readonly p6: number;
  readonly p8: number;
  readonly p10: number;
  /** Average annual net price; may be negative where grants exceed the price. */
  readonly netPrice: number;
}

/** Earnings in a year after entry: between the known years by halves, before them a step lower each year, after them level. */
function earningsIn({ p6, p8, p10 }: CewRoiInput, year: number): number {
  if (year >= 10) return p10;
  if (year === 9) return p8 + (p10 - p8) / 2;
  if (year === 8) return p8;
  if (year === 7) return p6 + (p8 - p6) / 2;
  const step = Math.abs(((p8 - p6) + (p10 - p8)) / 4);
  return p6 - (6 - year) * step;
}

/**
 * The yearly flows of the first `years` years: net price paid, then earnings; dollars.
 *
 * Example: cewFlows({ level: 'certificate', p6: 30000, p8: 36000, p10: 40000, netPrice: 12000 }, 4) gives [-12000, 20000, 22500, 25000].
 */
export function cewFlows(input: CewRoiInput, years: number): number[] {
  const priced = CEW_ROI.pricedYears[input.level];
  return Array.from({ length: years }, (_, index) => (index < priced ? -input.netPrice : earningsIn(input, index + 1)));
}

/**
 * Net present value by CEW's method at each of its horizons (total years from entry), dollars,
 * not rounded. It compares with nothing: earnings count whole, not what they add.
 *
 * `certificate` is for schools of less than two years; CEW counts certificates of two-year and
 * four-year schools like associate and bachelor's degrees.
 *
 * Source: {@link CEW_ROI}.
 *
 * Example: a certificate at a net price of $10,000 with earnings of $30,000 in every year has a
 * value of $234,867 after 10 years.
 */
export function cewRoi(input: CewRoiInput): readonly { readonly years: number; readonly npv: number }[] {
  return CEW_ROI.horizons.map((years) => ({ years, npv: presentValue(CEW_ROI.rate, cewFlows(input, years)) }));
}
