/** Handlers of a school's own programs and phone numbers. */
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { mergeEntries, MERGE_WORDS } from '../../../shared/domain/overlay/merge-entries.ts';
import type { MergeWord } from '../../../shared/domain/overlay/merge-entries.ts';
import type { Settings } from '../../../shared/contract/app.ts';
import type { Handlers } from '../dispatcher.ts';
import { readOverlay, writeOverlay } from '../overlay/overlay-file.ts';
import { overlayRows, previewRows } from '../overlay/overlay-rows.ts';
import type { OverlayStore } from '../overlay/overlay-store.ts';
import type { Ports, World } from '../ports.ts';

export interface OverlayContext {
  readonly db: ReferenceDb;
  readonly overlay: OverlayStore;
  readonly ports: Ports;
  readonly world: World;
  readonly settings: () => Settings;
}

export function overlayHandlers({ db, overlay, ports, world, settings }: OverlayContext): Pick<Handlers, Extract<keyof Handlers, `overlay.${string}`>> {
  const read = async (handle: string): ReturnType<typeof readOverlay> => readOverlay((await ports.locateFile({ handle })).path);
  return {
    'overlay.get': ({ credentialId }) => ({ problem: overlay.problem, entries: overlayRows(db, overlay, world.today(), credentialId), ...overlay.history() }),
    'overlay.put': async ({ id, entry }) => {
      const entryId = id ?? world.newId();
      await overlay.put(entry, { id: entryId, isNew: id === null, school: settings().schoolName, now: world.now() });
      return { id: entryId };
    },
    'overlay.remove': async ({ id }) => {
      await overlay.remove(id);
      return {};
    },
    'overlay.undo': async () => ({ undone: await overlay.step('undo') }),
    'overlay.redo': async () => ({ redone: await overlay.step('redo') }),
    'overlay.choosePlace': async ({ suggestedName }) => ({ handle: (await ports.chooseFile({ suggestedName, kind: 'overlay' }))?.handle ?? null }),
    'overlay.exportFile': async ({ handle }) => {
      const entries = structuredClone(overlay.list()) as Parameters<typeof writeOverlay>[0]['entries'];
      await ports.saveText({ handle, text: writeOverlay({ format: 'waymark-overlay', version: 1, school: settings().schoolName, madeOn: world.today(), entries }) });
      return { entries: entries.length };
    },
    'overlay.chooseFile': async () => ({ handle: (await ports.openFile({ kind: 'overlay' }))?.handle ?? null }),
    'overlay.openFile': async ({ handle }) => {
      const { school, madeOn, entries } = await read(handle);
      const { told } = mergeEntries(overlay.list(), entries);
      const rows = previewRows(db, overlay, world.today(), entries);
      return { school, madeOn, rows: rows.map((row, at) => ({ row, word: told[at]?.word ?? 'new' })) };
    },
    'overlay.importFile': async ({ handle }) => {
      const { told } = await overlay.take((await read(handle)).entries);
      const count = (wanted: MergeWord): number => told.filter(({ word }) => word === wanted).length;
      return { words: Object.fromEntries(MERGE_WORDS.map((word) => [word, count(word)])) as Record<MergeWord, number> };
    },
  };
}
