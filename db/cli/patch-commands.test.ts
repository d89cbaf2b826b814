import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editedEdition } from '../pack/patch/test-edits.ts';
import { writePack } from '../pack/pack-writer.ts';
import { testEdition } from '../pack/test-edition.ts';
import { runCli } from './run-cli.ts';

let folder: string;
let out: string;
let err: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark cli patch '));
  const rows = testEdition(1, 10);
  await writePack({ rows, out: file('a.pack') });
  await writePack({ rows: editedEdition(rows, 1, 0.4), out: file('b.pack') });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });
beforeEach(() => { out = err = ''; });
const run = (...args: string[]) => runCli(['pack', ...args], {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: folder,
});

test('waymark pack diff and apply lead from one pack to the other', async () => {
  expect(await run('diff', file('a.pack'), file('b.pack'), '--out', file('p.patch'))).toBe(0);
  expect(out).toMatch(/edition e1 to e2, \d+ rows new, \d+ changed, \d+ gone, \d+ bytes\n$/);
  expect(await run('apply', file('a.pack'), file('p.patch'), '--out', file('c.pack'))).toBe(0);
  expect((await readFile(file('c.pack'))).equals(await readFile(file('b.pack')))).toBe(true);
  expect(await run('apply', file('b.pack'), file('p.patch'), '--out', file('d.pack'))).toBe(1);
  expect(err).toBe('The patch is for another edition than this one.\n');
});

test.each([['diff'], ['diff', 'a'], ['diff', 'a', 'b'], ['apply', 'a', 'b', 'c', '--out', 'd'], ['apply', 'a', 'b', '--out=']])('answers a wrong use (pack %j …) with one sentence and 2', async (...args) => {
  expect(await run(...args)).toBe(2);
  expect(err).toMatch(/^[^\n]+\.\n$/);
});
