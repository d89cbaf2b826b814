/** What of a plan follows when its language is switched: the texts that stand as they were drafted. */
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../db/vault/queries/get-student.ts';
import type { PlanEdit } from '../../db/vault/records.ts';
import type { Vault } from '../../db/vault/vault.ts';
import type { OverlayEntry } from '../../shared/domain/overlay/entry.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Lang } from '../../shared/i18n/translator.ts';
import { redraftTexts, withTexts } from '../../shared/print/redraft.ts';
import type { AreaJudgement } from './judge.ts';
import { draftGround } from './neighbors.ts';

/** The edits that bring drafted texts into another language; none when the plan has it already. Errors: not-found (plan). */
export function languageEdits(db: ReferenceDb, vault: Vault, judge: (areaId: string) => AreaJudgement, today: string, id: string, lang: Lang, own: readonly OverlayEntry[]): PlanEdit[] {
  const plan = vault.read((reader) => getPlan(reader, id));
  if (plan.lang === lang) return [];
  const { student, earned } = vault.read((reader) => getStudent(reader, plan.studentId));
  const judged = judge(plan.areaId);
  const { credentials, verdicts } = judged;
  const ids = new Set(plan.steps.flatMap(({ credentialId, kind }) => (credentialId === null || kind !== 'credential' ? [] : [credentialId])));
  const texts = redraftTexts(
    {
      credentials: [...ids].flatMap((each) => { const facts = credentials.get(each); return facts ? [{ facts, betterId: verdicts.get(each)?.better?.credentialId ?? null }] : []; }),
      all: draftGround(db, judged, [...ids]), student: { grade: student.grade, graduates: student.graduates },
      earnedIds: earned.flatMap(({ credentialId }) => (credentialId === null ? [] : [credentialId])), areaId: plan.areaId, today, own,
    },
    createTranslator(plan.lang), createTranslator(lang),
  );
  const after = withTexts(plan, texts);
  const { goal, planB, highSchool } = after;
  return [
    { type: 'fields', fields: { goal, planB, highSchool } },
    ...after.steps.filter((step, index) => step !== plan.steps[index]).map((step): PlanEdit => ({ type: 'put-step', step, position: null })),
    ...after.costs.filter((cost, index) => cost !== plan.costs[index]).map((cost): PlanEdit => ({ type: 'put-cost', cost })),
    ...after.actions.filter((action, index) => action !== plan.actions[index]).map((action): PlanEdit => ({ type: 'put-action', action })),
    ...after.checks.filter((check, index) => check !== plan.checks[index]).map((check): PlanEdit => ({ type: 'put-check', check })),
  ];
}
