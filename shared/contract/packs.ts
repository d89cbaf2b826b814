/** Methods about packs: what a pack file is, what it changes, putting it in force, going back, and every edition on this machine. */
import { z } from 'zod';
import { command, done, nothing, query } from './method.ts';
import { int, text } from './schemas.ts';

/** An edition in short; `origin` says whether it came with the app or was put in. */
const editionBrief = z.strictObject({
  name: text(200), edition: text(200), scope: text(200), digest: z.string().regex(/^[0-9a-f]{64}$/), origin: z.enum(['app', 'pack']),
});
export type EditionBrief = z.infer<typeof editionBrief>;
const digest = editionBrief.shape.digest;

/** An edition that lies on this machine. */
const editionHere = editionBrief.extend({
  /** What the area of its scope is called; null where the edition does not say. */
  scopeName: text(200).nullable(),
  /** `before` is what going back leads to; `kept` is for another area, or came with the app. */
  place: z.enum(['in-use', 'before', 'kept']),
  /** Empty where its database has to be made first. */
  dataChecked: text(20),
  /** Whose data is in it, the largest first. */
  publishers: z.array(text(200)),
  /** What it takes on the disk. */
  bytes: int,
  counts: z.array(z.strictObject({ table: text(40), rows: int })),
});
export type EditionHere = z.infer<typeof editionHere>;

/** A median as the survey has it: hourly where an occupation has no figure for a year. */
const median = z.strictObject({ annual: z.number().int().nullable(), hourlyCents: z.number().int().nullable() });
/** What a person is asked about before a pack takes the place of what is in force. */
const packWarning = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('rows-removed'), table: text(40), removed: int, added: int, of: int, examples: z.array(text(300)) }),
  z.strictObject({ code: z.literal('verdicts-changed'), changed: int, of: int }),
  z.strictObject({
    code: z.literal('national-median-moved'), count: int,
    examples: z.array(z.strictObject({ soc: text(10), title: text(200).nullable(), from: median, to: median })),
  }),
]);
export type PackWarning = z.infer<typeof packWarning>;

/** Rows of a table now and in the pack. */
const tableChange = z.strictObject({ table: text(40), now: int, then: int });

const PACK_ERRORS = [
  'file-handle-unknown', 'pack-not-a-pack', 'pack-cut', 'pack-changed', 'pack-trailing', 'pack-newer-format', 'pack-unknown-codec', 'pack-too-large', 'pack-row-invalid',
  'pack-digest', 'pack-unreadable', 'disk-full', 'folder-not-writable', 'file-write-failed', 'conflict', 'cancelled',
] as const;
const BACK_ERRORS = ['not-found', 'reference-missing', 'reference-damaged', 'disk-full', 'folder-not-writable', 'file-write-failed'] as const;
const handle = text(100);

export const packs = {
  'packs.getState': query({
    input: nothing,
    output: z.strictObject({
      current: editionBrief,
      /** What going back leads to; null when there is nothing but what is in force. */
      previous: editionBrief.nullable(),
      /** A pack is being put in: rows done of all. */
      working: z.strictObject({ done: int, all: int }).nullable(),
    }),
  }),
  /** Asks for a pack file in the host's own dialog; null when the person cancelled. */
  'packs.chooseFile': command({ input: nothing, output: z.strictObject({ handle: handle.nullable() }), changes: [], errors: ['not-available-here'] }),
  /** What a pack file says of itself, who made it, and how it differs from what is in force. Its checksum is compared first; every row is when it is put in. */
  'packs.inspect': query({
    input: z.strictObject({ handle }),
    output: z.strictObject({
      name: text(200), edition: text(200), scope: text(200), scopeName: text(200).nullable(), digest, bytes: int, dataChecked: text(20),
      /** Whose data is in it, the largest first. */
      publishers: z.array(text(200)),
      /** `same`: it is in force already. `other-scope`: made for another area than what is in force. */
      relation: z.enum(['same', 'edition', 'other-scope']),
      /** What the area of the data in force is called. */
      nowScope: text(200), nowScopeName: text(200).nullable(),
      tables: z.array(tableChange),
    }),
    errors: PACK_ERRORS,
  }),
  /** Compares a pack of the same area, row by row, with what is in force; tells its progress. Conflict: another pack is being worked on. */
  'packs.compare': query({
    input: z.strictObject({ handle }), output: z.strictObject({ warnings: z.array(packWarning) }), errors: [...PACK_ERRORS, 'patch-other-scope', 'reference-missing'],
  }),
  /** Puts a pack in force. Conflict: another is being put in. The one before stays. */
  'packs.install': command({ input: z.strictObject({ handle }), output: editionBrief, changes: ['reference'], errors: PACK_ERRORS }),
  /** Stops putting a pack in or comparing one; what is in force stays. */
  'packs.cancel': command({ input: nothing, output: done, changes: [] }),
  /** Puts the edition before in force again. */
  'packs.goBack': command({ input: nothing, output: editionBrief, changes: ['reference'], errors: BACK_ERRORS }),
  'packs.listEditions': query({ input: nothing, output: z.strictObject({ editions: z.array(editionHere) }) }),
  /** Puts an edition in force that lies on this machine. */
  'packs.use': command({ input: z.strictObject({ digest }), output: editionBrief, changes: ['reference'], errors: [...new Set([...BACK_ERRORS, ...PACK_ERRORS])] }),
  /** Takes one off the disk that is neither in force nor the way back (conflict); what came with the app stays. */
  'packs.remove': command({ input: z.strictObject({ digest }), output: done, changes: [], errors: ['conflict', 'disk-full', 'folder-not-writable', 'file-write-failed'] }),
};
