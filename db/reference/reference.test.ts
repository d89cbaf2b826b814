import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPack } from '../pack/pack-reader.ts';
import { writePack } from '../pack/pack-writer.ts';
import { seededRandom, testEdition } from '../pack/test-edition.ts';
import { TABLES } from '../pack/tables.ts';
import { buildReference, feedFromPack, feedFromRows, type BuiltReference } from './build-reference.ts';
import { getEdition } from './queries/get-edition.ts';
import { openReference } from './reference-db.ts';

let folder: string;
let built: BuiltReference;
const rows = testEdition(11, 60);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark reference ñ #1 '));
  await writePack({ rows, out: join(folder, 'a.pack') });
  built = await buildReference({ feed: feedFromPack(join(folder, 'a.pack')), out: join(folder, 'a.sqlite') });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

describe('a database built from a pack', () => {
  test('has exactly the rows of the pack', () => {
    const database = new Database(built.path, { readonly: true });
    try {
      for (const table of TABLES) {
        const key = table.key.map((name) => `"${name}"`).join(', ');
        expect(database.prepare(`SELECT * FROM "${table.name}" ORDER BY ${key}`).raw().all(), table.name).toEqual(rows.get(table.name));
      }
    } finally {
      database.close();
    }
  });

  test('is the same bytes on every build, from the pack or from the rows', async () => {
    const again = await buildReference({ feed: feedFromRows(rows), out: join(folder, 'b.sqlite') });
    expect(again).toEqual({ ...built, path: join(folder, 'b.sqlite') });
  });

  test('says which edition it is', () => {
    const db = openReference(built.path, { digest: built.digest });
    expect(getEdition(db)).toMatchObject({ name: 'Test edition', edition: 'e1', dataChecked: '2026-11', scope: 'us', digest: built.digest });
    expect(getEdition(db).counts).toEqual(Object.fromEntries([...rows].map(([name, own]) => [name, own.length])));
    db.close();
  });

  test('is whole by its own check, not in WAL mode, and not replaced by a pack that is refused', async () => {
    const database = new Database(built.path, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('journal_mode', { simple: true })).toBe('delete');
    database.close();
    const pack = await readFile(join(folder, 'a.pack'));
    await writeFile(join(folder, 'cut.pack'), pack.subarray(0, -40));
    const before = (await readdir(folder)).sort();
    await expect(buildReference({ feed: feedFromPack(join(folder, 'cut.pack')), out: built.path })).rejects.toMatchObject({ code: 'pack-cut' });
    // A fault that shows only after rows were put in.
    const late = async (take: Parameters<typeof readPack>[1]) => {
      await readPack(join(folder, 'a.pack'), take);
      throw new Error('late');
    };
    await expect(buildReference({ feed: late, out: built.path })).rejects.toMatchObject({ code: 'file-write-failed' });
    expect((await readdir(folder)).sort()).toEqual(before);
    openReference(built.path, { digest: built.digest }).close();
  });

  test('agrees with the pack in random cells', () => {
    const random = seededRandom(4);
    const database = new Database(built.path, { readonly: true });
    for (let turn = 0; turn < 200; turn += 1) {
      const table = TABLES[Math.floor(random() * TABLES.length)];
      const own = rows.get(table?.name ?? '') ?? [];
      const row = own[Math.floor(random() * own.length)];
      if (!table || !row) continue;
      const at = Math.floor(random() * table.columns.length);
      const where = table.key.map((name) => `"${name}" = ?`).join(' AND ');
      const key = table.key.map((name) => row[table.columns.findIndex((column) => column.name === name)]);
      expect(database.prepare(`SELECT "${table.columns[at]?.name ?? ''}" FROM "${table.name}" WHERE ${where}`).pluck().get(...key)).toBe(row[at]);
    }
    database.close();
  });
});

describe('an open reference database', () => {
  test('refuses writes by the driver, by pragma, and by type', () => {
    const db = openReference(built.path);
    const writing = { compile: () => ({ sql: "UPDATE meta SET value = 'x'", parameters: [] }) };
    expect(() => db.all(writing as never)).toThrow(/does not return data|readonly/);
    const returning = { compile: () => ({ sql: "UPDATE meta SET value = 'x' RETURNING value", parameters: [] }) };
    expect(() => db.all(returning as never)).toThrow(/readonly/);
    const pragma = { compile: () => ({ sql: 'PRAGMA query_only', parameters: [] }) };
    expect(db.all(pragma as never)).toEqual([{ query_only: 1 }]);
    // @ts-expect-error A query on this handle only reads.
    expect(db.insertInto).toBeUndefined();
    // @ts-expect-error A query on this handle only reads.
    expect(() => { db.from('meta').set({ value: 'x' }); }).toThrow(TypeError);
    db.close();
  });

  test.each([
    ['a missing file', async () => join(folder, 'none.sqlite'), 'reference-missing'],
    ['a missing folder', async () => join(folder, 'none', 'none.sqlite'), 'reference-missing'],
    ['something else', async () => { await writeFile(join(folder, 'x'), 'not a database, but long enough to be read as a header of one'.repeat(20)); return join(folder, 'x'); }, 'reference-damaged'],
    ['an empty file', async () => { await writeFile(join(folder, 'y'), ''); return join(folder, 'y'); }, 'reference-damaged'],
    ['a database of another program', async () => { new Database(join(folder, 'z')).exec('CREATE TABLE a (b)').close(); return join(folder, 'z'); }, 'reference-damaged'],
    ['a newer schema', async () => {
      await copyFile(built.path, join(folder, 'n'));
      const database = new Database(join(folder, 'n'));
      database.pragma('user_version = 99');
      database.close();
      return join(folder, 'n');
    }, 'reference-damaged'],
    ['half a file', async () => { await writeFile(join(folder, 'h'), (await readFile(built.path)).subarray(0, 8192)); return join(folder, 'h'); }, 'reference-damaged'],
  ])('is refused: %s', async (_what, make, code) => {
    const path = await make();
    expect(() => openReference(path)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('is refused when another edition is inside', () => {
    expect(() => openReference(built.path, { digest: '0'.repeat(64) })).toThrow(expect.objectContaining({ code: 'reference-damaged' }) as Error);
  });
});
