/**
 * What the return of a route is computed from. All money in whole cents, in the dollars of one
 * year; pay and baselines a year. What is unknown is null, never 0.
 */
import type { CostFact, Payer } from '../facts.ts';
import type { Amount } from '../money/amount.ts';

export type Scenario = 'low' | 'middle' | 'high';

/**
 * Pay a year of a lower-paid, a middle and a better-paid worker, cents: p25, median and p75 of
 * one survey and area. Low is compared with low, middle with middle.
 */
export interface PayRange {
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

export interface RouteCost {
  readonly line: CostFact['line'];
  readonly amount: Amount;
  /** `once` is due when the step starts; `year` through the step, a twelfth a month. */
  readonly per: 'once' | 'year';
}

export interface RouteGrant {
  /** `any` where nobody has said who would pay. */
  readonly payer: Payer | 'any';
  readonly cents: number;
  readonly per: 'once' | 'year';
}

/** A share of journeyworker pay for some months. */
export interface WagePeriod {
  readonly months: number;
  readonly low: number;
  readonly high: number;
}

export interface RouteStep {
  /** Whole months from start to end; 0 for what takes no time, as an exam; null when not known. */
  readonly months: number | null;
  /** Whole months before it can start (a waiting list, an age): lived as before. */
  readonly waitMonths: number;
  readonly costs: readonly RouteCost[];
  readonly grants: readonly RouteGrant[];
  /**
   * What is earned meanwhile: a share (0 to 1) of the pay held before the step, or an
   * apprentice's wage. `periods` null is a schedule nobody has looked up: a labelled range.
   */
  readonly earning:
    | { readonly kind: 'work'; readonly share: number }
    | { readonly kind: 'apprentice'; readonly journey: PayRange; readonly periods: readonly WagePeriod[] | null };
  /** Pay after the step: a measured program outcome, else the occupation's pay in the area. Null: as before the step. */
  readonly payAfter: PayRange | null;
  /** Chance to finish the step, 0 to 1; null when not known. */
  readonly completion: number | null;
  /** A renewal due every so many months after the step. */
  readonly renewal: { readonly amount: Amount; readonly everyMonths: number } | null;
}

export interface ReturnInput {
  readonly steps: readonly RouteStep[];
  /** What would be earned without the route: jobs open without training, or an adult's own wage. */
  readonly baseline: PayRange;
}

export interface ReturnOptions {
  /** Real yearly discount rate, a fraction above -1; the first year is not discounted. */
  readonly rate: number;
  /** Whole years from the start, ascending; the last is how far the curve goes. */
  readonly horizons: readonly number[];
}

/** 3 percent real: OMB Circular A-4 (2003), the social rate of time preference. */
export const DEFAULT_OPTIONS: ReturnOptions = { rate: 0.03, horizons: [5, 10, 20, 40] };
