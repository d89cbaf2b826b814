/** What becomes of a plan when a person takes the figures of the edition at hand. */
import { getStudent } from '../../db/vault/queries/get-student.ts';
import type { CostRecord, PlanRecord, SnapshotRecord } from '../../db/vault/records.ts';
import type { FrozenCost } from '../../shared/domain/plan/frozen-figures.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { draftCosts } from '../../shared/print/default-plan.ts';
import { takeSnapshot } from './reference-facts.ts';
import type { TouchedContext } from './touched-plans.ts';

export interface AcceptedFigures {
  readonly id: string;
  readonly snapshot: SnapshotRecord;
  /** Cost lines whose price is another now. */
  readonly costs: readonly CostRecord[];
}

/** A line stands as it was drafted when its price is the one that was frozen. */
const isAsFrozen = (cost: CostRecord, { low, high, atLeast, per }: FrozenCost): boolean =>
  cost.lowCents === low && cost.highCents === (low === null ? null : high) && cost.atLeast === (atLeast || (per === 'year' && low !== null));

/**
 * New figures for a plan, and its cost lines that stand as they were drafted with the price of now. A line that a person changed or
 * wrote stays, as do all where the plan froze no prices.
 */
export function acceptedFigures({ db, judge, vault, today }: TouchedContext, plan: PlanRecord): AcceptedFigures {
  const judged = judge(plan.areaId);
  const snapshot = takeSnapshot(db, judged, plan, today());
  const t = createTranslator(plan.lang);
  const isAdult = vault.read((reader) => getStudent(reader, plan.studentId)).student.grade === null;
  const costs = plan.costs.flatMap((cost): CostRecord[] => {
    const step = plan.steps.find(({ id }) => id === cost.stepId);
    const facts = step?.credentialId ? judged.credentials.get(step.credentialId) : undefined;
    const frozen = plan.snapshot.credentials?.find(({ credentialId }) => credentialId === step?.credentialId);
    if (!step || !facts || !frozen) return [];
    const draft = draftCosts([facts], [step], isAdult, t).find(({ label }) => label === cost.label);
    const then = frozen.costs.find((each) => [t.name(each.label), t.t('paper.draft.costYear', { label: each.label })].some((label) => label.slice(0, 200) === cost.label));
    if (!draft || !then || !isAsFrozen(cost, then)) return [];
    const { lowCents, highCents, atLeast, unknown, priceYear, evidence } = draft;
    const next: CostRecord = { ...cost, lowCents, highCents, atLeast, unknown, priceYear, evidence };
    return JSON.stringify(next) === JSON.stringify(cost) ? [] : [next];
  });
  return { id: plan.id, snapshot: snapshot as SnapshotRecord, costs };
}
