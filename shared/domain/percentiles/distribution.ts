import { POINTS, SHARE_OF } from './people.ts';
import type { PeoplePercentiles, PointName } from './people.ts';
import { normalDensity, normalQuantile, normalShare } from './normal.ts';

/** A known point: at this logarithm of pay this share of people is below. */
export interface Knot {
  readonly share: number;
  readonly log: number;
  /** The standard normal quantile of the share. */
  readonly score: number;
}

/**
 * A distribution of pay made from published percentiles, on the logarithm of pay. Between knots
 * the share is linear in the logarithm (log-linear); beyond the first and the last knot it is a
 * lognormal tail through that knot and its neighbor, with the neighbors' spread.
 */
export interface Distribution {
  readonly knots: readonly [Knot, Knot, ...Knot[]];
  /** Spread (standard deviation of the logarithm) of each tail; 0 when the two points are equal. */
  readonly lowerSpread: number;
  readonly upperSpread: number;
  /** Logarithm of pay from which every answer is only "at least": the publisher's top code. */
  readonly topCodeLog: number | null;
}

const spreadOf = (a: Knot, b: Knot): number => (b.log - a.log) / (b.score - a.score);

/** Standard normal quantiles of the published shares. */
const SCORE_OF: Readonly<Record<PointName, number>> = { p10: normalQuantile(0.1), p25: normalQuantile(0.25), p50: 0, p75: normalQuantile(0.75), p90: normalQuantile(0.9) };

/** Points at the top code beyond the first say nothing more than that one does. */
function knotsOf(people: PeoplePercentiles): Knot[] {
  const knots: Knot[] = [];
  for (const point of POINTS) {
    const value = people[point];
    if (value === null) continue;
    knots.push({ share: SHARE_OF[point], log: Math.log(value), score: SCORE_OF[point] });
    if (people.topCode !== null && value >= people.topCode) break;
  }
  return knots;
}

/**
 * The distribution through published percentiles; null when fewer than two points are known: one
 * point has no spread.
 *
 * Example: with p25 $40,000, p50 $50,000 and p75 $60,000 it has three knots and two tails.
 */
export function distributionOf(people: PeoplePercentiles): Distribution | null {
  const [first, second, ...rest] = knotsOf(people);
  if (!first || !second) return null;
  const [before = first, last = second] = [first, second, ...rest].slice(-2);
  return {
    knots: [first, second, ...rest], lowerSpread: spreadOf(first, second), upperSpread: spreadOf(before, last),
    topCodeLog: people.topCode === null ? null : Math.log(people.topCode),
  };
}

/** The lowest known point. Example: of p25 and p50 it is that of p25. */
export const firstKnot = ({ knots }: Distribution): Knot => knots[0];
/** The highest known point. Example: of p25 and p50 it is that of p50. */
export const lastKnot = ({ knots }: Distribution): Knot => knots.at(-1) ?? knots[1];

/** The normal score of `log` in the tail that starts at `knot`; infinitely far out in a tail without spread. */
const scoreAt = (knot: Knot, spread: number, log: number): number => knot.score + (log - knot.log) / spread;

/** Shares below and at or below a logarithm of pay: they differ where several percentiles are published at one pay. */
export interface ShareRange {
  readonly below: number;
  readonly atOrBelow: number;
}

/**
 * Shares of people who are paid less than `exp(log)`, and not more than it.
 *
 * Example: where p25 and p50 are both $50,000 these are 0.25 and 0.5 at $50,000.
 */
export function shareRange(distribution: Distribution, log: number): ShareRange {
  const { knots, lowerSpread, upperSpread } = distribution;
  const [first, last] = [firstKnot(distribution), lastKnot(distribution)];
  if (log < first.log) {
    const share = normalShare(scoreAt(first, lowerSpread, log));
    return { below: share, atOrBelow: share };
  }
  if (log > last.log) {
    const share = normalShare(scoreAt(last, upperSpread, log));
    return { below: share, atOrBelow: share };
  }
  const here = knots.filter((knot) => knot.log === log);
  const [lowest, highest] = [here[0], here.at(-1)];
  if (lowest && highest) {
    return {
      below: lowest === first && lowerSpread === 0 ? 0 : lowest.share,
      atOrBelow: highest === last && upperSpread === 0 ? 1 : highest.share,
    };
  }
  const above = knots.findIndex((knot) => knot.log > log);
  const [low, high] = [knots[above - 1] ?? first, knots[above] ?? last];
  const share = low.share + ((log - low.log) / (high.log - low.log)) * (high.share - low.share);
  return { below: share, atOrBelow: share };
}

/**
 * Density of the logarithm of pay just above `log`; jumps ({@link atomsOf}) are not part of it.
 *
 * Example: between p25 $40,000 and p50 $50,000 it is 0.25 / ln(1.25) throughout.
 */
export function densityAt(distribution: Distribution, log: number): number {
  const { knots, lowerSpread, upperSpread } = distribution;
  const [first, last] = [firstKnot(distribution), lastKnot(distribution)];
  if (log < first.log) return lowerSpread === 0 ? 0 : normalDensity(scoreAt(first, lowerSpread, log)) / lowerSpread;
  if (log >= last.log) return upperSpread === 0 ? 0 : normalDensity(scoreAt(last, upperSpread, log)) / upperSpread;
  const above = knots.findIndex((knot) => knot.log > log);
  const [low, high] = [knots[above - 1] ?? first, knots[above] ?? last];
  return (high.share - low.share) / (high.log - low.log);
}

/**
 * Shares of people at exactly one logarithm of pay, where several percentiles are published at the same pay.
 *
 * Example: where p25 and p50 are both $50,000 a quarter of people is there.
 */
export function atomsOf(distribution: Distribution): { readonly log: number; readonly share: number }[] {
  const logs = [...new Set(distribution.knots.map((knot) => knot.log))];
  return logs.flatMap((log) => {
    const { below, atOrBelow } = shareRange(distribution, log);
    return atOrBelow > below ? [{ log, share: atOrBelow - below }] : [];
  });
}
