/** A school's own entries in the data folder, apart from every pack: they outlive any edition. With undo of every change. */
import { join } from 'node:path';
import { z } from 'zod';
import { MOST_ENTRIES, overlayEntry } from '../../../shared/contract/overlay.ts';
import { id } from '../../../shared/contract/schemas.ts';
import type { EntryDraft, OverlayEntry } from '../../../shared/domain/overlay/entry.ts';
import { mergeEntries } from '../../../shared/domain/overlay/merge-entries.ts';
import type { Merge } from '../../../shared/domain/overlay/merge-entries.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { openJsonFile } from '../json-file.ts';

/** What is kept; successors are those that an edition named before it left a credential out. */
const keptSchema = z.strictObject({
  format: z.literal('waymark-overlay-store'), version: z.literal(1), entries: z.array(overlayEntry).max(MOST_ENTRIES), successors: z.record(id, id),
});
type Kept = z.infer<typeof keptSchema>;
const NOTHING: Kept = { format: 'waymark-overlay-store', version: 1, entries: [], successors: {} };

export type OverlayOperation = 'overlay-add' | 'overlay-change' | 'overlay-remove' | 'overlay-import';
/** Changes that can be taken back while the program runs. */
const MOST_UNDO = 100;

export interface OverlayStore {
  list(): readonly OverlayEntry[];
  readonly problem: boolean;
  readonly path: string;
  history(): { readonly undo: OverlayOperation | null; readonly redo: OverlayOperation | null };
  /** Errors: not-found, overlay-full and those of writing. */
  put(entry: EntryDraft, as: { readonly id: string; readonly isNew: boolean; readonly school: string; readonly now: string }): Promise<void>;
  /** Errors: not-found and those of writing. */
  remove(entryId: string): Promise<void>;
  /** Errors: overlay-full and those of writing. */
  take(entries: readonly OverlayEntry[]): Promise<Merge>;
  /** Errors: nothing-to-undo, nothing-to-redo and those of writing. */
  step(direction: 'undo' | 'redo'): Promise<OverlayOperation>;
  /** The successor that was noted for a credential. */
  successorOf(credentialId: string): string | null;
  /** Notes successors, for the day when an edition has neither. */
  noteSuccessors(found: Readonly<Record<string, string>>): Promise<void>;
}

/** An instant after the one before: a clock that was set back makes no entry older than what it takes the place of. */
const after = (before: string | undefined, now: string): string =>
  before === undefined || before < now ? now : new Date(Date.parse(before) + 1).toISOString();

/** Reads the entries of a data folder; a missing file is the first start. */
export async function openOverlay(dataDir: string): Promise<OverlayStore> {
  const file = await openJsonFile<Kept>({ path: join(dataDir, 'overlay.json'), first: NOTHING, parse: (value) => keptSchema.parse(value) });
  interface Past { readonly operation: OverlayOperation; readonly entries: Kept['entries'] }
  let undo: readonly Past[] = [];
  let redo: readonly Past[] = [];
  const change = async (operation: OverlayOperation, make: (now: readonly OverlayEntry[]) => readonly OverlayEntry[]): Promise<void> => {
    let before: Kept['entries'] = [];
    await file.change((now) => {
      before = now.entries;
      const entries = [...make(now.entries)] as Kept['entries'];
      if (entries.length > MOST_ENTRIES) throw new CodedError('overlay-full', { most: MOST_ENTRIES });
      return { ...now, entries };
    });
    undo = [...undo.slice(1 - MOST_UNDO), { operation, entries: before }];
    redo = [];
  };
  return {
    list: () => file.get().entries,
    get problem() { return file.problem; },
    path: file.path,
    history: () => ({ undo: undo.at(-1)?.operation ?? null, redo: redo.at(-1)?.operation ?? null }),
    put: (draft, { id: entryId, isNew, school, now: instant }) => change(isNew ? 'overlay-add' : 'overlay-change', (now) => {
      const before = now.find((each) => each.id === entryId);
      if (!isNew && !before) throw new CodedError('not-found', { what: 'entry' });
      const entry: OverlayEntry = { ...draft, id: entryId, school, changedAt: after(before?.changedAt, instant) };
      return before ? now.map((each) => (each === before ? entry : each)) : [...now, entry];
    }),
    remove: (entryId) => change('overlay-remove', (now) => {
      if (!now.some((each) => each.id === entryId)) throw new CodedError('not-found', { what: 'entry' });
      return now.filter((each) => each.id !== entryId);
    }),
    take: async (entries) => {
      let merge: Merge = { entries: [], told: [] };
      await change('overlay-import', (now) => (merge = mergeEntries(now, entries)).entries);
      return merge;
    },
    step: async (direction) => {
      const past = (direction === 'undo' ? undo : redo).at(-1);
      if (!past) throw new CodedError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
      let before: Kept['entries'] = [];
      await file.change((now) => {
        before = now.entries;
        return { ...now, entries: past.entries };
      });
      const back: Past = { operation: past.operation, entries: before };
      if (direction === 'undo') [undo, redo] = [undo.slice(0, -1), [...redo, back]];
      else [undo, redo] = [[...undo, back], redo.slice(0, -1)];
      return past.operation;
    },
    successorOf: (credentialId) => (Object.hasOwn(file.get().successors, credentialId) ? file.get().successors[credentialId] ?? null : null),
    noteSuccessors: async (found) => {
      const known = file.get().successors;
      if (Object.entries(found).every(([from, to]) => known[from] === to)) return;
      await file.change((now) => ({ ...now, successors: { ...now.successors, ...found } }));
    },
  };
}
