/** The occupation that is looked at. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type OccupationPage = OutputOf<'reference.getOccupation'>;

interface OccupationState {
  readonly soc: string | null;
  readonly page: Request<OccupationPage>;
}

export const useOccupation = create<OccupationState>(() => ({ soc: null, page: IDLE }));
const { getState: get, setState: set } = useOccupation;

const asker = createAsker('reference.getOccupation', () => get().page, (page) => set({ page }));

function ask(): void {
  const { soc } = get();
  if (soc !== null) void asker.ask({ soc, areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(ask);

/** Looks at an occupation; one that is looked at already is asked again and stays on screen meanwhile. */
export function showOccupation(soc: string): void {
  if (soc !== get().soc) asker.forget();
  set({ soc });
  ask();
}
export const retryOccupation = ask;
