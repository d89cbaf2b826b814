/** What the Data page shows: every source, and what is kept where on this machine. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { onChanged } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface DataState {
  readonly sources: Request<OutputOf<'reference.listSources'>>;
  readonly storage: Request<OutputOf<'app.getStorage'>>;
}
export const useData = create<DataState>(() => ({ sources: IDLE, storage: IDLE }));
const { getState: get, setState: set } = useData;
const sources = createAsker('reference.listSources', () => get().sources, (request) => set({ sources: request }));
const storage = createAsker('app.getStorage', () => get().storage, (request) => set({ storage: request }));

export const loadSources = (): void => void sources.ask({});
export const loadStorage = (): void => void storage.ask({});
onChanged((kinds) => {
  if (kinds.includes('reference') && get().sources.status !== 'idle') loadSources();
  if ((kinds.includes('vault') || kinds.includes('settings')) && get().storage.status !== 'idle') loadStorage();
});
