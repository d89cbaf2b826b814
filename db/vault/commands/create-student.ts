import type { VaultWriter } from '../handles.ts';
import type { StudentFields } from '../records.ts';
import { studentRow } from '../student-rows.ts';

/** Adds a student; returns the id. */
export function createStudent(writer: VaultWriter, fields: StudentFields): string {
  const id = writer.newId();
  writer.put('student', studentRow({ ...fields, id, createdAt: writer.now, updatedAt: writer.now }));
  return id;
}
