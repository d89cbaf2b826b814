import type { CostFact } from '../facts.ts';
import type { CostTotal } from '../results.ts';

/**
 * Sum of what a person pays once to get a credential, cents. Renewals are not part of it. An
 * unknown line never becomes 0: it makes the total `incomplete`, which prints "at least".
 */
export function totalCost(costs: readonly CostFact[]): CostTotal {
  let lowCents = 0;
  let highCents = 0;
  let known = 0;
  let incomplete = false;
  const counted = costs.filter((cost) => cost.per !== 'renewal' && cost.line !== 'renewal');
  for (const { amount, per } of counted) {
    if (amount.value === null) {
      incomplete = true;
      continue;
    }
    known += 1;
    lowCents += amount.value;
    highCents += amount.high ?? amount.value;
    // A yearly price is known for one year only; how many years it takes may differ.
    if (amount.atLeast || per === 'year') incomplete = true;
  }
  return { lowCents, highCents, incomplete: incomplete || counted.length === 0, nothingKnown: known === 0 };
}
