/** Words of a plan on screen: when, how much, what is next. */
import type { Plan, PlanAction, PlanCost, PlanStep } from '../../../shared/contract/plans.ts';
import type { MessageKey } from '../../../shared/i18n/messages/en.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import type { IsoDay } from '../../../shared/kernel/plain-date.ts';
import { inDueOrder } from '../../../shared/print/due-order.ts';
import type { StepNote } from './plan-notes.ts';

/** When a step is; empty when nothing is set. */
export function stepTime({ startsOn, endsOn }: Pick<PlanStep, 'startsOn' | 'endsOn'>, t: Translator): string {
  if (startsOn !== null && endsOn !== null) return startsOn === endsOn ? t.date(startsOn) : t.t('plan.step.between', { from: t.date(startsOn), to: t.date(endsOn) });
  if (startsOn !== null) return t.t('plan.step.from', { month: t.date(startsOn) });
  return endsOn === null ? '' : t.t('plan.step.until', { month: t.date(endsOn) });
}

/** What a cost is known to be; a word of unknown, never a blank or a zero. */
export function costWords({ lowCents, highCents, atLeast, unknown }: Pick<PlanCost, 'lowCents' | 'highCents' | 'atLeast' | 'unknown'>, t: Translator): string {
  if (lowCents === null) return t.t(`unknown.${unknown ?? 'not-collected'}` satisfies MessageKey);
  if (lowCents === 0 && (highCents ?? 0) === 0 && !atLeast) return t.t('plan.costs.free');
  const amount = highCents !== null && highCents !== lowCents ? t.t('money.range', { low: t.cents(lowCents), high: t.cents(highCents) }) : t.cents(lowCents);
  return atLeast ? t.t('money.atLeast', { amount }) : amount;
}

/** All costs together: "at least $275, plus costs we don't know" as soon as one is not known. */
export function totalWords(costs: readonly PlanCost[], t: Translator): string {
  const known = costs.filter((cost) => cost.lowCents !== null);
  if (known.length === 0) return t.t('unknown.not-collected');
  const low = known.reduce((sum, cost) => sum + (cost.lowCents ?? 0), 0);
  const high = known.reduce((sum, cost) => sum + (cost.highCents ?? cost.lowCents ?? 0), 0);
  if (known.length < costs.length) return `${t.t('money.atLeast', { amount: t.cents(low) })} ${t.t('money.plusUnknown')}`;
  return costWords({ lowCents: low, highCents: high, atLeast: known.some((cost) => cost.atLeast), unknown: null }, t);
}

export const isOverdue = ({ done, dueOn }: Pick<PlanAction, 'done' | 'dueOn'>, today: IsoDay): boolean => !done && dueOn !== null && dueOn < today;

/** The answer to "what is next, and by when?", in the first line of the page. */
export function planAnswer({ actions }: Pick<Plan, 'actions'>, today: IsoDay, t: Translator): { readonly text: string; readonly overdue: number } {
  const open = actions.filter((action) => !action.done);
  const overdue = open.filter((action) => isOverdue(action, today)).length;
  const [next] = inDueOrder(open);
  if (!next) return { text: t.t('plan.answer.none'), overdue };
  const text = next.dueOn === null ? t.t('plan.answer.nextNoDate', { action: next.text }) : t.t('plan.answer.next', { action: next.text, date: t.date(next.dueOn) });
  return { text, overdue };
}

export function noteWords(note: StepNote, name: string, t: Translator): string {
  switch (note.kind) {
    case 'before-graduation': return t.t('plan.note.before-graduation', { month: t.date(note.month) });
    case 'under-age': return t.t('plan.note.under-age', { name, age: note.age, minimum: note.minimum });
    default: return t.t(`plan.note.${note.kind}`);
  }
}
