import { dollarsOf } from '../money/money.ts';
import type { BaselinePay } from '../results.ts';
import { ownYear } from '../money/wage.ts';
import type { HourlyPay } from '../money/wage.ts';
import type { Baseline } from './compare-pay.ts';
import type { PayRange } from '../return/input.ts';

/**
 * A baseline made from the pay survey at p25 or the median, in dollars of the survey's year; null
 * where it is not published.
 *
 * Source: docs/methods.md, "Baselines".
 *
 * Example: surveyBaseline('no-training', { pay: { p50: 34850 } }, 'p50', 2025)?.yearly gives { cents: 3485000, year: 2025 }.
 */
export function surveyBaseline<K extends 'no-training' | 'bachelor', Y extends number>(
  baseline: K, { pay }: { readonly pay: Pick<BaselinePay['pay'], 'p25' | 'p50'> }, point: 'p25' | 'p50', year: Y,
): Baseline<K, Y> | null {
  const dollars = pay[point];
  return dollars === null ? null : { baseline, point, yearly: dollarsOf(year, dollars) };
}

/**
 * Earnings of high-school graduates in a state (ACS), or the federal threshold made from them, for
 * what graduates of a program earn: a median, dollars a year.
 *
 * Source: American Community Survey; for the threshold the federal earnings-premium rule (docs/methods.md).
 *
 * Example: programBaseline('federal-threshold', 30793, 2024).yearly gives { cents: 3079300, year: 2024 }.
 */
export function programBaseline<K extends 'acs-high-school' | 'federal-threshold', Y extends number>(baseline: K, medianDollars: number, year: Y): Baseline<K, Y> {
  return { baseline, point: 'p50', yearly: dollarsOf(year, medianDollars) };
}

/**
 * What an adult earns or last earned, by the hour and hours a week, for 52 weeks: what a route is
 * compared with instead of jobs without training. One person's wage has no spread.
 *
 * Example: ownWageRange({ per: 'hour', cents: 1750 }, 32) gives { low: 2912000, middle: 2912000, high: 2912000 }.
 */
export function ownWageRange(wage: HourlyPay, hoursPerWeek: number): PayRange {
  const cents = ownYear(wage, hoursPerWeek).dollars * 100;
  return { low: cents, middle: cents, high: cents };
}
