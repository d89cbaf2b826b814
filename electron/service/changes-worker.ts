/** Compares two editions in a thread of its own, so that the service goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EditionFile } from '../../db/reference/edition-before.ts';
import { openReference } from '../../db/reference/reference-db.ts';
import type { EditionChanges } from '../../shared/contract/changes.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import { compareEditions } from './compare-editions.ts';

export interface CompareOrder {
  readonly before: EditionFile;
  readonly now: EditionFile;
  readonly areaId: string;
  readonly today: string;
}
export type CompareWord =
  | { readonly type: 'compared'; readonly changes: EditionChanges }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

const say = (word: CompareWord): void => parentPort?.postMessage(word);
const { before, now, areaId, today } = workerData as CompareOrder;
try {
  const older = openReference(before.path, { digest: before.digest });
  const newer = openReference(now.path, { digest: now.digest });
  say({ type: 'compared', changes: await compareEditions({ before: older, now: newer, areaId, today: () => today }) });
  older.close();
  newer.close();
} catch (error) {
  // An error that crosses threads loses its code.
  if (!(error instanceof CodedError)) throw error;
  say({ type: 'failed', code: error.code, params: error.params });
}
