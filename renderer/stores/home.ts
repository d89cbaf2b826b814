/** What Home shows of the data: which fields of work there are, and how many credentials lie in each. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export const useHome = create<{ readonly all: Request<OutputOf<'reference.search'>> }>(() => ({ all: IDLE }));
const { getState: get, setState: set } = useHome;
const asker = createAsker('reference.search', () => get().all, (all) => set({ all }));

/** Asks for the counts over everything; a page calls it when it is shown. */
export const loadHome = (): void => void asker.ask({ text: '', areaId: selectAreaId(useApp.getState()), lang: 'en', kinds: ['credential'], limit: 1 });
onReferenceContext(() => { if (get().all.status !== 'idle') loadHome(); });
