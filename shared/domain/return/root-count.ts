/**
 * How many rates zero a stream of flows, found exactly: whole-number arithmetic on the
 * polynomial, no scan that could step over two close rates.
 *
 * Source: Descartes' rule of signs with bisection (Collins and Akritas, 1976).
 */

/** Finer than any two rates that anybody could tell apart. */
const DEPTH_MOST = 60;

/**
 * Changes of sign along the coefficients, zeros left out: at least the number of positive roots, and of the same parity.
 *
 * Example: signChanges([-1, 0, 1, -1]) gives 2.
 */
export function signChanges(values: readonly (number | bigint)[]): number {
  const signs = values.filter((value) => value !== 0 && value !== 0n).map((value) => value > 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** Coefficients of p(x + 1), from the constant up. */
function shifted(coefficients: readonly bigint[]): bigint[] {
  const result = [...coefficients];
  for (let start = 0; start < result.length - 1; start += 1) {
    for (let index = result.length - 2; index >= start; index -= 1) result[index] = (result[index] ?? 0n) + (result[index + 1] ?? 0n);
  }
  return result;
}

/** Coefficients of 2^n p(x / 2). */
function halved(coefficients: readonly bigint[]): bigint[] {
  return coefficients.map((each, index) => each << BigInt(coefficients.length - 1 - index));
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Intervals within (0, 1), both ends excluded, that hold one root each of the polynomial with
 * these whole coefficients (from the constant up); an exact root is an interval of no width. Null
 * when roots lie closer than can be told apart, as a double root does.
 *
 * Example: rootsBetween0And1([-1n, 2n]) gives [{ low: 0, high: 1 }]: it holds 1/2.
 */
export function rootsBetween0And1(coefficients: readonly bigint[], from: Interval = { low: 0, high: 1 }, depth = 0): Interval[] | null {
  const changes = signChanges(shifted([...coefficients].reverse()));
  if (changes === 0) return [];
  if (changes === 1) return [from];
  if (depth === DEPTH_MOST) return null;
  const middle = (from.low + from.high) / 2;
  const left = halved(coefficients);
  const right = shifted(left);
  const below = rootsBetween0And1(left, { low: from.low, high: middle }, depth + 1);
  const above = rootsBetween0And1(right, { low: middle, high: from.high }, depth + 1);
  if (!below || !above) return null;
  // The constant of p(x + 1) is p's value at the middle, the next its slope: both 0 is a double root.
  if (right[0] === 0n && right[1] === 0n) return null;
  return [...below, ...(right[0] === 0n ? [{ low: middle, high: middle }] : []), ...above];
}
