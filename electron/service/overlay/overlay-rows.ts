/** What today and the open edition make of a school's own entries. */
import { getCredential } from '../../../db/reference/queries/get-credential.ts';
import { getCredentialFacts } from '../../../db/reference/queries/get-credential-facts.ts';
import { NATION } from '../../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { OverlayRow } from '../../../shared/contract/overlay.ts';
import type { OverlayEntry } from '../../../shared/domain/overlay/entry.ts';
import { entryAge } from '../../../shared/domain/overlay/entry-age.ts';
import type { IsoDay } from '../../../shared/kernel/plain-date.ts';
import type { OverlayStore } from './overlay-store.ts';

type State = NonNullable<OverlayRow['credential']>;

/** Where a credential stands in the open edition, and what took its place: as this edition says, else as one before said. */
function stateOf(db: ReferenceDb, store: Pick<OverlayStore, 'successorOf'>, credentialId: string): State {
  const found = getCredential(db, credentialId);
  const state = !found ? 'gone' : found.status === 'retired' ? 'retired' : 'here';
  const next = state === 'here' ? null : (found?.successor ?? store.successorOf(credentialId));
  const facts = next === null ? undefined : getCredentialFacts(db, next, NATION);
  return { state, successor: facts ? { id: facts.id, name: { ...facts.name } } : null };
}

/** Rows of all entries; of a credential those about it, those about what it follows, and those about no credential. */
export function overlayRows(db: ReferenceDb, store: Pick<OverlayStore, 'list' | 'successorOf'>, today: IsoDay, credentialId: string | null): OverlayRow[] {
  const states = new Map<string, State>();
  const of = (id: string): State => {
    const state = states.get(id) ?? stateOf(db, store, id);
    states.set(id, state);
    return state;
  };
  return rowsOf(store.list(), of, today).filter(({ entry, credential }) =>
    credentialId === null || entry.credentialId === null || entry.credentialId === credentialId || credential?.successor?.id === credentialId);
}

function rowsOf(entries: readonly OverlayEntry[], of: (id: string) => State, today: IsoDay): OverlayRow[] {
  return entries.map((entry) => ({
    entry: structuredClone(entry) as OverlayRow['entry'], age: entryAge(entry.checkedOn, today), credential: entry.credentialId === null ? null : of(entry.credentialId),
  }));
}

/** Entries of a file as rows, before they are taken. */
export const previewRows = (db: ReferenceDb, store: Pick<OverlayStore, 'successorOf'>, today: IsoDay, entries: readonly OverlayEntry[]): OverlayRow[] =>
  overlayRows(db, { list: () => entries, successorOf: store.successorOf }, today, null);

/** What an edition says of successors of credentials that entries are about: noted before it is left. */
export function successorsIn(db: ReferenceDb, entries: readonly OverlayEntry[]): Record<string, string> {
  const ids = [...new Set(entries.map((each) => each.credentialId))].filter((id) => id !== null);
  return Object.fromEntries(ids.flatMap((id) => {
    const next = getCredential(db, id)?.successor;
    return next ? [[id, next]] : [];
  }));
}
