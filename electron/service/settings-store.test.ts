import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/contract/app.ts';
import { DAMAGED, openSettings } from './settings-store.ts';

let dir: string;
beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'way mark ñ #1 100% settings ')); });
afterEach(async () => { await rm(dir, { recursive: true, force: true }); });
const file = (): string => join(dir, 'settings.json');

describe('settings', () => {
  it('are the defaults at the first start, without a file', async () => {
    const settings = await openSettings(dir);
    expect([settings.get(), settings.problem]).toEqual([DEFAULT_SETTINGS, false]);
    expect(await readdir(dir)).toEqual([]);
  });

  it('are there again after a restart, and the last of many changes counts', async () => {
    const settings = await openSettings(dir);
    await Promise.all([settings.set({ areaId: '39' }), settings.set({ lang: 'es' }), settings.set({ schoolName: 'West' }), settings.set({ schoolName: 'East' })]);
    const again = await openSettings(dir);
    expect(again.get()).toEqual({ ...DEFAULT_SETTINGS, areaId: '39', lang: 'es', schoolName: 'East' });
    expect(await readdir(dir)).toEqual(['settings.json']);
  });

  it('take defaults for what is new and leave out what is unknown', async () => {
    await writeFile(file(), JSON.stringify({ lang: 'es', fromALaterVersion: { a: 1 } }));
    const settings = await openSettings(dir);
    expect([settings.get(), settings.problem]).toEqual([{ ...DEFAULT_SETTINGS, lang: 'es' }, false]);
  });

  it.each([['cut', '{"lang":"e'], ['empty', ''], ['of another kind', '[1]'], ['wrong in one place', '{"autoLockMinutes":0}'], ['binary', '\0\0\0\0']])('that are %s give way to defaults; the file is kept', async (_, text) => {
    await writeFile(file(), text);
    const settings = await openSettings(dir);
    expect([settings.get(), settings.problem]).toEqual([DEFAULT_SETTINGS, true]);
    expect(await readFile(file(), 'utf8')).toBe(text);
    await settings.set({ lang: 'es' });
    expect(settings.problem).toBe(false);
    expect(await readFile(join(dir, DAMAGED), 'utf8')).toBe(text);
    expect((await openSettings(dir)).get()).toEqual({ ...DEFAULT_SETTINGS, lang: 'es' });
  });

  it('that cannot be saved are refused and not in force, and the next change works', async () => {
    const settings = await openSettings(dir);
    await rm(dir, { recursive: true });
    await writeFile(dir, '');
    await expect(settings.set({ lang: 'es' })).rejects.toMatchObject({ code: 'folder-not-writable' });
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    await rm(dir);
    await mkdir(dir);
    await settings.set({ theme: 'dark' });
    expect((await openSettings(dir)).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });
});
