import { CodedError } from '../../../shared/kernel/errors.ts';
import type { VaultReader } from '../handles.ts';
import type { StudentFile } from '../records.ts';
import { earnedRecord, studentRecord } from '../student-rows.ts';

/** A student with what is earned (by month, undated last) and a line for each plan, the last changed first. Errors: not-found. */
export function getStudent({ all, first, from }: VaultReader, id: string): StudentFile {
  const row = first(from('student').selectAll().where('id', '=', id));
  if (!row) throw new CodedError('not-found', { what: 'student' });
  const earned = all(
    from('earned_credential').selectAll().where('student_id', '=', id).orderBy('earned_on', (o) => o.asc().nullsLast()).orderBy('name').orderBy('id'),
  );
  const plans = all(
    from('plan').where('student_id', '=', id).orderBy('updated_at', 'desc').orderBy('id').select((q) => [
      'id', 'goal', 'updated_at',
      q.selectFrom('plan_step').whereRef('plan_id', '=', 'plan.id').select((s) => s.fn.countAll<number>().as('n')).as('steps'),
      q.selectFrom('plan_action').whereRef('plan_id', '=', 'plan.id').where('done', '=', 0).select((s) => s.fn.min('due_on').as('due')).as('next_due'),
    ]),
  );
  return {
    student: studentRecord(row),
    earned: earned.map(earnedRecord),
    plans: plans.map(({ id: planId, goal, steps, updated_at, next_due }) => ({ id: planId, goal, steps: steps ?? 0, updatedAt: updated_at, nextDue: next_due })),
  };
}
