/** Credentials, jobs and schools that one looked at, the newest first: in memory only, and gone when the students are locked away. */
import { create } from 'zustand';
import type { Localized } from '../../shared/domain/facts.ts';
import { onVaultLocked } from './app.ts';
import { useCredential } from './credential.ts';
import { useOccupation } from './occupation.ts';
import { useSchool } from './school.ts';

export interface Recent {
  readonly kind: 'credential' | 'occupation' | 'school';
  readonly id: string;
  readonly name: Localized;
}
const MOST = 8;

export const useRecents = create<{ readonly list: readonly Recent[] }>(() => ({ list: [] }));

function note(recent: Recent): void {
  const { list } = useRecents.getState();
  const isNewest = list[0]?.kind === recent.kind && list[0].id === recent.id;
  if (!isNewest) useRecents.setState({ list: [recent, ...list.filter(({ kind, id }) => kind !== recent.kind || id !== recent.id)].slice(0, MOST) });
}

useCredential.subscribe(({ page }) => { if (page.status === 'ready') note({ kind: 'credential', id: page.value.row.id, name: page.value.row.name }); });
useOccupation.subscribe(({ page }) => { if (page.status === 'ready') note({ kind: 'occupation', id: page.value.facts.soc, name: page.value.facts.title }); });
useSchool.subscribe(({ page }) => { if (page.status === 'ready') note({ kind: 'school', id: page.value.school.id, name: { en: page.value.school.name, es: page.value.school.name } }); });
// What was looked at may tell of the one it was looked at for.
onVaultLocked(() => useRecents.setState({ list: [] }));
