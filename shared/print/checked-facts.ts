import type { CredentialFacts } from '../domain/facts.ts';
import { uncheckedIds } from './cost-block.ts';
import type { PaperEvidence } from './inputs.ts';

/**
 * The facts that may be stated on family paper: what rests on a ledger row nobody has checked is
 * made unknown or left out. A requirement stays, since it is printed as a question.
 */
export function checkedFacts(facts: CredentialFacts, evidence: readonly PaperEvidence[]): CredentialFacts {
  const unchecked = uncheckedIds(evidence);
  if (unchecked.size === 0) return facts;
  const isChecked = (id: string | null): boolean => id === null || !unchecked.has(id);
  // Facts of the credential's own row are found by their name: they name no ledger row.
  const isOpen = (fact: string): boolean => evidence.some((row) => row.fact === fact && row.type === 'not-checked');
  return {
    ...facts,
    minAge: isOpen('min_age') ? null : facts.minAge,
    renewMonths: isOpen('renew_months') ? null : facts.renewMonths,
    authority: facts.authority && isChecked(facts.authority.evidence) ? facts.authority : undefined,
    links: facts.links.filter((link) => isChecked(link.evidence)),
    leadsTo: facts.leadsTo.filter((edge) => isChecked(edge.evidence)),
    times: facts.times.map((time) => (isChecked(time.from.evidence) ? time : { ...time, low: null, high: null, unknown: 'not-checked' })),
    costs: facts.costs.map((cost) => (isChecked(cost.amount.from.evidence) ? cost : { ...cost, priceYear: null, amount: { ...cost.amount, value: null, high: null, atLeast: false, unknown: 'not-checked' } })),
  };
}
