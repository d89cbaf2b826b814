import type { Shapes } from './slot.ts';

/** How an estimate was made: the codes of `Provenance.method`, here with their prefix. */
export const methodReasons = {
  'method.baseline-without-training': {},
  'method.baseline-bachelor': {},
  'method.floor-in-pay-dollars': {},
  'method.sum-of-known-costs': {},
  'method.money-ahead': {},
  'method.smallest-change': {},
  'method.present-value': {},
} as const satisfies Shapes;
