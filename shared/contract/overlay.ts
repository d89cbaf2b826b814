/** Methods about a local overlay: a school's own programs and phone numbers. No student is in it; files go by opaque handle. */
import { z } from 'zod';
import { PAYERS } from '../domain/facts.ts';
import { CONTACT_TOPICS, LISTED_IN } from '../domain/overlay/entry.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import { MERGE_WORDS } from '../domain/overlay/merge-entries.ts';
import { TRAINING_DELIVERIES } from '../domain/training.ts';
import { command, done, nothing, query } from './method.ts';
import { id, int, isoDay, localized, text } from './schemas.ts';

/** One line of plain text: what turns writing around or is no sign at all comes from no keyboard. */
const line = (max: number) => text(max).regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const pieces = (most: number) => int.min(1).max(most).nullable();

const said = {
  credentialId: id.nullable(), credentialName: localized.nullable(), phone: line(40), hours: line(80), web: line(200), note: line(400), checkedOn: isoDay, checkedBy: line(120),
};
const saidOfProgram = {
  ...said, kind: z.literal('program'), title: line(160), provider: line(120).min(1), city: line(60), county: line(60), contact: line(120),
  delivery: z.enum(TRAINING_DELIVERIES).nullable(), weeks: pieces(520), clockHours: pieces(20_000), priceCents: int.min(0).max(100_000_000).nullable(),
  payers: z.array(z.enum(PAYERS)).max(PAYERS.length), seats: int.min(0).max(10_000).nullable(), startsOn: isoDay.nullable(), runs: z.boolean(),
  listed: z.strictObject({ in: z.enum(LISTED_IN), id }).nullable(),
};
const saidOfContact = { ...said, kind: z.literal('contact'), topic: z.enum(CONTACT_TOPICS), name: line(120).min(1) };
const added = { id, school: line(120), changedAt: instant };

/** What a person writes. */
export const entryDraft = z.discriminatedUnion('kind', [z.strictObject(saidOfProgram), z.strictObject(saidOfContact)]);
export const overlayEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...saidOfProgram, ...added }), z.strictObject({ ...saidOfContact, ...added }),
]) satisfies z.ZodType<OverlayEntry>;

/** Far more than a district has; what is larger is something else. */
export const MOST_ENTRIES = 2000;
export const MOST_OVERLAY_BYTES = 4 * 1024 * 1024;

/** The file that goes from colleague to colleague, and the one in the data folder. */
export const overlayFile = z.strictObject({
  format: z.literal('waymark-overlay'), version: z.literal(1), school: line(120), madeOn: isoDay, entries: z.array(overlayEntry).max(MOST_ENTRIES),
});
export type OverlayFile = z.infer<typeof overlayFile>;

/** An entry with what today and the open edition make of it. */
const overlayRow = z.strictObject({
  entry: overlayEntry, age: z.strictObject({ months: int, callFirst: z.boolean(), oldPrice: z.boolean() }),
  /** `retired`: the data says so. `gone`: the edition does not have it. Null for an entry about no credential of the data. */
  credential: z.strictObject({ state: z.enum(['here', 'retired', 'gone']), successor: z.strictObject({ id, name: localized }).nullable() }).nullable(),
});
export type OverlayRow = z.infer<typeof overlayRow>;

const WRITE_ERRORS = ['folder-not-writable', 'disk-full', 'file-write-failed'] as const;
const READ_ERRORS = ['file-handle-unknown', 'overlay-unreadable', 'overlay-not-an-overlay', 'overlay-newer', 'overlay-too-large', 'overlay-invalid'] as const;
const handle = text(100);
const changes = ['overlay'] as const;

export const overlay = {
  /** All entries, or with a credential those about it, about what it follows, and those about none. */
  'overlay.get': query({
    input: z.strictObject({ credentialId: id.nullable() }),
    output: z.strictObject({
      /** The file of this machine could not be read: nothing is shown, and the next change sets it aside. */
      problem: z.boolean(),
      entries: z.array(overlayRow),
      /** Names of operations that can be undone and done again. */
      undo: text(40).nullable(), redo: text(40).nullable(),
    }),
  }),
  /** With id null adds, else changes. */
  'overlay.put': command({ input: z.strictObject({ id: id.nullable(), entry: entryDraft }), output: z.strictObject({ id }), changes, errors: ['not-found', 'overlay-full', ...WRITE_ERRORS] }),
  'overlay.remove': command({ input: z.strictObject({ id }), output: done, changes, errors: ['not-found', ...WRITE_ERRORS] }),
  'overlay.undo': command({ input: nothing, output: z.strictObject({ undone: text(40) }), changes, errors: ['nothing-to-undo', ...WRITE_ERRORS] }),
  'overlay.redo': command({ input: nothing, output: z.strictObject({ redone: text(40) }), changes, errors: ['nothing-to-redo', ...WRITE_ERRORS] }),
  /** Asks for a place for the file; null when the person cancelled. */
  'overlay.choosePlace': command({ input: z.strictObject({ suggestedName: text(120) }), output: z.strictObject({ handle: handle.nullable() }), changes: [] }),
  'overlay.exportFile': command({ input: z.strictObject({ handle }), output: z.strictObject({ entries: int }), changes: [], errors: ['file-handle-unknown', ...WRITE_ERRORS] }),
  /** Asks for a file in the host's own dialog; null when the person cancelled. */
  'overlay.chooseFile': command({ input: nothing, output: z.strictObject({ handle: handle.nullable() }), changes: [], errors: ['not-available-here'] }),
  /** What a file is, and what taking it would do to each entry. Nothing changes. */
  'overlay.openFile': query({
    input: z.strictObject({ handle }), errors: [...READ_ERRORS],
    output: z.strictObject({ school: text(120), madeOn: isoDay, rows: z.array(z.strictObject({ row: overlayRow, word: z.enum(MERGE_WORDS) })) }),
  }),
  /** Takes a file in: one change, one undo. */
  'overlay.importFile': command({
    input: z.strictObject({ handle }), changes, errors: [...READ_ERRORS, ...WRITE_ERRORS, 'overlay-full'],
    output: z.strictObject({ words: z.record(z.enum(MERGE_WORDS), int) }),
  }),
};
