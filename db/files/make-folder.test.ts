import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark folders ñ ')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

test('makes a folder with those above it, and does nothing where it is', async () => {
  const path = join(folder, 'a', 'b ñ', 'c');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

test('says by a code that a file is in the way', async () => {
  await writeFile(join(folder, 'a'), 'a file');
  const refused = await makeFolder(join(folder, 'a', 'b')).catch((error: unknown) => error);
  expect(refused instanceof CodedError && refused.code).toBe('folder-not-writable');
});
