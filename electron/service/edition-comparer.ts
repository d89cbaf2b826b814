/** Compares editions in a worker, one comparison at a time, and keeps each beside the editions as a small file. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { removeFile, writeFileAtomically } from '../../db/files/atomic-write.ts';
import { editionChanges, type EditionChanges } from '../../shared/contract/changes.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { CompareOrder, CompareWord } from './changes-worker.ts';

// In a checkout Node reads the source itself; a bundle lies beside the service's.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './changes-worker.ts' : './changes-worker.js', import.meta.url);
/** Rises when another form or another way to compare makes kept files worthless. */
const FORMAT = 2;
const PREFIX = 16;
const KEPT = /^[0-9a-f]{16}-[0-9a-f]{16}-\w+\.changes\d+\.json$/;

export interface EditionComparer {
  /** What the newer edition says differently. Errors: service-stopped and those of opening an edition. */
  compare(order: CompareOrder, folder: string): Promise<EditionChanges>;
  stop(): Promise<void>;
}

const pairOf = ({ now, before }: CompareOrder): string => `${now.digest.slice(0, PREFIX)}-${before.digest.slice(0, PREFIX)}-`;

async function readKept(path: string): Promise<EditionChanges | null> {
  try {
    return editionChanges.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Not there, or not whole: it is made again.
    return null;
  }
}

/** Keeps a comparison; those of other editions are of no use any more. That the disk is full must not keep anybody from reading it. */
async function keep(path: string, folder: string, pair: string, changes: EditionChanges): Promise<void> {
  await writeFileAtomically(path, async (file) => { await file.writeFile(JSON.stringify(changes)); });
  for (const name of await readdir(folder)) if (KEPT.test(name) && !name.startsWith(pair)) await removeFile(join(folder, name)).catch(() => undefined);
}

export function createEditionComparer(): EditionComparer {
  const running = new Map<string, { readonly worker: Worker; readonly changes: Promise<EditionChanges> }>();
  const run = (order: CompareOrder) => {
    const worker = new Worker(WORKER, { name: 'waymark-compare', workerData: order });
    const changes = new Promise<EditionChanges>((resolve, reject) => {
      worker.on('message', (word: CompareWord) => {
        if (word.type === 'compared') resolve(word.changes);
        else reject(new CodedError(word.code, word.params));
      });
      worker.on('error', reject);
      worker.on('exit', () => { reject(new CodedError('service-stopped')); });
    });
    return { worker, changes };
  };
  return {
    compare: async (order, folder) => {
      const pair = pairOf(order);
      const path = join(folder, `${pair}${order.areaId}.changes${FORMAT}.json`);
      const kept = await readKept(path);
      if (kept) return kept;
      const job = running.get(path) ?? run(order);
      running.set(path, job);
      try {
        const changes = await job.changes;
        await keep(path, folder, pair, changes).catch((error: unknown) => { if (!(error instanceof CodedError)) throw error; });
        return changes;
      } finally {
        running.delete(path);
      }
    },
    stop: async () => { await Promise.all([...running.values()].map(({ worker }) => worker.terminate())); },
  };
}
