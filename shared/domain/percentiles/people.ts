import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { PayFacts } from '../facts.ts';
import type { Measure } from '../pay/measure.ts';

export const POINTS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
export type PointName = (typeof POINTS)[number];
export const SHARE_OF: Readonly<Record<PointName, number>> = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 };

/**
 * Published percentiles of what *people* are paid, dollars a year of one price level; null where
 * nothing is published. `of` keeps {@link ProgramMedians} out.
 */
export interface PeoplePercentiles<M extends Measure = Measure> {
  readonly of: 'people';
  readonly measure: M;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** A percentile at or above this is only "at least" it: the publisher's top code. Null when there is none. */
  readonly topCode: number | null;
}

/**
 * The spread of *programs'* medians: half of the programs have a median above `p50`. It says
 * nothing of how people are spread, so it has no quantile function and no overlap.
 */
export interface ProgramMedians<M extends Measure = Measure> {
  readonly of: 'programs';
  readonly measure: M;
  readonly programs: number;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
}

/** Why percentiles are refused: the point, and what is wrong with it. */
export interface PercentileFault {
  readonly point: PointName;
  readonly why: 'not-a-positive-number' | 'below-a-lower-percentile';
}

/**
 * Percentiles that are positive and never fall, or the first fault. Does not mind gaps.
 *
 * Example: peopleOf('oews', { p25: 40000, p50: 30000 }) gives { ok: false, error: { point: 'p50', why: 'below-a-lower-percentile' } }.
 */
export function peopleOf<M extends Measure>(
  measure: M, points: Partial<Readonly<Record<PointName, number | null>>>, topCode: number | null = null,
): Result<PeoplePercentiles<M>, PercentileFault> {
  let before = 0;
  const known: Record<PointName, number | null> = { p10: null, p25: null, p50: null, p75: null, p90: null };
  for (const point of POINTS) {
    const value = points[point] ?? null;
    if (value === null) continue;
    if (!Number.isFinite(value) || value <= 0) return err({ point, why: 'not-a-positive-number' });
    if (value < before) return err({ point, why: 'below-a-lower-percentile' });
    before = value;
    known[point] = value;
  }
  return ok({ of: 'people', measure, ...known, topCode });
}

/**
 * Annual pay of an occupation in an area as percentiles of people; null when none is published or they contradict each other.
 *
 * Example: of an occupation with hourly pay only it is null.
 */
export function oewsPeople(pay: PayFacts): PeoplePercentiles<'oews'> | null {
  const made = peopleOf('oews', pay);
  return made.ok && POINTS.some((point) => made.value[point] !== null) ? made.value : null;
}
