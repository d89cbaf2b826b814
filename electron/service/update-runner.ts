/** One look or fetch at a time, in a worker. */
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { UpdateOrder, UpdateWord } from './update-worker.ts';

// In a checkout Node reads the source itself; a bundle lies beside the service's.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './update-worker.ts' : './update-worker.js', import.meta.url);
/** A worker that is making a database hears nothing; after this it is ended. What came stays either way. */
const STOP_MS = 2_000;

export type UpdateEnd = Exclude<UpdateWord, { readonly type: 'progress' }>;
export type UpdateProgress = Extract<UpdateWord, { readonly type: 'progress' }>;

export interface UpdateRunner {
  isWorking(): boolean;
  /** How it ended; refusals are ends too. Errors: conflict while another runs, service-stopped. */
  run(order: UpdateOrder, tell: (progress: UpdateProgress) => void): Promise<UpdateEnd>;
  /** Stops what runs, if anything does; its end is a refusal with `cancelled`. */
  stop(): Promise<void>;
}

const CANCELLED: UpdateEnd = { type: 'failed', code: 'cancelled', params: {}, isNotReached: false };

export function createUpdateRunner(): UpdateRunner {
  let running: { readonly worker: Worker; readonly over: Promise<unknown>; readonly end: (word: UpdateEnd) => void } | null = null;
  return {
    isWorking: () => running !== null,
    run: (order, tell) => {
      if (running) return Promise.reject(new CodedError('conflict'));
      const worker = new Worker(WORKER, { name: 'waymark-update', workerData: order, ...(order.network ? { transferList: [order.network] } : {}) });
      const { promise, resolve, reject } = Promise.withResolvers<UpdateEnd>();
      let isOver = false;
      const finish = (settle: () => void): void => {
        if (isOver) return;
        isOver = true;
        void worker.terminate().then(() => {
          running = null;
          settle();
        });
      };
      const end = (word: UpdateEnd): void => finish(() => resolve(word));
      worker.on('message', (word: UpdateWord) => { if (word.type === 'progress') tell(word); else end(word); });
      worker.on('error', (error) => finish(() => reject(error)));
      worker.on('exit', () => finish(() => reject(new CodedError('service-stopped'))));
      running = { worker, end, over: promise.catch(() => undefined) };
      return promise;
    },
    stop: async () => {
      const stopped = running;
      if (!stopped) return;
      stopped.worker.postMessage('stop');
      const timer = setTimeout(() => stopped.end(CANCELLED), STOP_MS);
      await stopped.over;
      clearTimeout(timer);
    },
  };
}
