import type { Measure } from '../pay/measure.ts';
import { distributionOf, firstKnot, lastKnot, shareRange } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal.ts';
import type { PeoplePercentiles } from './people.ts';

/** A figure read off published percentiles, with what it rests on. */
export interface Read {
  /** Dollars a year, or a share between 0 and 1. */
  readonly value: number;
  /** True when the answer lies beyond the outermost published percentile, in a lognormal tail. */
  readonly extrapolated: boolean;
  /** True when the publisher's top code hides the true figure, which is this or more. */
  readonly atLeast: boolean;
}

/** Logarithm of pay below which a share of people lies; `share` between 0 and 1, both excluded. */
function logAt(distribution: Distribution, share: number): number {
  const { knots, lowerSpread, upperSpread } = distribution;
  const [first, last] = [firstKnot(distribution), lastKnot(distribution)];
  if (share <= first.share) return first.log + lowerSpread * (normalQuantile(share) - first.score);
  if (share >= last.share) return last.log + upperSpread * (normalQuantile(share) - last.score);
  const above = knots.findIndex((knot) => knot.share >= share);
  const [low, high] = [knots[above - 1] ?? first, knots[above] ?? last];
  return low.log + ((share - low.share) / (high.share - low.share)) * (high.log - low.log);
}

/**
 * Pay below which a share of people lies, dollars a year: log-linear between published
 * percentiles and through each of them, lognormal beyond, never falling as the share rises.
 * Null when fewer than two percentiles are known, or the share is not between 0 and 1.
 *
 * Source: docs/methods.md, "Percentiles and overlap".
 *
 * Example: with p25 $40,000 and p50 $50,000, quantileOf(people, 0.25) is $40,000 and
 * quantileOf(people, 0.375) is $44,721, their geometric mean.
 */
export function quantileOf<M extends Measure>(people: PeoplePercentiles<M>, share: number): Read | null {
  const distribution = distributionOf(people);
  if (!distribution || !(share > 0 && share < 1)) return null;
  const log = logAt(distribution, share);
  return {
    value: Math.exp(log),
    extrapolated: share < firstKnot(distribution).share || share > lastKnot(distribution).share,
    atLeast: distribution.topCodeLog !== null && log >= distribution.topCodeLog,
  };
}

/**
 * Share of people who are paid more than `dollars` a year, between 0 and 1, never rising as the
 * dollars rise. Where several percentiles are published at exactly this pay the share lies in a
 * range; the end nearest to one half is given. Null when fewer than two percentiles are known or
 * `dollars` is not above 0.
 *
 * Source: CEW, The College Payoff (2021), "earnings overlap": the share of one group that earns
 * more than the median of another.
 *
 * Example: with p50 $50,000 and p75 $60,000 the share above $60,000 is 0.25.
 */
export function shareAbove<M extends Measure>(people: PeoplePercentiles<M>, dollars: number): Read | null {
  const distribution = distributionOf(people);
  if (!distribution || !(dollars > 0)) return null;
  const log = Math.log(dollars);
  const { below, atOrBelow } = shareRange(distribution, log);
  return {
    value: 1 - Math.min(Math.max(0.5, below), atOrBelow),
    extrapolated: log < firstKnot(distribution).log || log > lastKnot(distribution).log,
    atLeast: distribution.topCodeLog !== null && log > distribution.topCodeLog,
  };
}
