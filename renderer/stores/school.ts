/** The school that is looked at. */
import { create } from 'zustand';
import type { SchoolPage } from '../../shared/contract/schools.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface SchoolState {
  readonly id: string | null;
  readonly page: Request<SchoolPage>;
}

export const useSchool = create<SchoolState>(() => ({ id: null, page: IDLE }));
const { getState: get, setState: set } = useSchool;

const asker = createAsker('schools.getSchool', () => get().page, (page) => set({ page }));

function ask(): void {
  const { id } = get();
  if (id !== null) void asker.ask({ id, areaId: selectAreaId(useApp.getState()) });
}
onReferenceContext(ask);

/** Looks at a school; one that is looked at already is asked again and stays on screen meanwhile. */
export function showSchool(id: string): void {
  if (id !== get().id) asker.forget();
  set({ id });
  ask();
}
export const retrySchool = ask;
