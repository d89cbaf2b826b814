import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { loanPayment } from '../return/annuity.ts';
import { shapedInt, shapedMap, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';
import { povertyMultiple } from './poverty.ts';
import type { PovertyGuideline } from './poverty.ts';

/** Lines of the debt-to-earnings rule, tenths of a percent, and years of repayment by level. */
export const DEBT_TO_EARNINGS_SHAPE = shapedObject({
  annualOverPermille: shapedInt({ min: 1, max: 1000 }), discretionaryOverPermille: shapedInt({ min: 1, max: 1000 }),
  povertyPermille: shapedInt({ min: 0, max: 5000 }), years: shapedMap(shapedInt({ min: 1, max: 40 })),
});
export type DebtToEarningsRule = ShapedValue<typeof DEBT_TO_EARNINGS_SHAPE>;

export interface DebtQuestion {
  /** Median debt of those who finished, dollars. */
  readonly debt: number;
  /** Nominal yearly rate as a fraction. */
  readonly annualRate: number;
  readonly years: number;
  /** Median yearly earnings, dollars. */
  readonly earnings: number;
}

export interface DebtToEarnings {
  /** Payments of a year, dollars: twelve level monthly payments. */
  readonly annualPayment: number;
  /** Payment over earnings, a fraction; null when there are no earnings. */
  readonly annualRate: number | null;
  /** Payment over earnings above the poverty multiple; null when there are none. */
  readonly discretionaryRate: number | null;
  readonly passes: boolean;
  readonly reason: Reason;
}

const percent = (fraction: number): number => Math.round(fraction * 1000) / 10;

/**
 * The debt-to-earnings rates of the 2023 rule (34 CFR 668.402(c) and 668.403). A program fails when
 * the yearly payment is over 8 % of earnings and over 20 % of what they leave above 150 % of the
 * poverty guideline; one that passes either passes. No earnings, or none above that, counts as over
 * the line when there is a payment at all; without debt every program passes.
 */
export function debtToEarnings({ debt, annualRate: rate, years, earnings }: DebtQuestion, rule: DebtToEarningsRule, poverty: PovertyGuideline): DebtToEarnings {
  const annualPayment = loanPayment(debt, rate, years * 12).annual;
  const left = earnings - povertyMultiple(poverty, rule.povertyPermille);
  const annualRate = earnings > 0 ? annualPayment / earnings : null;
  const discretionaryRate = left > 0 ? annualPayment / left : null;
  const within = (share: number | null, permille: number): boolean => annualPayment === 0 || (share !== null && share * 1000 <= permille);
  const passes = within(annualRate, rule.annualOverPermille) || within(discretionaryRate, rule.discretionaryOverPermille);
  const why = ((): Reason => {
    if (annualPayment === 0) return reason('rule.no-debt');
    if (annualRate === null || discretionaryRate === null) return reason(passes ? 'rule.debt-light-all-below' : 'rule.debt-heavy-all-below', { share: annualRate === null ? 100 : percent(annualRate) });
    return reason(passes ? 'rule.debt-light' : 'rule.debt-heavy', { share: percent(annualRate), free: percent(discretionaryRate) });
  })();
  return { annualPayment, annualRate, discretionaryRate, passes, reason: why };
}
