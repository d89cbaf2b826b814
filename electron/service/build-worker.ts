/** Makes an edition ready in a thread of its own, so that the service goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareEdition } from '../../db/reference/install-pack.ts';
import type { InstalledEdition } from '../../db/reference/installed.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';

export interface BuildOrder {
  readonly pack: string;
  readonly folder: string;
}
export type BuildWord =
  | { readonly type: 'progress'; readonly done: number; readonly all: number }
  | { readonly type: 'ready'; readonly edition: InstalledEdition }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

const say = (word: BuildWord): void => parentPort?.postMessage(word);
const { pack, folder } = workerData as BuildOrder;
try {
  say({ type: 'ready', edition: await prepareEdition({ pack, folder, tell: (done, all) => say({ type: 'progress', done, all }) }) });
} catch (error) {
  // An error that crosses threads loses its code.
  if (!(error instanceof CodedError)) throw error;
  say({ type: 'failed', code: error.code, params: error.params });
}
