import type { CostFact, Figure } from '../facts.ts';
import type { CostTotal } from '../results.ts';
import { amountOf, sumOf } from './amount.ts';

/** What the sum needs of a line; amounts are in cents. */
export interface CostLine extends Pick<CostFact, 'line' | 'per'> {
  readonly amount: Pick<Figure, 'value' | 'high' | 'atLeast'>;
}

/**
 * Sum of what a person pays once to get a credential, cents. Renewals are not part of it. An
 * unknown line never becomes 0: it makes the total `incomplete`, which prints "at least".
 *
 * Example: an exam of $200 and tuition that is not known are "at least $200".
 */
export function totalCost(costs: readonly CostLine[]): CostTotal {
  const counted = costs.filter((cost) => cost.per !== 'renewal' && cost.line !== 'renewal');
  return sumOf(counted.map(({ amount, per }) => {
    const known = amountOf(amount);
    // A yearly price is known for one year only; how many years it takes may differ.
    return per === 'year' ? { ...known, incomplete: true } : known;
  }));
}
