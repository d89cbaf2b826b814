import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, writePack } from '../pack/pack-writer.ts';
import { testEdition } from '../pack/test-edition.ts';
import { ensureReference } from './ensure-reference.ts';
import { prepareEdition, switchBack, switchTo } from './install-pack.ts';
import { databaseFileOf, packFileOf, readInstalled } from './installed.ts';

let root: string;
let folder: string;
const rows = (seed: number) => new Map(testEdition(seed)).set('rubric', []);
const digest = (seed: number) => digestOf(rows(seed)).digest;
const packOf = async (seed: number): Promise<string> => {
  const out = join(root, `stick ${seed}.pack`);
  await writePack({ rows: rows(seed), out });
  return out;
};
const install = async (seed: number) => switchTo(folder, await prepareEdition({ pack: await packOf(seed), folder }));
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'waymark install ñ #1 '));
  folder = join(root, 'data', 'reference');
  await mkdir(join(root, 'resources'));
  await writePack({ rows: rows(1), out: join(root, 'resources', 'starter.pack') });
});
afterEach(async () => { await rm(root, { recursive: true, force: true }); });

async function opened(): Promise<string> {
  const { db, how } = await ensureReference({ resourcesDir: join(root, 'resources'), dataDir: join(root, 'data') });
  const found = [1, 2, 3, 4].find((seed) => digest(seed) === db.digest) ?? '?';
  db.close();
  return `${how} ${found}`;
}

describe('a pack that is put in', () => {
  test('is opened from then on, also when its stick is gone', async () => {
    expect(await opened()).toBe('built 1');
    await install(2);
    await rm(join(root, 'stick 2.pack'));
    expect([await opened(), await opened()]).toEqual(['installed 2', 'installed 2']);
  });
  test('can be taken back, to what came with the app, and taken again', async () => {
    await install(2);
    await switchBack(folder);
    expect(await opened()).toBe('built 1');
    await switchBack(folder);
    expect(await opened()).toBe('installed 2');
  });
  test('keeps the one before it, and only that', async () => {
    for (const seed of [2, 3, 4]) await install(seed);
    expect((await readdir(folder)).filter((name) => /\.(pack|sqlite)$/.test(name)).sort())
      .toEqual([3, 4].flatMap((seed) => [packFileOf({ digest: digest(seed) }), databaseFileOf({ digest: digest(seed) })]).sort());
    await switchBack(folder);
    expect(await opened()).toBe('installed 3');
  });
  test('is built again from its pack when its database is damaged or of another shape', async () => {
    await install(2);
    const path = join(folder, databaseFileOf({ digest: digest(2) }));
    await writeFile(path, (await readFile(path)).subarray(0, 5000));
    expect(await opened()).toBe('installed 2');
    await rm(path);
    expect(await opened()).toBe('installed 2');
  });
  test('gives way to the one before when neither its database nor its pack can be had, and then to what ships', async () => {
    await install(2);
    await install(3);
    for (const file of [packFileOf, databaseFileOf]) await rm(join(folder, file({ digest: digest(3) })));
    expect(await opened()).toBe('installed 2');
    for (const file of [packFileOf, databaseFileOf]) await rm(join(folder, file({ digest: digest(2) })));
    expect(await opened()).toBe('built 1');
  });
  test('that is damaged is refused, leaves nothing behind and changes nothing', async () => {
    await install(2);
    const before = await readInstalled(folder);
    const path = await packOf(3);
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
    await writeFile(path, bytes);
    await expect(prepareEdition({ pack: path, folder })).rejects.toMatchObject({ code: 'pack-changed' });
    expect(await readInstalled(folder)).toEqual(before);
    expect(await readdir(folder)).not.toContain(packFileOf({ digest: digest(3) }));
    expect(await opened()).toBe('installed 2');
  });
});
