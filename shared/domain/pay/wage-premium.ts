export interface WagePremium {
  /** Dollars a year, to the cent. */
  readonly threshold: number;
  /** True when pay is at least the threshold. */
  readonly meets: boolean;
}

/**
 * Whether pay lies at least a rate above the pay of workers with a high-school diploma, both in
 * dollars a year of one price level; `rate` is a fraction (0.2 is 20 percent) above -1.
 *
 * Source: Louisiana's list of credentials asks for 20 percent above high-school pay; other states
 * use other rates.
 *
 * Example: wagePremium(36000, 30000, 0.2) has the threshold $36,000, which is met.
 */
export function wagePremium(pay: number, highSchoolPay: number, rate: number): WagePremium {
  // To the cent: 30,000 x 1.1 is a hair above 33,000 in binary, and "at least" must not turn on that.
  const threshold = Math.round(highSchoolPay * (1 + rate) * 100) / 100;
  return { threshold, meets: pay >= threshold };
}
