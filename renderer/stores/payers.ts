/** Who might pay for one credential, and what is said of the person for that. Kept nowhere; forgotten when the vault locks. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { onVaultLocked, selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type PayerPerson = InputOf<'payers.listHints'>['person'];
export type PayersFound = OutputOf<'payers.listHints'>;

/** A grown person of whom nothing else is said. */
export const NOBODY: PayerPerson = { inHighSchool: false, studentAidIndex: null, veteran: null, getsSnap: null, disability: null };

interface PayersState {
  readonly credentialId: string | null;
  /** The area of a plan; null for the area that is looked at. */
  readonly areaId: string | null;
  /** Said on a credential's page; a plan speaks of its student. */
  readonly said: PayerPerson;
  readonly person: PayerPerson;
  readonly found: Request<PayersFound>;
}

export const usePayers = create<PayersState>(() => ({ credentialId: null, areaId: null, said: NOBODY, person: NOBODY, found: IDLE }));
const { getState: get, setState: set } = usePayers;

const asker = createAsker('payers.listHints', () => get().found, (found) => set({ found }));

function ask(): void {
  const { credentialId, areaId: own, person } = get();
  const areaId = own ?? selectAreaId(useApp.getState());
  if (credentialId !== null) void asker.ask({ credentialId, areaId, person });
}

/** Asks who might pay for a credential; for the student and the area of a plan, or as said where one looks. */
export function showPayers(credentialId: string, of: { readonly person: PayerPerson; readonly areaId: string } | null = null): void {
  if (credentialId !== get().credentialId) asker.forget();
  set({ credentialId, areaId: of?.areaId ?? null, person: of?.person ?? get().said });
  ask();
}
/** Says something of the person on a credential's page; the answer follows. */
export function sayOfPayer(change: Partial<PayerPerson>): void {
  const said = { ...get().said, ...change };
  set({ said, person: said });
  ask();
}
export const retryPayers = ask;

onReferenceContext(ask);
onVaultLocked(() => { asker.forget(); set({ said: NOBODY, person: NOBODY }); ask(); });
