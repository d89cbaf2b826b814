import type { VaultWriter } from '../handles.ts';
import { removePlan } from './remove-plan.ts';

/** Removes a student with plans, earned credentials and disclosures; the print log stays. Errors: not-found. */
export function removeStudent(writer: VaultWriter, id: string): void {
  const { all, from } = writer;
  for (const plan of all(from('plan').select('id').where('student_id', '=', id))) removePlan(writer, plan.id);
  for (const each of all(from('earned_credential').select('id').where('student_id', '=', id))) writer.remove('earned_credential', each.id);
  for (const each of all(from('disclosure').select('id').where('student_id', '=', id))) writer.remove('disclosure', each.id);
  writer.remove('student', id);
}
