import type { VaultReader } from '../handles.ts';
import type { PrintEntry } from '../records.ts';

/** What was printed, newest first. */
export function listPrintLog({ all, from }: VaultReader): PrintEntry[] {
  return all(from('print_log').selectAll().orderBy('at', 'desc').orderBy('id'))
    .map(({ id, at, what, student_id, way }) => ({ id, at, what, studentId: student_id, way: way as PrintEntry['way'] }));
}
