import { cp, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, writePack } from '../pack/pack-writer.ts';
import { testEdition, writeStarter } from '../pack/test-edition.ts';
import { ensureReference } from './ensure-reference.ts';
import { buildStarterResources } from './starter-resources.ts';

let folder: string;
let resourcesDir: string;
let dataDir: string;
const own = (seed: number) => new Map(testEdition(seed)).set('rubric', []);
const digest = (seed: number) => digestOf(own(seed)).digest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark ensure ñ #1 '));
  [resourcesDir, dataDir] = [join(folder, 'resources'), join(folder, 'data')];
  await mkdir(resourcesDir);
  await mkdir(dataDir);
});
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

/** Opens, closes, and tells what happened. */
async function ensure(): Promise<string> {
  const { db, how } = await ensureReference({ resourcesDir, dataDir });
  const found = [1, 2, 3].find((seed) => digest(seed) === db.digest) ?? '?';
  db.close();
  return `${how} ${found}`;
}
const shipPack = (seed: number) => writePack({ rows: own(seed), out: join(resourcesDir, 'starter.pack') });
const databases = async () => (await readdir(join(dataDir, 'reference'))).filter((name) => name.endsWith('.sqlite')).sort();
const fileOf = (seed: number) => `${digest(seed).slice(0, 16)}.sqlite`;

describe('ensureReference', () => {
  test('opens what ships in place and writes nothing', async () => {
    await writeStarter(join(resourcesDir, 'starter'), own(1));
    await buildStarterResources({ starterDir: join(resourcesDir, 'starter'), rubricsDir: null, outDir: resourcesDir });
    expect((await readdir(resourcesDir)).sort()).toEqual(['starter', 'starter.pack', 'starter.sqlite', 'starter.sqlite.json']);
    expect(await ensure()).toBe('shipped 1');
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('builds from the shipped pack when the shipped database is not as recorded', async () => {
    await writeStarter(join(resourcesDir, 'starter'), own(1));
    await buildStarterResources({ starterDir: join(resourcesDir, 'starter'), rubricsDir: null, outDir: resourcesDir });
    const path = join(resourcesDir, 'starter.sqlite');
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
    await writeFile(path, bytes);
    expect(await ensure()).toBe('built 1');
    expect(await ensure()).toBe('kept 1');
  });

  test('builds from the tables of a checkout, once, and again when they change', async () => {
    const starterDir = join(resourcesDir, 'starter');
    await writeStarter(starterDir, own(1));
    expect([await ensure(), await ensure()]).toEqual(['built 1', 'kept 1']);
    await writeStarter(starterDir, own(2));
    await utimes(join(starterDir, 'meta.csv'), 1, 1);
    expect([await ensure(), await ensure()]).toEqual(['built 2', 'kept 2']);
  });

  test('keeps the previous edition and nothing older', async () => {
    for (const seed of [1, 2, 3]) {
      await shipPack(seed);
      expect(await ensure()).toBe(`built ${seed}`);
    }
    expect(await databases()).toEqual([fileOf(2), fileOf(3)].sort());
  });

  test('builds a damaged, cut or deleted database again', async () => {
    await shipPack(1);
    await ensure();
    const path = join(dataDir, 'reference', fileOf(1));
    const bytes = await readFile(path);
    for (const damage of [bytes.subarray(0, 4096), Buffer.concat([bytes, Buffer.from('x')]), Buffer.alloc(bytes.length)]) {
      await writeFile(path, damage);
      expect(await ensure()).toBe('built 1');
    }
    await rm(path);
    expect(await ensure()).toBe('built 1');
    expect(await databases()).toEqual([fileOf(1)]);
  });

  test.each(['', '{', '{"format":9}', '{"format":1,"current":{"file":"../../etc.sqlite"},"previous":null}'])('takes a pointer file of %j for none', async (text) => {
    await shipPack(1);
    await ensure();
    await writeFile(join(dataDir, 'reference', 'current.json'), text);
    expect(await ensure()).toBe('built 1');
    expect(await ensure()).toBe('kept 1');
  });

  test('opens the last good database when the new pack is refused', async () => {
    await shipPack(1);
    await ensure();
    await shipPack(2);
    const pack = join(resourcesDir, 'starter.pack');
    await writeFile(pack, (await readFile(pack)).subarray(0, -1));
    expect(await ensure()).toBe('kept 1');
    await rm(join(dataDir, 'reference', fileOf(1)));
    await expect(ensure()).rejects.toMatchObject({ code: 'pack-cut' });
  });

  test('falls back to the previous database when the current one is lost and cannot be built', async () => {
    await shipPack(1);
    await ensure();
    await shipPack(2);
    await ensure();
    await rm(join(resourcesDir, 'starter.pack'));
    await rm(join(dataDir, 'reference', fileOf(2)));
    expect(await ensure()).toBe('kept 1');
  });

  test('says so when there is nothing to build from', async () => {
    await expect(ensure()).rejects.toMatchObject({ code: 'reference-missing' });
  });

  test('works from a copy of the data folder elsewhere', async () => {
    await shipPack(1);
    await ensure();
    await cp(dataDir, join(folder, 'moved'), { recursive: true });
    dataDir = join(folder, 'moved');
    expect(await ensure()).toBe('kept 1');
  });

  test('needs a data folder that can be written to only when it must build', async () => {
    await shipPack(1);
    await writeFile(join(folder, 'file'), '');
    dataDir = join(folder, 'file');
    await expect(ensure()).rejects.toMatchObject({ code: 'folder-not-writable' });
  });
});
