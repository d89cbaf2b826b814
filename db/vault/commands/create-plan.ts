import { CodedError } from '../../../shared/kernel/errors.ts';
import type { VaultWriter } from '../handles.ts';
import { actionRow, checkRow, costRow, planColumns, snapshotRow, stepRow } from '../plan-rows.ts';
import type { NewPlan } from '../records.ts';

/** Stores a whole plan, parts in the order given. Errors: not-found (student, or a step that a cost names), conflict (the id of a plan there is). */
export function createPlan(writer: VaultWriter, plan: NewPlan): string {
  const { id, studentId } = plan;
  writer.need('student', studentId);
  if (writer.get('plan', id)) throw new CodedError('conflict');
  const own = new Set(plan.steps.map((step) => step.id));
  if (plan.costs.some(({ stepId }) => stepId !== null && !own.has(stepId))) throw new CodedError('not-found', { what: 'plan_step' });
  writer.put('plan', { id, student_id: studentId, ...planColumns(plan), created_at: writer.now, updated_at: writer.now });
  const isNew = (table: 'plan_step' | 'plan_cost' | 'plan_action' | 'plan_check', partId: string): void => {
    if (writer.get(table, partId)) throw new CodedError('conflict');
  };
  plan.steps.forEach((step, position) => { isNew('plan_step', step.id); writer.put('plan_step', stepRow(step, { planId: id, position })); });
  plan.costs.forEach((cost, position) => { isNew('plan_cost', cost.id); writer.put('plan_cost', costRow(cost, { planId: id, position })); });
  plan.actions.forEach((action, position) => { isNew('plan_action', action.id); writer.put('plan_action', actionRow(action, { planId: id, position })); });
  plan.checks.forEach((check, position) => { isNew('plan_check', check.id); writer.put('plan_check', checkRow(check, { planId: id, position })); });
  writer.put('figure_snapshot', snapshotRow(id, plan.snapshot));
  return id;
}
