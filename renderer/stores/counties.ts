/** Counties, for finding an area by the name that people know; asked for once, by the first field that offers them. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { onChanged } from './app.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Request } from './request.ts';

/** Name, code of the state or territory, and the area whose figures stand for it. */
export type County = OutputOf<'reference.listCounties'>['counties'][number];

export const useCounties = create<{ readonly list: Request<OutputOf<'reference.listCounties'>> }>(() => ({ list: IDLE }));
const { getState: get, setState: set } = useCounties;
const asker = createAsker('reference.listCounties', () => get().list, (list) => set({ list }));
onChanged((kinds) => { if (kinds.includes('reference') && get().list.status !== 'idle') void asker.ask({}); });

const NONE: readonly County[] = [];

/** The counties, empty until they are here: an area can be chosen without them. */
export function useCountyList(): readonly County[] {
  useEffect(() => { if (get().list.status === 'idle' || get().list.status === 'error') void asker.ask({}); }, []);
  return useCounties((state) => valueOf(state.list)?.counties ?? NONE);
}
