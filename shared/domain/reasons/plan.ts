import { words } from './slot.ts';
import type { Shapes } from './slot.ts';

const VERDICT = words('high', 'stepping', 'modest', 'limited', 'unknown');

/** Dates of a plan: what blocks a step, when to start, renewals, and figures that have changed since. */
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
  'plan.credential-gone': { name: 'name' },
  'plan.verdict-changed': { name: 'name', from: VERDICT, to: VERDICT },
  'plan.other-job': { name: 'name' },
  'plan.pay-gone': { name: 'name' },
  'plan.pay-new': { name: 'name', to: 'dollars' },
  'plan.pay-rose': { name: 'name', from: 'dollars', to: 'dollars' },
  'plan.pay-fell': { name: 'name', from: 'dollars', to: 'dollars' },
  'plan.floor-changed': { from: 'dollars', to: 'dollars' },
  'plan.figures-old': { month: 'month' },
  'plan.price-old': { year: 'year' },
} as const satisfies Shapes;
