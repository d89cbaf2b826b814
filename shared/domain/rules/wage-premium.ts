import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';

/** A state's test of pay: at least this much over what high-school graduates make, tenths of a percent. */
export const WAGE_PREMIUM_SHAPE = shapedObject({ overPermille: shapedInt({ min: 0, max: 10_000 }) });
export type WagePremiumRule = ShapedValue<typeof WAGE_PREMIUM_SHAPE>;

export interface WagePremium {
  /** Dollars a year, to the cent. */
  readonly threshold: number;
  readonly meets: boolean;
  readonly reason: Reason;
}

/**
 * Pay against high-school pay raised by a rate (a fraction): "at least 20 % above" reaches the line.
 *
 * Example: 36,000 against 30,000 at 0.2 meets the line of 36,000.
 */
export function wagePremium(pay: number, highSchoolPay: number, rate: number): WagePremium {
  // To the cent, so that 30,000 x 1.2 is 36,000 and not a hair above it.
  const threshold = Math.round(highSchoolPay * (1 + rate) * 100) / 100;
  const meets = pay >= threshold;
  const params = { pay: Math.round(pay), line: Math.round(threshold) };
  return { threshold, meets, reason: meets ? reason('rule.premium-met', params) : reason('rule.premium-not-met', params) };
}
