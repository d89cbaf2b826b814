/** Forms of a school's own entries: how they start, and what they keep of what was typed. */
import type { OwnStart } from '../../stores/navigation.ts';
import type { ContactEntry, EntryDraft, OverlayEntry, ProgramEntry } from '../../../shared/domain/overlay/entry.ts';

export type ProgramDraft = Omit<ProgramEntry, 'id' | 'school' | 'changedAt'>;
export type ContactDraft = Omit<ContactEntry, 'id' | 'school' | 'changedAt'>;

/** What is added to a draft when it is kept. */
const ADDED: ReadonlySet<string> = new Set(['id', 'school', 'changedAt'] satisfies (keyof OverlayEntry)[]);

/** A fresh form, with what is known of where one comes from. */
export function newDraft(kind: OverlayEntry['kind'], today: string, start: OwnStart | null): EntryDraft {
  const said = { credentialId: start?.credentialId ?? null, credentialName: start?.name ?? null, phone: '', hours: '', web: '', note: '', checkedOn: today, checkedBy: '' };
  return kind === 'contact' ? { ...said, kind, topic: start ? 'credential' : 'money', name: '' } : {
    ...said, kind, title: '', provider: start?.provider ?? '', city: '', county: '', contact: '', delivery: null, weeks: null, clockHours: null, priceCents: null, payers: [], seats: null,
    startsOn: null, runs: true, listed: start?.listed ?? null,
  };
}

/** What a form starts from when an entry is changed. */
export function draftOf(entry: OverlayEntry): EntryDraft {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !ADDED.has(key))) as unknown as EntryDraft;
}

/** Without blanks around what was typed; a name that was wiped is none. */
export function tidy(draft: EntryDraft): EntryDraft {
  const { credentialName: name } = draft;
  const trimmed = Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value])) as EntryDraft;
  return { ...trimmed, credentialName: name === null || name.en.trim() === '' ? null : { en: name.en.trim(), es: name.es.trim() } };
}

/** Fields without which an entry says nothing, and a day that has not come yet. */
export function wrongIn(draft: EntryDraft, today: string): ReadonlySet<'who' | 'checkedOn'> {
  const who = draft.kind === 'program' ? draft.provider : draft.name;
  return new Set([...(who.trim() === '' ? ['who' as const] : []), ...(draft.checkedOn > today ? ['checkedOn' as const] : [])]);
}
