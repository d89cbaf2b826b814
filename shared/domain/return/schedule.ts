import type { PayRange, Scenario, WagePeriod } from './input.ts';

/**
 * An apprentice's wage where the program's schedule has not been looked up: it starts at these
 * shares of journeyworker pay and rises evenly to those. An assumption of ours, shown as one; the
 * rule only asks for "a progressively increasing schedule of wages" that starts at least at the
 * minimum wage (29 CFR 29.5(b)(5)).
 */
export const ASSUMED_SCHEDULE: Readonly<Record<Scenario, { readonly from: number; readonly to: number }>> = {
  low: { from: 0.4, to: 0.8 }, middle: { from: 0.5, to: 0.9 }, high: { from: 0.6, to: 0.95 },
};

/** The share of journeyworker pay in a month of a step, counted from 0; past the schedule's end its last period goes on. */
function shareIn(periods: readonly WagePeriod[] | null, month: number, months: number, scenario: Scenario): number {
  if (!periods) {
    const { from, to } = ASSUMED_SCHEDULE[scenario];
    return months === 1 ? from : from + ((to - from) * month) / (months - 1);
  }
  let end = 0;
  let last = 0;
  for (const { months: length, low, high } of periods) {
    last = scenario === 'low' ? low : scenario === 'high' ? high : (low + high) / 2;
    end += length;
    if (month < end) break;
  }
  return last;
}

/**
 * Pay a year, cents, in each month of an apprenticeship of `months` months; null when the
 * journeyworker's pay is not known.
 *
 * Example: of $60,000 with one period at half pay it is $30,000 in every month.
 */
export function apprenticePay(journey: PayRange, periods: readonly WagePeriod[] | null, months: number, scenario: Scenario): number[] | null {
  const full = journey[scenario];
  if (full === null) return null;
  return Array.from({ length: months }, (_, month) => full * shareIn(periods, month, months, scenario));
}
