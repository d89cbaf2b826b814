/** What can be taken back and done again, and what was just taken back: undo has a place, not a toast. */
import { create } from 'zustand';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked, selectVault, useApp } from './app.ts';
import type { Failure } from './request.ts';

interface UndoState {
  /** Names of operations (message keys `op.<name>`), or null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly busy: boolean;
  /** What was done last here, for the line beside the buttons. */
  readonly last: { readonly what: 'undone' | 'redone'; readonly operation: string } | null;
  readonly failure: Failure | null;
}

const START: UndoState = { undo: null, redo: null, busy: false, last: null, failure: null };
export const useUndo = create<UndoState>(() => START);
const { getState: get, setState: set } = useUndo;

/** Asks what can be undone now; nothing while the vault is locked. */
export async function refreshUndo(): Promise<void> {
  if (selectVault(useApp.getState()) !== 'unlocked') return;
  const reply = await call('history.get', {});
  if (!reply.ok) return;
  const { busy, undo: before, redo: beforeRedo, last } = get();
  // Something was done since: what was taken back before is no news any more.
  const isSame = busy || (reply.value.undo === before && reply.value.redo === beforeRedo);
  set({ ...reply.value, last: isSame ? last : null });
}

async function step(direction: 'undo' | 'redo'): Promise<void> {
  if (get().busy || get()[direction] === null) return;
  set({ busy: true, failure: null });
  if (direction === 'undo') {
    const reply = await call('history.undo', {});
    set(reply.ok ? { last: { what: 'undone', operation: reply.value.undone } } : { last: null, failure: reply });
  } else {
    const reply = await call('history.redo', {});
    set(reply.ok ? { last: { what: 'redone', operation: reply.value.redone } } : { last: null, failure: reply });
  }
  await refreshUndo();
  set({ busy: false });
}

/** Takes the newest command back. */
export const undo = (): Promise<void> => step('undo');
/** Does again what was undone last. */
export const redo = (): Promise<void> => step('redo');

onVaultLocked(() => set(START));
onChanged((kinds) => {
  if (kinds.includes('history') || kinds.includes('vault')) void refreshUndo();
});
useApp.subscribe((now, before) => {
  if (selectVault(now) === 'unlocked' && selectVault(before) !== 'unlocked') void refreshUndo();
});
