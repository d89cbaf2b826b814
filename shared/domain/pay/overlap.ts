import type { PayFacts } from '../facts.ts';

interface Point {
  readonly share: number;
  readonly log: number;
}

const SHARES = [['p10', 0.1], ['p25', 0.25], ['p50', 0.5], ['p75', 0.75], ['p90', 0.9]] as const;
/** Standard normal quantiles of the published shares, for lognormal tails. */
const NORMAL: Readonly<Record<string, number>> = { 0.1: -1.2815515655446004, 0.25: -0.6744897501960817, 0.5: 0, 0.75: 0.6744897501960817, 0.9: 1.2815515655446004 };

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function pointsOf(pay: PayFacts): readonly Point[] {
  return SHARES.flatMap(([key, share]) => {
    const value = pay[key];
    return value === null || value <= 0 ? [] : [{ share, log: Math.log(value) }];
  });
}

/** A lognormal tail through two points, its share at `log`. */
function tailShare(a: Point, b: Point, log: number): number {
  const [za, zb] = [NORMAL[a.share] ?? 0, NORMAL[b.share] ?? 0];
  const sigma = (b.log - a.log) / (zb - za);
  if (sigma <= 0) return log < a.log ? 0 : 1;
  return normalShare(za + (log - a.log) / sigma);
}

/**
 * Share of workers of A who are paid more than `dollars`, from published percentiles: log-linear
 * between known points, lognormal beyond them. Null when fewer than two points are published.
 * `extrapolated` is true when the answer rests on a tail.
 */
export function shareAbove(a: PayFacts, dollars: number): { readonly share: number; readonly extrapolated: boolean } | null {
  const points = pointsOf(a);
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!first || !second || !beforeLast || !last || dollars <= 0) return null;
  const log = Math.log(dollars);
  if (log < first.log) return { share: 1 - tailShare(first, second, log), extrapolated: true };
  if (log > last.log) return { share: 1 - tailShare(beforeLast, last, log), extrapolated: true };
  for (let index = 1; index < points.length; index += 1) {
    const [low, high] = [points[index - 1], points[index]];
    if (!low || !high || log > high.log) continue;
    const part = high.log === low.log ? 1 : (log - low.log) / (high.log - low.log);
    return { share: 1 - (low.share + part * (high.share - low.share)), extrapolated: false };
  }
  return { share: 1 - last.share, extrapolated: false };
}
