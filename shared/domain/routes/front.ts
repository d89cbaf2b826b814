/** The Pareto front: routes of which none is at least as good in everything as another. */

/** What a route is measured by. Less is better, but of `value` more is. */
export interface Measures {
  readonly months: number;
  readonly cents: number;
  readonly value: number;
  readonly risk: number;
  /** A part of the time, or of the cost, is not known: the number is "at least". */
  readonly monthsOpen: boolean;
  readonly centsOpen: boolean;
}

export interface FrontRoute extends Measures {
  /** Positions of the credentials, first step first; the last one reaches the goal. */
  readonly nodes: readonly number[];
  /** The occupation reached, a position in the occupation table. */
  readonly occupation: number;
}

/**
 * True when `a` is at least as good as `b` in everything. An "at least" is never as good as a
 * whole number; two of them are compared by what is known. This order is transitive.
 */
export function covers(a: Measures, b: Measures): boolean {
  return (
    a.months <= b.months && a.cents <= b.cents && a.value >= b.value && a.risk <= b.risk &&
    (!a.monthsOpen || b.monthsOpen) && (!a.centsOpen || b.centsOpen)
  );
}

const isEqual = (a: Measures, b: Measures): boolean => covers(a, b) && covers(b, a);

/** Fewer steps first, then the lower positions: which of two equal routes is kept. */
export function compareNodes(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A front that takes routes one by one. Of routes that are equal in everything one is kept: the first by `compareNodes`. */
export class Front {
  readonly #routes: FrontRoute[] = [];

  get routes(): readonly FrontRoute[] {
    return this.#routes;
  }

  /** True when a route with these measures, or any worse, cannot change the front's measures. */
  covers({ months, cents, value, risk, monthsOpen, centsOpen }: Measures): boolean {
    return this.coversAt(months, cents, value, risk, monthsOpen, centsOpen);
  }

  /** The same without an object: this is asked for every credential of a nation. */
  coversAt(months: number, cents: number, value: number, risk: number, monthsOpen: boolean, centsOpen: boolean): boolean {
    for (let at = 0; at < this.#routes.length; at += 1) {
      const route = this.#routes[at];
      if (!route || route.months > months || route.cents > cents || route.value < value || route.risk > risk) continue;
      if ((route.monthsOpen && !monthsOpen) || (route.centsOpen && !centsOpen)) continue;
      // What refuses one is likely to refuse the next: it moves toward the head.
      const before = this.#routes[at >> 1];
      if (before) [this.#routes[at >> 1], this.#routes[at]] = [route, before];
      return true;
    }
    return false;
  }

  add(route: FrontRoute): void {
    const equal = this.#routes.findIndex((each) => isEqual(each, route));
    if (equal >= 0) {
      const kept = this.#routes[equal];
      if (kept && compareNodes(route.nodes, kept.nodes) < 0) this.#routes[equal] = route;
      return;
    }
    if (this.covers(route)) return;
    let kept = 0;
    for (const each of this.#routes) {
      if (covers(route, each)) continue;
      this.#routes[kept] = each;
      kept += 1;
    }
    this.#routes.length = kept;
    this.#routes.push(route);
  }
}
