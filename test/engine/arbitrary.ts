/** Arbitrary facts for the engine's properties. */
import fc from 'fast-check';
import { UNKNOWN, exactly } from '../../shared/domain/money/amount.ts';
import type { Amount } from '../../shared/domain/money/amount.ts';
import { POINTS, peopleOf } from '../../shared/domain/percentiles/people.ts';
import type { PeoplePercentiles, PointName } from '../../shared/domain/percentiles/people.ts';
import type { ReturnInput, RouteStep } from '../../shared/domain/return/input.ts';

/** Percentiles that are known to be in order. */
export function people(points: Parameters<typeof peopleOf>[1], topCode: number | null = null): PeoplePercentiles<'oews'> {
  const made = peopleOf('oews', points, topCode);
  if (!made.ok) throw new Error(`${made.error.point} ${made.error.why}`);
  return made.value;
}

/** Any subset of at least two percentiles, p50 among them, rising or level. */
export const anyPeople: fc.Arbitrary<PeoplePercentiles<'oews'>> = fc.tuple(
  fc.integer({ min: 5000, max: 90_000 }), fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })), { minLength: 5, maxLength: 5 }),
  fc.subarray(['p10', 'p25', 'p75', 'p90'] as const, { minLength: 1 }),
).map(([start, steps, kept]) => {
  let value = start;
  const points: Partial<Record<PointName, number>> = {};
  POINTS.forEach((point, index) => {
    value += steps[index] ?? 0;
    if (point === 'p50' || kept.some((each) => each === point)) points[point] = value;
  });
  return people(points);
});
/** A share of people, not at an end. */
export const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

const cents = fc.integer({ min: 0, max: 3_000_000 });
const amount: fc.Arbitrary<Amount> = fc.oneof(
  cents.map(exactly), fc.constant(UNKNOWN),
  fc.tuple(cents, cents).map(([low, more]) => ({ lowCents: low, highCents: low + more, incomplete: false, nothingKnown: false })),
);
const yearlyCents = fc.integer({ min: 1_500_000, max: 12_000_000 });
const knownRange = fc.tuple(yearlyCents, yearlyCents, yearlyCents).map((three) => {
  const [low = 0, middle = 0, high = 0] = [...three].sort((a, b) => a - b);
  return { low, middle, high };
});
const unit = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const period = fc.tuple(fc.integer({ min: 1, max: 24 }), unit, unit).map(([months, a, b]) => ({ months, low: Math.min(a, b), high: Math.max(a, b) }));

export const anyStep: fc.Arbitrary<RouteStep> = fc.record({
  months: fc.integer({ min: 0, max: 60 }), waitMonths: fc.integer({ min: 0, max: 12 }),
  costs: fc.array(fc.record({ line: fc.constantFrom('tuition' as const, 'exam' as const, 'license' as const), amount, per: fc.constantFrom('once' as const, 'year' as const) }), { maxLength: 4 }),
  grants: fc.array(fc.record({ payer: fc.constantFrom('pell' as const, 'employer' as const), cents, per: fc.constantFrom('once' as const, 'year' as const) }), { maxLength: 2 }),
  earning: fc.oneof(
    unit.map((share) => ({ kind: 'work' as const, share })),
    fc.record({ kind: fc.constant('apprentice' as const), journey: knownRange, periods: fc.option(fc.array(period, { minLength: 1, maxLength: 4 })) }),
  ),
  payAfter: fc.option(knownRange), completion: fc.option(unit),
  renewal: fc.option(fc.record({ amount, everyMonths: fc.integer({ min: 6, max: 60 }) })),
});
export const anyInput: fc.Arbitrary<ReturnInput> = fc.record({ steps: fc.array(anyStep, { maxLength: 4 }), baseline: knownRange });
