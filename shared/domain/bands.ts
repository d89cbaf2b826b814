/** The bands by which a list of credentials can be filtered, and its orders. */
export const TIME_BANDS = ['under-3-months', '3-to-12-months', '1-to-2-years', 'over-2-years', 'unknown'] as const;
export type TimeBand = (typeof TIME_BANDS)[number];
/** By what is known to be paid; a total that misses a line is unknown, never cheap. */
export const COST_BANDS = ['under-1000', '1000-to-10000', 'over-10000', 'unknown'] as const;
export type CostBand = (typeof COST_BANDS)[number];
export const SORTS = ['best', 'verdict', 'pay', 'time', 'cost', 'name'] as const;
export type Sort = (typeof SORTS)[number];
