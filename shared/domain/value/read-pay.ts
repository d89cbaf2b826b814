import type { Figure, OccupationFacts } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { CriterionState } from '../results.ts';
import type { JudgingContext, ReadFacts, Reading } from './reading.ts';
import type { PayLine, Rubric } from './rubric.ts';

type PayRule = NonNullable<Rubric['criteria']['pay']>;

/** Pay that is judged, dollars a year, with what it may be compared to. */
export interface JudgedPay {
  readonly value: number;
  readonly from: Figure['from'];
  /** Median pay without training by the same measure; null when there is none. */
  readonly base: number | null;
  /** True for measured earnings of a program, which beat the pay of the occupation at large. */
  readonly measured: boolean;
}

/** The pay to judge by: measured earnings of the program when there are any, else the median of the occupation here. */
export function judgedPay(facts: Pick<ReadFacts, 'results'>, occupation: OccupationFacts, { baseline }: Pick<JudgingContext<ReadFacts>, 'baseline'>): JudgedPay | null {
  const { results } = facts;
  const measured = results?.earnings ?? null;
  if (results && measured && measured.value !== null) return { value: measured.value, from: measured.from, base: results.highSchoolEarnings, measured: true };
  const median = occupation.pay?.p50 ?? null;
  return occupation.pay && median !== null ? { value: median, from: occupation.pay.from, base: baseline?.pay.p50 ?? null, measured: false } : null;
}

/** A line in dollars a year, rounded; null when what it is a multiple of is not known. */
export function lineOf({ of, permille }: PayLine, floor: number | null, base: number | null): number | null {
  const whole = of === 'good-job-floor' ? floor : base;
  return whole === null ? null : Math.round((whole * permille) / 1000);
}

/** Met at or above the first line, partly at or above the second; an unknown line leaves it unknown. */
export function gradePay(rule: PayRule, value: number, floor: number | null, base: number | null): CriterionState {
  const met = lineOf(rule.met, floor, base);
  if (met === null) return 'unknown';
  if (value >= met) return 'met';
  if (rule.partly === null) return 'not-met';
  const partly = lineOf(rule.partly, floor, base);
  return partly === null ? 'unknown' : value >= partly ? 'partly' : 'not-met';
}

function baseReason(value: number, base: number | null): Reason {
  if (base === null || base <= 0) return reason('job.no-training-unknown');
  const percent = Math.round(((value - base) * 100) / base);
  if (percent === 0) return reason('job.same-as-no-training');
  return percent > 0 ? reason('job.above-no-training', { percent }) : reason('job.below-no-training', { percent: -percent });
}

function lineReason(rule: PayRule, occupation: OccupationFacts, pay: JudgedPay, area: string, line: number): Reason {
  const { value: median } = pay;
  if (pay.measured) return reason(median >= line ? 'job.measured-over-line' : 'job.measured-under-line', { median, line });
  if (rule.met.of === 'good-job-floor') {
    return reason(median >= line ? 'job.pay-over-floor' : 'job.pay-under-floor', { occupation: occupation.title, area, median, gap: Math.abs(median - line) });
  }
  return reason(median >= line ? 'job.pay-over-line' : 'job.pay-under-line', { area, median, line });
}

/** Pay of the job in the area (or what the program's people earn) against the rubric's lines. */
export function readPay(facts: Pick<ReadFacts, 'results'>, occupation: OccupationFacts, rule: PayRule, context: JudgingContext<ReadFacts>): Reading {
  const { floor } = context;
  const pay = judgedPay(facts, occupation, context);
  const line = lineOf(rule.met, floor.floor.value, pay?.base ?? null);
  const threshold: Figure | null = rule.met.of === 'good-job-floor' ? { ...floor.floor, value: line ?? floor.floor.value }
    : pay === null || line === null ? null : { value: line, high: null, atLeast: false, unit: 'usd-per-year', unknown: null, from: (pay.measured ? null : context.baseline)?.pay.from ?? pay.from };
  if (pay === null || line === null) {
    const why = pay !== null ? reason(rule.met.of === 'good-job-floor' ? 'job.floor-unknown' : 'job.no-training-unknown') : reason(occupation.pay?.basis === 'hourly-only' ? 'job.pay-hourly-only' : 'job.pay-unknown', { occupation: occupation.title });
    return { grade: 'unknown', criterion: { id: 'pay', state: 'unknown', figure: null, threshold, reason: why }, job: [why] };
  }
  const grade = gradePay(rule, pay.value, floor.floor.value, pay.base);
  const survey = occupation.pay;
  const selfEmployed = occupation.selfEmployedPermille ?? 0;
  // Measured earnings are people's own, self-employed or not; the survey of jobs leaves them out.
  const partly = !pay.measured && selfEmployed > rule.selfEmployedPartlyAbovePermille;
  const first = lineReason(rule, occupation, pay, survey?.areaName ?? '', line);
  const job: Reason[] = [first, baseReason(pay.value, pay.base)];
  const people = facts.results?.people ?? null;
  if (pay.measured && people !== null) job.push(reason('job.measured-people', { people }));
  if (!pay.measured && survey) {
    if ((survey.p25 ?? 0) >= line && pay.value >= line) job.push(reason('job.reaches-from-start'));
    if (survey.area !== survey.askedArea) job.push(reason('job.pay-from-wider-area', { area: survey.areaName }));
    if (partly) job.push(reason('job.many-self-employed', { percent: Math.round(selfEmployed / 10) }));
  }
  const figure: Figure = { value: pay.value, high: null, atLeast: false, unit: 'usd-per-year', unknown: null, from: pay.from };
  return { grade, criterion: { id: 'pay', state: partly ? 'partly' : grade, figure, threshold, reason: first }, job };
}
