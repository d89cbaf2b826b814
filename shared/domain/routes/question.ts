/** What a person has, wants and can give; and what an area pays. */
import type { Field } from '../facts.ts';
import type { Barrier } from './graph.ts';

/** Pay and jobs of one area, by position in the occupation table; -1 where unknown. */
export interface AreaPay {
  /** Median pay, whole dollars a year. */
  readonly pay: Int32Array;
  /** Jobs in the area: which occupation stands for a credential that opens several. */
  readonly jobs: Int32Array;
  /** Median pay of jobs open without training, whole dollars a year; null when unknown. */
  readonly baseline: number | null;
}

export type RouteGoal =
  | { readonly kind: 'occupation'; readonly occupation: number }
  | { readonly kind: 'field'; readonly field: Field }
  /** Median pay of at least `floor` dollars a year, in the dollars of the area's pay. */
  | { readonly kind: 'good-job'; readonly floor: number };

export interface RoutePerson {
  /** Age in months today; null when not said: then no age limit is applied, and the route says so. */
  readonly ageMonths: number | null;
  /** Months until a diploma or its equivalent: 0 has it, null none is planned. */
  readonly diplomaInMonths: number | null;
  /** Credentials held, as positions in the graph. */
  readonly held: readonly number[];
  /** What this person cannot meet. */
  readonly cannot: readonly Barrier[];
  /** Share of full time that can go into school, over 0 to 1. Paid training is always full time. */
  readonly studyShare: number;
}

/** A limit that is null is none. A route whose known part is over a limit is not shown. */
export interface RouteLimits {
  readonly months: number | null;
  /** Net cost, cents. */
  readonly cents: number | null;
  /** Miles to the nearest place that offers a step. */
  readonly miles: number | null;
}
export const LIMITS = ['months', 'cents', 'miles'] as const satisfies readonly (keyof RouteLimits)[];

export interface RouteQuestion {
  readonly goal: RouteGoal;
  readonly person: RoutePerson;
  readonly limits: RouteLimits;
  readonly area: AreaPay;
  /** Miles to the nearest offering of each credential, -1 unknown; null when no offerings are known at all. */
  readonly miles: Int32Array | null;
  /** Grants expected for the whole route, cents. */
  readonly grantCents: number;
  /** The third criterion: yearly pay, or money over time against the baseline. */
  readonly value: { readonly by: 'pay' } | { readonly by: 'npv'; readonly annualRate: number; readonly years: number };
  /** Most credentials in one route. */
  readonly maxSteps: number;
}

/** A question with nothing held, no limit, full-time study and pay as the third criterion; `over` changes parts. */
export function routeQuestion(goal: RouteGoal, area: AreaPay, over: Partial<Omit<RouteQuestion, 'goal' | 'area'>> = {}): RouteQuestion {
  return {
    goal, area,
    person: { ageMonths: null, diplomaInMonths: 0, held: [], cannot: [], studyShare: 1 },
    limits: { months: null, cents: null, miles: null },
    miles: null, grantCents: 0, value: { by: 'pay' }, maxSteps: 6, ...over,
  };
}
