import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { retryWhileHeld, toWriteError, writeFileAtomically } from './atomic-write.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark files ñ #1 ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('writeFileAtomically', () => {
  test('replaces a file whole and leaves nothing beside it', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    await writeFileAtomically(path, async (file) => { await file.writeFile('new'); });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  test('a failure half way keeps the old file and no temporary one', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    await expect(writeFileAtomically(path, async (file) => {
      await file.writeFile('half');
      throw failing('ENOSPC');
    })).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  test('a coded error of the writer comes through unchanged', async () => {
    const path = join(folder, 'a.txt');
    await expect(writeFileAtomically(path, () => Promise.reject(new CodedError('pack-digest'))))
      .rejects.toMatchObject({ code: 'pack-digest' });
  });

  test('a folder that does not exist is folder-not-writable', async () => {
    await expect(writeFileAtomically(join(folder, 'no', 'a.txt'), async () => {}))
      .rejects.toMatchObject({ code: 'folder-not-writable' });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a read-only folder is folder-not-writable', async () => {
    await chmod(folder, 0o500);
    try {
      await expect(writeFileAtomically(join(folder, 'a.txt'), async () => {})).rejects.toMatchObject({ code: 'folder-not-writable' });
    } finally {
      await chmod(folder, 0o700);
    }
  });
});

describe('toWriteError', () => {
  test.each([
    ['ENOSPC', 'disk-full'], ['EROFS', 'folder-not-writable'], ['EACCES', 'folder-not-writable'], ['EIO', 'file-write-failed'],
  ])('%s is %s', (code, expected) => {
    expect(toWriteError(failing(code)).code).toBe(expected);
  });
});

describe('retryWhileHeld', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('tries again on %s where files are held for moments', async (code) => {
    let calls = 0;
    const value = await retryWhileHeld(async () => {
      calls += 1;
      if (calls < 3) throw failing(code);
      return 'done';
    }, { platform: 'win32' });
    expect([value, calls]).toEqual(['done', 3]);
  });

  test('gives up after the time it was given', async () => {
    let calls = 0;
    await expect(retryWhileHeld(() => { calls += 1; return Promise.reject(failing('EBUSY')); }, { platform: 'win32', forMs: 30 }))
      .rejects.toThrow('EBUSY');
    expect(calls).toBeGreaterThan(1);
  });

  test('does not try again on other errors, nor on systems without such holds', async () => {
    let calls = 0;
    const fail = (code: string) => () => { calls += 1; return Promise.reject(failing(code)); };
    await expect(retryWhileHeld(fail('ENOSPC'), { platform: 'win32' })).rejects.toThrow();
    await expect(retryWhileHeld(fail('EPERM'), { platform: 'linux' })).rejects.toThrow();
    expect(calls).toBe(2);
  });
});
