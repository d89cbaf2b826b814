import type { CostFact } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import type { Translator } from '../i18n/translator.ts';
import type { DraftCost } from './default-plan.ts';

/**
 * Cost lines of a credential as the school's own program has them: its price stands for the tuition, or in a line of its
 * own where the data has none; what is not known is asked of it, by its phone. `lines` names the lines in their order.
 */
export function withOwnCosts(costs: readonly DraftCost[], lines: readonly CostFact['line'][], own: OverlayEntry | null, stepIndex: number | null, t: Translator): DraftCost[] {
  if (own === null) return [...costs];
  const ask = { askWhom: own.kind === 'contact' ? own.name : own.provider, phone: own.phone };
  const asked = costs.map((cost) => (cost.unknown === null ? cost : { ...cost, ...ask }));
  if (own.kind === 'contact' || own.priceCents === null) return asked;
  const price = {
    lowCents: own.priceCents, highCents: null, atLeast: false, unknown: null, priceYear: Number(own.checkedOn.slice(0, 4)), evidence: null, ...ask,
  };
  const at = lines.indexOf('tuition');
  if (at >= 0) return asked.map((cost, index) => (index === at ? { ...cost, ...price, payers: own.payers.length > 0 ? own.payers : cost.payers } : cost));
  return [{ ...price, stepIndex, label: t.t('paper.own.charges', { provider: own.provider }).slice(0, 200), payers: own.payers }, ...asked];
}
