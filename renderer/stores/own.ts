/** A school's own programs and phone numbers: all of them, changing them, and the file that goes to colleagues. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { EntryDraft } from '../../shared/domain/overlay/entry.ts';
import { call, download, upload } from '../client/client.ts';
import { onChanged, selectCapabilities, selectToday, useApp } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';

type Opened = OutputOf<'overlay.openFile'>;

/** What is being done with a file of entries. */
export type OwnJob =
  | { readonly status: 'idle' }
  | { readonly status: 'busy' }
  | { readonly status: 'exported'; readonly entries: number }
  | { readonly status: 'opened'; readonly handle: string; readonly file: Opened }
  | { readonly status: 'imported'; readonly words: OutputOf<'overlay.importFile'>['words'] }
  | { readonly status: 'failed'; readonly failure: Failure };

interface OwnState {
  readonly found: Request<OutputOf<'overlay.get'>>;
  /** What was done last on the page, as a message's key. */
  readonly last: { readonly what: 'done' | 'undone' | 'redone'; readonly operation: string } | null;
  readonly failure: Failure | null;
  readonly job: OwnJob;
}

export const useOwn = create<OwnState>(() => ({ found: IDLE, last: null, failure: null, job: { status: 'idle' } }));
const { getState: get, setState: set } = useOwn;
const asker = createAsker('overlay.get', () => get().found, (found) => set({ found }));

export const loadOwn = (): void => void asker.ask({ credentialId: null });
onChanged((kinds) => { if ((kinds.includes('overlay') || kinds.includes('reference')) && get().found.status !== 'idle') loadOwn(); });

/** Keeps an entry; resolves with whether it is kept. */
export async function putOwn(id: string | null, entry: EntryDraft): Promise<boolean> {
  set({ failure: null });
  const reply = await call('overlay.put', { id, entry: structuredClone(entry) as InputOf<'overlay.put'>['entry'] });
  set(reply.ok ? { last: { what: 'done', operation: id === null ? 'overlay-add' : 'overlay-change' } } : { failure: reply });
  return reply.ok;
}

export async function removeOwn(id: string): Promise<void> {
  const reply = await call('overlay.remove', { id });
  set(reply.ok ? { last: { what: 'done', operation: 'overlay-remove' }, failure: null } : { failure: reply });
}

/** Takes the newest change back, or does it again. */
export async function stepOwn(direction: 'undo' | 'redo'): Promise<void> {
  if (direction === 'undo') {
    const reply = await call('overlay.undo', {});
    if (!reply.ok) return reply.code === 'nothing-to-undo' ? undefined : set({ failure: reply });
    return set({ last: { what: 'undone', operation: reply.value.undone }, failure: null, job: { status: 'idle' } });
  }
  const reply = await call('overlay.redo', {});
  if (!reply.ok) return reply.code === 'nothing-to-redo' ? undefined : set({ failure: reply });
  set({ last: { what: 'redone', operation: reply.value.redone }, failure: null, job: { status: 'idle' } });
}

const put = (job: OwnJob): void => set({ job });
const isBusy = (): boolean => get().job.status === 'busy';
export const closeOwnJob = (): void => { if (!isBusy()) put({ status: 'idle' }); };

/** Saves all entries as one file; a cancelled dialog leaves everything as it was. */
export async function exportOwn(): Promise<void> {
  if (isBusy()) return;
  put({ status: 'busy' });
  const chosen = await call('overlay.choosePlace', { suggestedName: `waymark-own-${selectToday(useApp.getState())}.json` });
  if (!chosen.ok) return put({ status: 'failed', failure: chosen });
  const { handle } = chosen.value;
  if (handle === null) return put({ status: 'idle' });
  const reply = await call('overlay.exportFile', { handle });
  if (!reply.ok) return put({ status: 'failed', failure: reply });
  if (selectCapabilities(useApp.getState())?.saveFiles === 'download') download(handle);
  put({ status: 'exported', entries: reply.value.entries });
}

async function look(handle: string): Promise<void> {
  const reply = await call('overlay.openFile', { handle });
  put(reply.ok ? { status: 'opened', handle, file: reply.value } : { status: 'failed', failure: reply });
}

/** Asks for a file in the host's dialog and looks into it. */
export async function openOwnFile(): Promise<void> {
  if (isBusy()) return;
  const before = get().job;
  put({ status: 'busy' });
  const chosen = await call('overlay.chooseFile', {});
  if (!chosen.ok) return put({ status: 'failed', failure: chosen });
  if (chosen.value.handle === null) return put(before);
  await look(chosen.value.handle);
}

/** Looks into a file that was picked on the page. */
export async function takeOwnFile(file: File): Promise<void> {
  if (isBusy()) return;
  put({ status: 'busy' });
  const sent = await upload(file);
  if (!sent.ok) return put({ status: 'failed', failure: sent });
  await look(sent.value.handle);
}

/** Takes the opened file in. */
export async function importOwn(): Promise<void> {
  const { job } = get();
  if (job.status !== 'opened') return;
  put({ status: 'busy' });
  const reply = await call('overlay.importFile', { handle: job.handle });
  if (!reply.ok) return put({ status: 'failed', failure: reply });
  set({ job: { status: 'imported', words: reply.value.words }, last: { what: 'done', operation: 'overlay-import' } });
}
