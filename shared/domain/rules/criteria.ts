import type { Reason } from '../reason.ts';
import { allOf } from '../value/ladder.ts';
import type { Truth } from '../value/ladder.ts';

/** One test of a rule: its figure against its line, and the sentence. Dollars, shares, hours or weeks by test. */
export interface RuleCriterion<Id extends string = string> {
  readonly id: Id;
  readonly state: 'met' | 'not-met' | 'unknown';
  readonly figure: number | null;
  readonly threshold: number | null;
  readonly reason: Reason;
}

export const stateOf = (truth: Truth): RuleCriterion['state'] => (truth === 'unknown' ? 'unknown' : truth ? 'met' : 'not-met');

/** A criterion that fails decides, whatever else is unknown; if none fails and one is unknown, the answer is unknown. */
export function decide(criteria: readonly RuleCriterion[]): Truth {
  return allOf(criteria.map(({ state }) => (state === 'unknown' ? 'unknown' : state === 'met')));
}
