import type { Shapes } from './slot.ts';

/** How an estimate was made: the codes of `Provenance.method`, here with their prefix. */
export const methodReasons = {
  'method.baseline-without-training': {},
  'method.baseline-bachelor': {},
  'method.floor-in-pay-dollars': {},
  'method.floor-at-area-prices': {},
  'method.pay-at-national-prices': {},
  'method.sum-of-known-costs': {},
  'method.sum-of-good-jobs': {},
  'method.money-ahead': {},
  'method.smallest-change': {},
  'method.present-value': {},
  'method.route-time': {},
  'method.route-cost': {},
} as const satisfies Shapes;
