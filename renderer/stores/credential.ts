/** The credential that is looked at. */
import { create } from 'zustand';
import type { CredentialPage } from '../../shared/contract/reference.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface CredentialState {
  readonly id: string | null;
  readonly page: Request<CredentialPage>;
}

export const useCredential = create<CredentialState>(() => ({ id: null, page: IDLE }));
const { getState: get, setState: set } = useCredential;

const asker = createAsker('reference.getCredential', () => get().page, (page) => set({ page }));

function ask(): void {
  const { id } = get();
  if (id !== null) void asker.ask({ id, areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(ask);

/** Looks at a credential; one that is looked at already is asked again and stays on screen meanwhile. */
export function showCredential(id: string): void {
  if (id !== get().id) asker.forget();
  set({ id });
  ask();
}
export const retryCredential = ask;
