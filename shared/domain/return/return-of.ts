import { NOTHING, scale, sumOf } from '../money/amount.ts';
import type { Amount } from '../money/amount.ts';
import { wholeCents, wholeParts } from './breakdown.ts';
import { DEFAULT_OPTIONS } from './input.ts';
import type { ReturnInput, ReturnOptions } from './input.ts';
import { irrOf } from './irr.ts';
import type { Irr } from './irr.ts';
import { ledgerOf } from './ledger.ts';
import type { Ledger, LedgerLine, Missing } from './ledger.ts';
import { presentValue } from './present-value.ts';
import { ASSUMED_SCHEDULE } from './schedule.ts';

export interface BreakdownLine {
  readonly line: LedgerLine;
  readonly cents: number;
}

export interface HorizonValue {
  readonly years: number;
  /** Net present value at the end of the horizon, whole cents. */
  readonly npvCents: number;
  /** Its lines; they sum to `npvCents` to the cent. */
  readonly breakdown: readonly BreakdownLine[];
  /** The same money without discounting: where the curve ends. */
  readonly plainCents: number;
}

export type BreakEven =
  | { readonly outcome: 'reached'; readonly afterMonths: number }
  | { readonly outcome: 'not-within'; readonly years: number };

export interface ScenarioReturn {
  /** Cumulative cents ahead of the baseline after each month, from 0 (the start) on. */
  readonly curve: readonly number[];
  readonly horizons: readonly HorizonValue[];
  readonly breakEven: BreakEven;
}

/** What was assumed, in words a program can switch on; shown beside every result. */
export type Assumption =
  | { readonly assumes: 'real-rate'; readonly rate: number }
  | { readonly assumes: 'first-year-undiscounted' }
  | { readonly assumes: 'level-real-pay' }
  | { readonly assumes: 'once-costs-at-start' }
  | { readonly assumes: 'work-while-training'; readonly share: number }
  | { readonly assumes: 'apprentice-schedule'; readonly from: number; readonly to: number }
  | { readonly assumes: 'everybody-finishes' }
  | { readonly assumes: 'leavers-spend-the-step' };

export interface ReturnKnown {
  readonly outcome: 'known';
  readonly middle: ScenarioReturn;
  /** Null when the pay of lower-paid (better-paid) workers or their baseline is not published. */
  readonly low: ScenarioReturn | null;
  readonly high: ScenarioReturn | null;
  /** Of yearly flows to the last horizon. */
  readonly irr: Irr;
  /** Mean over finishing and leaving at each step, whole cents by horizon; null while a step's chance to finish is not known. */
  readonly weightedNpvCents: readonly number[] | null;
  /** What the route costs, without grants: at least so much where a part is unknown. */
  readonly cost: Amount;
  /** True when a cost is unknown: every value is then "at most", and never the best. */
  readonly atMost: boolean;
  readonly trainingMonths: number;
  readonly assumptions: readonly Assumption[];
}
export interface ReturnUnknown {
  readonly outcome: 'unknown';
  readonly missing: Missing;
}

/** Sums of twelve months. */
function yearly(months: readonly number[]): number[] {
  const years: number[] = [];
  months.forEach((cents, month) => { years[Math.floor(month / 12)] = (years[Math.floor(month / 12)] ?? 0) + cents; });
  return years;
}

/**
 * The first month from which a cumulative curve stays at or above 0 to its end, or null. The
 * start itself does not count: everybody is even there.
 *
 * Example: staysAheadFrom([0, 5, -1, 0, 2]) gives 3.
 */
export function staysAheadFrom(curve: readonly number[]): number | null {
  const behind = curve.findLastIndex((cents) => cents < 0);
  const from = Math.max(1, behind + 1);
  return from < curve.length ? from : null;
}

function valueOf(ledger: Ledger, { rate, horizons }: ReturnOptions): ScenarioReturn {
  const last = (horizons.at(-1) ?? 0) * 12;
  const byYear = [...ledger].map(([line, months]) => ({ line, years: yearly(months) }));
  const months = [...ledger.values()];
  const curve = [0];
  let sum = 0;
  for (let month = 0; month < last; month += 1) {
    for (const line of months) sum += line[month] ?? 0;
    curve.push(wholeCents(sum));
  }
  const from = staysAheadFrom(curve);
  return {
    curve,
    breakEven: from === null ? { outcome: 'not-within', years: horizons.at(-1) ?? 0 } : { outcome: 'reached', afterMonths: from },
    horizons: horizons.map((years) => {
      const whole = wholeParts(byYear.map((each) => presentValue(rate, each.years.slice(0, years))));
      return {
        years, npvCents: whole.reduce((total, cents) => total + cents, 0), plainCents: curve[years * 12] ?? 0,
        breakdown: byYear.map(({ line }, index) => ({ line, cents: whole[index] ?? 0 })),
      };
    }),
  };
}

/** Mean of finishing everything and of leaving at each step, weighted by their chances. */
function weighted(input: ReturnInput, options: ReturnOptions, months: number, finished: ScenarioReturn): number[] | null {
  const sums = options.horizons.map(() => 0);
  let reach = 1;
  const add = (value: ScenarioReturn, chance: number): void => value.horizons.forEach(({ npvCents }, index) => { sums[index] = (sums[index] ?? 0) + npvCents * chance; });
  for (const [index, { completion }] of input.steps.entries()) {
    if (completion === null) return null;
    const left = ledgerOf(input, 'middle', months, index);
    if ('missing' in left) return null;
    add(valueOf(left.ledger, options), reach * (1 - completion));
    reach *= completion;
  }
  add(finished, reach);
  return sums.map(Math.round);
}

function assumptionsOf({ steps }: ReturnInput, { rate }: ReturnOptions): Assumption[] {
  const found: Assumption[] = [{ assumes: 'real-rate', rate }, { assumes: 'first-year-undiscounted' }, { assumes: 'level-real-pay' }];
  if (steps.some((step) => step.costs.some((cost) => cost.per === 'once'))) found.push({ assumes: 'once-costs-at-start' });
  const shares = new Set(steps.flatMap(({ months, earning }) => (months !== 0 && earning.kind === 'work' ? [earning.share] : [])));
  for (const share of shares) found.push({ assumes: 'work-while-training', share });
  if (steps.some(({ earning }) => earning.kind === 'apprentice' && earning.periods === null)) found.push({ assumes: 'apprentice-schedule', ...ASSUMED_SCHEDULE.middle });
  found.push(steps.every(({ completion }) => completion !== null) ? { assumes: 'leavers-spend-the-step' } : { assumes: 'everybody-finishes' });
  return found;
}

/** Everything a route costs a person, grants left out; a yearly price counts for the months of its step. */
function costOf({ steps }: ReturnInput): Amount {
  const parts = steps.flatMap(({ costs, months }) => costs.map(({ amount, per }) => (per === 'once' ? amount : scale(amount, (months ?? 0) / 12))));
  return parts.length === 0 ? NOTHING : sumOf(parts);
}

/**
 * What a route returns over doing without it: net present value and its breakdown at each
 * horizon, the month from which one stays ahead, the internal rate of return, a low-middle-high
 * range and the value weighted by the chance to finish. Unknown pay, baseline or time of the
 * middle worker gives `unknown`; an unknown cost gives `atMost`.
 *
 * Low sets pay at p25 beside the baseline's p25 with costs at their high end; high sets p75
 * beside p75 with costs at their low end. They are scenarios, not bounds.
 *
 * Source: docs/methods.md, "Return of a route".
 *
 * Example: one step of 12 months without work that costs $275, then $60,330 a year beside
 * $34,850, breaks even after 29 months.
 */
export function returnOf(input: ReturnInput, options: ReturnOptions = DEFAULT_OPTIONS): ReturnKnown | ReturnUnknown {
  const months = (options.horizons.at(-1) ?? 0) * 12;
  const ledgers = { low: ledgerOf(input, 'low', months), middle: ledgerOf(input, 'middle', months), high: ledgerOf(input, 'high', months) };
  if ('missing' in ledgers.middle) return { outcome: 'unknown', missing: ledgers.middle.missing };
  const middle = valueOf(ledgers.middle.ledger, options);
  const cost = costOf(input);
  const flows = yearly(middle.curve.slice(1).map((cents, index) => cents - (middle.curve[index] ?? 0)));
  return {
    outcome: 'known', middle,
    low: 'missing' in ledgers.low ? null : valueOf(ledgers.low.ledger, options),
    high: 'missing' in ledgers.high ? null : valueOf(ledgers.high.ledger, options),
    irr: irrOf(flows),
    weightedNpvCents: weighted(input, options, months, middle),
    cost, atMost: cost.incomplete || input.steps.some(({ renewal }) => renewal?.amount.incomplete === true),
    trainingMonths: ledgers.middle.trainingMonths,
    assumptions: assumptionsOf(input, options),
  };
}

/**
 * Which of several values is certainly the best: null when a value is unknown, two are equal, or
 * the best is only "at most". What is "at most" can lose to a known value, never win.
 */
function certainlyBest(returns: readonly Returned[], worth: (known: ReturnKnown) => number | undefined): number | null {
  const values = returns.map((each) => (each?.outcome === 'known' ? (worth(each) ?? null) : null));
  const found = values.findIndex((value, index) => value !== null && values.every((other, at) => at === index || (other !== null && other < value)));
  const best = returns[found];
  return best?.outcome === 'known' && !best.atMost ? found : null;
}

type Returned = ReturnKnown | ReturnUnknown | null;

/**
 * The index of the return with certainly the highest net present value at a horizon (its index
 * in the options), or null.
 *
 * Example: a route with an unknown cost is never the best, however high its value "at most" is.
 */
export function bestOf(returns: readonly Returned[], horizon: number): number | null {
  return certainlyBest(returns, ({ middle }) => middle.horizons[horizon]?.npvCents);
}

/**
 * The index of the return that is certainly furthest ahead after so many months, undiscounted, or null.
 *
 * Example: of two routes that end alike it is null.
 */
export function bestAhead(returns: readonly Returned[], months: number): number | null {
  return certainlyBest(returns, ({ middle }) => middle.curve[months]);
}
