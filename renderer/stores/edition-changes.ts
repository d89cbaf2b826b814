/** What the edition in use says differently than the one before it, for the area one is in. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { selectAreaId, selectSettings, setSettings, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Request } from './request.ts';

export const useEditionChanges = create<{ readonly found: Request<OutputOf<'changes.get'>> }>(() => ({ found: IDLE }));
const { getState: get, setState: set } = useEditionChanges;
const asker = createAsker('changes.get', () => get().found, (found) => set({ found }));

/** Asks for the comparison; a page calls it when it is shown. */
export async function loadEditionChanges(): Promise<void> {
  const now = get().found;
  const shown = valueOf(now)?.changes?.areaId;
  const areaId = selectAreaId(useApp.getState());
  // Those of another area must not stand under this one's name.
  if (shown !== undefined && shown !== areaId) asker.forget();
  await asker.ask({ areaId });
}
onReferenceContext(() => { if (get().found.status !== 'idle') void loadEditionChanges(); });

/** Digest of the edition in use; null until known. */
const digestNow = (): string | null => valueOf(useApp.getState().edition)?.digest ?? null;
/** The line about a new edition goes once its changes were looked at. */
export function noteChangesSeen(): void {
  const digest = digestNow();
  const settings = selectSettings(useApp.getState());
  if (digest !== null && settings && settings.seenEdition !== digest) void setSettings({ seenEdition: digest });
}
