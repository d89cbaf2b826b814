import { CodedError } from '../../../shared/kernel/errors.ts';
import type { VaultWriter } from '../handles.ts';
import type { EarnedRecord } from '../records.ts';
import { earnedRow } from '../student-rows.ts';

/** Adds (id null) or replaces an earned credential of a student; returns its id. Errors: not-found. */
export function putEarned(writer: VaultWriter, studentId: string, earned: Omit<EarnedRecord, 'id'> & { readonly id: string | null }): string {
  writer.need('student', studentId);
  if (earned.id !== null && writer.need('earned_credential', earned.id).student_id !== studentId) throw new CodedError('not-found', { what: 'earned_credential' });
  const id = earned.id ?? writer.newId();
  const before = writer.changed;
  writer.put('earned_credential', earnedRow({ ...earned, id }, studentId));
  if (writer.changed > before) writer.patch('student', studentId, { updated_at: writer.now });
  return id;
}
