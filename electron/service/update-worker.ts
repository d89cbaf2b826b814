/** Looks for an edition, or fetches it and makes it ready, in a thread of its own, so that the service goes on answering. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ChangeWarning } from '../../db/pack/changes/report.ts';
import type { InstalledEdition } from '../../db/reference/installed.ts';
import { editionInUse } from '../../db/update/edition-in-use.ts';
import { exportUpdate, type Exported } from '../../db/update/export-update.ts';
import { cheapestWay } from '../../db/update/fetch-edition.ts';
import { guardEdition } from '../../db/update/guard-edition.ts';
import { lookForUpdate, UPDATES_FOLDER } from '../../db/update/look-for-update.ts';
import { makeReady } from '../../db/update/make-ready.ts';
import { isNotReached } from '../../db/update/retry.ts';
import { lockFileOf, withUpdateLock } from '../../db/update/update-lock.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import { networkOver } from './network.ts';

export interface UpdateOrder {
  readonly task: 'look' | 'fetch' | 'export';
  /** An https address, or a folder; of an export the folder that is written to. */
  readonly from: string;
  readonly dataDir: string;
  readonly resourcesDir: string;
  /** UTC instant that dates are judged by. */
  readonly now: string;
  /** The line to the host's network; null where a folder is read. */
  readonly network: MessagePort | null;
}

export interface WorkerOffer {
  readonly edition: string;
  readonly digest: string;
  readonly way: 'patch' | 'pack';
  readonly bytes: number;
}

export type UpdateWord =
  | { readonly type: 'progress'; readonly phase: 'bytes' | 'rows'; readonly done: number; readonly all: number }
  /** Null: what is in use is the newest. */
  | { readonly type: 'looked'; readonly offer: WorkerOffer | null }
  | { readonly type: 'ready'; readonly offer: WorkerOffer; readonly edition: InstalledEdition; readonly warnings: readonly ChangeWarning[]; readonly bytesPerSecond: number | null }
  | { readonly type: 'exported'; readonly done: Exported }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams; readonly isNotReached: boolean };

/** Between two words about progress. */
const TELL_MS = 100;
/** Fewer bytes say nothing about a line's speed. */
const TELLING_BYTES = 256 * 1024;
const say = (word: UpdateWord): void => parentPort?.postMessage(word);

/** What earlier tries left to go on with. */
async function bytesKept(folder: string): Promise<number> {
  const parts = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.part'));
  const sizes = await Promise.all(parts.map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function work({ task, network, now, ...folders }: UpdateOrder, signal: AbortSignal): Promise<UpdateWord> {
  const before = await editionInUse(folders);
  let [told, tell]: [number, (done: number) => void] = [0, () => undefined];
  const noFetch = (): Promise<never> => Promise.reject(new CodedError('update-address'));
  const meter = { bytes: 0, onBytes: (bytes: number): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    tell(bytes);
  } };
  const looked = await lookForUpdate({ ...folders, fetch: network ? networkOver(network) : noFetch, now: new Date(now), signal }, before, meter);
  const { entry, index } = looked;
  const path = entry && cheapestWay(index, entry, before?.digest ?? null);
  if (entry === null || path === null) return { type: 'looked', offer: null };
  const offer: WorkerOffer = { edition: entry.edition, digest: entry.digest, way: path.way === 'patches' ? 'patch' : 'pack', bytes: path.bytes };
  if (task === 'look') return { type: 'looked', offer };
  const kept = await bytesKept(join(folders.dataDir, UPDATES_FOLDER));
  const [from, since] = [meter.bytes, performance.now()];
  const rate = (): number | null => (meter.bytes - from < TELLING_BYTES ? null : Math.round((meter.bytes - from) / ((performance.now() - since) / 1000)));
  let bytesPerSecond: number | null = null;
  // The first piece is told at once: until then it looks as if nothing came.
  told = 0;
  tell = (bytes) => {
    bytesPerSecond = rate();
    say({ type: 'progress', phase: 'bytes', done: Math.min(offer.bytes, kept + bytes - from), all: offer.bytes });
  };
  const { edition, way } = await makeReady(folders, looked, entry, before, {
    // The report of an update by hand says why; here the way that was taken is told.
    tell: () => undefined,
    tellRows: (done, all) => {
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      say({ type: 'progress', phase: 'rows', done, all });
    },
  });
  const { warnings } = before === null ? { warnings: [] } : await guardEdition(folders, before, edition, now.slice(0, 10));
  return { type: 'ready', offer: { ...offer, way: way ?? offer.way }, edition, warnings, bytesPerSecond };
}

const order = workerData as UpdateOrder;
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());
try {
  if (order.task === 'export') say({ type: 'exported', done: await exportUpdate(order, order.from) });
  else say(await withUpdateLock(lockFileOf(order.dataDir), () => work(order, stop.signal)));
} catch (error) {
  // An error that crosses threads loses its code.
  if (!(error instanceof CodedError)) throw error;
  say({ type: 'failed', code: error.code, params: error.params, isNotReached: isNotReached(error) });
}
