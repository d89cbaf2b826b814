/** Methods about packs: what a pack file is, putting it in force, going back. */
import { z } from 'zod';
import { command, done, nothing, query } from './method.ts';
import { int, text } from './schemas.ts';

/** An edition in short; `origin` says whether it came with the app or was put in. */
const editionBrief = z.strictObject({
  name: text(200), edition: text(200), scope: text(200), digest: z.string().regex(/^[0-9a-f]{64}$/), origin: z.enum(['app', 'pack']),
});
export type EditionBrief = z.infer<typeof editionBrief>;

/** Rows of a table now and in the pack. */
const tableChange = z.strictObject({ table: text(40), now: int, then: int });
export type TableChange = z.infer<typeof tableChange>;

const PACK_ERRORS = [
  'file-handle-unknown', 'pack-not-a-pack', 'pack-cut', 'pack-changed', 'pack-trailing', 'pack-newer-format', 'pack-unknown-codec', 'pack-too-large', 'pack-row-invalid',
  'pack-digest', 'pack-unreadable', 'disk-full', 'folder-not-writable', 'file-write-failed', 'conflict', 'cancelled',
] as const;
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
      name: text(200), edition: text(200), scope: text(200), digest: editionBrief.shape.digest, bytes: int, dataChecked: text(20),
      /** Whose data is in it, the largest first. */
      publishers: z.array(text(200)),
      /** `same`: it is in force already. `other-scope`: made for another area than what is in force. */
      relation: z.enum(['same', 'edition', 'other-scope']),
      tables: z.array(tableChange),
      /** Tables that would lose more than a tenth: a person is asked first. */
      losses: z.array(tableChange),
    }),
    errors: PACK_ERRORS,
  }),
  /** Puts a pack in force. Conflict: another is being put in. The one before stays. */
  'packs.install': command({ input: z.strictObject({ handle }), output: editionBrief, changes: ['reference'], errors: PACK_ERRORS }),
  /** Stops putting a pack in; what is in force stays. */
  'packs.cancel': command({ input: nothing, output: done, changes: [] }),
  /** Puts the edition before in force again. */
  'packs.goBack': command({ input: nothing, output: editionBrief, changes: ['reference'], errors: ['not-found', 'reference-missing', 'reference-damaged', 'disk-full', 'folder-not-writable', 'file-write-failed'] }),
};
