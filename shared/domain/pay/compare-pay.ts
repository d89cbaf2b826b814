import type { Money } from '../money/money.ts';
import type { BaselineFor, BaselineKind, Measure } from './measure.ts';

/** One figure of pay a year that knows what it measures and the year of its dollars. */
export interface MeasuredPay<M extends Measure, Y extends number = number> {
  readonly measure: M;
  readonly point: 'p25' | 'p50';
  readonly yearly: Money<Y>;
}

/** A figure to compare with, made the same way as the pay it is for. */
export interface Baseline<K extends BaselineKind, Y extends number = number> {
  readonly baseline: K;
  readonly point: 'p25' | 'p50';
  readonly yearly: Money<Y>;
}

export interface PayDifference<Y extends number> {
  /** Pay less the baseline, a year. */
  readonly difference: Money<Y>;
  /** The difference as a share of the baseline; null when the baseline is 0. */
  readonly share: number | null;
}

/**
 * Pay beside its baseline: like measured with like, dollars of one year, p25 with p25 and median
 * with median. What is unlike does not compile; a point or a year that only turns out to differ
 * at run time gives null.
 *
 * Source: docs/methods.md, "Baselines".
 *
 * Example: OEWS median $60,330 beside jobs without training at $34,850 is $25,480 more, a share
 * of 0.73.
 */
export function comparePay<M extends Measure, Y extends number>(pay: MeasuredPay<M, Y>, baseline: Baseline<BaselineFor<M>, NoInfer<Y>>): PayDifference<Y> | null {
  if (pay.point !== baseline.point || pay.yearly.year !== baseline.yearly.year) return null;
  const cents = pay.yearly.cents - baseline.yearly.cents;
  return { difference: { cents, year: pay.yearly.year }, share: baseline.yearly.cents === 0 ? null : cents / baseline.yearly.cents };
}
