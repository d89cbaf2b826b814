/**
 * What an even stream of payments is worth, and what a loan costs a month. Dollars in, dollars
 * out, not rounded: rounding belongs to whoever shows the figure.
 */

/**
 * Present value of `payment` at the end of each of `years` years at a yearly `rate` (a fraction
 * above -1). At rate 0 it is the plain sum. `years` need not be whole: the formula is continuous.
 *
 * Source: any textbook of finance; PV = C (1 - (1 + r)^-n) / r.
 *
 * Example: annuityPresentValue(1000, 0.05, 10) gives 7721.73.
 */
export function annuityPresentValue(payment: number, rate: number, years: number): number {
  // log1p and expm1 keep the digits that 1 - (1 + r)^-n loses where r is tiny.
  return rate === 0 ? payment * years : (payment * -Math.expm1(-years * Math.log1p(rate))) / rate;
}

export interface LoanPayment {
  /** Dollars a month. */
  readonly monthly: number;
  /** Twelve months of it. */
  readonly annual: number;
}

/**
 * The level payment that repays `principal` in `months` equal monthly payments at a nominal
 * yearly rate compounded monthly (US federal student loans; 34 CFR 685.208(b)).
 *
 * Example: loanPayment(10000, 0.05, 120) gives { monthly: 106.07, annual: 1272.79 }.
 */
export function loanPayment(principal: number, annualRate: number, months: number): LoanPayment {
  const monthly = principal / annuityPresentValue(1, annualRate / 12, months);
  return { monthly, annual: monthly * 12 };
}
