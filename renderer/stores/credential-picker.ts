/** Finding a credential to put somewhere: into a plan, among what is earned, onto a handout. Apart from the page of search. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import { selectAreaId, selectSettings, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Request } from './request.ts';

interface Picker {
  readonly text: string;
  readonly found: Request<OutputOf<'reference.search'>>;
}

const LIMIT = 30;
export const useCredentialPicker = create<Picker>(() => ({ text: '', found: IDLE }));
const { getState: get, setState: set } = useCredentialPicker;

const asker = createAsker('reference.search', () => get().found, (found) => set({ found }));

function ask(): void {
  const app = useApp.getState();
  const lang = selectSettings(app)?.lang ?? 'en';
  void asker.ask({ text: get().text.slice(0, 200), areaId: selectAreaId(app), lang, kinds: ['credential'], sort: get().text === '' ? 'name' : 'best', limit: LIMIT });
}
onReferenceContext(() => { if (get().found.status !== 'idle') ask(); });

/** Looks for credentials; an empty text lists the first ones by name. */
export function pickByText(text: string): void {
  if (text === get().text && get().found.status !== 'idle') return;
  set({ text });
  ask();
}

export const foundRows = ({ found }: Picker): readonly CredentialRow[] =>
  (valueOf(found)?.results ?? []).flatMap((result) => (result.kind === 'credential' ? [result.row] : []));
