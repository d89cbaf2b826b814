import type { VaultWriter } from '../handles.ts';
import type { Partially, StudentFields } from '../records.ts';
import { studentRecord, studentRow } from '../student-rows.ts';

/** Changes the given fields. The same values again change nothing, also not the time of the last change. Errors: not-found. */
export function updateStudent(writer: VaultWriter, id: string, fields: Partially<StudentFields>): void {
  const present = studentRecord(writer.need('student', id));
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const before = writer.changed;
  writer.put('student', studentRow({ ...present, ...given }));
  if (writer.changed > before) writer.patch('student', id, { updated_at: writer.now });
}
