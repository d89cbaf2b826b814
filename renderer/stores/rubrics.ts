/** The rubrics that verdicts can be made by. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { onChanged } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

type RubricList = OutputOf<'rubrics.list'>;

export const useRubrics = create<{ readonly found: Request<RubricList> }>(() => ({ found: IDLE }));
const { getState: get, setState: set } = useRubrics;
const asker = createAsker('rubrics.list', () => get().found, (found) => set({ found }));

/** Asks once; again when the data changes. */
export function loadRubrics(): void {
  if (get().found.status === 'idle') void asker.ask({});
}
onChanged((kinds) => { if (kinds.includes('reference') && get().found.status !== 'idle') void asker.ask({}); });
