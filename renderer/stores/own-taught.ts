/** Credentials that the school itself says are taught near here: small, for rows of lists. */
import { create } from 'zustand';
import { call } from '../client/client.ts';
import { onChanged } from './app.ts';

export const useOwnTaught = create<{ readonly ids: ReadonlySet<string> | null }>(() => ({ ids: null }));

async function load(): Promise<void> {
  const reply = await call('overlay.get', { credentialId: null });
  if (reply.ok) useOwnTaught.setState({ ids: new Set(reply.value.entries.flatMap(({ entry }) => (entry.kind === 'program' && entry.runs && entry.credentialId !== null ? [entry.credentialId] : []))) });
}
/** Asks once; changes are heard of from then on. */
export function startOwnTaught(): void {
  if (useOwnTaught.getState().ids !== null) return;
  useOwnTaught.setState({ ids: new Set() });
  void load();
  onChanged((kinds) => { if (kinds.includes('overlay')) void load(); });
}
