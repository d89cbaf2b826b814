import type { VaultWriter } from '../handles.ts';

/** Errors: not-found. */
export function removeEarned(writer: VaultWriter, id: string): void {
  const { student_id: studentId } = writer.need('earned_credential', id);
  writer.remove('earned_credential', id);
  writer.patch('student', studentId, { updated_at: writer.now });
}
