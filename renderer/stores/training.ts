/** Training on the state's list for the credential that is looked at. */
import { create } from 'zustand';
import type { TrainingHere } from '../../shared/contract/training.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface TrainingState {
  readonly credentialId: string | null;
  readonly found: Request<TrainingHere>;
}

export const useTraining = create<TrainingState>(() => ({ credentialId: null, found: IDLE }));
const { getState: get, setState: set } = useTraining;

const asker = createAsker('training.listHere', () => get().found, (found) => set({ found }));

function ask(): void {
  const { credentialId } = get();
  if (credentialId !== null) void asker.ask({ credentialId, areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(ask);

/** Looks for programs on the state's list in the field of a credential. */
export function showTraining(credentialId: string): void {
  if (credentialId !== get().credentialId) asker.forget();
  set({ credentialId });
  ask();
}
export const retryTraining = ask;
