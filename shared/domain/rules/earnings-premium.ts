import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedMap, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';
import type { Truth } from '../value/ladder.ts';

/** How the federal test of earnings works: whom it measures when, and what failing does. */
export const EARNINGS_PREMIUM_SHAPE = shapedObject({
  yearsAfterCompletion: shapedInt({ min: 1, max: 10 }),
  thresholdAges: shapedObject({ from: shapedInt({ min: 16, max: 99 }), to: shapedInt({ min: 16, max: 99 }) }),
  failYears: shapedInt({ min: 1, max: 10 }), ofYears: shapedInt({ min: 1, max: 10 }),
});
export type EarningsPremiumRule = ShapedValue<typeof EARNINGS_PREMIUM_SHAPE>;

/** Thresholds of one calculation year, dollars: the nation's and each state's by its two letters. */
export const EARNINGS_THRESHOLD_SHAPE = shapedObject({ year: shapedInt({ min: 2000, max: 2100 }), nation: shapedInt({ min: 1 }), states: shapedMap(shapedInt({ min: 1 })) });
export type EarningsThresholds = ShapedValue<typeof EARNINGS_THRESHOLD_SHAPE>;

/** The threshold of a state, or the nation's for a program most of whose students come from elsewhere; null for a state that is not listed. */
export function earningsThreshold(thresholds: EarningsThresholds, state: string | null): number | null {
  return state === null ? thresholds.nation : (thresholds.states[state] ?? null);
}

export interface EarningsPremium {
  readonly passes: Truth;
  /** Median earnings less the threshold, dollars; null when one is unknown. */
  readonly premium: number | null;
  readonly reason: Reason;
}

/**
 * The federal earnings premium: the median of those who finished must exceed what high-school
 * graduates of the state make; equal fails (34 CFR 668.402(e)). Dollars a year, of one year.
 *
 * Example: 30,794 against Ohio's 30,793 of 2024 passes by 1; 30,793 fails.
 */
export function earningsPremium(medianEarnings: number | null, threshold: number | null): EarningsPremium {
  if (medianEarnings === null || threshold === null) return { passes: 'unknown', premium: null, reason: reason('rule.earnings-unknown') };
  const premium = medianEarnings - threshold;
  return { passes: premium > 0, premium, reason: reason(premium > 0 ? 'rule.earnings-over' : 'rule.earnings-not-over', { median: medianEarnings, line: threshold }) };
}

/** A program loses its loans when it fails in so many of so many years in a row; years that are unknown are neither. Newest first or last, all the same. */
export function losesLoans(rule: EarningsPremiumRule, passes: readonly Truth[]): Truth {
  const spanFrom = (from: number): readonly Truth[] => passes.slice(from, from + rule.ofYears);
  const spans = Array.from({ length: Math.max(1, passes.length - rule.ofYears + 1) }, (_, from) => spanFrom(from));
  const fails = (span: readonly Truth[], counted: readonly Truth[]): boolean => span.filter((each) => counted.includes(each)).length >= rule.failYears;
  if (spans.some((span) => fails(span, [false]))) return true;
  return spans.some((span) => fails(span, [false, 'unknown'])) ? 'unknown' : false;
}
