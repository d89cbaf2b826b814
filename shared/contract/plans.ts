/** Methods over plans: one plan is a goal with dated steps, costs, payers, actions and frozen figures. */
import { z } from 'zod';
import { COST_LINES, PAYERS } from '../domain/facts.ts';
import { CHANGE_KINDS } from '../domain/plan/credential-changes.ts';
import type { FrozenCredential, FrozenWay } from '../domain/plan/frozen-figures.ts';
import { URGENCIES } from '../domain/plan/plan-changes.ts';
import { VERDICTS } from '../domain/results.ts';
import { command, done, nothing, query } from './method.ts';
import { areaId, figure, id, isoDay, isoMonth, lang, localized, payFacts, reasonSchema, text, timeFact, unknownWord } from './schemas.ts';

export const step = z.strictObject({
  id, kind: z.enum(['high-school', 'credential', 'work', 'other']), credentialId: id.nullable(), title: text(200),
  startsOn: isoMonth.nullable(), endsOn: isoMonth.nullable(), skippable: z.boolean(), done: z.boolean(), note: text(500),
});
export const cost = z.strictObject({
  id, stepId: id.nullable(), label: text(200), lowCents: z.number().int().min(0).nullable(), highCents: z.number().int().min(0).nullable(),
  atLeast: z.boolean(), unknown: unknownWord.nullable(), priceYear: z.number().int().nullable(),
  payers: z.array(z.enum(PAYERS)), askWhom: text(120), phone: text(40), evidence: text(80).nullable(),
});
export const action = z.strictObject({
  id, text: text(200), who: text(120), phone: text(40), dueOn: isoDay.nullable(), done: z.boolean(),
});
export const check = z.strictObject({
  id, label: text(200), answer: z.enum(['yes', 'ask']), done: z.boolean(), evidence: text(80).nullable(),
});
const cents = z.number().int().nullable();
const frozenCredential = z.strictObject({
  credentialId: id, name: localized, status: z.enum(['active', 'retired', 'missing']), successor: z.strictObject({ credentialId: id, name: localized }).nullable(),
  verdict: z.enum(VERDICTS).nullable(), minAge: z.number().int().nullable(), renewMonths: z.number().int().nullable(),
  costs: z.array(z.strictObject({ line: z.enum(COST_LINES), label: localized, low: cents, high: cents, atLeast: z.boolean(), per: z.enum(['once', 'year', 'renewal']) })),
  times: z.array(z.strictObject({ kind: timeFact.shape.kind, low: timeFact.shape.low, high: timeFact.shape.high, unit: timeFact.shape.unit })),
  requirements: z.array(z.strictObject({ kind: text(40), answer: z.enum(['yes', 'ask']), label: localized })),
}) satisfies z.ZodType<FrozenCredential>;
const frozenWay = z.strictObject({ soc: text(7), credentialIds: z.array(id), names: z.strictObject({ en: text(2500), es: text(2500) }), cents: z.number().int() }) satisfies z.ZodType<FrozenWay>;
/** What the plan said when it was made: figures with the edition they came from. They change only when a person accepts new ones. */
export const snapshot = z.strictObject({
  edition: text(40), digest: text(64), dataChecked: text(10), takenOn: isoDay,
  pays: z.array(z.strictObject({ credentialId: id, soc: text(7), title: localized, pay: payFacts })),
  baseline: payFacts.nullable(), floor: figure.nullable(), sources: z.array(z.strictObject({ publisher: text(200), title: text(300), vintage: text(60) })),
  /** Verdict, prices, time and questions; absent in plans of a version that froze pay alone. */
  credentials: z.array(frozenCredential).exactOptional(),
  cheapest: frozenWay.nullable().exactOptional(),
});
export type Snapshot = z.infer<typeof snapshot>;

export const planFields = z.strictObject({
  goal: text(300), planB: text(500), areaId, lang, meetingOn: isoDay.nullable(), talkedOn: isoDay, highSchool: text(500),
});
export const plan = planFields.extend({
  id, studentId: id, createdAt: text(30), updatedAt: text(30), steps: z.array(step), costs: z.array(cost), actions: z.array(action),
  checks: z.array(check), snapshot,
});
export type Plan = z.infer<typeof plan>;
export type PlanStep = z.infer<typeof step>;
export type PlanCost = z.infer<typeof cost>;
export type PlanAction = z.infer<typeof action>;
export type PlanCheck = z.infer<typeof check>;

/** One edit, one undo. Put with id null adds; `position` counts from 0. */
export const planEdit = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fields'), fields: planFields.partial() }),
  z.strictObject({ type: z.literal('put-step'), step: step.extend({ id: id.nullable() }), position: z.number().int().min(0).nullable() }),
  z.strictObject({ type: z.literal('move-step'), id, position: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('remove-step'), id }),
  z.strictObject({ type: z.literal('put-cost'), cost: cost.extend({ id: id.nullable() }) }),
  z.strictObject({ type: z.literal('remove-cost'), id }),
  z.strictObject({ type: z.literal('put-action'), action: action.extend({ id: id.nullable() }) }),
  z.strictObject({ type: z.literal('remove-action'), id }),
  z.strictObject({ type: z.literal('put-check'), check: check.extend({ id: id.nullable() }) }),
  z.strictObject({ type: z.literal('remove-check'), id }),
]);
export type PlanEdit = z.infer<typeof planEdit>;

const datedStep = z.strictObject({
  id, startsOn: isoMonth.nullable(), endsOn: isoMonth.nullable(), /** The start may be later. */ atLeast: z.boolean(),
  /** Why it cannot start this month; empty when it can. */
  blocked: z.array(reasonSchema),
});
const planChange = z.strictObject({
  credentialId: id.nullable(), name: localized.nullable(), kind: z.enum(CHANGE_KINDS), reason: reasonSchema, todo: reasonSchema, urgency: z.enum(URGENCIES),
});
const found = z.strictObject({
  changes: z.array(planChange),
  /** The plan froze pay alone, and the edition it is of is no longer on this machine. */
  notRecorded: z.boolean(),
});
const editionOf = z.strictObject({ edition: text(200), dataChecked: text(20), digest: text(64) });
const touchedPlan = found.extend({ id, goal: text(300), from: editionOf, meetingOn: isoDay.nullable() });

const needs = 'unlocked vault' as const;
const writeErrors = ['not-found', 'vault-read-only', 'vault-disk-full', 'conflict'] as const;
const changes = ['plans', 'students', 'history'] as const;

export const plans = {
  'plans.get': query({ input: z.strictObject({ id }), output: plan, needs, errors: ['not-found'] }),
  'plans.create': command({
    // Steps, costs, checks and figures are filled from the reference data; text is written in the plan's language.
    input: z.strictObject({ studentId: id, areaId, lang, goal: text(300), credentialIds: z.array(id).min(1).max(6) }),
    output: z.strictObject({ id }), needs, changes, errors: [...writeErrors],
  }),
  'plans.edit': command({ input: z.strictObject({ id, edit: planEdit }), output: z.strictObject({ id: id.nullable() }), needs, changes, errors: [...writeErrors] }),
  /** Adds a credential as the last step with its cost lines and dates after the steps there are: one change, one undo. Text is in the plan's language. */
  'plans.addCredential': command({ input: z.strictObject({ id, credentialId: id }), output: z.strictObject({ id }), needs, changes, errors: [...writeErrors] }),
  /** What the rules say of dates: from this month on, or so that all is done by a month. Nothing is changed. */
  'plans.proposeDates': query({
    input: z.strictObject({ id, doneBy: isoMonth.nullable() }), needs, errors: ['not-found'],
    output: z.strictObject({
      /** Steps in the order in which they must come; empty when steps wait for each other. */
      steps: z.array(datedStep), circle: z.boolean(), summary: reasonSchema.nullable(),
      renewals: z.array(z.strictObject({ name: text(400), state: z.enum(['never', 'current', 'soon', 'lapsed', 'unknown']), reason: reasonSchema })),
    }),
  }),
  /** Takes dates for several steps at once: one change, one undo. */
  'plans.setDates': command({ input: z.strictObject({ id, dates: z.array(z.strictObject({ stepId: id, startsOn: isoMonth.nullable(), endsOn: isoMonth.nullable() })).max(60) }), output: done, needs, changes, errors: [...writeErrors] }),
  /** Takes the figures of the edition at hand into plans, and into those of their cost lines that stand as they were drafted: one change, one undo. */
  'plans.refreshFigures': command({ input: z.strictObject({ ids: z.array(id).min(1).max(5000) }), output: done, needs, changes, errors: [...writeErrors] }),
  /** What the edition at hand says differently of a plan. */
  'plans.getChanges': query({
    input: z.strictObject({ id }), needs, errors: ['not-found'],
    output: found.extend({ now: editionOf, /** Credentials of the plan that are no longer given, or no longer there, accepted or not. */ notGiven: z.array(frozenCredential.pick({ credentialId: true, status: true, successor: true })) }),
  }),
  /** Every plan that the edition at hand touches, by student, the most urgent first. */
  'plans.listTouched': query({
    input: nothing, needs,
    output: z.strictObject({
      now: editionOf, plans: z.number().int(),
      students: z.array(z.strictObject({ id, name: text(120), grade: z.number().int().nullable(), urgency: z.enum(URGENCIES), plans: z.array(touchedPlan) })),
      /** Plans of an older edition whose figures are all the same in this one. */
      same: z.array(id),
    }),
  }),
  'plans.remove': command({ input: z.strictObject({ id }), output: done, needs, changes, errors: [...writeErrors] }),
  'history.get': query({
    input: nothing, needs,
    /** Names of the operations (message keys `op.<name>`), or null when there is none. */
    output: z.strictObject({ undo: text(60).nullable(), redo: text(60).nullable() }),
  }),
  'history.undo': command({ input: nothing, output: z.strictObject({ undone: text(60) }), needs, changes: ['plans', 'students', 'history'], errors: ['nothing-to-undo', ...writeErrors] }),
  'history.redo': command({ input: nothing, output: z.strictObject({ redone: text(60) }), needs, changes: ['plans', 'students', 'history'], errors: ['nothing-to-redo', ...writeErrors] }),
};
