import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, writePack } from '../pack/pack-writer.ts';
import { testEdition } from '../pack/test-edition.ts';
import { ensureReference } from './ensure-reference.ts';
import { prepareEdition, removeEdition, switchBack, switchTo } from './install-pack.ts';
import { databaseFileOf, packFileOf, readInstalled } from './installed.ts';
import { listEditions } from './list-editions.ts';

let root: string;
let folder: string;
const rows = (seed: number) => new Map(testEdition(seed)).set('rubric', []);
const digest = (seed: number) => digestOf(rows(seed)).digest;
/** Another edition, made for an area of its own. */
const scoped = (seed: number, scope: string) => new Map(rows(seed)).set('meta', (rows(seed).get('meta') ?? []).map((row) => (row[0] === 'scope' ? ['scope', scope] : row)));
const packOf = async (seed: number): Promise<string> => {
  const out = join(root, `stick ${seed}.pack`);
  await writePack({ rows: rows(seed), out });
  return out;
};
const installScoped = async (seed: number, scope: string) => {
  const out = join(root, `${scope} ${seed}.pack`);
  await writePack({ rows: scoped(seed, scope), out });
  const edition = await prepareEdition({ pack: out, folder });
  await switchTo(folder, edition);
  return edition;
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

describe('editions of several areas', () => {
  /** What the page lists, in its order. */
  const listed = async (): Promise<readonly string[]> => {
    const { db } = await ensureReference({ resourcesDir: join(root, 'resources'), dataDir: join(root, 'data') });
    try {
      return (await listEditions({ folder, resourcesDir: join(root, 'resources'), db })).map(({ place, origin, scope }) => `${place} ${origin} ${scope}`);
    } finally {
      db.close();
    }
  };
  test('stay here, one of each area, beside what came with the app', async () => {
    expect(await listed()).toEqual(['in-use app us']);
    const ohio = await installScoped(2, '39');
    expect(await listed()).toEqual(['in-use pack 39', 'before app us']);
    await installScoped(3, '35');
    await installScoped(4, '34');
    expect((await listed()).toSorted()).toEqual(['before pack 35', 'in-use pack 34', 'kept app us', 'kept pack 39']);
    // A later one of an area takes the place of the one that is neither in force nor the way back.
    const later = await installScoped(5, '39');
    expect((await listed()).toSorted()).toEqual(['before pack 34', 'in-use pack 39', 'kept app us', 'kept pack 35']);
    expect(await readdir(folder)).not.toContain(packFileOf(ohio));
    expect(await readdir(folder)).toContain(packFileOf(later));
  });
  test('are switched between, to what came with the app too, and the way back is the one that was in use', async () => {
    const [ohio, mexico] = [await installScoped(2, '39'), await installScoped(3, '35')];
    await switchTo(folder, null);
    expect(await listed()).toEqual(['in-use app us', 'before pack 35', 'kept pack 39']);
    await switchTo(folder, await prepareEdition({ pack: join(folder, packFileOf(ohio)), folder }));
    expect(await listed()).toEqual(['in-use pack 39', 'before app us', 'kept pack 35']);
    await switchBack(folder);
    await switchTo(folder, mexico);
    expect((await listed())[0]).toBe('in-use pack 35');
  });
  test('can be taken off the disk unless in use or the way back, and one that lost its database is made again', async () => {
    const [ohio, mexico, jersey] = [await installScoped(2, '39'), await installScoped(3, '35'), await installScoped(4, '34')];
    for (const needed of [jersey, mexico]) await expect(removeEdition(folder, needed.digest)).rejects.toMatchObject({ code: 'conflict' });
    await rm(join(folder, databaseFileOf(ohio)));
    expect((await listed()).toSorted()).toEqual(['before pack 35', 'in-use pack 34', 'kept app us', 'kept pack 39']);
    expect(await prepareEdition({ pack: join(folder, packFileOf(ohio)), folder })).toMatchObject({ digest: ohio.digest });
    await removeEdition(folder, ohio.digest);
    await removeEdition(folder, ohio.digest);
    expect((await listed()).toSorted()).toEqual(['before pack 35', 'in-use pack 34', 'kept app us']);
    expect((await readdir(folder)).filter((name) => name.startsWith(ohio.digest.slice(0, 16)))).toEqual([]);
  });
  test('tell what they are: whose data, of when, how much, how large', async () => {
    const ohio = await installScoped(2, '39');
    const { db } = await ensureReference({ resourcesDir: join(root, 'resources'), dataDir: join(root, 'data') });
    const [found] = await listEditions({ folder, resourcesDir: join(root, 'resources'), db });
    db.close();
    const sizes = await Promise.all([databaseFileOf(ohio), packFileOf(ohio)].map(async (name) => (await readFile(join(folder, name))).length));
    expect(found).toMatchObject({ name: 'Test edition', edition: 'e1', dataChecked: '2026-11', bytes: sizes.reduce((sum, size) => sum + size, 0), counts: { source: rows(2).get('source')?.length } });
    expect(found?.publishers.length).toBeGreaterThan(0);
  });
});
