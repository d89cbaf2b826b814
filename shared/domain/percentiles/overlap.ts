import type { Measure } from '../pay/measure.ts';
import { atomsOf, densityAt, distributionOf, firstKnot, lastKnot, shareRange } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import type { PeoplePercentiles } from './people.ts';
import { shareAbove } from './quantile.ts';
import type { Read } from './quantile.ts';

/** Nodes and weights of eight-point Gauss-Legendre quadrature on -1..1 (positive half; it is symmetric). */
const NODES: readonly (readonly [number, number])[] = [
  [0.1834346424956498, 0.362683783378362], [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745], [0.9602898564975363, 0.1012285362903763],
];
/** A tail is followed this many spreads out; what lies beyond is under 1e-15 of it. */
const SPREADS = 8;

/** Where the shapes change, and steps of one spread through each tail. */
function breaksOf(...distributions: readonly Distribution[]): number[] {
  const logs = distributions.flatMap((each) => {
    const steps = Array.from({ length: SPREADS }, (_, index) => index + 1);
    return [
      ...each.knots.map((knot) => knot.log),
      ...steps.map((step) => firstKnot(each).log - step * each.lowerSpread),
      ...steps.map((step) => lastKnot(each).log + step * each.upperSpread),
    ];
  });
  return [...new Set(logs)].sort((a, b) => a - b);
}

function integrate(f: (log: number) => number, breaks: readonly number[]): number {
  let sum = 0;
  breaks.forEach((to, index) => {
    const from = breaks[index - 1];
    if (from === undefined) return;
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    for (const [node, weight] of NODES) sum += half * weight * (f(middle - half * node) + f(middle + half * node));
  });
  return sum;
}

/** Share below, people at exactly this pay counted half. */
const midShare = (distribution: Distribution, log: number): number => {
  const { below, atOrBelow } = shareRange(distribution, log);
  return (below + atOrBelow) / 2;
};

/** P(A > B) - P(B > A). Written so that swapping A and B changes the sign and nothing else. */
function lead(a: Distribution, b: Distribution): number {
  const smooth = integrate((log) => densityAt(a, log) * midShare(b, log) - densityAt(b, log) * midShare(a, log), breaksOf(a, b));
  const jumps = (of: Distribution, in_: Distribution): number => atomsOf(of).reduce((sum, { log, share }) => sum + share * midShare(in_, log), 0);
  return smooth + (jumps(a, b) - jumps(b, a));
}

/**
 * The most that P(A > B) can be whatever the tails are: A's lower tail moved up to A's lowest
 * published point and its upper tail above everything; B's the other way round.
 */
function most(a: Distribution, b: Distribution): number {
  const [firstB, lastB] = [firstKnot(b), lastKnot(b)];
  const wins = (log: number): number => (log < firstB.log ? firstB.share : log >= lastB.log ? 1 : midShare(b, log));
  const [firstA, lastA] = [firstKnot(a), lastKnot(a)];
  const inside = integrate((log) => densityAt(a, log) * wins(log), breaksOf(a, b).filter((log) => log >= firstA.log && log <= lastA.log));
  const jumps = atomsOf({ ...a, lowerSpread: 1, upperSpread: 1 }).reduce((sum, { log, share }) => sum + share * wins(log), 0);
  return Math.min(1, firstA.share * wins(firstA.log) + inside + jumps + (1 - lastA.share));
}

export interface Overlap {
  /** Share of A paid more than the middle of B. */
  readonly aboveMedian: Read;
  /**
   * Chance that one of A is paid more than one of B, both drawn at random; equal pay counts half.
   * `low` and `high` bound it whatever the tails beyond the published percentiles are.
   */
  readonly probability: { readonly value: number; readonly low: number; readonly high: number };
}

/**
 * How the pay of two groups overlaps, like measured with like. Null when either has fewer than
 * two known percentiles, or B's median is not known.
 *
 * overlap(A, A) is one half, and the probabilities of (A, B) and (B, A) sum to 1.
 *
 * Source: CEW, The College Payoff (2021), for the share above the median; P(A > B) is the
 * common-language effect size (McGraw and Wong, 1992), by quadrature over the two distributions.
 *
 * Example: two groups with the same percentiles have `aboveMedian.value` and
 * `probability.value` of exactly 0.5.
 */
export function overlapOf<M extends Measure>(a: PeoplePercentiles<M>, b: PeoplePercentiles<NoInfer<M>>): Overlap | null {
  const [first, second] = [distributionOf(a), distributionOf(b)];
  // Above a pay of 0 there is no answer, as there is none where the median is not known.
  const aboveMedian = shareAbove(a, b.p50 ?? 0);
  if (!first || !second || !aboveMedian) return null;
  const value = Math.min(1, Math.max(0, 0.5 + lead(first, second) / 2));
  return { aboveMedian, probability: { value, low: Math.min(value, 1 - most(second, first)), high: Math.max(value, most(first, second)) } };
}
