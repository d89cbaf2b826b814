/** The method `return`: the engine's own return of a route, dollars in and out. */
import { z } from 'zod';
import { COST_LINES, PAYERS } from '../../shared/domain/facts.ts';
import { UNKNOWN, type Amount } from '../../shared/domain/money/amount.ts';
import { DEFAULT_OPTIONS, type PayRange, type ReturnInput, type RouteStep } from '../../shared/domain/return/input.ts';
import { returnOf, type BreakEven, type ReturnKnown, type ScenarioReturn } from '../../shared/domain/return/return-of.ts';
import { amount, evaluateMethod, rate, RefusedInput, type EvaluateMethod } from './evaluate-method.ts';
import { YEARS_MOST } from './evaluate-money.ts';

const HORIZON_MOST = 60;
const months = z.number().int('must be whole').min(0, 'must not be negative').max(YEARS_MOST * 12, `must be at most ${YEARS_MOST * 12}`);
const share = z.number().min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1');
const inOrder = ({ low, high }: { readonly low: number; readonly high: number }): boolean => low <= high;
const per = z.enum(['once', 'year'], 'must be once or year');

/** Dollars a year of a middle worker, or with lower-paid and better-paid workers; null is not known. */
const pay = z.union([amount, z.null(), z.strictObject({ low: amount.nullable(), middle: amount.nullable(), high: amount.nullable() })])
  .describe('dollars a year: one figure (the median), or {low, middle, high} (p25, median, p75); null where not known');
const cost = z.union([
  amount, z.null(), z.strictObject({ atLeast: amount }), z.strictObject({ low: amount, high: amount }).refine(inOrder, { message: 'must not be below low', path: ['high'] }),
]).describe('dollars: one figure, {low, high}, {atLeast}, or null where not known');

const step = z.strictObject({
  months: months.nullable().describe('from start to end; null where not known'),
  waitMonths: months.default(0).describe('months before it can start, lived as before'),
  costs: z.array(z.strictObject({ line: z.enum(COST_LINES, `must be one of ${COST_LINES.join(', ')}`), amount: cost, per: per.default('once') })).max(50, 'must hold at most 50 costs').default([]),
  grants: z.array(z.strictObject({ payer: z.enum(PAYERS, `must be one of ${PAYERS.join(', ')}`), amount, per: per.default('once') })).max(50, 'must hold at most 50 grants').default([]),
  workShare: share.optional().describe('share of the pay held before that is earned meanwhile; 0 by default'),
  apprenticeship: z.strictObject({
    journeyPay: pay,
    periods: z.array(z.strictObject({ months: months.min(1, 'must be at least 1'), low: share, high: share }).refine(inOrder, { message: 'must not be below low', path: ['high'] })).min(1, 'must hold at least one period').max(50, 'must hold at most 50 periods').nullable().default(null)
      .describe("shares of journeyworker pay; null where the program's schedule is not known: a labelled range is used"),
  }).optional(),
  payAfter: pay.optional().describe('pay after the step; left out where the step opens no job'),
  completion: share.nullable().default(null).describe('chance to finish; null where not known'),
  renewal: z.strictObject({ amount: cost, everyMonths: months.min(1, 'must be at least 1') }).nullable().default(null),
}).refine((each) => each.workShare === undefined || each.apprenticeship === undefined, { message: 'is not given together with apprenticeship', path: ['workShare'] });

const horizons = z.array(z.number().int('must be whole').min(1, 'must be at least 1').max(HORIZON_MOST, `must be at most ${HORIZON_MOST}`)).min(1, 'must hold at least one horizon').max(10, 'must hold at most 10 horizons')
  .refine((years) => years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0)), 'must ascend');

const schema = z.strictObject({
  route: z.strictObject({ steps: z.array(step).max(12, 'must hold at most 12 steps') }),
  baseline: pay.describe('what would be earned without the route'),
  options: z.strictObject({ rate: rate.default(DEFAULT_OPTIONS.rate), horizons: horizons.default([...DEFAULT_OPTIONS.horizons]) }).prefault({}),
});

const cents = (dollars: number): number => Math.round(dollars * 100);
const dollarsOf = (value: number): number => value / 100;
const range = (value: z.output<typeof pay>): PayRange => {
  if (value === null || typeof value === 'number') return { low: null, middle: value === null ? null : cents(value), high: null };
  const of = (each: number | null): number | null => (each === null ? null : cents(each));
  return { low: of(value.low), middle: of(value.middle), high: of(value.high) };
};
function amountOf(value: z.output<typeof cost>): Amount {
  if (value === null) return UNKNOWN;
  if (typeof value === 'number') return { lowCents: cents(value), highCents: cents(value), incomplete: false, nothingKnown: false };
  if ('atLeast' in value) return { lowCents: cents(value.atLeast), highCents: cents(value.atLeast), incomplete: true, nothingKnown: false };
  return { lowCents: cents(value.low), highCents: cents(value.high), incomplete: false, nothingKnown: false };
}

function stepOf(each: z.output<typeof step>): RouteStep {
  return {
    months: each.months, waitMonths: each.waitMonths, completion: each.completion,
    costs: each.costs.map(({ line, amount: value, per: when }) => ({ line, amount: amountOf(value), per: when })),
    grants: each.grants.map(({ payer, amount: value, per: when }) => ({ payer, cents: cents(value), per: when })),
    earning: each.apprenticeship ? { kind: 'apprentice', journey: range(each.apprenticeship.journeyPay), periods: each.apprenticeship.periods } : { kind: 'work', share: each.workShare ?? 0 },
    payAfter: each.payAfter === undefined ? null : range(each.payAfter),
    renewal: each.renewal && { amount: amountOf(each.renewal.amount), everyMonths: each.renewal.everyMonths },
  };
}

const breakEven = (found: BreakEven) => (found.outcome === 'reached'
  ? { breakEvenMonth: found.afterMonths, breakEven: 'reached' }
  : { breakEvenMonth: null, breakEven: `not within ${found.years} years` });
const byHorizon = (value: ScenarioReturn) => Object.fromEntries(value.horizons.map(({ years, npvCents }) => [String(years), dollarsOf(npvCents)]));

function told(found: ReturnKnown, years: readonly number[]) {
  const { middle, low, high, weightedNpvCents: weighted } = found;
  return {
    outcome: 'known', npv: byHorizon(middle), ...breakEven(middle.breakEven), irr: found.irr.irr, irrOutcome: found.irr.outcome,
    range: { low: low && { npv: byHorizon(low), ...breakEven(low.breakEven) }, high: high && { npv: byHorizon(high), ...breakEven(high.breakEven) } },
    completionWeightedNpv: weighted && Object.fromEntries(weighted.map((value, index) => [String(years[index]), dollarsOf(value)])),
    curve: middle.curve.map((value, month) => ({ month, ahead: dollarsOf(value) })),
    breakdown: Object.fromEntries(middle.horizons.map(({ years: at, npvCents, breakdown }) => [String(at), {
      lines: breakdown.map(({ line, cents: value }) => ({ line, amount: dollarsOf(value) })), total: dollarsOf(npvCents),
    }])),
    cost: { low: dollarsOf(found.cost.lowCents), high: dollarsOf(found.cost.highCents), atLeast: found.cost.incomplete },
    atMost: found.atMost, trainingMonths: found.trainingMonths, assumptions: found.assumptions,
  };
}

export const RETURN_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  return: evaluateMethod(
    'return of a route over ordered steps: value, break-even, rate, curve, breakdown',
    schema,
    ({ route, baseline, options }) => {
      const input: ReturnInput = { steps: route.steps.map(stepOf), baseline: range(baseline) };
      const found = returnOf(input, options);
      // Past whole numbers that a double can hold, lines no longer add up.
      if (found.outcome === 'known' && [found.low, found.middle, found.high].some((each) => each?.horizons.some(({ npvCents }) => !Number.isSafeInteger(npvCents)))) throw new RefusedInput('options.rate', 'gives a value too large to tell');
      return found.outcome === 'known' ? told(found, options.horizons) : { outcome: 'unknown', missing: found.missing, npv: null, breakEvenMonth: null, irr: null, curve: null, breakdown: null };
    },
  ),
};
