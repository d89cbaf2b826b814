/** Which routes of a front are shown, and in which order. */
import { compareNodes } from './front.ts';
import type { FrontRoute, Measures } from './front.ts';

/** More than a table that is read in a minute holds. */
export const MOST_SHOWN = 12;

/** Total order of routes: value first, then the whole before the "at least", then time, cost, hurdles, and the steps themselves. */
export function compareRoutes(a: FrontRoute, b: FrontRoute): number {
  return (
    // Two values of minus infinity are alike: their difference is no number, which counts as none.
    b.value - a.value || Number(a.monthsOpen) - Number(b.monthsOpen) || Number(a.centsOpen) - Number(b.centsOpen) ||
    a.months - b.months || a.cents - b.cents || a.risk - b.risk || compareNodes(a.nodes, b.nodes)
  );
}

/** True when nothing of a route is "at least": only such a one may be called the best in something. */
export const isWhole = (route: Measures): boolean => !route.monthsOpen && !route.centsOpen;

interface Best {
  readonly months: number;
  readonly cents: number;
  readonly value: number;
  readonly risk: number;
}

/** The best of each criterion over the routes that are whole; null when none is. */
export function bestOf(routes: readonly Measures[]): Best | null {
  const whole = routes.filter(isWhole);
  if (whole.length === 0) return null;
  const least = (pick: (route: Measures) => number): number => whole.reduce((best, each) => Math.min(best, pick(each)), Number.POSITIVE_INFINITY);
  return { months: least((each) => each.months), cents: least((each) => each.cents), value: -least((each) => -each.value), risk: least((each) => each.risk) };
}

const scaleOf = (routes: readonly FrontRoute[], pick: (route: FrontRoute) => number): ((route: FrontRoute) => number) => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const route of routes) {
    const value = pick(route);
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return (route) => (high > low && Number.isFinite(pick(route)) ? (pick(route) - low) / (high - low) : 0);
};

/**
 * At most `most` routes, spread over the front: the best of each criterion first, then always
 * the one farthest from those chosen (each criterion on a scale of 0 to 1). Whole routes come
 * before those with an unknown part. The result is in total order.
 */
export function spread(front: readonly FrontRoute[], most: number = MOST_SHOWN): FrontRoute[] {
  const routes = [...front].sort(compareRoutes);
  if (routes.length <= most) return routes;
  const scales = [scaleOf(routes, (each) => each.months), scaleOf(routes, (each) => each.cents), scaleOf(routes, (each) => each.value), scaleOf(routes, (each) => each.risk)];
  const distance = (a: FrontRoute, b: FrontRoute): number => scales.reduce((sum, scale) => sum + (scale(a) - scale(b)) ** 2, 0);
  const chosen = new Set<FrontRoute>();
  const best = bestOf(routes);
  if (best) {
    for (const is of [(each: Measures) => each.value === best.value, (each: Measures) => each.months === best.months, (each: Measures) => each.cents === best.cents, (each: Measures) => each.risk === best.risk]) {
      const found = routes.find((each) => isWhole(each) && is(each));
      if (found && chosen.size < most) chosen.add(found);
    }
  }
  for (const pool of [routes.filter(isWhole), routes]) {
    const nearest = new Map(pool.map((each) => [each, Math.min(...[...chosen].map((other) => distance(each, other)))]));
    while (chosen.size < most) {
      let farthest: FrontRoute | null = null;
      for (const each of pool) if (!chosen.has(each) && (farthest === null || (nearest.get(each) ?? 0) > (nearest.get(farthest) ?? 0))) farthest = each;
      if (farthest === null) break;
      const added = farthest;
      chosen.add(added);
      for (const each of pool) nearest.set(each, Math.min(nearest.get(each) ?? 0, distance(each, added)));
    }
  }
  return [...chosen].sort(compareRoutes);
}
