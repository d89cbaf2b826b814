import { words } from './slot.ts';
import type { Shapes } from './slot.ts';

const VERDICT = words('high', 'stepping', 'modest', 'limited', 'unknown');
const SPAN = words('range', 'least', 'one');
const UNIT = words('hours', 'weeks', 'months', 'years');
const TIME = words('training', 'experience', 'paid-training');

/** What another edition says of a credential, and what to do about it. The credential stands beside the sentence. */
export const changeReasons = {
  'change.gone': {},
  'change.retired': {},
  'change.retired-next': { next: 'name' },
  'change.new': {},
  'change.again': {},
  'change.verdict': { from: VERDICT, to: VERDICT },
  'change.job': { from: 'name', to: 'name' },
  'change.pay-gone': {},
  'change.pay-new': { to: 'dollars' },
  'change.pay-rose': { from: 'dollars', to: 'dollars' },
  'change.pay-fell': { from: 'dollars', to: 'dollars' },
  'change.pay-hour': { from: 'dollars', to: 'dollars' },
  'change.pay-hour-new': { to: 'dollars' },
  'change.pay-real': { move: words('rose', 'fell'), percent: 'percent', from: 'dollars', to: 'dollars', month: 'month' },
  'change.floor': { from: 'dollars', to: 'dollars' },
  'change.price': { what: 'name', move: words('rose', 'fell', 'other'), fromSpan: SPAN, fromLow: 'dollars', fromHigh: 'dollars', toSpan: SPAN, toLow: 'dollars', toHigh: 'dollars' },
  'change.price-known': { what: 'name', span: SPAN, low: 'dollars', high: 'dollars' },
  'change.price-unknown': { what: 'name' },
  'change.price-gone': { what: 'name' },
  'change.time': { kind: TIME, move: words('longer', 'shorter', 'other'), fromSpan: SPAN, fromLow: 'count', fromHigh: 'count', fromUnit: UNIT, toSpan: SPAN, toLow: 'count', toHigh: 'count', toUnit: UNIT },
  'change.time-known': { kind: TIME, toSpan: SPAN, toLow: 'count', toHigh: 'count', toUnit: UNIT },
  'change.time-unknown': { kind: TIME },
  'change.age': { age: 'age' },
  'change.age-gone': {},
  'change.requirement-new': { what: 'name' },
  'change.requirement-gone': { what: 'name' },
  'change.requirement': { what: 'name' },
  'change.renewal': { months: 'months' },
  'change.renewal-gone': {},
  'change.listed': { list: 'name' },
  'change.unlisted': { list: 'name' },
  'change.listing': { list: 'name' },
  'change.cheapest': { way: 'name', cost: 'dollars', before: 'name', was: 'dollars' },
  'change.cheapest-none': {},
  'do.other-way': {},
  'do.successor': { next: 'name' },
  'do.talk': {},
  'do.call': {},
  'do.check': {},
  'do.accept': {},
} as const satisfies Shapes;
