/** What the command field finds among credentials, jobs and schools: a short list, apart from what Explore shows. */
import { create } from 'zustand';
import type { Found } from './search.ts';
import { selectAreaId, selectSettings, useApp } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

/** As many as one reads at a glance. */
const MOST = 8;

export const usePalette = create<{ readonly found: Request<Found> }>(() => ({ found: IDLE }));
const asker = createAsker('reference.search', () => usePalette.getState().found, (found) => usePalette.setState({ found }));

/** Looks for what was typed; nothing typed finds nothing. */
export function lookUp(text: string): void {
  if (text.trim() === '') return asker.forget();
  const app = useApp.getState();
  void asker.ask({ text: text.slice(0, 200), areaId: selectAreaId(app), lang: selectSettings(app)?.lang ?? 'en', kinds: ['credential', 'occupation', 'school'], sort: 'best', limit: MOST });
}
