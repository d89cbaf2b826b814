/** What the school knows itself of the credential that is looked at. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { onChanged } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface OwnHereState {
  readonly credentialId: string | null;
  readonly found: Request<OutputOf<'overlay.get'>>;
}

export const useOwnHere = create<OwnHereState>(() => ({ credentialId: null, found: IDLE }));
const { getState: get, setState: set } = useOwnHere;
const asker = createAsker('overlay.get', () => get().found, (found) => set({ found }));

function ask(): void {
  const { credentialId } = get();
  if (credentialId !== null) void asker.ask({ credentialId });
}
onChanged((kinds) => { if (kinds.includes('overlay') || kinds.includes('reference')) ask(); });

/** Looks for entries about a credential; asked once however many parts of the page show them. */
export function showOwnHere(credentialId: string): void {
  if (credentialId === get().credentialId) return;
  asker.forget();
  set({ credentialId });
  ask();
}
export const retryOwnHere = ask;
