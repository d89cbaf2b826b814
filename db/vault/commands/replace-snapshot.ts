import type { VaultWriter } from '../handles.ts';
import { snapshotRow } from '../plan-rows.ts';
import type { SnapshotRecord } from '../records.ts';

/** Freezes new figures into a plan; the old ones come back by undo. Errors: not-found. */
export function replaceSnapshot(writer: VaultWriter, planId: string, snapshot: SnapshotRecord): void {
  writer.need('plan', planId);
  const before = writer.changed;
  writer.put('figure_snapshot', snapshotRow(planId, snapshot));
  if (writer.changed > before) writer.patch('plan', planId, { updated_at: writer.now });
}
