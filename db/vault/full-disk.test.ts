/** A full disk and one that cannot be written, for real where this machine lets a test make a small file system. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openForWork } from './connection.ts';
import { createStudent } from './commands/create-student.ts';
import { OpenVault } from './open-vault.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/released.ts';
import { listStudents } from './queries/list-students.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, STUDENT, type TestFolder } from './testing.ts';
import { toVaultError } from './vault-errors.ts';

const isRoot = process.getuid?.() === 0;
const mount = (...args: string[]): void => { execFileSync('mount', args, { stdio: 'pipe' }); };
const unmount = (dir: string): void => { execFileSync('umount', [dir], { stdio: 'pipe' }); };

async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || !isRoot) return false;
  const folder = await makeTestFolder();
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'waymark-test', folder.dir);
    unmount(folder.dir);
    return true;
  } catch {
    return false;
  } finally {
    await folder.remove();
  }
}
const mounts = await canMount();
if (!mounts) process.stdout.write('full-disk.test.ts: no file system can be mounted here (needs Linux and root): those tests are skipped\n');

let folder: TestFolder;
beforeEach(async () => { folder = await makeTestFolder(); });
afterEach(() => folder.remove());

describe('what the system says', () => {
  test.each([
    ['ENOSPC', 'vault-disk-full'], ['EDQUOT', 'vault-disk-full'], ['SQLITE_FULL', 'vault-disk-full'], ['EROFS', 'vault-read-only'], ['EACCES', 'vault-read-only'],
    ['SQLITE_READONLY_DBMOVED', 'vault-read-only'], ['SQLITE_BUSY_RECOVERY', 'vault-open-elsewhere'], ['SQLITE_CORRUPT_VTAB', 'vault-damaged'],
    ['SQLITE_NOTADB', 'vault-damaged'], ['SQLITE_IOERR_FSYNC', 'file-write-failed'], ['SQLITE_CONSTRAINT_CHECK', 'conflict'],
  ])('%s is %s', (code, expected) => {
    expect(toVaultError(Object.assign(new Error(code), { code }))).toMatchObject({ code: expected });
  });

  test('what nobody expected stays as it is', () => {
    const error = new RangeError('ours');
    expect(toVaultError(error)).toBe(error);
  });
});

test('a database that may not grow: the write has never been, and the next one works', async () => {
  const database = openForWork(join(folder.dir, 'x.db'), Buffer.alloc(32, 7), { create: true });
  await migrate(database, MIGRATIONS, () => Promise.resolve());
  const vault = new OpenVault(database, makeWorld());
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages}`);
  expect(() => vault.write('x', (writer) => createStudent(writer, { ...STUDENT, note: 'x'.repeat(200_000) }))).toThrow(expect.objectContaining({ code: 'vault-disk-full' }));
  expect([vault.read(listStudents), vault.history().undo, database.inTransaction]).toEqual([[], null, false]);
  database.pragma('max_page_count = 100000');
  vault.write('x', (writer) => createStudent(writer, STUDENT));
  expect(vault.read(listStudents)).toHaveLength(1);
  database.close();
});

describe.skipIf(!mounts)('on a small disk', () => {
  beforeEach(() => { mount('-t', 'tmpfs', '-o', 'size=2m', 'waymark-test', folder.dir); });
  afterEach(() => { unmount(folder.dir); });
  const fill = (): string => {
    const path = join(folder.dir, 'filler');
    const { bavail, bsize } = statfsSync(folder.dir);
    writeFileSync(path, Buffer.alloc(bavail * bsize));
    return path;
  };

  test('that is full: writes, backups and new secrets fail as such, reading goes on, locking locks, and all is there when there is room again', async () => {
    let vault = openAgain(folder.dir, makeWorld());
    await vault.create(PASSPHRASE, CHEAP);
    for (let i = 0; i < 5; i += 1) vault.write('x', (writer) => createStudent(writer, { ...STUDENT, name: `S${i}` }));
    const filler = fill();
    const full = { code: 'vault-disk-full' };
    let acknowledged = 5;
    // The journal has room for a little within its last block.
    expect(() => {
      for (let i = 0; i < 200; i += 1) {
        vault.write('x', (writer) => createStudent(writer, { ...STUDENT, note: 'x'.repeat(3000) }));
        acknowledged += 1;
      }
    }).toThrow(expect.objectContaining(full));
    expect(vault.read(listStudents)).toHaveLength(acknowledged);
    await expect(vault.backUp()).rejects.toMatchObject(full);
    await expect(vault.changePassphrase(PASSPHRASE, 'bright window over hills')).rejects.toMatchObject(full);
    const before = dumpVault(vault);
    expect(await vault.lock()).toEqual({ backup: null, problem: 'vault-disk-full' });
    expect(vault.state()).toBe('locked');
    // Still full: it opens all the same.
    vault = openAgain(folder.dir, makeWorld());
    await vault.unlock(PASSPHRASE);
    expect(dumpVault(vault)).toBe(before);
    rmSync(filler);
    vault.write('x', (writer) => createStudent(writer, { ...STUDENT, note: 'x'.repeat(3000) }));
    expect(vault.read(listStudents)).toHaveLength(acknowledged + 1);
    expect((await vault.lock()).problem).toBeNull();
  });

  test('that is full: no half of a new vault is left', async () => {
    const filler = fill();
    const vault = openAgain(folder.dir, makeWorld());
    await expect(vault.create(PASSPHRASE, CHEAP)).rejects.toMatchObject({ code: 'vault-disk-full' });
    expect(vault.state()).toBe('none');
    rmSync(filler);
    await vault.create(PASSPHRASE, CHEAP);
    await vault.lock();
  });

  test('that has no room for a restore: the present vault is as it was', async () => {
    const vault = openAgain(folder.dir, makeWorld());
    await vault.create(PASSPHRASE, CHEAP);
    vault.write('x', (writer) => createStudent(writer, STUDENT));
    const { id } = await vault.backUp();
    const before = dumpVault(vault);
    const filler = fill();
    await expect(vault.restore(id)).rejects.toMatchObject({ code: 'vault-disk-full' });
    expect([vault.state(), dumpVault(vault)]).toEqual(['unlocked', before]);
    rmSync(filler);
    await vault.lock();
  });

  test('that became read-only: unlocking says so, and the vault opens when it can be written again', async () => {
    const vault = openAgain(folder.dir, makeWorld());
    await vault.create(PASSPHRASE, CHEAP);
    vault.write('x', (writer) => createStudent(writer, STUDENT));
    await vault.lock();
    mount('-o', 'remount,ro', folder.dir);
    const again = openAgain(folder.dir, makeWorld());
    await expect(again.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-read-only' });
    await expect(again.restore((await again.listBackups())[0]?.id ?? '')).rejects.toMatchObject({ code: 'vault-read-only' });
    await expect(openAgain(join(folder.dir, 'new'), makeWorld()).create(PASSPHRASE, CHEAP)).rejects.toMatchObject({ code: 'vault-read-only' });
    mount('-o', 'remount,rw', folder.dir);
    await again.unlock(PASSPHRASE);
    expect(again.read(listStudents)).toHaveLength(1);
    await again.lock();
  });
});

describe.skipIf(process.platform === 'win32' || isRoot)('files without the right to write', () => {
  test.each(['vault', 'vault/vault.db', '.'])('%s: vault-read-only', async (name) => {
    const vault = openAgain(folder.dir, makeWorld());
    await vault.create(PASSPHRASE, CHEAP);
    await vault.lock();
    chmodSync(join(folder.dir, name), name.endsWith('.db') ? 0o400 : 0o500);
    try {
      await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-read-only' });
    } finally {
      chmodSync(join(folder.dir, name), 0o700);
    }
    await vault.unlock(PASSPHRASE);
    await vault.lock();
  });
});
