/** Packs: what is in force, a file that was opened and what it is, putting it in, going back. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { call, upload } from '../client/client.ts';
import { onChanged, onPackProgress, selectCapabilities, useApp } from './app.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Failure, Request } from './request.ts';

type Inspected = OutputOf<'packs.inspect'>;

/** What is being done with a pack file. */
export type PackJob =
  | { readonly status: 'idle' }
  | { readonly status: 'opening' }
  | { readonly status: 'opened'; readonly handle: string; readonly pack: Inspected }
  | { readonly status: 'installing'; readonly pack: Inspected; readonly done: number; readonly all: number }
  | { readonly status: 'installed'; readonly edition: string; readonly name: string }
  | { readonly status: 'went-back'; readonly edition: string; readonly name: string }
  | { readonly status: 'failed'; readonly failure: Failure };

interface PacksState {
  readonly state: Request<OutputOf<'packs.getState'>>;
  readonly job: PackJob;
}
export const usePacks = create<PacksState>(() => ({ state: IDLE, job: { status: 'idle' } }));
const { getState: get, setState: set } = usePacks;
const state = createAsker('packs.getState', () => get().state, (request) => set({ state: request }));
const put = (job: PackJob): void => set({ job });

export const loadPacks = (): void => void state.ask({});
onChanged((kinds) => { if (kinds.includes('reference') && get().state.status !== 'idle') loadPacks(); });
onPackProgress(({ done, all }) => {
  const { job } = get();
  if (job.status === 'installing') put({ ...job, done, all });
});

const isBusy = (): boolean => ['opening', 'installing'].includes(get().job.status);

/** Looks into the file of a handle. */
async function inspect(handle: string): Promise<void> {
  const reply = await call('packs.inspect', { handle });
  put(reply.ok ? { status: 'opened', handle, pack: reply.value } : { status: 'failed', failure: reply });
}

const pickers = new Set<() => void>();
/** Registers how the page asks for a file where the host has no dialog for it. Returns the way to stop. */
export function onPickFile(pick: () => void): () => void {
  pickers.add(pick);
  return () => pickers.delete(pick);
}

/** Asks for a pack file, in the host's dialog or the page's own, and looks into it. */
export async function openPackFile(): Promise<void> {
  if (isBusy()) return;
  if (selectCapabilities(useApp.getState())?.openFiles === 'upload') return pickers.forEach((pick) => pick());
  const before = get().job;
  put({ status: 'opening' });
  const chosen = await call('packs.chooseFile', {});
  if (!chosen.ok) return put({ status: 'failed', failure: chosen });
  if (chosen.value.handle === null) return put(before);
  await inspect(chosen.value.handle);
}

/** Takes a file that was picked or dropped on the page. */
export async function takePackFile(file: Blob): Promise<void> {
  if (isBusy()) return;
  put({ status: 'opening' });
  const sent = await upload(file);
  if (!sent.ok) return put({ status: 'failed', failure: sent });
  await inspect(sent.value.handle);
}

/** Puts the opened pack in force. */
export async function installPack(): Promise<void> {
  const { job } = get();
  if (job.status !== 'opened') return;
  put({ status: 'installing', pack: job.pack, done: 0, all: 0 });
  const reply = await call('packs.install', { handle: job.handle });
  if (reply.ok) put({ status: 'installed', edition: reply.value.edition, name: reply.value.name });
  // Stopped by the person: the file is still there to be put in.
  else put(reply.code === 'cancelled' ? job : { status: 'failed', failure: reply });
}

export const cancelInstall = (): void => void call('packs.cancel', {});
export const closePack = (): void => { if (!isBusy()) put({ status: 'idle' }); };

/** Name of the area of a scope; null where the data in use does not know it. */
export const areaOfScope = (scope: string): string | null => valueOf(useApp.getState().areas)?.areas.find(({ id }) => id === scope)?.name ?? null;

/** Puts the edition before in force again. */
export async function goBackToBefore(): Promise<void> {
  if (isBusy()) return;
  const reply = await call('packs.goBack', {});
  put(reply.ok ? { status: 'went-back', edition: reply.value.edition, name: reply.value.name } : { status: 'failed', failure: reply });
}
