import type { Provenance } from './facts.ts';

/** Where a figure of ours comes from: no page states it, only how it was made can be told. */
const made = (method: string): Provenance => ({ source: null, evidence: null, vintage: null, area: null, basis: 'estimate', method });

/** The total of a credential's known costs. */
export const SUM_OF_KNOWN_COSTS: Provenance = made('sum-of-known-costs');
/** The people in the good jobs of an area, and the openings in those jobs in the nation. */
export const SUM_OF_GOOD_JOBS: Provenance = made('sum-of-good-jobs');
/** What money ahead over the years is worth today. */
export const PRESENT_VALUE: Provenance = made('present-value');
/** How far one figure would have to move, all else equal, for another verdict. */
export const SMALLEST_CHANGE: Provenance = made('smallest-change');
/** The time of the steps of a route, one after the other. */
export const ROUTE_TIME: Provenance = made('route-time');
/** The known costs of the steps of a route. */
export const ROUTE_COST: Provenance = made('route-cost');
/** Money ahead of a job without training, and the month from which it stays so. */
export const MONEY_AHEAD: Provenance = made('money-ahead');
