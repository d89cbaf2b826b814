import { presentValue } from './present-value.ts';
import { rootsBetween0And1, signChanges } from './root-count.ts';
import type { Interval } from './root-count.ts';

/** More flows than a working life of months has quarters; counting rates exactly takes time with the square of it. */
export const IRR_FLOWS_MOST = 240;
/** Flows are counted in millionths. */
const PARTS = 1e6;

export type Irr =
  | { readonly outcome: 'unique'; readonly irr: number }
  /** No rate zeroes the flows, or every rate does because all are 0. */
  | { readonly outcome: 'none'; readonly irr: null }
  /** Several rates do, or one does doubly; those that can be told apart, ascending. */
  | { readonly outcome: 'not unique'; readonly irr: null; readonly rates: readonly number[] };

/** The root in an interval whose ends have different signs, to the last digit. */
function refine(f: (x: number) => number, { low, high }: Interval): number {
  let [from, to] = [low, high];
  const rising = f(to) > f(from);
  for (let middle = (from + to) / 2; middle > from && middle < to; middle = (from + to) / 2) {
    const value = f(middle);
    if (value === 0) return middle;
    if (value > 0 === rising) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

const inPositive = (kept: readonly number[]) => (x: number): number => presentValue(1 / x - 1, kept);
const inNegative = (kept: readonly number[]): ((y: number) => number) => {
  const reversed = [...kept].reverse();
  return (y) => presentValue(1 / y - 1, reversed);
};

/** The one rate of flows that change sign once: above 0 when their plain sum has the sign of the last flow. */
function onlyRate(kept: readonly number[]): number {
  const sum = kept.reduce((total, flow) => total + flow, 0);
  if (sum === 0) return 0;
  const all = { low: 0, high: 1 };
  return sum > 0 === (kept.at(-1) ?? 0) > 0 ? 1 / refine(inPositive(kept), all) - 1 : refine(inNegative(kept), all) - 1;
}

/**
 * The internal rate of return of yearly flows, the first of today: the one rate above -1 at
 * which their net present value is 0; null when there is none or more than one. Not rounded.
 *
 * Descartes' rule settles flows that change sign once (one rate) or never (none). Else the rates
 * are counted exactly; a count other than one is no answer. Throws RangeError above
 * {@link IRR_FLOWS_MOST} flows.
 *
 * Source: docs/methods.md, "Internal rate of return".
 *
 * Example: irrOf([-100, 230, -132]) gives { outcome: 'not unique', irr: null, rates: [0.1, 0.2] }.
 */
export function irrOf(flows: readonly number[]): Irr {
  if (flows.length > IRR_FLOWS_MOST) throw new RangeError(`more than ${IRR_FLOWS_MOST} flows`);
  // Zeros at the end change no rate, and the last flow decides the sign far out.
  const kept = flows.slice(0, flows.findLastIndex((flow) => flow !== 0) + 1);
  const changes = signChanges(kept);
  if (changes === 0) return { outcome: 'none', irr: null };
  if (changes === 1) return { outcome: 'unique', irr: onlyRate(kept) };
  const whole = kept.map((flow) => BigInt(Math.round(flow * PARTS)));
  const reversed = [...whole].reverse();
  // x = 1 / (1 + r) holds rates above 0 in (0, 1); y = 1 + r holds those below.
  const positive = rootsBetween0And1(whole);
  const negative = rootsBetween0And1(reversed);
  // Rate 0 is the end of both: it zeroes the flows when they sum to 0, doubly when their slope there is 0 too.
  const atZero = whole.reduce((sum, each) => sum + each, 0n) === 0n;
  const twiceAtZero = whole.reduce((sum, each, year) => sum + each * BigInt(year), 0n) === 0n;
  const rates = [
    ...(negative ?? []).map((each) => refine(inNegative(kept), each) - 1),
    ...(atZero ? [0] : []),
    ...(positive ?? []).map((each) => 1 / refine(inPositive(kept), each) - 1),
  ].sort((a, b) => a - b);
  const [only] = rates;
  const told = positive && negative && !(atZero && twiceAtZero);
  if (told && rates.length === 1 && only !== undefined) return { outcome: 'unique', irr: only };
  if (told && rates.length === 0) return { outcome: 'none', irr: null };
  return { outcome: 'not unique', irr: null, rates };
}
