/** Methods of plain finance: annuity, loan, npv. */
import { z } from 'zod';
import { annuityPresentValue, loanPayment } from '../../shared/domain/return/annuity.ts';
import { presentValue } from '../../shared/domain/return/present-value.ts';
import { amount, dollars, evaluateMethod, finite, rate, type EvaluateMethod } from './evaluate-method.ts';

/** Longer than any working life; a typing error past it. */
export const YEARS_MOST = 200;
export const flows = z.array(dollars).min(1, 'must hold at least one flow').max(2400, 'must hold at most 2400 flows');

export const MONEY_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  annuity: evaluateMethod(
    'present value of a payment at the end of each year',
    z.strictObject({ payment: dollars, rate, years: z.number().min(0, 'must not be negative').max(YEARS_MOST, `must be at most ${YEARS_MOST}`) }),
    ({ payment, rate: r, years }) => ({ presentValue: finite(annuityPresentValue(payment, r, years), 'rate') }),
  ),
  loan: evaluateMethod(
    'level payment of a loan',
    z.strictObject({
      principal: amount,
      annualRate: z.number().min(0, 'must not be negative').max(10, 'must be a fraction of at most 10 (0.05 is 5 percent)'),
      months: z.number().int('must be whole').min(1, 'must be at least 1').max(YEARS_MOST * 12, `must be at most ${YEARS_MOST * 12}`),
    }),
    ({ principal, annualRate, months }) => loanPayment(principal, annualRate, months),
  ),
  npv: evaluateMethod(
    'net present value of yearly flows, the first undiscounted',
    z.strictObject({ rate, flows }),
    ({ rate: r, flows: yearly }) => ({ npv: finite(presentValue(r, yearly), 'rate') }),
  ),
};
