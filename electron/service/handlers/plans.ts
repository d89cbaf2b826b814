/** Handlers over plans and over undo. A new plan is filled from the open edition; its figures are frozen into it. */
import { createPlan } from '../../../db/vault/commands/create-plan.ts';
import { editPlan } from '../../../db/vault/commands/edit-plan.ts';
import { removePlan } from '../../../db/vault/commands/remove-plan.ts';
import { replaceSnapshot } from '../../../db/vault/commands/replace-snapshot.ts';
import { getPlan } from '../../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../../db/vault/queries/get-student.ts';
import type { NewPlan, PlanEdit } from '../../../db/vault/records.ts';
import type { Vault } from '../../../db/vault/vault.ts';
import type { OverlayEntry } from '../../../shared/domain/overlay/entry.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { defaultPlan, draftCosts } from '../../../shared/print/default-plan.ts';
import type { DraftCost } from '../../../shared/print/default-plan.ts';
import { credentialStep } from '../../../shared/print/added-step.ts';
import { inOrder } from '../../../shared/print/draft-steps.ts';
import type { Handlers } from '../dispatcher.ts';
import { languageEdits } from '../plan-language.ts';
import { proposeDates } from '../plan-dates.ts';
import { draftGround } from '../neighbors.ts';
import { writeInto } from '../operation.ts';
import type { World } from '../ports.ts';
import { acceptedFigures } from '../accepted-figures.ts';
import { factsOf, takeSnapshot } from '../reference-facts.ts';
import { changesOfPlan, listTouched, type TouchedContext } from '../touched-plans.ts';

type PlanHandlers = Pick<Handlers, Extract<keyof Handlers, `plans.${string}` | `history.${string}`>>;

type PlanEditOf<T extends PlanEdit['type']> = Extract<PlanEdit, { type: T }>;

export interface PlanContext extends TouchedContext {
  readonly vault: Vault;
  readonly world: World;
  /** What the school knows itself. */
  readonly own: () => readonly OverlayEntry[];
}

/** A whole plan from the facts of today, with ids for all its parts. Errors: not-found (student, area, credential). */
function newPlan({ db, vault, judge, world, own }: PlanContext, { studentId, areaId, lang, goal, credentialIds }: ParsedInputOf<'plans.create'>): NewPlan {
  const { student, earned } = vault.read((reader) => getStudent(reader, studentId));
  const judged = judge(areaId);
  const credentials = factsOf(judged, [...new Set(credentialIds)]);
  const last = inOrder(credentials).at(-1);
  const today = world.today();
  const draft = defaultPlan(
    {
      credentials, all: draftGround(db, judged, credentials.map(({ id }) => id)), student: { grade: student.grade, graduates: student.graduates },
      earnedIds: earned.flatMap(({ credentialId }) => (credentialId === null ? [] : [credentialId])),
      betterId: last ? (judged.verdicts.get(last.id)?.better?.credentialId ?? null) : null, goal, areaId, today, own: own(),
    },
    createTranslator(lang),
  );
  const steps = draft.steps.map((step) => ({ ...step, id: world.newId() }));
  return {
    id: world.newId(), studentId, goal: draft.goal, planB: draft.planB, areaId, lang, meetingOn: draft.meetingOn, talkedOn: draft.talkedOn, highSchool: draft.highSchool,
    steps,
    costs: draft.costs.map(({ stepIndex, payers, ...cost }) => ({ ...cost, id: world.newId(), stepId: stepIndex === null ? null : (steps[stepIndex]?.id ?? null), payers: [...payers] })),
    actions: draft.actions.map((action) => ({ ...action, id: world.newId() })),
    checks: draft.checks.map((check) => ({ ...check, id: world.newId() })),
    snapshot: takeSnapshot(db, judged, { steps }, today),
  };
}

/** A step and its cost lines as the first draft of a plan has them; it starts when the dated steps before it are over. Errors: not-found (plan, credential). */
function addedStep({ vault, judge, world, own }: PlanContext, id: string, credentialId: string): { readonly step: PlanEditOf<'put-step'>['step']; readonly costs: readonly DraftCost[] } {
  const plan = vault.read((reader) => getPlan(reader, id));
  const { student } = vault.read((reader) => getStudent(reader, plan.studentId));
  const [facts] = factsOf(judge(plan.areaId), [credentialId]);
  if (!facts) throw new CodedError('not-found', { what: 'credential' });
  const t = createTranslator(plan.lang);
  const step = credentialStep(facts, plan.steps, world.today(), t, own());
  return { step: { ...step, id: null }, costs: draftCosts([facts], [step], student.grade === null, t, own()) };
}

const costOf = ({ label, lowCents, highCents, atLeast, unknown, priceYear, payers, askWhom, phone, evidence }: DraftCost, stepId: string | null): PlanEditOf<'put-cost'>['cost'] =>
  ({ id: null, stepId, label, lowCents, highCents, atLeast, unknown, priceYear, payers: [...payers], askWhom, phone, evidence });

export function planHandlers(context: PlanContext): PlanHandlers {
  const { db, vault, judge, world, own } = context;
  const write = writeInto(vault);
  return {
    'plans.get': ({ id }) => vault.read((reader) => getPlan(reader, id)),
    'plans.create': (input) => {
      const plan = newPlan(context, input);
      return { id: write('plan-create', (writer) => createPlan(writer, plan)).value };
    },
    'plans.edit': ({ id, edit }) => {
      // What was drafted and stands unchanged follows the language of the plan: one change, one undo.
      const lang = edit.type === 'fields' ? edit.fields.lang : undefined;
      const follow = lang === undefined ? [] : languageEdits(db, vault, judge, world.today(), id, lang, own());
      const { value } = write(`plan-${edit.type}`, (writer) => {
        for (const each of follow) editPlan(writer, id, each);
        return editPlan(writer, id, edit);
      });
      return { id: value };
    },
    'plans.addCredential': ({ id, credentialId }) => {
      const { step, costs } = addedStep(context, id, credentialId);
      const { value } = write('plan-add-credential', (writer) => {
        const stepId = editPlan(writer, id, { type: 'put-step', step, position: null });
        for (const cost of costs) editPlan(writer, id, { type: 'put-cost', cost: costOf(cost, stepId) });
        return stepId;
      });
      return { id: value ?? '' };
    },
    'plans.proposeDates': ({ id, doneBy }) => proposeDates(db, vault, judge, world.today(), id, doneBy),
    'plans.setDates': ({ id, dates }) => {
      const { steps } = vault.read((reader) => getPlan(reader, id));
      write('plan-set-dates', (writer) => {
        for (const { stepId, startsOn, endsOn } of dates) {
          const step = steps.find((each) => each.id === stepId);
          if (!step) throw new CodedError('not-found', { what: 'plan_step' });
          editPlan(writer, id, { type: 'put-step', step: { ...step, startsOn, endsOn }, position: null });
        }
      });
      return {};
    },
    'plans.refreshFigures': ({ ids }) => {
      const accepted = [...new Set(ids)].map((id) => acceptedFigures(context, vault.read((reader) => getPlan(reader, id))));
      write('plan-refresh', (writer) => {
        for (const { id, snapshot, costs } of accepted) {
          replaceSnapshot(writer, id, snapshot);
          for (const cost of costs) editPlan(writer, id, { type: 'put-cost', cost });
        }
      });
      return {};
    },
    'plans.getChanges': ({ id }) => changesOfPlan(context, id),
    'plans.listTouched': () => listTouched(context),
    'plans.remove': ({ id }) => {
      write('plan-remove', (writer) => { removePlan(writer, id); });
      return {};
    },
    'history.get': () => ({ ...vault.history() }),
    'history.undo': () => ({ undone: vault.undo().value }),
    'history.redo': () => ({ redone: vault.redo().value }),
  };
}
