/** One build of an edition at a time, in a worker. */
import { Worker } from 'node:worker_threads';
import { removeUnused } from '../../db/reference/install-pack.ts';
import { readInstalled, type InstalledEdition } from '../../db/reference/installed.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { BuildOrder, BuildWord } from './build-worker.ts';

// In a checkout Node reads the source itself; a bundle lies beside the service's.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './build-worker.ts' : './build-worker.js', import.meta.url);

export interface EditionBuilder {
  /** Rows done of all, or null when nothing is being built. */
  working(): { readonly done: number; readonly all: number } | null;
  /** Makes a pack ready. Errors: conflict while another is being made ready, cancelled, and those of packs and writing. */
  prepare(order: BuildOrder): Promise<InstalledEdition>;
  /** Stops what is being built, if anything is, and takes its files away. */
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
  return {
    working: () => running?.progress ?? null,
    prepare: (order) => {
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
          void end().then(() => word.type === 'ready' ? resolve(word.edition) : reject(new CodedError(word.code, word.params)));
        });
        worker.on('error', (error) => { void end().then(() => reject(error)); });
        worker.on('exit', () => {
          if (running !== own) return;
          running = null;
          reject(new CodedError('service-stopped'));
        });
      });
    },
    cancel: async () => {
      const stopped = running;
      await end();
      if (!stopped) return;
      stopped.give(new CodedError('cancelled'));
      await removeUnused(stopped.order.folder, await readInstalled(stopped.order.folder)).catch(() => undefined);
    },
  };
}
