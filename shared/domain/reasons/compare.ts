import type { Shapes } from './slot.ts';

/** What can go wrong on a route, and what a comparison shows. */
export const compareReasons = {
  'risk.questions': { count: 'count' },
  'risk.min-age': { age: 'age' },
  'risk.renewal': { months: 'months' },
  'risk.completion-unknown': {},
  'compare.opens-no-job': {},
  'compare.pay-unknown': {},
  'compare.baseline-unknown': {},
  'compare.time-unknown': {},
  'compare.costs-unknown': {},
  'compare.hours-full-time': {},
  'compare.apprentice-wage': { from: 'percent', to: 'percent' },
  'insight.passes': { later: 'name', earlier: 'name', year: 'year' },
  'insight.ahead-throughout': { first: 'name', second: 'name' },
  'insight.overlap-more-than': { n: 'count', a: 'name', b: 'name' },
  'insight.overlap-about': { n: 'count', a: 'name', b: 'name' },
  'insight.overlap-fewer-than': { n: 'count', a: 'name', b: 'name' },
  'insight.extrapolated': {},
  'insight.costs-unknown': {},
} as const satisfies Shapes;
