import type { CredentialFacts, Figure, PayFacts } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import type { Translator } from '../i18n/translator.ts';
import { defaultPlan, planPays } from './default-plan.ts';
import { planSheet } from './family-plan.ts';
import type { PaperEdition, PaperEvidence, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintDocument } from './model.ts';

export interface WalkInPlanInput {
  readonly credentials: readonly CredentialFacts[];
  /** Every credential of the reference in the same area. */
  readonly all: readonly CredentialFacts[];
  readonly betterId: string | null;
  readonly areaId: string;
  readonly baseline: PayFacts | null;
  readonly floor: Figure | null;
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
  readonly evidence: readonly PaperEvidence[];
  /** What the school knows itself. */
  readonly own?: readonly OverlayEntry[];
}

/** The same paper for somebody whose name is not in the vault: a blank name line, no dates of steps, nothing saved. */
export function buildWalkInPlan(input: WalkInPlanInput, t: Translator, options: PaperOptions): PrintDocument {
  const draft = defaultPlan({ ...input, student: null, earnedIds: [], goal: '', today: options.today }, t);
  const plan = {
    ...draft,
    steps: draft.steps.map((step, index) => ({ ...step, id: String(index) })),
    costs: draft.costs.map((cost) => ({ ...cost, stepId: cost.stepIndex === null ? null : String(cost.stepIndex) })),
  };
  return planSheet(
    {
      plan, figures: { pays: planPays(input.credentials), baseline: input.baseline, floor: input.floor, sources: input.sources },
      settings: input.settings, edition: input.edition, credentials: input.credentials, evidence: input.evidence, breakEven: null,
    },
    { kind: 'walk-in-plan', heading: t.t('paper.title.plan'), blankName: t.t('paper.name'), under: [t.t('paper.talkedOn', { date: t.date(plan.talkedOn) })] },
    'not-known', input.credentials.map(({ code }) => code).join(', '), t, options,
  );
}
