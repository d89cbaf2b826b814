/** Names and ages of credentials that something names by id: a plan's steps, a draft, a handout. Asked once each. */
import { create } from 'zustand';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import { call } from '../client/client.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';

interface Rows {
  readonly rows: Readonly<Record<string, CredentialRow>>;
}
export const useCredentialRows = create<Rows>(() => ({ rows: {} }));
const { getState: get, setState: set } = useCredentialRows;

const asked = new Set<string>();

/** Asks for those not known yet; a credential that this edition does not have stays unknown. */
export async function loadCredentialRows(ids: readonly string[]): Promise<void> {
  const areaId = selectAreaId(useApp.getState());
  for (const id of new Set(ids)) {
    if (get().rows[id] || asked.has(id)) continue;
    asked.add(id);
    const reply = await call('reference.getCredential', { id, areaId });
    asked.delete(id);
    if (reply.ok) set(({ rows }) => ({ rows: { ...rows, [id]: reply.value.row } }));
  }
}

/** Puts in a row that was found another way. */
export const keepCredentialRow = (row: CredentialRow): void => set(({ rows }) => ({ rows: { ...rows, [row.id]: row } }));

onReferenceContext(() => {
  const known = Object.keys(get().rows);
  set({ rows: {} });
  void loadCredentialRows(known);
});
