/** Updates: how they are set up, what was found, what is under way, and what the person does about it. */
import { create } from 'zustand';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import { call } from '../client/client.ts';
import { onChanged, onUpdateProgress } from './app.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Failure, Request } from './request.ts';

type State = OutputOf<'updates.getState'>;

interface UpdatesState {
  readonly state: Request<State>;
  /** What the service refused of what was asked here; what became of a look stands in the state. */
  readonly failure: Failure | null;
  /** The edition that was put in use here, until something else is done. */
  readonly applied: string | null;
  /** What was written to a stick here, until something else is done. */
  readonly exported: OutputOf<'updates.export'> | null;
}
export const useUpdates = create<UpdatesState>(() => ({ state: IDLE, failure: null, applied: null, exported: null }));
const { getState: get, setState: set } = useUpdates;
const state = createAsker('updates.getState', () => get().state, (request) => set({ state: request }));

export const loadUpdates = (): void => void state.ask({});
onChanged((kinds) => { if (kinds.includes('updates') && get().state.status !== 'idle') loadUpdates(); });
onUpdateProgress(({ phase, done, all }) => {
  const now = valueOf(get().state);
  if (now) set({ state: { status: 'ready', value: { ...now, working: { phase, done, all } } } });
});

/** Asks the service to do something; the state that it tells afterwards is what shows. */
async function act<N extends MethodName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
  set({ failure: null, applied: null, exported: null });
  const reply = await call(name, input);
  if (reply.ok) return reply.value;
  set({ failure: reply });
  return null;
}

export const lookForUpdates = (): void => void act('updates.check', { folder: null });
export const pauseUpdate = (): void => void act('updates.pause', {});
export const cancelUpdate = (): void => void act('updates.cancel', {});
export const getUpdate = (): void => void act('updates.fetch', {});
export const configureUpdates = (change: InputOf<'updates.configure'>): void => void act('updates.configure', change);

/** Looks into the folder of a stick: the host asks for it, or `typed` says where it is. */
export async function lookOnStick(typed: string | null): Promise<void> {
  const chosen = await act('updates.chooseFolder', { typed });
  if (chosen?.handle) await act('updates.check', { folder: chosen.handle });
}

/** Writes what is in use to a stick, for computers without internet. */
export async function putOnStick(typed: string | null): Promise<void> {
  const chosen = await act('updates.chooseFolder', { typed });
  if (!chosen?.handle) return;
  const exported = await act('updates.export', { folder: chosen.handle });
  if (exported) set({ exported });
}

/** Puts what is ready in use. */
export async function applyUpdate(despiteWarnings: boolean): Promise<void> {
  const edition = valueOf(get().state)?.ready?.edition ?? null;
  if (await act('updates.apply', { despiteWarnings })) set({ applied: edition });
}
