/** One thing at a time that takes long with packs, in a worker. */
import { Worker } from 'node:worker_threads';
import { removeTemporaries } from '../../db/files/remove-temporaries.ts';
import { removeUnused } from '../../db/reference/install-pack.ts';
import { readInstalled, type InstalledEdition } from '../../db/reference/installed.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { ChangeWarning } from '../../db/pack/changes/report.ts';
import type { BuildOrder, BuildWord, Done } from './build-worker.ts';

// In a checkout Node reads the source itself; a bundle lies beside the service's.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './build-worker.ts' : './build-worker.js', import.meta.url);

export interface EditionBuilder {
  /** Rows done of all, or null when nothing is being done. */
  working(): { readonly done: number; readonly all: number } | null;
  /** Makes a pack ready. Errors: conflict while another is being made ready, cancelled, and those of packs and writing. */
  prepare(order: { readonly pack: string; readonly folder: string }): Promise<InstalledEdition>;
  /** What a person should be asked about before `to` takes the place of `from`. Errors: conflict, cancelled, patch-other-scope, those of packs. */
  compare(order: { readonly from: string; readonly to: string; readonly folder: string; readonly today: string }): Promise<readonly ChangeWarning[]>;
  /** Stops what is being done, if anything is, and takes its files away. */
  cancel(): Promise<void>;
}

/** `tell` hears of progress, a few times a second. */
export function createEditionBuilder(tell: (done: number, all: number) => void): EditionBuilder {
  let running: { readonly worker: Worker; readonly order: BuildOrder; readonly give: (error: CodedError) => void; progress: { done: number; all: number } } | null = null;
  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    await ended?.worker.terminate();
  };
  const run = <O extends BuildOrder>(order: O): Promise<Done[O['what']]> => {
    if (running) return Promise.reject(new CodedError('conflict'));
    return new Promise((resolve, reject) => {
      const worker = new Worker(WORKER, { name: 'waymark-build', workerData: order });
      const own = { worker, order, give: reject, progress: { done: 0, all: 0 } };
      running = own;
      worker.on('message', (word: BuildWord) => {
        if (word.type === 'progress') {
          own.progress = { done: word.done, all: word.all };
          return tell(word.done, word.all);
        }
        void end().then(() => word.type === 'done' ? resolve(word.value as Done[O['what']]) : reject(new CodedError(word.code, word.params)));
      });
      worker.on('error', (error) => { void end().then(() => reject(error)); });
      worker.on('exit', () => {
        if (running !== own) return;
        running = null;
        reject(new CodedError('service-stopped'));
      });
    });
  };
  return {
    working: () => running?.progress ?? null,
    prepare: (order) => run({ what: 'prepare', ...order }),
    compare: (order) => run({ what: 'compare', ...order }),
    cancel: async () => {
      const stopped = running;
      await end();
      if (!stopped) return;
      stopped.give(new CodedError('cancelled'));
      if (stopped.order.what === 'compare') await removeTemporaries(stopped.order.folder);
      else await removeUnused(stopped.order.folder, await readInstalled(stopped.order.folder)).catch(() => undefined);
    },
  };
}
