/** Updates as the product lives them: where they come from, what was found, fetching and pausing, putting an edition in use. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from '../../db/files/atomic-write.ts';
import type { ChangeWarning } from '../../db/pack/changes/report.ts';
import { REFERENCE_FOLDER } from '../../db/reference/ensure-reference.ts';
import { switchTo } from '../../db/reference/install-pack.ts';
import { isIntact } from '../../db/reference/installed.ts';
import { SCHEMA_VERSION } from '../../db/reference/schema.ts';
import { baseAddress } from '../../db/update/https-origin.ts';
import { UPDATES_FOLDER } from '../../db/update/look-for-update.ts';
import { describeRoot, findAddress, findRoot } from '../../db/update/placed-trust.ts';
import { trustedUntil } from '../../db/update/trust-folder.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { LastLook, UpdateState, UpdateWarning } from '../../shared/contract/updates.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { OpenNetwork } from './network.ts';
import type { World } from './ports.ts';
import type { UpdateEnd, UpdateRunner } from './update-runner.ts';
import type { UpdateMemory, UpdateStore } from './update-store.ts';

export interface UpdateParts {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly store: UpdateStore;
  readonly runner: UpdateRunner;
  readonly world: Pick<World, 'now'>;
  readonly openNetwork: OpenNetwork;
  readonly emit: (event: ServiceEvent) => void;
  /** Digest of the edition in use. */
  readonly inUse: () => string;
  /** Opens what is now in force, and answers with it from the next call on. */
  readonly reopen: () => Promise<void>;
}

export interface Updates {
  state(): Promise<UpdateState>;
  check(folder: string | null): Promise<UpdateState>;
  fetch(): Promise<UpdateState>;
  pause(): Promise<void>;
  cancel(): Promise<void>;
  apply(despiteWarnings: boolean): Promise<UpdateState>;
  export(folder: string): Promise<OutputOf<'updates.export'>>;
  configure(change: InputOf<'updates.configure'>): Promise<UpdateState>;
  /** Ends what is under way, and begins nothing any more. */
  stop(): Promise<void>;
}

const toldWarning = (warning: ChangeWarning): UpdateWarning => {
  switch (warning.code) {
    case 'rows-removed': return { code: warning.code, table: warning.table, removed: warning.removed, of: warning.of };
    case 'verdicts-changed': return { code: warning.code, changed: warning.changed, of: warning.of };
    case 'national-median-moved': return { code: warning.code, count: warning.count, titles: warning.items.map(({ title, soc }) => title ?? soc) };
  }
};
const toldReady = (ready: UpdateMemory['ready']): UpdateState['ready'] => {
  if (ready === null) return null;
  const told: Partial<typeof ready> = { ...ready };
  delete told.entry;
  return told as Omit<typeof ready, 'entry'>; // All of it but what was just taken out.
};
const problemOf = ({ code, params }: Pick<CodedError, 'code' | 'params'>): NonNullable<LastLook['problem']> => ({ code, params: { ...params } });

/** What a placed file says, or what is wrong with it. */
async function tried<T>(read: () => Promise<T>): Promise<{ readonly value: T | null; readonly error: CodedError | null }> {
  try {
    return { value: await read(), error: null };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { value: null, error };
  }
}

export function createUpdates(parts: UpdateParts): Updates {
  const { dataDir, resourcesDir, store, runner, world, openNetwork, emit } = parts;
  const folders = { dataDir, resourcesDir };
  const reference = join(dataDir, REFERENCE_FOLDER);
  let working: UpdateState['working'] = null;
  let isPaused = false;
  let isStopped = false;
  /** Looks and fetches under way: each ends with a word from the edition in use, which has to be open until then. */
  const under = new Set<Promise<unknown>>();
  const whole = <T>(action: () => Promise<T>): Promise<T> => {
    const done = action();
    const ended = done.catch(() => undefined).finally(() => under.delete(ended));
    under.add(ended);
    return done;
  };
  /** Where a stick is that was chosen; it is asked for again after a restart. */
  let stick: string | null = null;

  const address = async (): Promise<{ readonly address: string; readonly by: 'person' | 'placed' | 'app' } | null> => {
    const own = store.get().address;
    return own === null ? findAddress(folders) : { address: own, by: 'person' };
  };
  /** What is ready, while its files are there and it is not in use already. */
  const readyNow = async (): Promise<UpdateMemory['ready']> => {
    const { ready } = store.get();
    return ready !== null && ready.digest !== parts.inUse() && (await isIntact(reference, ready.entry, SCHEMA_VERSION)) ? ready : null;
  };

  const state = async (): Promise<UpdateState> => {
    const { mode, askAboveMb, last, found, bytesPerSecond } = store.get();
    const [place, root, until] = await Promise.all([tried(address), tried(async () => describeRoot(await findRoot(folders))), trustedUntil(join(dataDir, UPDATES_FOLDER))]);
    const problem = place.error ?? (root.error?.code === 'update-no-root' ? null : root.error);
    return {
      mode, askAboveMb, last, bytesPerSecond, isPaused, working,
      address: place.value?.address ?? null, addressBy: place.value?.by ?? null,
      publisher: root.value, setupProblem: problem && problemOf(problem),
      expiredSince: until !== null && until < world.now() ? until : null,
      found: found !== null && found.digest !== parts.inUse() && (found.from === 'address' || stick !== null) ? found : null,
      ready: toldReady(await readyNow()),
    };
  };

  async function run(task: 'look' | 'fetch', folder: string | null): Promise<UpdateEnd> {
    if (isStopped) throw new CodedError('service-stopped');
    const from = folder ?? (await address())?.address ?? null;
    if (from === null) throw new CodedError('update-address');
    working = { phase: 'looking', done: 0, all: 0 };
    emit({ type: 'update-progress', ...working });
    try {
      const network = folder === null ? openNetwork(baseAddress(from).href) : null;
      return await runner.run({ task, from, ...folders, now: world.now(), network }, ({ phase, done, all }) => {
        working = { phase, done, all };
        emit({ type: 'update-progress', phase, done, all });
      });
    } finally {
      working = null;
    }
  }
  const failed = (end: Extract<UpdateEnd, { type: 'failed' }>): LastLook => ({ at: world.now(), outcome: end.isNotReached ? 'not-reached' : 'refused', problem: problemOf(end) });

  return {
    state,
    check: (folder) => whole(async () => {
      if (runner.isWorking()) throw new CodedError('conflict');
      isPaused = false;
      const end = await run('look', folder);
      stick = folder;
      if (end.type === 'failed') await store.set(end.code === 'cancelled' ? {} : { last: failed(end), found: null });
      else if (end.type === 'looked') {
        // What is ready already is not fetched again.
        const isReady = end.offer !== null && (await readyNow())?.digest === end.offer.digest;
        const found = end.offer && !isReady ? { ...end.offer, from: folder === null ? 'address' as const : 'folder' as const } : null;
        await store.set({ last: { at: world.now(), outcome: isReady ? 'ready' : found ? 'found' : 'up-to-date', problem: null }, found });
      }
      return state();
    }),
    fetch: () => whole(async () => {
      const { found } = store.get();
      if (found === null || (found.from === 'folder' && stick === null)) throw new CodedError('not-found');
      if (runner.isWorking()) throw new CodedError('conflict');
      isPaused = false;
      const end = await run('fetch', found.from === 'folder' ? stick : null);
      if (end.type === 'ready') {
        const ready = { ...end.offer, from: found.from, warnings: end.warnings.map(toldWarning), entry: end.edition };
        await store.set({ last: { at: world.now(), outcome: 'ready', problem: null }, found: null, ready, ...(end.bytesPerSecond === null ? {} : { bytesPerSecond: end.bytesPerSecond }) });
      } else if (end.type === 'looked') await store.set({ last: { at: world.now(), outcome: 'up-to-date', problem: null }, found: null });
      else if (end.type === 'failed' && end.code !== 'cancelled') await store.set({ last: failed(end) });
      return state();
    }),
    pause: async () => {
      if (!runner.isWorking()) return;
      isPaused = true;
      await runner.stop();
    },
    cancel: async () => {
      isPaused = false;
      await runner.stop();
      const folder = join(dataDir, UPDATES_FOLDER);
      const parts = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.part'));
      for (const name of parts) await removeFile(join(folder, name)).catch(() => undefined);
    },
    apply: async (despiteWarnings) => {
      const ready = await readyNow();
      if (ready === null) throw new CodedError('not-found');
      if (ready.warnings.length > 0 && !despiteWarnings) throw new CodedError('conflict');
      await switchTo(reference, ready.entry);
      await parts.reopen();
      await store.set({ ready: null, last: { at: world.now(), outcome: 'up-to-date', problem: null } });
      return state();
    },
    export: async (folder) => {
      const end = await runner.run({ task: 'export', from: folder, ...folders, now: world.now(), network: null }, () => undefined);
      if (end.type === 'exported') return end.done;
      throw end.type === 'failed' ? new CodedError(end.code, end.params) : new TypeError('An export ended as something else.');
    },
    configure: async ({ mode, askAboveMb, address: wanted }) => {
      const next = wanted === undefined ? {} : { address: wanted === null || wanted.trim() === '' ? null : baseAddress(wanted.trim()).href, found: null, last: null };
      await store.set({ ...(mode === undefined ? {} : { mode }), ...(askAboveMb === undefined ? {} : { askAboveMb }), ...next });
      return state();
    },
    stop: async () => {
      isStopped = true;
      await runner.stop();
      await Promise.all(under);
    },
  };
}
