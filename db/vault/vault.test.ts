import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStudent } from './commands/create-student.ts';
import { PRODUCTION_COST } from './key-wrap.ts';
import { listStudents } from './queries/list-students.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, STUDENT, type TestFolder } from './testing.ts';
import type { Vault } from './vault.ts';

const OTHER = 'bright window over hills';
const world = makeWorld();
let folder: TestFolder;
let vault: Vault;
beforeEach(async () => {
  folder = await makeTestFolder();
  vault = openAgain(folder.dir, world);
});
afterEach(async () => {
  await vault.lock();
  await folder.remove();
});

const addStudent = (name = STUDENT.name) => vault.write('students.create', (writer) => createStudent(writer, { ...STUDENT, name })).value;
const restart = async (): Promise<void> => {
  await vault.lock();
  vault = openAgain(folder.dir, world);
};
const coded = (code: string, params: object = {}) => ({ code, params });

describe('a vault', () => {
  test('is none, then unlocked, then locked, then unlocked with all that was in it', async () => {
    expect(vault.state()).toBe('none');
    await vault.create(PASSPHRASE, CHEAP);
    expect(vault.state()).toBe('unlocked');
    addStudent();
    const before = dumpVault(vault);
    await restart();
    expect(vault.state()).toBe('locked');
    await vault.unlock(PASSPHRASE);
    expect([vault.state(), dumpVault(vault)]).toEqual(['unlocked', before]);
  });

  test('without the option is made at the full cost, and the header says so', async () => {
    await vault.create(PASSPHRASE);
    const { body } = JSON.parse(readFileSync(join(vault.paths.vault, 'vault.json'), 'utf8'));
    for (const slot of ['passphrase', 'recoveryCode']) expect(body[slot].kdf).toMatchObject({ name: 'scrypt', ...PRODUCTION_COST });
    await restart();
    await vault.unlock(PASSPHRASE);
  });

  test('needs a passphrase worth the name, and leaves nothing behind when refused', async () => {
    await expect(vault.create('password1234', CHEAP)).rejects.toMatchObject(coded('vault-weak-passphrase', { reason: 'common' }));
    expect(await readdir(folder.dir)).toEqual([]);
  });

  test('is not made over another, however little of it is left', async () => {
    await vault.create(PASSPHRASE, CHEAP);
    await expect(vault.create(OTHER, CHEAP)).rejects.toMatchObject(coded('vault-exists'));
    await vault.lock();
    await rm(join(vault.paths.vault, 'vault.json'));
    await rm(join(vault.paths.vault, 'vault.json.bak'));
    await expect(vault.create(OTHER, CHEAP)).rejects.toMatchObject(coded('vault-exists'));
  });

  test('an empty folder is no vault', async () => {
    await mkdir(vault.paths.vault);
    expect(vault.state()).toBe('none');
    await vault.create(PASSPHRASE, CHEAP);
    expect(vault.state()).toBe('unlocked');
  });

  test('locked or missing, gives nothing away and takes nothing', async () => {
    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject(coded('vault-missing'));
    await vault.create(PASSPHRASE, CHEAP);
    await vault.lock();
    const attempts = [() => vault.read(listStudents), () => addStudent(), () => vault.undo(), () => vault.redo(), () => vault.history()];
    for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'vault-locked' }));
    for (const attempt of [vault.changePassphrase(PASSPHRASE, OTHER), vault.makeRecoveryCode(PASSPHRASE), vault.backUp()]) {
      await expect(attempt).rejects.toMatchObject(coded('vault-locked'));
    }
    expect(await vault.lock()).toEqual({ backup: null, problem: null });
  });

  test('a wrong passphrase is refused, the right one works right after', async () => {
    await vault.create(PASSPHRASE, CHEAP);
    await restart();
    for (const wrong of ['', 'wrong horse battery', PASSPHRASE.toUpperCase(), `${PASSPHRASE} `]) {
      await expect(vault.unlock(wrong)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    }
    expect(vault.state()).toBe('locked');
    await vault.unlock(PASSPHRASE);
    await vault.unlock(PASSPHRASE);
    await expect(vault.unlock(OTHER)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    expect(vault.state()).toBe('unlocked');
  });

  test('answers calls that come all at once one after the other', async () => {
    await vault.create(PASSPHRASE, CHEAP);
    const id = addStudent();
    await Promise.all([vault.lock(), vault.unlock(PASSPHRASE), vault.backUp(), vault.lock(), vault.unlock(PASSPHRASE)]);
    expect(vault.read(listStudents).map((each) => each.id)).toEqual([id]);
  });

  test('says that it is locked before the backup is made, and only when it was open', async () => {
    await vault.create(PASSPHRASE, CHEAP);
    addStudent();
    const told: string[] = [];
    const tell = (): void => { told.push(`${vault.state()}, ${existsSync(vault.paths.backups) ? 'backed up' : 'no backup yet'}`); };
    expect((await vault.lock(tell)).backup).not.toBeNull();
    await vault.lock(tell);
    expect(told).toEqual(['locked, no backup yet']);
  });
});

describe('changing the secrets', () => {
  let code: string;
  beforeEach(async () => {
    code = (await vault.create(PASSPHRASE, CHEAP)).recoveryCode;
    addStudent();
    await restart();
    await vault.unlock(PASSPHRASE);
  });

  test('a new passphrase opens the vault and its backups, the old one neither', async () => {
    const before = dumpVault(vault);
    await expect(vault.changePassphrase(OTHER, OTHER)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    await expect(vault.changePassphrase(PASSPHRASE, 'short')).rejects.toMatchObject(coded('vault-weak-passphrase'));
    await vault.changePassphrase(PASSPHRASE, OTHER);
    await restart();
    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    await vault.unlock(OTHER);
    expect(dumpVault(vault)).toBe(before);
    const backups = await vault.listBackups();
    const [main, ...copies] = [
      join(vault.paths.vault, 'vault.json'), join(vault.paths.vault, 'vault.json.bak'), ...backups.map((each) => join(vault.paths.backups, each.id, 'vault.json')),
    ].map((path) => readFileSync(path, 'utf8'));
    expect(copies.length).toBeGreaterThan(1);
    for (const copy of copies) expect(copy).toBe(main);
    await vault.restore(backups.at(-1)?.id ?? '');
    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    await vault.unlock(OTHER);
  });

  test('the recovery code opens the vault once, with a new passphrase and a new code', async () => {
    const before = dumpVault(vault);
    await restart();
    await expect(vault.unlockWithRecoveryCode(code, 'short')).rejects.toMatchObject(coded('vault-weak-passphrase'));
    const { recoveryCode } = await vault.unlockWithRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `, OTHER);
    expect([recoveryCode === code, dumpVault(vault)]).toEqual([false, before]);
    await restart();
    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    await expect(vault.unlockWithRecoveryCode(code, PASSPHRASE)).rejects.toMatchObject(coded('vault-wrong-recovery-code', { reason: 'other' }));
    await vault.unlockWithRecoveryCode(recoveryCode, PASSPHRASE);
    expect(dumpVault(vault)).toBe(before);
  });

  test('a mistyped code is told from a wrong one', async () => {
    await restart();
    await expect(vault.unlockWithRecoveryCode(code.slice(0, -1), OTHER)).rejects.toMatchObject(coded('vault-wrong-recovery-code', { reason: 'length' }));
    expect(vault.state()).toBe('locked');
  });

  test('a new recovery code needs the passphrase and ends the old code', async () => {
    await expect(vault.makeRecoveryCode(OTHER)).rejects.toMatchObject(coded('vault-wrong-passphrase'));
    const { recoveryCode } = await vault.makeRecoveryCode(PASSPHRASE);
    await restart();
    await expect(vault.unlockWithRecoveryCode(code, OTHER)).rejects.toMatchObject(coded('vault-wrong-recovery-code'));
    await vault.unlockWithRecoveryCode(recoveryCode, OTHER);
  });
});

describe('what a crash leaves behind', () => {
  const header = (): string => join(vault.paths.vault, 'vault.json');
  const copy = (): string => join(vault.paths.vault, 'vault.json.bak');
  beforeEach(async () => {
    await vault.create(PASSPHRASE, CHEAP);
    addStudent();
    await vault.lock();
  });

  test('half of a vault being made is no vault, and goes away', async () => {
    const other = openAgain(join(folder.dir, 'other'), world);
    await mkdir(join(other.paths.dir, 'vault.tmp-x'), { recursive: true });
    await writeFile(join(other.paths.dir, 'vault.tmp-x', 'vault.db'), 'half');
    expect(other.state()).toBe('none');
    await other.create(PASSPHRASE, CHEAP);
    expect((await readdir(other.paths.dir)).sort()).toEqual(['vault', 'vault.lock']);
    await other.lock();
  });

  test('a header that is gone or broken comes back from its copy, a lost pair from the newest backup', async () => {
    const whole = readFileSync(header(), 'utf8');
    for (const damage of [async () => { await rm(header()); }, async () => { await writeFile(header(), whole.slice(0, 99)); }, async () => { await rm(copy()); },
      async () => { await writeFile(header(), ''); await rm(copy()); }]) {
      await damage();
      await vault.unlock(PASSPHRASE);
      expect(vault.read(listStudents)).toHaveLength(1);
      expect([readFileSync(header(), 'utf8'), readFileSync(copy(), 'utf8')]).toEqual([whole, whole]);
      await vault.lock();
    }
  });

  test('between the new header and its copy: the new passphrase is in force, and the copies follow at the next unlock', async () => {
    const old = readFileSync(copy(), 'utf8');
    await vault.unlock(PASSPHRASE);
    await vault.changePassphrase(PASSPHRASE, OTHER);
    await vault.lock();
    const backup = join(vault.paths.backups, (await vault.listBackups())[0]?.id ?? '', 'vault.json');
    await writeFile(copy(), old);
    await writeFile(backup, old);
    await vault.unlock(OTHER);
    expect([readFileSync(copy(), 'utf8'), readFileSync(backup, 'utf8')]).toEqual([readFileSync(header(), 'utf8'), readFileSync(header(), 'utf8')]);
  });

  test('between the two renames of a restore: it is finished at the next start', async () => {
    await rename(vault.paths.vault, vault.paths.next);
    expect([vault.state(), existsSync(vault.paths.vault)]).toEqual(['locked', false]);
    await vault.unlock(PASSPHRASE);
    expect([vault.read(listStudents).length, existsSync(vault.paths.next)]).toEqual([1, false]);
  });

  test('before the first of them: the restore has never been', async () => {
    await cp(vault.paths.vault, vault.paths.next, { recursive: true });
    await vault.unlock(PASSPHRASE);
    expect([vault.read(listStudents).length, existsSync(vault.paths.next)]).toEqual([1, false]);
  });
});
