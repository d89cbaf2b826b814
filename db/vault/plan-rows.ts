/** Plans and their parts between rows and records. */
import type { Payer, UnknownWord } from '../../shared/domain/facts.ts';
import type { ActionRecord, CheckRecord, CostRecord, Lang, PlanFields, SnapshotRecord, StepRecord } from './records.ts';
import { toFlag } from './student-rows.ts';
import type { ActionRow, CheckRow, CostRow, PlanRow, SnapshotRow, StepRow } from './tables.ts';

/** Where a part belongs and stands. */
interface Place { readonly planId: string; readonly position: number }

export function planColumns(fields: PlanFields): Pick<PlanRow, 'goal' | 'plan_b' | 'area_id' | 'lang' | 'meeting_on' | 'talked_on' | 'high_school'> {
  return {
    goal: fields.goal, plan_b: fields.planB, area_id: fields.areaId, lang: fields.lang, meeting_on: fields.meetingOn,
    talked_on: fields.talkedOn, high_school: fields.highSchool,
  };
}
export function planFields(row: PlanRow): PlanFields {
  return {
    goal: row.goal, planB: row.plan_b, areaId: row.area_id, lang: row.lang as Lang, meetingOn: row.meeting_on, talkedOn: row.talked_on, highSchool: row.high_school,
  };
}

export function stepRow(step: StepRecord, { planId, position }: Place): StepRow {
  return {
    id: step.id, plan_id: planId, position, kind: step.kind, credential_id: step.credentialId, title: step.title, starts_on: step.startsOn,
    ends_on: step.endsOn, skippable: toFlag(step.skippable), done: toFlag(step.done), note: step.note,
  };
}
export function stepRecord(row: StepRow): StepRecord {
  return {
    id: row.id, kind: row.kind as StepRecord['kind'], credentialId: row.credential_id, title: row.title, startsOn: row.starts_on, endsOn: row.ends_on,
    skippable: row.skippable === 1, done: row.done === 1, note: row.note,
  };
}

export function costRow(cost: CostRecord, { planId, position }: Place): CostRow {
  return {
    id: cost.id, plan_id: planId, position, step_id: cost.stepId, label: cost.label, low_cents: cost.lowCents, high_cents: cost.highCents,
    at_least: toFlag(cost.atLeast), unknown: cost.unknown, price_year: cost.priceYear, payers: JSON.stringify(cost.payers), ask_whom: cost.askWhom,
    phone: cost.phone, evidence: cost.evidence,
  };
}
export function costRecord(row: CostRow): CostRecord {
  return {
    id: row.id, stepId: row.step_id, label: row.label, lowCents: row.low_cents, highCents: row.high_cents, atLeast: row.at_least === 1,
    unknown: row.unknown as UnknownWord | null, priceYear: row.price_year, payers: JSON.parse(row.payers) as Payer[], askWhom: row.ask_whom,
    phone: row.phone, evidence: row.evidence,
  };
}

export function actionRow({ id, text, who, phone, dueOn, done }: ActionRecord, { planId, position }: Place): ActionRow {
  return { id, plan_id: planId, position, text, who, phone, due_on: dueOn, done: toFlag(done) };
}
export function actionRecord(row: ActionRow): ActionRecord {
  return { id: row.id, text: row.text, who: row.who, phone: row.phone, dueOn: row.due_on, done: row.done === 1 };
}

export function checkRow({ id, label, answer, done, evidence }: CheckRecord, { planId, position }: Place): CheckRow {
  return { id, plan_id: planId, position, label, answer, done: toFlag(done), evidence };
}
export function checkRecord(row: CheckRow): CheckRecord {
  return { id: row.id, label: row.label, answer: row.answer as CheckRecord['answer'], done: row.done === 1, evidence: row.evidence };
}

export function snapshotRow(planId: string, { edition, digest, dataChecked, takenOn, ...figures }: SnapshotRecord): SnapshotRow {
  return { id: planId, edition, digest, data_checked: dataChecked, taken_on: takenOn, figures: JSON.stringify(figures) };
}
export function snapshotRecord(row: SnapshotRow): SnapshotRecord {
  const figures = JSON.parse(row.figures) as Omit<SnapshotRecord, 'edition' | 'digest' | 'dataChecked' | 'takenOn'>;
  return { edition: row.edition, digest: row.digest, dataChecked: row.data_checked, takenOn: row.taken_on, ...figures };
}
