import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupName, parseBackupName } from './backup-files.ts';
import { KEPT } from './backups.ts';
import { createStudent } from './commands/create-student.ts';
import { listStudents } from './queries/list-students.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, STUDENT, type TestFolder } from './testing.ts';
import type { Vault } from './vault.ts';

const world = makeWorld();
let folder: TestFolder;
let vault: Vault;
beforeEach(async () => {
  folder = await makeTestFolder();
  vault = openAgain(folder.dir, world);
  await vault.create(PASSPHRASE, CHEAP);
});
afterEach(async () => {
  await vault.lock();
  await folder.remove();
});

const addStudent = (name: string) => vault.write('students.create', (writer) => createStudent(writer, { ...STUDENT, name })).value;
const names = (): string[] => vault.read(listStudents).map((each) => each.name);
const reasons = async (): Promise<string[]> => (await vault.listBackups()).map((each) => each.reason);
const newest = async (): Promise<string> => (await vault.listBackups())[0]?.id ?? 'none';
async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  await writeFile(path, bytes);
}

describe('names of backups', () => {
  test('say when and why; anything else is no backup', () => {
    const name = backupName('2026-09-01T10:20:30.456Z', 'close', 2);
    expect([name, parseBackupName(name)]).toEqual(['2026-09-01T10-20-30-456Z-2-close', { madeAt: '2026-09-01T10:20:30.456Z', reason: 'close' }]);
    for (const wrong of ['', '..', '../vault', '2026-09-01', `${name}/..`, `x${name}`, '.unfinished-2026', name.replace('close', 'later')]) expect(parseBackupName(wrong)).toBeNull();
  });
});

describe('backups', () => {
  test('are made on locking, when something has changed since the last', async () => {
    addStudent('A');
    const { backup, problem } = await vault.lock();
    expect([backup?.reason, problem, await reasons()]).toEqual(['close', null, ['close']]);
    expect(backup?.bytes).toBeGreaterThan(4096);
    await vault.unlock(PASSPHRASE);
    names();
    expect((await vault.lock()).backup).toEqual(backup);
    await vault.unlock(PASSPHRASE);
    vault.undo();
    await vault.lock();
    expect(await reasons()).toEqual(['close', 'close']);
  });

  test('on demand are kept apart from those on locking, and are not made twice of the same', async () => {
    addStudent('A');
    const first = await vault.backUp();
    expect(await vault.backUp()).toEqual(first);
    await vault.lock();
    expect(await reasons()).toEqual(['manual']);
    await vault.unlock(PASSPHRASE);
    addStudent('B');
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect((await vault.backUp()).reason).toBe('manual');
    expect(await reasons()).toEqual(['manual', 'close', 'manual']);
  });

  test('hold ciphertext and a header, nothing else', async () => {
    addStudent('Canary Ortega');
    const { id } = await vault.backUp();
    const inside = join(vault.paths.backups, id);
    expect(readdirSync(inside).sort()).toEqual(['backup.json', 'vault.db', 'vault.json']);
    for (const name of readdirSync(inside)) expect((await readFile(join(inside, name))).includes('Canary')).toBe(false);
  });

  test(`are thinned out: the newest ${KEPT.close} of locking stay`, async () => {
    addStudent('kept by hand');
    await vault.backUp();
    for (let i = 0; i < KEPT.close + 3; i += 1) {
      addStudent(`S${i}`);
      await vault.lock();
      await vault.unlock(PASSPHRASE);
    }
    const found = await reasons();
    expect([found.filter((each) => each === 'close').length, found.filter((each) => each === 'manual').length]).toEqual([KEPT.close, 1]);
    expect(readdirSync(vault.paths.backups).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('two in one millisecond have two names', async () => {
    const still = openAgain(join(folder.dir, 'still'), { ...makeWorld(), now: () => '2026-09-01T00:00:00.000Z' });
    await still.create(PASSPHRASE, CHEAP);
    await still.backUp();
    still.write('x', (writer) => createStudent(writer, STUDENT));
    await still.backUp();
    expect((await still.listBackups()).map((each) => each.id)).toEqual(['2026-09-01T00-00-00-000Z-manual', '2026-09-01T00-00-00-000Z-1-manual']);
    await still.lock();
  });

  test('half a backup is not listed and goes away at the next unlock', async () => {
    await vault.lock();
    const half = join(vault.paths.backups, '.unfinished-2026-09-01T00-00-00-000Z-close');
    await mkdir(half, { recursive: true });
    expect((await vault.listBackups()).every((each) => !each.id.startsWith('.'))).toBe(true);
    await vault.unlock(PASSPHRASE);
    expect(existsSync(half)).toBe(false);
  });
});

describe('restoring', () => {
  test('gives the state of then, locked; the state of now is kept and can be restored in turn', async () => {
    addStudent('then');
    const then = dumpVault(vault);
    const { id } = await vault.backUp();
    addStudent('now');
    const now = dumpVault(vault);
    await vault.restore(id);
    expect([vault.state(), (await reasons())[0]]).toEqual(['locked', 'restore']);
    const kept = await newest();
    await vault.unlock(PASSPHRASE);
    expect(dumpVault(vault)).toBe(then);
    await vault.restore(kept);
    await vault.unlock(PASSPHRASE);
    expect(dumpVault(vault)).toBe(now);
    expect(readdirSync(vault.paths.dir).sort()).toEqual(['backups', 'vault', 'vault.lock']);
  });

  test('works without the passphrase while locked, and on a vault that cannot be opened', async () => {
    addStudent('then');
    const { id } = await vault.backUp();
    await vault.lock();
    await flip(join(vault.paths.vault, 'vault.db'), 5000);
    await rm(join(vault.paths.vault, 'vault.json'));
    await vault.restore(id);
    await vault.unlock(PASSPHRASE);
    expect(names()).toEqual(['then']);
    const kept = (await vault.listBackups()).find((each) => each.reason === 'restore');
    expect(existsSync(join(vault.paths.backups, kept?.id ?? '', 'vault.db'))).toBe(true);
  });

  test('works in a fresh data folder into which one backup was copied', async () => {
    addStudent('moved');
    const { id } = await vault.backUp();
    const { recoveryCode } = await vault.makeRecoveryCode(PASSPHRASE);
    await vault.lock();
    const fresh = await makeTestFolder();
    const other = openAgain(fresh.dir, makeWorld());
    try {
      await mkdir(other.paths.backups);
      await cp(join(vault.paths.backups, id), join(other.paths.backups, id), { recursive: true });
      expect([other.state(), (await other.listBackups()).map((each) => each.id)]).toEqual(['none', [id]]);
      await other.restore(id);
      expect(other.state()).toBe('locked');
      await other.unlock(PASSPHRASE);
      expect(other.read(listStudents).map((each) => each.name)).toEqual(['moved']);
      await other.lock();
      await other.unlockWithRecoveryCode(recoveryCode, 'another good passphrase');
      expect(other.history().undo).toBe('students.create');
    } finally {
      await other.lock();
      await fresh.remove();
    }
  });

  test('a backup of another vault opens with the passphrase of its own', async () => {
    const fresh = await makeTestFolder();
    const other = openAgain(fresh.dir, world);
    try {
      await other.create('their own good passphrase', CHEAP);
      other.write('x', (writer) => createStudent(writer, { ...STUDENT, name: 'theirs' }));
      const { id } = await other.backUp();
      await cp(join(other.paths.backups, id), join(vault.paths.backups, id), { recursive: true });
      await vault.restore(id);
      await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
      await vault.unlock('their own good passphrase');
      expect(names()).toEqual(['theirs']);
    } finally {
      await other.lock();
      await fresh.remove();
    }
  });

  test('what is missing or changed is refused, and an open vault stays open and untouched', async () => {
    addStudent('now');
    const { id } = await vault.backUp();
    addStudent('later');
    const before = dumpVault(vault);
    const inside = join(vault.paths.backups, id);
    for (const missing of ['2026-01-01T00-00-00-000Z-close', '../vault', '', '..']) {
      await expect(vault.restore(missing)).rejects.toMatchObject({ code: 'vault-backup-missing' });
    }
    const database = await readFile(join(inside, 'vault.db'));
    const damages: (() => Promise<void>)[] = [
      () => flip(join(inside, 'vault.db'), 17), () => flip(join(inside, 'vault.db'), database.length - 1),
      () => writeFile(join(inside, 'vault.db'), database.subarray(0, -4096)), () => rm(join(inside, 'vault.db')),
      async () => { await writeFile(join(inside, 'vault.db'), database); await rm(join(inside, 'vault.json')); },
      async () => { await cp(join(vault.paths.vault, 'vault.json'), join(inside, 'vault.json')); await rm(join(inside, 'backup.json')); },
    ];
    for (const damage of damages) {
      await damage();
      await expect(vault.restore(id)).rejects.toMatchObject({ code: 'vault-backup-damaged' });
      expect([vault.state(), dumpVault(vault)]).toEqual(['unlocked', before]);
      expect(readdirSync(vault.paths.dir).sort()).toEqual(['backups', 'vault', 'vault.lock']);
    }
  });

  test('keeps the journal of a vault that was cut off: its edits are in the kept state', async () => {
    const { id } = await vault.backUp();
    addStudent('in the journal');
    // The files as a power cut leaves them: taken while the vault is open.
    const crashed = await makeTestFolder();
    try {
      await cp(folder.dir, crashed.dir, { recursive: true });
      expect(existsSync(join(crashed.dir, 'vault', 'vault.db-wal'))).toBe(true);
      const other = openAgain(crashed.dir, makeWorld());
      await other.restore(id);
      const kept = (await other.listBackups()).find((each) => each.reason === 'restore');
      await other.restore(kept?.id ?? '');
      await other.unlock(PASSPHRASE);
      expect(other.read(listStudents).map((each) => each.name)).toEqual(['in the journal']);
      await other.lock();
    } finally {
      await crashed.remove();
    }
  });
});
