/** The bands by which a list of credentials can be filtered, and its orders. */
export const TIME_BANDS = ['under-3-months', '3-to-12-months', '1-to-2-years', 'over-2-years', 'unknown'] as const;
export type TimeBand = (typeof TIME_BANDS)[number];
/** By what is known to be paid; a total that misses a line is unknown, never cheap. */
export const COST_BANDS = ['under-1000', '1000-to-10000', 'over-10000', 'unknown'] as const;
export type CostBand = (typeof COST_BANDS)[number];
/** By the middle pay here against the good-job line; what opens no certain job, or has no published pay, is unknown. */
export const PAY_BANDS = ['good-job', 'under-line', 'unknown'] as const;
export type PayBand = (typeof PAY_BANDS)[number];
/** By the age one must have, as far as it is on record. */
export const AGE_BANDS = ['up-to-16', '17', '18', 'over-18', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
/** What a credential may ask of a person, by which one leaves out; kinds of requirements. */
export const ASKS = ['diploma', 'background-check', 'drug-test', 'driver-license', 'work-authorization', 'physical'] as const;
export type Ask = (typeof ASKS)[number];
export const SORTS = ['best', 'verdict', 'pay', 'time', 'cost', 'distance', 'name'] as const;
export type Sort = (typeof SORTS)[number];
/** Whether it counts at school in the state, or public training money may pay for it: by the newest lists of the state. One credential may be on both. */
export const RECOGNITIONS = ['yes', 'training', 'perhaps', 'no', 'unknown'] as const;
export type Recognition = (typeof RECOGNITIONS)[number];
/** Where programs in its field are: the nearer bands are also in the wider ones. `unreported`: schools report no such courses. */
export const NEAR_BANDS = ['within-25', 'within-50', 'in-state', 'none', 'unreported'] as const;
export type NearBand = (typeof NEAR_BANDS)[number];
/** Whether one can be sure to find it at a distance. There is no "only in a room": nobody publishes that. */
export const DELIVERIES = ['distance', 'unknown'] as const;
export type Delivery = (typeof DELIVERIES)[number];
/** By which a list of schools is narrowed. `near`: within 50 miles of the middle of a small area. */
export const SCHOOL_CONTROLS = ['public', 'nonprofit', 'for-profit'] as const;
export const SCHOOL_LEVELS = ['four-year', 'two-year', 'under-two-year'] as const;
export const SCHOOL_PLACES = ['near', 'state', 'elsewhere'] as const;
export type SchoolPlaceBand = (typeof SCHOOL_PLACES)[number];
