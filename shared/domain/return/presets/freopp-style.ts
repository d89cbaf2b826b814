import { presentValue } from '../present-value.ts';
import { FREOPP_STYLE } from './presets.ts';

/** Dollars of one year's prices. */
export interface FreoppInput {
  /** Whole years enrolled by those who finish, and by those who leave. */
  readonly yearsEnrolled: number;
  readonly yearsUntilLeaving: number;
  /** Tuition, fees and books a year after grants; living costs are left out, they come either way. */
  readonly netTuition: number;
  /** Earnings a year by age: after finishing, and of the same person without the credential. */
  readonly earnings: (age: number) => number;
  readonly without: (age: number) => number;
  /** Chance to finish, 0 to 1. */
  readonly completion: number;
}

/** Value of one path: enrolled years cost tuition and what would have been earned; later years bring the difference. */
function pathValue(input: FreoppInput, enrolled: number, earnings: (age: number) => number): number {
  const ages = Array.from({ length: FREOPP_STYLE.toAge - FREOPP_STYLE.fromAge + 1 }, (_, index) => FREOPP_STYLE.fromAge + index);
  return presentValue(FREOPP_STYLE.rate, ages.map((age, index) => (index < enrolled ? -input.netTuition - input.without(age) : earnings(age) - input.without(age))));
}

export interface FreoppValue {
  /** For those who finish, and the mean of finishing and leaving; dollars, not rounded. */
  readonly finished: number;
  readonly expected: number;
}

/**
 * The value of a credential over a working life (ages 18 to 64) at 3 percent real, next to the
 * earnings of the same person without it, weighted by the chance to finish. Those who leave have
 * paid for the years they were enrolled and earn what they would have earned.
 *
 * FREOPP also adjusts earnings for ability and for the cost of living from microdata; that is in
 * what is passed in, or it is not there at all.
 *
 * Source: {@link FREOPP_STYLE}.
 *
 * Example: with no cost, no year enrolled and equal earnings both values are 0.
 */
export function freoppStyle(input: FreoppInput): FreoppValue {
  const finished = pathValue(input, input.yearsEnrolled, input.earnings);
  const left = pathValue(input, input.yearsUntilLeaving, input.without);
  return { finished, expected: input.completion * finished + (1 - input.completion) * left };
}
