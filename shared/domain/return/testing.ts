/** Routes for tests of the return engine. */
import type { PayRange, RouteStep } from './input.ts';

/** Dollars a year as a range in cents. */
export const range = (low: number | null, middle: number | null, high: number | null): PayRange => {
  const cents = (dollars: number | null): number | null => (dollars === null ? null : dollars * 100);
  return { low: cents(low), middle: cents(middle), high: cents(high) };
};

/** OEWS May 2025, Southern Ohio nonmetropolitan area: practical nurses, registered nurses, jobs open without training. */
export const LPN = range(50790, 60330, 63310);
export const RN = range(76050, 78610, 95020);
export const WITHOUT = range(29936, 34850, 41194);

export function step(extra: Partial<RouteStep> = {}): RouteStep {
  return { months: 12, waitMonths: 0, costs: [], grants: [], earning: { kind: 'work', share: 0 }, payAfter: null, completion: null, renewal: null, ...extra };
}
