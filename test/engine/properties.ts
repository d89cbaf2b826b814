/** What is true of the engine for every input: run a thousand times in tests, a hundred thousand in the bench. */
import fc from 'fast-check';
import { scale } from '../../shared/domain/money/amount.ts';
import { overlapOf } from '../../shared/domain/percentiles/overlap.ts';
import { POINTS, SHARE_OF } from '../../shared/domain/percentiles/people.ts';
import { quantileOf, shareAbove } from '../../shared/domain/percentiles/quantile.ts';
import { DEFAULT_OPTIONS } from '../../shared/domain/return/input.ts';
import type { PayRange, ReturnInput, RouteStep } from '../../shared/domain/return/input.ts';
import { irrOf } from '../../shared/domain/return/irr.ts';
import { presentValue } from '../../shared/domain/return/present-value.ts';
import { returnOf } from '../../shared/domain/return/return-of.ts';
import type { ReturnKnown } from '../../shared/domain/return/return-of.ts';
import { anyInput, anyPeople, people, share } from './arbitrary.ts';

export interface EngineProperty {
  readonly name: string;
  readonly property: fc.IPropertyWithHooks<never> | fc.IRawProperty<unknown>;
}
const state = <T extends [unknown, ...unknown[]]>(name: string, ...parts: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...args: T) => void]): EngineProperty =>
  ({ name, property: fc.property(...parts) as unknown as fc.IRawProperty<unknown> });

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;
const NONE = Number.NaN;

const scaledPay = (pay: PayRange, by: number): PayRange => ({
  low: pay.low === null ? null : pay.low * by, middle: pay.middle === null ? null : pay.middle * by, high: pay.high === null ? null : pay.high * by,
});
const scaledStep = (step: RouteStep, by: number): RouteStep => ({
  ...step,
  costs: step.costs.map((cost) => ({ ...cost, amount: scale(cost.amount, by) })),
  grants: step.grants.map((grant) => ({ ...grant, cents: grant.cents * by })),
  earning: step.earning.kind === 'work' ? step.earning : { ...step.earning, journey: scaledPay(step.earning.journey, by) },
  payAfter: step.payAfter && scaledPay(step.payAfter, by),
  renewal: step.renewal && { ...step.renewal, amount: scale(step.renewal.amount, by) },
});
const known = (input: ReturnInput): ReturnKnown => {
  const found = returnOf(input, { rate: 0.03, horizons: [5, 20] });
  if (found.outcome !== 'known') throw new Error(`unknown: ${found.missing}`);
  return found;
};
/** A route whose pay never falls: each step leads to at least what was paid before, and training is paid at half of that; no grants, no renewals. */
const rising = (input: ReturnInput): ReturnInput => {
  let floor = input.baseline;
  const most = (pay: PayRange): PayRange => ({ low: Math.max(pay.low ?? 0, floor.low ?? 0), middle: Math.max(pay.middle ?? 0, floor.middle ?? 0), high: Math.max(pay.high ?? 0, floor.high ?? 0) });
  const steps = input.steps.map((step): RouteStep => {
    const earning: RouteStep['earning'] = step.earning.kind === 'work' ? step.earning : { kind: 'work', share: 0.5 };
    if (step.payAfter) floor = most(step.payAfter);
    return { ...step, earning, payAfter: step.payAfter && floor, renewal: null, grants: [] };
  });
  return { ...input, steps };
};
const atLeastAsGood = (better: ReturnKnown, worse: ReturnKnown): boolean =>
  better.middle.horizons.every(({ npvCents }, index) => npvCents >= (worse.middle.horizons[index]?.npvCents ?? NONE));
const changeStep = (input: ReturnInput, at: number, change: (step: RouteStep) => RouteStep): ReturnInput =>
  ({ ...input, steps: input.steps.map((step, index) => (index === at % input.steps.length ? change(step) : step)) });

export const PERCENTILE_PROPERTIES: readonly EngineProperty[] = [
  state('a quantile function goes through every published point', anyPeople, (group) => {
    for (const point of POINTS) {
      const value = group[point];
      const read = quantileOf(group, SHARE_OF[point]);
      if (value !== null) check(read !== null && near(read.value, value, value * 1e-12) && !read.extrapolated, `${point}: ${read?.value} for ${value}`);
    }
  }),
  state('a quantile function never falls, nor does the share above rise', anyPeople, share, share, (group, p, q) => {
    const [low, high] = [quantileOf(group, Math.min(p, q))?.value ?? NONE, quantileOf(group, Math.max(p, q))?.value ?? NONE];
    check(low <= high * (1 + 1e-12), `${low} above ${high}`);
    check((shareAbove(group, low)?.value ?? NONE) >= (shareAbove(group, high)?.value ?? NONE) - 1e-12, 'the share above rises');
  }),
  state('the overlap of a group with itself is one half', anyPeople, (group) => {
    const found = overlapOf(group, group);
    check(found?.probability.value === 0.5, `P(A > A) is ${found?.probability.value}`);
    check(near(found?.aboveMedian.value ?? NONE, 0.5, 1e-12) && found?.aboveMedian.extrapolated === false, `above its own median: ${found?.aboveMedian.value}`);
  }),
  state('P(A > B) and P(B > A) sum to 1, each within its bounds', anyPeople, anyPeople, (a, b) => {
    const [there, back] = [overlapOf(a, b)?.probability, overlapOf(b, a)?.probability];
    check(near((there?.value ?? NONE) + (back?.value ?? NONE), 1, 1e-12), `${there?.value} + ${back?.value}`);
    check(near((there?.low ?? NONE) + (back?.high ?? NONE), 1, 1e-9), `bounds ${there?.low} + ${back?.high}`);
    check((there?.low ?? NONE) <= (there?.value ?? NONE) && (there?.value ?? NONE) <= (there?.high ?? NONE), 'outside its bounds');
  }),
  state('an overlap does not change with the unit of money', anyPeople, anyPeople, fc.integer({ min: 2, max: 100 }), (a, b, by) => {
    const scaled = (group: typeof a): typeof a => people(Object.fromEntries(POINTS.flatMap((point) => { const value = group[point]; return value === null ? [] : [[point, value * by]]; })));
    check(near(overlapOf(scaled(a), scaled(b))?.probability.value ?? NONE, overlapOf(a, b)?.probability.value ?? NONE, 1e-9), 'changed with the unit');
  }),
];

const flow = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constant(0));

export const RETURN_PROPERTIES: readonly EngineProperty[] = [
  state('a breakdown sums to its total to the cent', anyInput, (input) => {
    for (const scenario of [known(input).low, known(input).middle, known(input).high]) {
      for (const { npvCents, breakdown } of scenario?.horizons ?? []) {
        check(breakdown.reduce((sum, { cents }) => sum + cents, 0) === npvCents, 'the breakdown does not add up');
        check(breakdown.every(({ cents }) => Number.isSafeInteger(cents)), 'a line is not in whole cents');
      }
    }
  }),
  state('at no interest the value is where the curve ends', anyInput, (input) => {
    const found = returnOf(input, { rate: 0, horizons: [3, 10] });
    if (found.outcome === 'known') for (const { npvCents, plainCents } of found.middle.horizons) check(npvCents === plainCents, `${npvCents} and ${plainCents}`);
  }),
  state('scaling all money scales the value', anyInput, fc.integer({ min: 2, max: 9 }), (input, by) => {
    const [once, more] = [known(input), known({ steps: input.steps.map((step) => scaledStep(step, by)), baseline: scaledPay(input.baseline, by) })];
    // Each value is rounded once.
    once.middle.horizons.forEach(({ npvCents }, index) => check(near(npvCents * by, more.middle.horizons[index]?.npvCents ?? NONE, (by + 1) / 2 + 0.01), 'does not scale'));
  }),
  state('a dearer route is never better', anyInput, fc.nat(), fc.integer({ min: 0, max: 5_000_000 }), (input, at, cents) => {
    const dearer = changeStep(input, at, (step) => ({ ...step, costs: [...step.costs, { line: 'other', amount: { lowCents: cents, highCents: cents, incomplete: false, nothingKnown: false }, per: 'once' }] }));
    check(atLeastAsGood(known(input), known(dearer)), 'dearer and better');
  }),
  state('a longer step to the same pay is never better', anyInput, fc.integer({ min: 0, max: 48 }), (input, later) => {
    const short = rising({ ...input, steps: input.steps.slice(0, 1) });
    const long = { ...short, steps: short.steps.map((step) => ({ ...step, months: (step.months ?? 0) + later })) };
    check(atLeastAsGood(known(short), known(long)), 'longer and better');
  }),
  state('a year of waiting never makes a worthwhile route better', anyInput, fc.integer({ min: 1, max: 3 }), (input, years) => {
    const soon = rising({ ...input, steps: input.steps.slice(0, 1) });
    const late = { ...soon, steps: soon.steps.map((step) => ({ ...step, waitMonths: step.waitMonths + 12 * years })) };
    const [now, then] = [known(soon), known(late)];
    // A route that loses money loses less when it is put off: only then is later better.
    now.middle.horizons.forEach(({ npvCents }, index) => check(npvCents < 0 || npvCents + 1 >= (then.middle.horizons[index]?.npvCents ?? NONE), 'later and better'));
  }),
  state('the rate of return zeroes the flows', fc.array(flow, { minLength: 2, maxLength: 30 }), (flows) => {
    const found = irrOf(flows);
    if (found.irr === null) return;
    const size = flows.reduce((sum, each, year) => sum + Math.abs(each) * (1 + found.irr) ** -year, 0);
    check(near(presentValue(found.irr, flows), 0, size * 1e-9), `${presentValue(found.irr, flows)} at ${found.irr}`);
    check(found.irr > -1, 'at or below -1');
  }),
  state('a scan never finds a second rate where the rate is called unique, nor one where there is none', fc.array(flow, { minLength: 2, maxLength: 12 }), (flows) => {
    const found = irrOf(flows);
    let changes = 0;
    let before = 0;
    for (let rate = -0.95; rate < 5; rate += 0.01) {
      const sign = Math.sign(presentValue(rate, flows));
      if (sign !== 0 && before !== 0 && sign !== before) changes += 1;
      if (sign !== 0) before = sign;
    }
    check(found.outcome === 'not unique' || changes <= (found.outcome === 'unique' ? 1 : 0), `${changes} rates, called ${found.outcome}`);
  }),
  state('more knowledge never turns a known value into unknown, nor raises what was "at most"', anyInput, fc.integer({ min: 0, max: 3_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (input, cents, chance) => {
    const exact = { lowCents: cents, highCents: cents, incomplete: false, nothingKnown: false };
    const told: ReturnInput = {
      ...input,
      steps: input.steps.map((step) => ({
        ...step, completion: step.completion ?? chance,
        costs: step.costs.map((cost) => (cost.amount.nothingKnown ? { ...cost, amount: exact } : cost)),
        renewal: step.renewal && (step.renewal.amount.nothingKnown ? { ...step.renewal, amount: exact } : step.renewal),
        earning: step.earning.kind === 'apprentice' && step.earning.periods === null ? { ...step.earning, periods: [{ months: 12, low: 0.5, high: 0.6 }] } : step.earning,
      })),
    };
    const [before, after] = [known(input), known(told)];
    check(!after.atMost && after.weightedNpvCents !== null, 'still unknown');
    const sameWages = input.steps.every(({ earning }) => earning.kind === 'work' || earning.periods !== null);
    if (sameWages) check(atLeastAsGood(before, after), 'a cost made known raised the value');
  }),
  state('the value weighted by the chance to finish lies between finishing and leaving', anyInput, (input) => {
    const found = returnOf({ ...input, steps: input.steps.slice(0, 1).map((step) => ({ ...step, completion: 0.5 })) }, DEFAULT_OPTIONS);
    const sure = returnOf({ ...input, steps: input.steps.slice(0, 1).map((step) => ({ ...step, completion: 1 })) }, DEFAULT_OPTIONS);
    const never = returnOf({ ...input, steps: input.steps.slice(0, 1).map((step) => ({ ...step, completion: 0 })) }, DEFAULT_OPTIONS);
    if (found.outcome !== 'known' || sure.outcome !== 'known' || never.outcome !== 'known') throw new Error('unknown');
    check(sure.weightedNpvCents?.join() === sure.middle.horizons.map(({ npvCents }) => npvCents).join(), 'a sure route is not its own value');
    found.weightedNpvCents?.forEach((value, index) => {
      const ends = [sure.weightedNpvCents?.[index] ?? NONE, never.weightedNpvCents?.[index] ?? NONE].sort((a, b) => a - b);
      check(value >= (ends[0] ?? NONE) - 1 && value <= (ends[1] ?? NONE) + 1, 'outside');
    });
  }),
];

export const ENGINE_PROPERTIES: readonly EngineProperty[] = [...PERCENTILE_PROPERTIES, ...RETURN_PROPERTIES];
