import type { VaultWriter } from '../handles.ts';
import type { PrintEntry } from '../records.ts';

/** Records that something was printed; never undone. Returns the entry's id. */
export function logPrint(writer: VaultWriter, { what, studentId, way }: Pick<PrintEntry, 'what' | 'studentId' | 'way'>): string {
  const id = writer.newId();
  writer.addPrint({ id, at: writer.now, what, student_id: studentId, way });
  return id;
}
