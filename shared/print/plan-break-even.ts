import { addMonths, monthsBetween } from '../kernel/plain-date.ts';
import type { BreakEven, PaperCost, PaperFigures, PaperPlan, PaperStep } from './inputs.ts';

/** Beyond this a family is told nothing: so far ahead a year would be a guess. */
const MOST_MONTHS = 20 * 12;

interface Told {
  readonly plan: Pick<PaperPlan, 'steps' | 'costs'>;
  /** As frozen into the plan. */
  readonly figures: Pick<PaperFigures, 'pays' | 'baseline'>;
  /** Credentials that are learned at work: their pay meanwhile is not known. */
  readonly paidWhileLearning: ReadonlySet<string>;
}

/** A price that leaves nothing open. */
const known = (cost: PaperCost): boolean => cost.lowCents !== null && !cost.atLeast && cost.unknown === null;

/**
 * The year by which somebody who finishes and gets the middle pay has earned more in total than in a job open without
 * training. Counted on no work while learning, on the plan's own dates and costs (the higher end), without grants. Null when
 * any of it is not known, or when that year does not come within twenty years: then nothing is said.
 *
 * Example: 12 months of school for $6,000, then $48,000 instead of $36,000 a year: $42,000 behind, caught up after 42 months.
 */
export function planBreakEven({ plan, figures, paidWhileLearning }: Told): BreakEven | null {
  const training = plan.steps.filter((step) => step.kind === 'credential' && !step.skippable && !step.done);
  const goal = training.findLast((step) => figures.pays.some((each) => each.credentialId === step.credentialId));
  const pay = figures.pays.find((each) => each.credentialId === goal?.credentialId)?.pay.p50 ?? null;
  const base = figures.baseline?.p50 ?? null;
  if (pay === null || base === null || pay <= base || plan.costs.length === 0 || !plan.costs.every(known)) return null;
  if (training.some((step) => step.credentialId !== null && paidWhileLearning.has(step.credentialId))) return null;
  const span = spanOf(training);
  if (!span) return null;
  const months = monthsBetween(span.from, span.to) + 1;
  const costs = plan.costs.reduce((sum, cost) => sum + (cost.highCents ?? cost.lowCents ?? 0) / 100, 0);
  const after = Math.ceil((costs * 12 + base * months) / (pay - base));
  if (months + after > MOST_MONTHS) return null;
  return { year: Number(addMonths(span.to, after).slice(0, 4)), finishInTen: null };
}

/** First and last month of the steps; null when one has no dates. */
function spanOf(steps: readonly PaperStep[]): { readonly from: string; readonly to: string } | null {
  const [starts, ends] = [steps.map((step) => step.startsOn), steps.map((step) => step.endsOn)];
  if (starts.includes(null) || ends.includes(null)) return null;
  const [from] = starts.filter((month) => month !== null).sort();
  const to = ends.filter((month) => month !== null).sort().at(-1);
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}
