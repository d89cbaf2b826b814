import { CodedError } from '../../../shared/kernel/errors.ts';
import type { VaultReader } from '../handles.ts';
import { actionRecord, checkRecord, costRecord, planFields, snapshotRecord, stepRecord } from '../plan-rows.ts';
import type { PlanRecord } from '../records.ts';

/** A whole plan, every part in its order. Errors: not-found. */
export function getPlan({ all, first, from }: VaultReader, id: string): PlanRecord {
  const row = first(from('plan').selectAll().where('id', '=', id));
  const snapshot = first(from('figure_snapshot').selectAll().where('id', '=', id));
  if (!row || !snapshot) throw new CodedError('not-found', { what: 'plan' });
  return {
    id, studentId: row.student_id, ...planFields(row), createdAt: row.created_at, updatedAt: row.updated_at,
    steps: all(from('plan_step').selectAll().where('plan_id', '=', id).orderBy('position').orderBy('id')).map(stepRecord),
    costs: all(from('plan_cost').selectAll().where('plan_id', '=', id).orderBy('position').orderBy('id')).map(costRecord),
    actions: all(from('plan_action').selectAll().where('plan_id', '=', id).orderBy('position').orderBy('id')).map(actionRecord),
    checks: all(from('plan_check').selectAll().where('plan_id', '=', id).orderBy('position').orderBy('id')).map(checkRecord),
    snapshot: snapshotRecord(snapshot),
  };
}
