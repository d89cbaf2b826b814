/** Packs: what is in force, every edition on this machine, a file that was opened and what it is, putting it in, going back. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { PackWarning } from '../../shared/contract/packs.ts';
import { call, upload } from '../client/client.ts';
import { onChanged, onPackProgress, selectCapabilities, useApp } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';

type Inspected = OutputOf<'packs.inspect'>;

/** What is known of a pack's losses. Only another edition for the same area is compared. */
export type PackCheck =
  | { readonly status: 'not-asked' }
  | { readonly status: 'comparing'; readonly done: number; readonly all: number }
  | { readonly status: 'compared'; readonly warnings: readonly PackWarning[] }
  /** Null: the person did not want to wait. */
  | { readonly status: 'not-compared'; readonly failure: Failure | null };

/** What is being done with a pack file. */
export type PackJob =
  | { readonly status: 'idle' }
  | { readonly status: 'opening' }
  | { readonly status: 'opened'; readonly handle: string; readonly pack: Inspected; readonly check: PackCheck }
  | { readonly status: 'installing'; readonly done: number; readonly all: number }
  | { readonly status: 'installed'; readonly edition: string; readonly name: string }
  | { readonly status: 'went-back'; readonly edition: string; readonly name: string }
  | { readonly status: 'failed'; readonly failure: Failure };

interface PacksState {
  readonly state: Request<OutputOf<'packs.getState'>>;
  readonly editions: Request<OutputOf<'packs.listEditions'>>;
  readonly job: PackJob;
  /** Why an edition could not be taken off the disk. */
  readonly removeFailure: Failure | null;
}
export const usePacks = create<PacksState>(() => ({ state: IDLE, editions: IDLE, job: { status: 'idle' }, removeFailure: null }));
const { getState: get, setState: set } = usePacks;
const state = createAsker('packs.getState', () => get().state, (request) => set({ state: request }));
const editions = createAsker('packs.listEditions', () => get().editions, (request) => set({ editions: request }));
const put = (job: PackJob): void => set({ job });

export const loadPacks = (): void => { void state.ask({}); void editions.ask({}); };
onChanged((kinds) => { if (kinds.includes('reference') && get().state.status !== 'idle') loadPacks(); });
onPackProgress(({ done, all }) => {
  const { job } = get();
  if (job.status === 'installing') put({ ...job, done, all });
  else if (job.status === 'opened' && job.check.status === 'comparing') put({ ...job, check: { status: 'comparing', done, all } });
});

const isBusy = (): boolean => ['opening', 'installing'].includes(get().job.status);
const stopWork = async (): Promise<void> => { await call('packs.cancel', {}); };

/** Compares the opened pack with what is in force, and keeps what a person should be asked about. */
async function compare(handle: string, pack: Inspected): Promise<void> {
  put({ status: 'opened', handle, pack, check: { status: 'comparing', done: 0, all: 0 } });
  const reply = await call('packs.compare', { handle });
  const { job } = get();
  if (job.status !== 'opened' || job.handle !== handle || job.check.status !== 'comparing') return;
  put({ ...job, check: reply.ok ? { status: 'compared', warnings: reply.value.warnings } : { status: 'not-compared', failure: reply.code === 'cancelled' ? null : reply } });
}

/** Looks into the file of a handle. */
async function inspect(handle: string): Promise<void> {
  const reply = await call('packs.inspect', { handle });
  if (!reply.ok) return put({ status: 'failed', failure: reply });
  if (reply.value.relation === 'edition') return compare(handle, reply.value);
  put({ status: 'opened', handle, pack: reply.value, check: { status: 'not-asked' } });
}

const pickers = new Set<() => void>();
/** Registers how the page asks for a file where the host has no dialog for it. Returns the way to stop. */
export function onPickFile(pick: () => void): () => void {
  pickers.add(pick);
  return () => pickers.delete(pick);
}

/** Stops comparing, if that is going on; another file, another edition or closing makes it useless. */
async function stopComparing(): Promise<void> {
  const { job } = get();
  if (job.status !== 'opened' || job.check.status !== 'comparing') return;
  put({ ...job, check: { status: 'not-compared', failure: null } });
  await stopWork();
}

/** Asks for a pack file, in the host's dialog or the page's own, and looks into it. */
export async function openPackFile(): Promise<void> {
  if (isBusy()) return;
  if (selectCapabilities(useApp.getState())?.openFiles === 'upload') return pickers.forEach((pick) => pick());
  await stopComparing();
  const before = get().job;
  put({ status: 'opening' });
  const chosen = await call('packs.chooseFile', {});
  if (!chosen.ok) return put({ status: 'failed', failure: chosen });
  if (chosen.value.handle === null) return put(before);
  await inspect(chosen.value.handle);
}

/** Takes a file that was picked or dropped on the page. */
export async function takePackFile(file: File): Promise<void> {
  if (isBusy()) return;
  await stopComparing();
  put({ status: 'opening' });
  const sent = await upload(file);
  if (!sent.ok) return put({ status: 'failed', failure: sent });
  await inspect(sent.value.handle);
}

/** Puts the opened pack in force. */
export async function installPack(): Promise<void> {
  await stopComparing();
  const { job } = get();
  if (job.status !== 'opened') return;
  put({ status: 'installing', done: 0, all: 0 });
  const reply = await call('packs.install', { handle: job.handle });
  if (reply.ok) put({ status: 'installed', edition: reply.value.edition, name: reply.value.name });
  // Stopped by the person: the file is still there to be put in.
  else put(reply.code === 'cancelled' ? job : { status: 'failed', failure: reply });
}

export const cancelWork = (): void => void stopWork();
export const closePack = async (): Promise<void> => {
  if (isBusy()) return;
  await stopComparing();
  put({ status: 'idle' });
};

/** Puts the edition before in force again. */
export async function goBackToBefore(): Promise<void> {
  if (isBusy()) return;
  await stopComparing();
  const reply = await call('packs.goBack', {});
  put(reply.ok ? { status: 'went-back', edition: reply.value.edition, name: reply.value.name } : { status: 'failed', failure: reply });
}

/** Puts an edition in force that lies on this machine. */
export async function takeEdition(digest: string): Promise<void> {
  if (isBusy()) return;
  await stopComparing();
  put({ status: 'installing', done: 0, all: 0 });
  const reply = await call('packs.use', { digest });
  if (reply.ok) put({ status: 'installed', edition: reply.value.edition, name: reply.value.name });
  else put(reply.code === 'cancelled' ? { status: 'idle' } : { status: 'failed', failure: reply });
}

/** Takes an edition off the disk. Resolves with true when it is gone. */
export async function removeEdition(digest: string): Promise<boolean> {
  set({ removeFailure: null });
  const reply = await call('packs.remove', { digest });
  if (!reply.ok) set({ removeFailure: reply });
  await editions.ask({});
  return reply.ok;
}
