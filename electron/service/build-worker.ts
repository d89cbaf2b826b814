/** What takes long with packs, in a thread of its own, so that the service goes on answering: making one ready, comparing two. */
import { parentPort, workerData } from 'node:worker_threads';
import { changesOf } from '../../db/pack/changes/changes-of.ts';
import type { ChangeWarning } from '../../db/pack/changes/report.ts';
import { prepareEdition } from '../../db/reference/install-pack.ts';
import type { InstalledEdition } from '../../db/reference/installed.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';

/** Items that a question names of each kind: more is not read before a choice. */
const NAMED = 5;

export type BuildOrder =
  | { readonly what: 'prepare'; readonly pack: string; readonly folder: string }
  /** Of two packs; `folder` is written to meanwhile. */
  | { readonly what: 'compare'; readonly from: string; readonly to: string; readonly folder: string; readonly today: string };
/** What an order gives. */
export interface Done {
  readonly prepare: InstalledEdition;
  readonly compare: readonly ChangeWarning[];
}
export type BuildWord =
  | { readonly type: 'progress'; readonly done: number; readonly all: number }
  | { readonly type: 'done'; readonly value: Done[keyof Done] }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

const say = (word: BuildWord): void => parentPort?.postMessage(word);
const tell = (done: number, all: number): void => say({ type: 'progress', done, all });
const order = workerData as BuildOrder;
try {
  if (order.what === 'prepare') say({ type: 'done', value: await prepareEdition({ pack: order.pack, folder: order.folder, tell }) });
  else say({ type: 'done', value: (await changesOf({ ...order, most: NAMED, tell })).warnings });
} catch (error) {
  // An error that crosses threads loses its code.
  if (!(error instanceof CodedError)) throw error;
  say({ type: 'failed', code: error.code, params: error.params });
}
