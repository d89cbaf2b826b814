/** Schools near here for the credential that is looked at. */
import { create } from 'zustand';
import type { SchoolsNear } from '../../shared/contract/schools.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface SchoolsNearState {
  readonly credentialId: string | null;
  readonly found: Request<SchoolsNear>;
}

export const useSchoolsNear = create<SchoolsNearState>(() => ({ credentialId: null, found: IDLE }));
const { getState: get, setState: set } = useSchoolsNear;

const asker = createAsker('schools.listNear', () => get().found, (found) => set({ found }));

function ask(): void {
  const { credentialId } = get();
  if (credentialId !== null) void asker.ask({ credentialId, areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(ask);

/** Looks for schools that teach in the field of a credential. */
export function showSchoolsNear(credentialId: string): void {
  if (credentialId !== get().credentialId) asker.forget();
  set({ credentialId });
  ask();
}
export const retrySchoolsNear = ask;
