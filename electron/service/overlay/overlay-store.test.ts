/** A school's own entries on the disk: kept over a restart, each change undone, a file that cannot be read kept aside. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ENTRIES } from '../../../shared/contract/overlay.ts';
import type { EntryDraft, ProgramEntry } from '../../../shared/domain/overlay/entry.ts';
import { contact, program } from '../../../shared/domain/overlay/testing.ts';
import { openOverlay } from './overlay-store.ts';
import type { OverlayStore } from './overlay-store.ts';

let dir: string;
let store: OverlayStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'way mark ñ #1 100% overlay '));
  store = await openOverlay(dir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function draft(change: Partial<ProgramEntry> = {}): EntryDraft {
  const { id, school, changedAt, ...rest } = program(change);
  expect([id, school, changedAt]).not.toContain('');
  return rest;
}
const NOW = '2026-11-25T12:00:00.000Z';
const as = (id: string, isNew: boolean, now = NOW) => ({ id, isNew, school: 'West High', now });

describe('own entries', () => {
  it('are none at the first start, without a file', async () => {
    expect([store.list(), store.problem, store.history()]).toEqual([[], false, { undo: null, redo: null }]);
    expect(await readdir(dir)).toEqual([]);
  });

  it('are there again after a restart, one write after another', async () => {
    await Promise.all([store.put(draft(), as('a', true)), store.put(draft({ seats: 3 }), as('b', true)), store.put(draft({ seats: 4 }), as('b', false)), store.put(draft(), as('c', true)), store.remove('a')]);
    const again = await openOverlay(dir);
    expect(again.list()).toEqual(store.list());
    expect(again.list().map((each) => [each.id, each.kind === 'program' && each.seats])).toEqual([['b', 4], ['c', 12]]);
    expect(await readdir(dir)).toEqual(['overlay.json']);
  });

  it('say whose they are and when they were changed, later than before even where the clock went back', async () => {
    await store.put(draft(), as('a', true));
    await store.put(draft({ seats: 1 }), as('a', false, '2026-01-01T00:00:00.000Z'));
    expect(store.list()).toMatchObject([{ school: 'West High', changedAt: '2026-11-25T12:00:00.001Z', seats: 1 }]);
  });

  it('are taken back and done again, change by change', async () => {
    const states = [store.list()];
    await store.put(draft(), as('a', true));
    states.push(store.list());
    await store.put(draft({ seats: 1 }), as('a', false));
    states.push(store.list());
    await store.take([contact(), program({ id: 'a', changedAt: '2026-12-01T00:00:00.000Z', seats: 7 })]);
    states.push(store.list());
    await store.remove('c1');
    states.push(store.list());
    const undone: string[] = [];
    for (let at = states.length - 2; at >= 0; at -= 1) {
      undone.push(await store.step('undo'));
      expect(store.list()).toEqual(states[at]);
    }
    expect(undone).toEqual(['overlay-remove', 'overlay-import', 'overlay-change', 'overlay-add']);
    await expect(store.step('undo')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    for (let at = 1; at < states.length; at += 1) {
      await store.step('redo');
      expect(store.list()).toEqual(states[at]);
    }
    await expect(store.step('redo')).rejects.toMatchObject({ code: 'nothing-to-redo' });
    expect((await openOverlay(dir)).list()).toEqual(states.at(-1));
    await store.step('undo');
    await store.put(draft(), as('z', true));
    expect(store.history()).toEqual({ undo: 'overlay-add', redo: null });
  });

  it('that are not there are refused, and more than there is room for', async () => {
    await expect(store.put(draft(), as('a', false))).rejects.toMatchObject({ code: 'not-found' });
    await expect(store.remove('a')).rejects.toMatchObject({ code: 'not-found' });
    await store.take(Array.from({ length: MOST_ENTRIES }, (_, at) => contact({ id: `c${at}` })));
    await expect(store.put(draft(), as('a', true))).rejects.toMatchObject({ code: 'overlay-full' });
    expect(store.list()).toHaveLength(MOST_ENTRIES);
    expect(store.history().undo).toBe('overlay-import');
  });

  it.each([['cut', '{"format":"waymark-ov'], ['of another kind', '[]'], ['wrong in one place', '{"format":"waymark-overlay-store","version":1,"entries":[{"id":"a"}],"successors":{}}'], ['of a later version', '{"format":"waymark-overlay-store","version":2}']])('in a file that is %s are told of; the file is kept', async (_, text) => {
    await writeFile(join(dir, 'overlay.json'), text);
    store = await openOverlay(dir);
    expect([store.list(), store.problem]).toEqual([[], true]);
    await store.put(draft(), as('a', true));
    expect(store.problem).toBe(false);
    expect(await readFile(join(dir, 'overlay-damaged.json'), 'utf8')).toBe(text);
    expect((await openOverlay(dir)).list()).toHaveLength(1);
  });

  it('that cannot be saved are refused and not in force; nothing can be undone that was not done', async () => {
    await rm(dir, { recursive: true });
    await writeFile(dir, '');
    await expect(store.put(draft(), as('a', true))).rejects.toMatchObject({ code: 'folder-not-writable' });
    expect([store.list(), store.history().undo]).toEqual([[], null]);
    await rm(dir);
    await mkdir(dir);
    await store.put(draft(), as('a', true));
    expect((await openOverlay(dir)).list()).toHaveLength(1);
  });

  it('keep what was noted of successors', async () => {
    await store.noteSuccessors({});
    expect(await readdir(dir)).toEqual([]);
    await store.noteSuccessors({ 'old-one': 'new-one' });
    await store.noteSuccessors({ other: 'next' });
    const again = await openOverlay(dir);
    expect([again.successorOf('old-one'), again.successorOf('other'), again.successorOf('constructor')]).toEqual(['new-one', 'next', null]);
    expect(again.history().undo).toBeNull();
  });
});
