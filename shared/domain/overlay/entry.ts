/**
 * What a school knows itself and no publication has: programs near here and whom to call. A local overlay is a list of
 * such entries; no student is in it. Nothing known is null or an empty text, never 0.
 */
import type { IsoDay } from '../../kernel/plain-date.ts';
import type { Localized, Payer } from '../facts.ts';
import type { TRAINING_DELIVERIES } from '../training.ts';

/** What a phone number is for, where it is not for one credential alone. */
export const CONTACT_TOPICS = ['credential', 'money', 'career-tech', 'workforce', 'other'] as const;
export type ContactTopic = (typeof CONTACT_TOPICS)[number];
/** Lists of the data in which a program may stand that the entry sets right. */
export const LISTED_IN = ['schools', 'state-list'] as const;

interface EntryBase {
  readonly id: string;
  /** The credential it is about; null for something that the data does not have, or for nothing in particular. */
  readonly credentialId: string | null;
  /** Its name when it was written, which stays when an edition no longer has the credential. */
  readonly credentialName: Localized | null;
  readonly phone: string;
  /** When somebody answers, as "weekdays 8 to 3". */
  readonly hours: string;
  readonly web: string;
  readonly note: string;
  readonly checkedOn: IsoDay;
  readonly checkedBy: string;
  /** Whose word it is: the name of the school that wrote it. */
  readonly school: string;
  /** UTC instant of the last change, as ISO text with milliseconds: of two versions the later counts. */
  readonly changedAt: string;
}

/** A program that people near here can start. */
export interface ProgramEntry extends EntryBase {
  readonly kind: 'program';
  readonly title: string;
  readonly provider: string;
  readonly city: string;
  readonly county: string;
  readonly contact: string;
  readonly delivery: (typeof TRAINING_DELIVERIES)[number] | null;
  readonly weeks: number | null;
  readonly clockHours: number | null;
  /** What a student of this school pays the program, in cents; 0 where it costs them nothing. */
  readonly priceCents: number | null;
  readonly payers: readonly Payer[];
  readonly seats: number | null;
  readonly startsOn: IsoDay | null;
  /** False: it does not run any more, whatever else says that it does. */
  readonly runs: boolean;
  /** The row of the data that it sets right, if any. */
  readonly listed: { readonly in: (typeof LISTED_IN)[number]; readonly id: string } | null;
}

/** Somebody to call. */
export interface ContactEntry extends EntryBase {
  readonly kind: 'contact';
  readonly topic: ContactTopic;
  readonly name: string;
}

export type OverlayEntry = ProgramEntry | ContactEntry;

/** What a person fills in; the rest is added when it is kept. */
type Added = 'id' | 'school' | 'changedAt';
export type EntryDraft = Omit<ProgramEntry, Added> | Omit<ContactEntry, Added>;

/** The name an entry goes by: of a program what it is called, else what it teaches. */
export function entryName(entry: OverlayEntry | EntryDraft, lang: keyof Localized): string {
  if (entry.kind === 'contact') return entry.name;
  return entry.title === '' ? (entry.credentialName?.[lang] ?? entry.provider) : entry.title;
}

/** Programs that run, those looked at last first; ties by id, so that every machine tells them in one order. */
export function runningPrograms(entries: readonly OverlayEntry[]): ProgramEntry[] {
  return entries.filter((each) => each.kind === 'program').filter((each) => each.runs)
    .sort((a, b) => (a.checkedOn > b.checkedOn ? -1 : a.checkedOn < b.checkedOn ? 1 : a.id < b.id ? -1 : 1));
}

/** Whom to call for a topic, those looked at last first. */
export function contactsFor(entries: readonly OverlayEntry[], topic: ContactTopic): ContactEntry[] {
  return entries.filter((each) => each.kind === 'contact').filter((each) => each.topic === topic)
    .sort((a, b) => (a.checkedOn > b.checkedOn ? -1 : a.checkedOn < b.checkedOn ? 1 : a.id < b.id ? -1 : 1));
}
