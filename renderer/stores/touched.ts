/** Whose plans the edition in use touches, and taking its figures into them. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked, selectVault, useApp } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';

interface TouchedPage {
  readonly list: Request<OutputOf<'plans.listTouched'>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Plans whose figures were just taken; the page says so and offers to take it back. */
  readonly accepted: number;
}
const START: TouchedPage = { list: IDLE, busy: false, failure: null, accepted: 0 };
export const useTouched = create<TouchedPage>(() => START);
const { getState: get, setState: set } = useTouched;
const list = createAsker('plans.listTouched', () => get().list, (request) => set({ list: request }));

export const loadTouched = async (): Promise<void> => {
  if (selectVault(useApp.getState()) === 'unlocked') await list.ask({});
};

/** Takes the figures of the edition in use into plans: one command, one undo. */
export async function acceptFor(ids: readonly string[]): Promise<void> {
  if (get().busy || ids.length === 0) return;
  set({ busy: true, failure: null, accepted: 0 });
  const reply = await call('plans.refreshFigures', { ids: [...ids] });
  set(reply.ok ? { busy: false, accepted: ids.length } : { busy: false, failure: reply });
}
export const noteAccepted = (accepted: number): void => set({ accepted });

onVaultLocked(() => { list.forget(); set(START); });
onChanged((kinds) => {
  if (['plans', 'students', 'reference'].some((kind) => kinds.includes(kind as 'plans')) && get().list.status !== 'idle') void loadTouched();
});
