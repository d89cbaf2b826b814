/** The method that compares pay: overlap. */
import { z } from 'zod';
import { overlapOf } from '../../shared/domain/percentiles/overlap.ts';
import { peopleOf, type PeoplePercentiles } from '../../shared/domain/percentiles/people.ts';
import { evaluateMethod, RefusedInput, type EvaluateMethod } from './evaluate-method.ts';

const pay = z.number().gt(0, 'must be above 0').max(1e12, 'must be at most 1e12');
const percentiles = z.strictObject({ p10: pay.optional(), p25: pay.optional(), p50: pay, p75: pay.optional(), p90: pay.optional() });
const FAULTS = { 'not-a-positive-number': 'must be above 0', 'below-a-lower-percentile': 'must not be below a lower percentile' } as const;

function read(field: 'a' | 'b', points: z.output<typeof percentiles>): PeoplePercentiles<'oews'> {
  const known = { p10: points.p10 ?? null, p25: points.p25 ?? null, p50: points.p50, p75: points.p75 ?? null, p90: points.p90 ?? null };
  const made = peopleOf('oews', known);
  if (!made.ok) throw new RefusedInput(`${field}.${made.error.point}`, FAULTS[made.error.why]);
  return made.value;
}

export const PAY_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  overlap: evaluateMethod(
    'how the pay of two groups overlaps, from published percentiles of people',
    z.strictObject({ a: percentiles, b: percentiles }),
    ({ a, b }) => {
      const found = overlapOf(read('a', a), read('b', b));
      // A median alone has no spread: nothing is known of who is above it.
      if (!found) return { shareOfAAboveMedianOfB: null, probabilityAAboveB: null, extrapolated: null, outcome: 'spread unknown' };
      const { aboveMedian, probability } = found;
      return {
        shareOfAAboveMedianOfB: aboveMedian.value, probabilityAAboveB: probability.value, extrapolated: aboveMedian.extrapolated,
        probabilityRange: { low: probability.low, high: probability.high }, outcome: 'known',
      };
    },
  ),
};
