/** Methods about updates: where they come from, what there is, fetching an edition, and putting it in use. */
import { z } from 'zod';
import { ERROR_CODES } from '../kernel/errors.ts';
import { command, done, nothing, query } from './method.ts';
import { int, text } from './schemas.ts';
import { ASK_ABOVE_MB } from './update-sizes.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const handle = text(100);
const WRITE_ERRORS = ['disk-full', 'folder-not-writable', 'file-write-failed'] as const;

/** `unasked`: the person has not been asked yet; nothing is looked for by itself. `asked`: only when told to. `daily`: once a day at most. */
const mode = z.enum(['unasked', 'off', 'asked', 'daily']);

/** Why a person is asked before an edition is put in use. */
const warning = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('rows-removed'), table: text(40), removed: int, of: int }),
  z.strictObject({ code: z.literal('verdicts-changed'), changed: int, of: int }),
  z.strictObject({ code: z.literal('national-median-moved'), count: int, titles: z.array(text(200)) }),
]);
export type UpdateWarning = z.infer<typeof warning>;

const offer = z.strictObject({
  edition: text(40), digest, from: z.enum(['address', 'folder']),
  /** A patch brings what differs; a pack is the whole edition. */
  way: z.enum(['patch', 'pack']), bytes: int,
});
export type UpdateOffer = z.infer<typeof offer>;
export const readyUpdate = offer.extend({ warnings: z.array(warning) });
export type ReadyUpdate = z.infer<typeof readyUpdate>;
const problem = z.strictObject({ code: z.enum(ERROR_CODES), params: z.record(text(40), z.union([text(300), z.number()])) });
/** The last look or fetch: when, and what came of it. */
const last = z.strictObject({ at: text(40), outcome: z.enum(['up-to-date', 'found', 'ready', 'refused', 'not-reached']), problem: problem.nullable() });
export type LastLook = z.infer<typeof last>;

export const updateState = z.strictObject({
  mode, askAboveMb: int,
  /** Where updates come from, and who said so; null when nobody has. */
  address: text(300).nullable(), addressBy: z.enum(['person', 'placed', 'app']).nullable(),
  /** Whose signatures count; null when no root is there. */
  publisher: z.strictObject({ fingerprint: text(100), expires: text(40), threshold: int, keys: int }).nullable(),
  /** Why the files that say so cannot be used. */
  setupProblem: problem.nullable(),
  last: last.nullable(),
  /** Since when the publisher's last word is out of date; null while it is good or there is none. */
  expiredSince: text(40).nullable(),
  found: offer.nullable(), ready: readyUpdate.nullable(),
  /** `bytes` while it comes, `rows` while its database is made; both of all. */
  working: z.strictObject({ phase: z.enum(['looking', 'bytes', 'rows']), done: int, all: int }).nullable(),
  isPaused: z.boolean(),
  /** Measured when something was fetched; null before that. */
  bytesPerSecond: int.nullable(),
});
export type UpdateState = z.infer<typeof updateState>;

export const updates = {
  'updates.getState': query({ input: nothing, output: updateState }),
  /** Asks for the folder of a stick in the host's dialog, or takes the path that was typed where the host has none; a null handle: cancelled. */
  'updates.chooseFolder': command({ input: z.strictObject({ typed: text(1000).nullable() }), output: z.strictObject({ handle: handle.nullable() }), changes: [], errors: ['not-available-here', 'update-unreachable'] }),
  /** Looks for a newer edition at the address, or in a folder that was chosen. What came of it is in the state, refusals too. */
  'updates.check': command({ input: z.strictObject({ folder: handle.nullable() }), output: updateState, changes: ['updates'], errors: ['conflict', 'file-handle-unknown', 'update-address', ...WRITE_ERRORS] }),
  /** Fetches what was found and makes it ready; goes on with what came before a pause. What came of it is in the state. */
  'updates.fetch': command({ input: nothing, output: updateState, changes: ['updates'], errors: ['conflict', 'not-found', ...WRITE_ERRORS] }),
  /** Stops what is under way; what came is kept. */
  'updates.pause': command({ input: nothing, output: done, changes: ['updates'] }),
  /** Stops what is under way and takes away what came. */
  'updates.cancel': command({ input: nothing, output: done, changes: ['updates'] }),
  /** Puts what is ready in use; the edition before stays, to go back to. Conflict: there are warnings, and they were not accepted. */
  'updates.apply': command({ input: z.strictObject({ despiteWarnings: z.boolean() }), output: updateState, changes: ['reference', 'updates'], errors: ['conflict', 'not-found', 'reference-missing', 'reference-damaged', ...WRITE_ERRORS] }),
  /** Writes what is trusted and in use to a folder that was chosen, for computers without internet. `hasPack` false: only for those that have an edition which a patch leads from. */
  'updates.export': command({
    input: z.strictObject({ folder: handle }), output: z.strictObject({ edition: text(40), files: int, bytes: int, hasPack: z.boolean() }), changes: [],
    errors: ['conflict', 'file-handle-unknown', 'update-nothing-kept', 'update-stick-file', 'update-name', 'update-busy', ...WRITE_ERRORS],
  }),
  'updates.configure': command({
    input: z.strictObject({ mode: mode.optional(), askAboveMb: z.literal(ASK_ABOVE_MB).optional(), address: text(300).nullable().optional() }),
    output: updateState, changes: ['updates'], errors: ['update-address', ...WRITE_ERRORS],
  }),
};
