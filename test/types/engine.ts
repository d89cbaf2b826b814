/**
 * What must not compile. The type check of the checkout is the test: a line that compiles after
 * all makes its `@ts-expect-error` an error. Nothing here runs.
 */
import { dollarsOf, minus, plus } from '../../shared/domain/money/money.ts';
import type { Money } from '../../shared/domain/money/money.ts';
import type { AnnualPay, HourlyPay } from '../../shared/domain/money/wage.ts';
import { ownYear } from '../../shared/domain/money/wage.ts';
import { comparePay } from '../../shared/domain/pay/compare-pay.ts';
import type { Baseline, MeasuredPay } from '../../shared/domain/pay/compare-pay.ts';
import type { Measure } from '../../shared/domain/pay/measure.ts';
import { overlapOf } from '../../shared/domain/percentiles/overlap.ts';
import type { PeoplePercentiles, ProgramMedians } from '../../shared/domain/percentiles/people.ts';
import { quantileOf, shareAbove } from '../../shared/domain/percentiles/quantile.ts';

declare const oews: PeoplePercentiles<'oews'>;
declare const entry10: PeoplePercentiles<'scorecard-entry-10'>;
declare const completion4: PeoplePercentiles<'scorecard-completion-4'>;
declare const programMedians: ProgramMedians<'scorecard-completion-4'>;

export function percentilesOfPeopleOnly(): void {
  quantileOf(oews, 0.5);
  overlapOf(oews, oews);
  // @ts-expect-error Medians of programs are not percentiles of people.
  quantileOf(programMedians, 0.5);
  // @ts-expect-error Medians of programs are not percentiles of people.
  shareAbove(programMedians, 50000);
  // @ts-expect-error Medians of programs have no overlap.
  overlapOf(programMedians, completion4);
  // @ts-expect-error Not on the other side either.
  overlapOf(completion4, programMedians);
  // @ts-expect-error OEWS pay and Scorecard earnings measure different things.
  overlapOf(oews, completion4);
  // @ts-expect-error Two Scorecard measures have different cohorts and years.
  overlapOf(entry10, completion4);
}

declare const oewsPay: MeasuredPay<'oews', 2025>;
declare const scorecardPay: MeasuredPay<'scorecard-completion-4', 2025>;
declare const ownPay: MeasuredPay<'own-wage', 2025>;
declare const quarterPay: MeasuredPay<'training-quarter-median' | 'training-quarter-mean', 2025>;
declare const anyPay: MeasuredPay<Measure, 2025>;
declare const noTraining: Baseline<'no-training', 2025>;
declare const noTraining2015: Baseline<'no-training', 2015>;
declare const federal: Baseline<'federal-threshold', 2025>;
declare const acs: Baseline<'acs-high-school', 2025>;
declare const own: Baseline<'own-wage', 2025>;

export function likeWithLike(): void {
  comparePay(oewsPay, noTraining);
  comparePay(oewsPay, own);
  comparePay(scorecardPay, federal);
  comparePay(scorecardPay, acs);
  comparePay(ownPay, noTraining);
  // @ts-expect-error OEWS pay is not compared with the federal earnings threshold.
  comparePay(oewsPay, federal);
  // @ts-expect-error OEWS pay is not compared with ACS earnings.
  comparePay(oewsPay, acs);
  // @ts-expect-error Pay in a quarter after training is not compared with pay of a year.
  comparePay(quarterPay, noTraining);
  // @ts-expect-error Nor with earnings of a year.
  comparePay(quarterPay, acs);
  // @ts-expect-error Scorecard earnings are not compared with jobs open without training.
  comparePay(scorecardPay, noTraining);
  // @ts-expect-error Scorecard earnings are not compared with one's own wage.
  comparePay(scorecardPay, own);
  // @ts-expect-error Pay of an unknown measure has no baseline.
  comparePay(anyPay, noTraining);
  // @ts-expect-error Dollars of different years.
  comparePay(oewsPay, noTraining2015);
}

declare const hourly: HourlyPay;
declare const annual: AnnualPay;

export function dollarsOfOneYear(): Money<2025> {
  const [then, now] = [dollarsOf(2015, 35000), dollarsOf(2025, 47000)];
  // @ts-expect-error Dollars of different years are not added.
  plus(now, then);
  // @ts-expect-error Nor subtracted.
  minus(then, now);
  // @ts-expect-error Money is not a bare number: its year would be lost.
  const bare: number = now;
  ownYear(hourly, 40);
  // @ts-expect-error Annual pay is not an hourly wage.
  ownYear(annual, 40);
  // @ts-expect-error Pay a year and pay an hour are not interchangeable.
  const mixed: AnnualPay = hourly;
  return plus(now, dollarsOf(2025, bare + mixed.dollars));
}
