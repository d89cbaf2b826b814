/** Edits by a seed, over everything a counselor can do; for the kill harness and for property tests. */
import { createPlan } from '../../db/vault/commands/create-plan.ts';
import { createStudent } from '../../db/vault/commands/create-student.ts';
import { editPlan } from '../../db/vault/commands/edit-plan.ts';
import { putEarned } from '../../db/vault/commands/put-earned.ts';
import { removeEarned } from '../../db/vault/commands/remove-earned.ts';
import { removePlan } from '../../db/vault/commands/remove-plan.ts';
import { removeStudent } from '../../db/vault/commands/remove-student.ts';
import { replaceSnapshot } from '../../db/vault/commands/replace-snapshot.ts';
import { updateStudent } from '../../db/vault/commands/update-student.ts';
import type { VaultWriter } from '../../db/vault/handles.ts';
import type { Written } from '../../db/vault/open-vault.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import type { PlanEdit } from '../../db/vault/records.ts';
import { planFor, SNAPSHOT, STUDENT } from '../../db/vault/testing.ts';
import type { Vault } from '../../db/vault/vault.ts';

export const editActions = [
  'create-student', 'update-student', 'put-earned', 'create-plan', 'fields', 'put-step', 'move-step', 'remove-step', 'put-cost', 'remove-cost',
  'put-action', 'remove-action', 'put-check', 'remove-check', 'snapshot', 'remove-earned', 'remove-plan', 'remove-student',
] as const;
export type EditAction = (typeof editActions)[number];

const idsOf = ({ all, from }: VaultWriter, table: 'student' | 'plan' | 'earned_credential'): string[] =>
  all(from(table).select('id').orderBy('id')).map(({ id }) => id);
const pick = <T>(list: readonly T[], seed: number): T | undefined => list[seed % Math.max(1, list.length)];

function planEdit(writer: VaultWriter, planId: string, action: EditAction, seed: number): PlanEdit | null {
  const plan = getPlan(writer, planId);
  const step = pick(plan.steps, seed);
  const cost = pick(plan.costs, seed);
  const part = pick(plan.actions, seed);
  const check = pick(plan.checks, seed);
  const add = seed % 2 === 0;
  const word = `word ${seed}`;
  const [first] = planFor('', 'x').steps;
  const [firstCost] = planFor('', 'x').costs;
  if (!first || !firstCost) return null;
  switch (action) {
    case 'fields': return { type: 'fields', fields: { goal: word, planB: add ? word : undefined } };
    case 'put-step': return { type: 'put-step', step: { ...(step ?? first), id: add || !step ? null : step.id, title: word }, position: seed % 3 === 0 ? null : seed % 5 };
    case 'move-step': return step ? { type: 'move-step', id: step.id, position: seed % 7 } : null;
    case 'remove-step': return step ? { type: 'remove-step', id: step.id } : null;
    case 'put-cost': return { type: 'put-cost', cost: { ...(cost ?? firstCost), id: add || !cost ? null : cost.id, stepId: step?.id ?? null, label: word, lowCents: seed % 10_000 } };
    case 'remove-cost': return cost ? { type: 'remove-cost', id: cost.id } : null;
    case 'put-action': return { type: 'put-action', action: { id: add || !part ? null : part.id, text: word, who: '', phone: '', dueOn: '2026-12-01', done: seed % 3 === 0 } };
    case 'remove-action': return part ? { type: 'remove-action', id: part.id } : null;
    case 'put-check': return { type: 'put-check', check: { id: add || !check ? null : check.id, label: word, answer: 'ask', done: add, evidence: null } };
    case 'remove-check': return check ? { type: 'remove-check', id: check.id } : null;
    default: return null;
  }
}

function perform(writer: VaultWriter, action: EditAction, seed: number): void {
  const student = pick(idsOf(writer, 'student'), seed);
  const plan = pick(idsOf(writer, 'plan'), seed);
  const earned = pick(idsOf(writer, 'earned_credential'), seed);
  switch (action) {
    case 'create-student': createStudent(writer, { ...STUDENT, name: `Student ${seed}` }); return;
    case 'update-student': if (student) updateStudent(writer, student, { name: `Renamed ${seed}`, grade: 6 + (seed % 7) }); return;
    case 'remove-student': if (student) removeStudent(writer, student); return;
    case 'put-earned': if (student) putEarned(writer, student, { id: null, credentialId: null, name: `Card ${seed}`, earnedOn: '2026-01', expiresOn: null }); return;
    case 'remove-earned': if (earned) removeEarned(writer, earned); return;
    case 'create-plan': if (student) createPlan(writer, planFor(student, `plan-${writer.newId()}`)); return;
    case 'remove-plan': if (plan) removePlan(writer, plan); return;
    case 'snapshot': if (plan) replaceSnapshot(writer, plan, { ...SNAPSHOT, edition: `e-${seed}` }); return;
    default: {
      const edit = plan ? planEdit(writer, plan, action, seed) : null;
      if (plan && edit) editPlan(writer, plan, edit);
    }
  }
}

/** One edit in one transaction; where there is nothing to edit, nothing happens. */
export function performEdit(vault: Vault, action: EditAction, seed: number): Written<undefined> {
  return vault.write(`test.${action}`, (writer) => { perform(writer, action, seed); return undefined; });
}
