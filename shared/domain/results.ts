import type { Figure, Localized, PayFacts, Unit } from './facts.ts';
import type { Reason } from './reason.ts';

/** The five verdicts, from best to least known. No table holds a verdict; it is computed. */
export const VERDICTS = ['high', 'stepping', 'modest', 'limited', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CRITERION_STATES = ['met', 'partly', 'not-met', 'unknown'] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

export const CRITERIA = [
  'pay', 'openings', 'law-or-employers', 'program-results', 'assessed', 'competencies', 'employers', 'portable', 'stackable',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

export interface Criterion {
  readonly id: CriterionId;
  readonly state: CriterionState;
  readonly figure: Figure | null;
  readonly threshold: Figure | null;
  readonly reason: Reason;
}

/** What a verdict rests on and could be wrong about. */
export const ASSUMPTIONS = ['pay', 'good-job-floor', 'no-training-pay', 'jobs-here', 'job-change', 'age', 'floor-definition'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** The smallest move of one assumption that gives another verdict, all else equal. */
export interface Flip {
  readonly assumption: Assumption;
  readonly from: number;
  readonly to: number;
  readonly unit: Unit | 'years';
  /** Size of the move relative to `from`, tenths of a percent, signed; null when `from` is 0. */
  readonly movePermille: number | null;
  /** The verdict after the move. */
  readonly verdict: Verdict;
  readonly reason: Reason;
}

export interface VerdictResult {
  readonly verdict: Verdict;
  /** What the rubric calls this verdict, when it has words of its own. */
  readonly label: Localized | null;
  /** True when the deciding figure lies within the rubric's margin of a line. */
  readonly closeCall: boolean;
  /** SOC code of the occupation judged: one the credential directly opens; null when none. */
  readonly soc: string | null;
  /** What is true of the job (pay, openings). */
  readonly job: readonly Reason[];
  /** What this credential itself does toward that job. */
  readonly part: readonly Reason[];
  readonly criteria: readonly Criterion[];
  /** For limited or unknown: the better reachable alternative in the same field, when there is one. */
  readonly better: { readonly credentialId: string; readonly name: Localized } | null;
  readonly stillRight: readonly Reason[];
  /** Which assumption, moved how far, would flip the verdict: nearest first. */
  readonly sensitivity: readonly Flip[];
  /** Criteria whose being unknown keeps the verdict unknown. */
  readonly missing: readonly CriterionId[];
  readonly rubric: { readonly id: string; readonly edition: string };
}

/** Pay of the jobs that are open without training, our estimate from the same survey and area. */
export interface BaselinePay {
  readonly pay: PayFacts;
  /** How many occupations and jobs the estimate rests on. */
  readonly occupations: number;
  readonly jobs: number;
}

/** The good-job floor in force for an age, in the dollars of the pay it is compared with. */
export interface GoodJobFloor {
  readonly definition: string;
  readonly age: number;
  readonly floor: Figure;
  /** The floor as published and the year of its dollars. */
  readonly published: number;
  readonly dollarsOf: number;
  /** The regional price parity the floor was scaled by, in thousandths; null when it is not known, left out when the floor is the nation's. */
  readonly priceParityMilli?: number | null | undefined;
}

export interface CostTotal {
  /** Sum of known one-time lines, cents: low and high ends. */
  readonly lowCents: number;
  readonly highCents: number;
  /** True when a line is unknown or "at least": the total prints "at least". */
  readonly incomplete: boolean;
  /** True when no line is known at all. */
  readonly nothingKnown: boolean;
}

/** What a comparison counts on; a person may change each. */
export interface CompareAssumptions {
  /** Month in which the first step starts, `YYYY-MM`. */
  readonly startMonth: string;
  readonly horizonYears: number;
  /** Hours of work a week while in school, paid like a job without training. */
  readonly workHoursInSchool: number;
  /** Tuition and fees a year by credential id, cents; for those whose tuition is unknown or was changed. */
  readonly tuitionCentsPerYear: Readonly<Record<string, number>>;
  /** Grants a year of school, cents, the same for each route. */
  readonly grantCentsPerYear: number;
  /** An adult's own wage, which then stands in the place of jobs without training. */
  readonly ownWage?: { readonly centsPerHour: number; readonly hoursPerWeek: number };
  /** Real yearly discount rate of the present values, a fraction; 3 percent where not given. */
  readonly annualRate?: number;
  /** At whose prices dollars are told: as paid here where not given, or as they would buy at the nation's. */
  readonly prices?: 'nation';
}

export interface CurvePoint {
  /** Months since the start; 0 is the start. */
  readonly month: number;
  /** Cumulative money ahead of the baseline, cents (negative: behind). */
  readonly cents: number;
}

/** What a route returns, in present values: flows discounted by whole years, the first not at all. */
export interface RouteValue {
  /** Net present value of the middle worker after so many years, with its lines, which add up to the cent. */
  readonly horizons: readonly { readonly years: number; readonly npvCents: number; readonly breakdown: readonly { readonly line: string; readonly cents: number }[] }[];
  /** Money ahead at the comparison's horizon for lower-paid workers beside lower-paid ones, and better-paid beside better-paid; null when not published. */
  readonly lowAheadCents: number | null;
  readonly highAheadCents: number | null;
  /** The one yearly rate that zeroes forty years of flows; null when there is none or several. */
  readonly annualRate: number | null;
  /** True when a cost is unknown: values are then "at most". */
  readonly atMost: boolean;
  /** True when it is certainly ahead of every other route of the comparison: never with an unknown cost. */
  readonly isBest: boolean;
}

/** One route of a comparison: one credential from today to the job it opens. */
export interface RouteResult {
  readonly credentialId: string;
  /** Months of training used; null when unknown. */
  readonly months: number | null;
  readonly total: CostTotal;
  /** Null when the route's pay, time or the baseline is unknown: then `reasons` says which. */
  readonly curve: readonly CurvePoint[] | null;
  readonly breakEven:
    | { readonly outcome: 'reached'; readonly month: string; readonly afterMonths: number }
    | { readonly outcome: 'not-within'; readonly years: number }
    | { readonly outcome: 'unknown' };
  /** Money ahead at the horizon, cents. */
  readonly aheadCents: number | null;
  /** What the route returns beside its curve; null when there is no curve. */
  readonly value: RouteValue | null;
  /** What can go wrong on this route. */
  readonly risks: readonly Reason[];
  /** Why a part is unknown, and what was assumed. */
  readonly reasons: readonly Reason[];
}

export interface CompareResult {
  readonly routes: readonly RouteResult[];
  /** What would change the answer, and overlaps of pay, in sentences. */
  readonly insights: readonly Reason[];
}
