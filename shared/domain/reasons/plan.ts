import type { Shapes } from './slot.ts';

/** Dates of a plan: what blocks a step, when to start, and renewals. */
export const planReasons = {
  'plan.too-young': { age: 'age', month: 'month' },
  'plan.age-ask': { age: 'age' },
  'plan.after-diploma': { month: 'month' },
  'plan.diploma-ask': {},
  'plan.needs-first': { name: 'name' },
  'plan.needs-more': {},
  'plan.waiting-list': {},
  'plan.waiting-list-ask': {},
  'plan.time-unknown': {},
  'plan.nothing-to-do': {},
  'plan.too-late': { months: 'months' },
  'plan.start-by': { month: 'month' },
  'plan.never-renewed': {},
  'plan.renewal-ask': {},
  'plan.lapsed': { month: 'month' },
  'plan.renew-soon': { month: 'month' },
  'plan.renew-by': { month: 'month' },
} as const satisfies Shapes;
