/** The standard normal distribution, to the last digits of a double: lognormal tails need both directions. */

/** Coefficients of Hart's rational approximation, from the highest power down. */
const TOP = [3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376] as const;
const BOTTOM = [8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752] as const;
const horner = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, each) => sum * x + each, 0);
/** Beyond it the share is under 1e-300. */
const FAR = 37;
const SPLIT = 7.07106781186547;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal at `z`. Example: normalDensity(0) gives 0.3989. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_TWO_PI;
}

/**
 * Share of a standard normal below `z` (any number): between 0 and 1, never falling in `z`.
 *
 * Source: G. West, "Better approximations to cumulative normal functions", Wilmott, 2005 (Hart's
 * algorithm; about 14 digits).
 *
 * Example: normalShare(1.2815515655446004) gives 0.9.
 */
export function normalShare(z: number): number {
  const far = Math.abs(z);
  if (far > FAR) return z > 0 ? 1 : 0;
  const bell = Math.exp((-far * far) / 2);
  const tail = far < SPLIT
    ? (bell * horner(TOP, far)) / horner(BOTTOM, far)
    : bell / (far + 1 / (far + 2 / (far + 3 / (far + 4 / (far + 0.65))))) / ROOT_TWO_PI;
  return z > 0 ? 1 - tail : tail;
}

const CENTER_TOP = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239] as const;
const CENTER_BOTTOM = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1] as const;
const TAIL_TOP = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783] as const;
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1] as const;
const TAIL_FROM = 0.02425;

/**
 * The `z` below which a share of a standard normal lies; -Infinity at 0 and Infinity at 1.
 *
 * Source: P. J. Acklam's rational approximation, refined by one step of Newton's method against
 * {@link normalShare}.
 *
 * Example: normalQuantile(0.9) gives 1.2815515655446.
 */
export function normalQuantile(share: number): number {
  if (share <= 0) return -Infinity;
  if (share > 0.5) return -normalQuantile(1 - share);
  let z: number;
  if (share < TAIL_FROM) {
    const q = Math.sqrt(-2 * Math.log(share));
    z = horner(TAIL_TOP, q) / horner(TAIL_BOTTOM, q);
  } else {
    const q = share - 0.5;
    z = (horner(CENTER_TOP, q * q) * q) / horner(CENTER_BOTTOM, q * q);
  }
  return z - (normalShare(z) - share) / normalDensity(z);
}
