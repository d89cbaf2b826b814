import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openForWork } from './connection.ts';
import { createStudent } from './commands/create-student.ts';
import { migrate, type Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations/released.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, STUDENT, type TestFolder } from './testing.ts';

let folder: TestFolder;
let database: Database.Database;
beforeEach(async () => {
  folder = await makeTestFolder();
  database = openForWork(join(folder.dir, 'x.db'), randomBytes(32), { create: true });
});
afterEach(async () => {
  database.close();
  await folder.remove();
});

const version = (): unknown => database.pragma('user_version', { simple: true });
const shape = (): unknown[] => database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
const noBackup = (): Promise<void> => Promise.resolve();
const add20: Migration = { version: 20, up: (db) => { db.exec('ALTER TABLE student ADD COLUMN nickname TEXT'); } };
const broken30: Migration = { version: 30, up: (db) => { db.exec("CREATE TABLE half (x); INSERT INTO half VALUES (1); INSERT INTO nowhere VALUES (1)"); } };
const dangling20: Migration = {
  version: 20, up: (db) => { db.exec("INSERT INTO earned_credential (id, student_id, name) VALUES ('e', 'nobody', 'x')"); },
};

describe('the list of migrations', () => {
  test('numbers rise in tens, one file each, named for its number', () => {
    const files = readdirSync(fileURLToPath(new URL('./migrations', import.meta.url))).filter((name) => /^\d{4}-/.test(name)).sort();
    expect(MIGRATIONS.map((each) => String(each.version).padStart(4, '0'))).toEqual(files.map((name) => name.slice(0, 4)));
    for (const { version: number } of MIGRATIONS) expect(number % 10).toBe(0);
  });

  test('whoever raises the version has more to write', () => {
    // When this fails: (1) write a test that fills a vault of the version before with awkward rows, migrates and compares
    // whole tables; (2) check that records.ts, the row files and testing.ts know the new columns; (3) check that KINDS_OF and the
    // list of undoable tables know new tables; (4) say in docs what changed; (5) raise the number here.
    expect(MIGRATIONS.at(-1)?.version).toBe(10);
  });

  test('out of order is a mistake of ours', async () => {
    await expect(migrate(database, [...MIGRATIONS, add20, { ...broken30, version: 15 }], noBackup)).rejects.toThrow('does not come after');
  });
});

describe('running migrations', () => {
  test('a new vault comes to the newest shape without a backup; again there is nothing to do', async () => {
    let backups = 0;
    await migrate(database, MIGRATIONS, () => { backups += 1; return Promise.resolve(); });
    const after = shape();
    await migrate(database, MIGRATIONS, () => { backups += 1; return Promise.resolve(); });
    expect([version(), backups, shape()]).toEqual([10, 0, after]);
  });

  test('an older vault is backed up once, before the first of several', async () => {
    await migrate(database, MIGRATIONS, noBackup);
    const seen: unknown[] = [];
    const add30: Migration = { version: 30, up: (db) => { db.exec('ALTER TABLE plan ADD COLUMN mood TEXT'); } };
    await migrate(database, [...MIGRATIONS, add20, add30], () => { seen.push(version()); return Promise.resolve(); });
    expect([seen, version()]).toEqual([[10], 30]);
  });

  test('one that fails half way leaves shape, rows and version as they were', async () => {
    await migrate(database, [...MIGRATIONS, add20], noBackup);
    const before = shape();
    await expect(migrate(database, [...MIGRATIONS, add20, broken30], noBackup)).rejects.toMatchObject({ code: 'vault-migration-failed', params: { migration: 30 } });
    expect([version(), shape(), database.inTransaction, database.pragma('foreign_keys', { simple: true })]).toEqual([20, before, false, 1]);
  });

  test('one that leaves a reference to nothing is refused', async () => {
    await expect(migrate(database, [...MIGRATIONS, dangling20], noBackup)).rejects.toMatchObject({ code: 'vault-migration-failed' });
    expect([version(), database.prepare('SELECT count(*) FROM earned_credential').pluck().get()]).toEqual([10, 0]);
  });

  test('it may rebuild a table that others refer to', async () => {
    const rebuild: Migration = {
      version: 20,
      up: (db) => {
        db.exec(`CREATE TABLE s2 AS SELECT * FROM student; DROP TABLE student; CREATE TABLE student (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
          INSERT INTO student SELECT id, name FROM s2; DROP TABLE s2;`);
      },
    };
    await migrate(database, MIGRATIONS, noBackup);
    database.exec("INSERT INTO student VALUES ('s', 'Ana', 9, NULL, NULL, 'en', NULL, 0, '', NULL, NULL, NULL, '', '', ''); INSERT INTO earned_credential VALUES ('e', 's', NULL, 'x', NULL, NULL)");
    await migrate(database, [...MIGRATIONS, rebuild], noBackup);
    expect(database.prepare('SELECT * FROM student').all()).toEqual([{ id: 's', name: 'Ana' }]);
    expect(() => database.exec("DELETE FROM student")).toThrow('FOREIGN KEY');
  });

  test('a failed backup stops everything before the first', async () => {
    await migrate(database, MIGRATIONS, noBackup);
    await expect(migrate(database, [...MIGRATIONS, add20], () => Promise.reject(new Error('no backup')))).rejects.toThrow('no backup');
    expect(version()).toBe(10);
  });
});

describe('a vault across versions of the app', () => {
  test('failed migration: an error of its own, a backup, and the older app opens the vault with everything', async () => {
    const world = makeWorld();
    const vault = openAgain(folder.dir, world);
    await vault.create(PASSPHRASE, CHEAP);
    vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    const before = dumpVault(vault);
    await vault.lock();
    const newer = openAgain(folder.dir, world, [...MIGRATIONS, { ...broken30, version: 20 }]);
    await expect(newer.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-migration-failed', params: { migration: 20 } });
    expect(newer.state()).toBe('locked');
    expect((await newer.listBackups()).map((each) => each.reason)).toEqual(['migration', 'close']);
    const again = openAgain(folder.dir, world);
    await again.unlock(PASSPHRASE);
    expect([dumpVault(again), again.history().undo]).toEqual([before, 'students.create']);
    await again.lock();
  });

  test('newer vault: refused by the older app and untouched; the backup of before the migration opens there', async () => {
    const world = makeWorld();
    const vault = openAgain(folder.dir, world);
    await vault.create(PASSPHRASE, CHEAP);
    vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    const before = dumpVault(vault);
    await vault.lock();
    const newer = openAgain(folder.dir, world, [...MIGRATIONS, add20]);
    await newer.unlock(PASSPHRASE);
    // Row images of another shape cannot be applied.
    expect(newer.history()).toEqual({ undo: null, redo: null });
    await newer.lock();
    const older = openAgain(folder.dir, world);
    await expect(older.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-newer', params: { version: 20, known: 10 } });
    const backup = (await older.listBackups()).find((each) => each.reason === 'migration');
    await older.restore(backup?.id ?? '');
    await older.unlock(PASSPHRASE);
    expect(dumpVault(older)).toBe(before);
    await older.lock();
  });
});
