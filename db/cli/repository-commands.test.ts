import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withLedger, writeStarter } from '../pack/test-edition.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { writePack } from '../pack/pack-writer.ts';
import { runCli } from './run-cli.ts';

/** From an empty folder to an updated data folder, by commands alone. */
let folder: string;
let out: string;
let err: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark repo ñ '));
  await writeStarter(join(folder, 'resources', 'starter'), withLedger(rowsFrom(OHIO)));
  const rows = withLedger(rowsFrom(OHIO));
  const meta = (rows.get('meta') ?? []).map(([key, value]) => [key ?? '', key === 'edition' ? '2026-12' : value ?? '']);
  await writePack({ rows: new Map([...rows, ['meta', meta]]), out: join(folder, 'new.pack') });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => { out = err = ''; });

const at = (...parts: string[]): string => join(folder, ...parts);
const run = (...args: string[]) => runCli(args, {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve('a passphrase for tests\n'), env: {}, resourcesDir: at('resources'),
});
const sign = (role: string) => run('repo', 'sign', at('repo'), '--role', role, '--key', at('repo-keys', `${role}.key.json`));

test('a repository is begun, takes an edition, is signed, and updates a data folder', async () => {
  expect(await run('repo', 'init', at('repo'))).toBe(0);
  expect((await readdir(at('repo-keys'))).sort()).toEqual(['root-1', 'root-2', 'root-3', 'snapshot', 'targets', 'timestamp'].map((name) => `${name}.key.json`));
  expect(await run('repo', 'init', at('repo'))).toBe(1);
  expect(await run('repo', 'add-edition', at('repo'), at('new.pack'))).toBe(0);
  out = '';
  expect(await run('repo', 'status', at('repo'), '--json')).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ scope: 'us', waiting: [{ role: 'targets', version: 2, threshold: 1 }], warnings: [], roles: { root: { threshold: 2 } } });
  expect([await sign('targets'), await sign('snapshot'), await sign('timestamp')]).toEqual([0, 0, 0]);
  expect(out).toContain('public now: targets, snapshot, timestamp');
  out = '';
  expect(await run('repo', 'check', at('repo'))).toBe(0);
  expect(await run('repo', 'status', at('repo'))).toBe(0);
  expect(out).toContain('edition 2026-12: ');

  const update = (...more: string[]) => run('update', '--from', at('repo'), '--data', at('data'), '--json', ...more);
  err = out = '';
  expect(await update()).toBe(1);
  expect(err).toContain('no root to trust');
  out = '';
  expect(await update('--root', at('repo', 'metadata', '1.root.json'))).toBe(0);
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['before', 'after', 'bytes', 'way', 'outcome', 'changed', 'problems']);
  expect(JSON.parse(out)).toMatchObject({ before: { edition: '2026-11' }, after: { edition: '2026-12' }, way: 'pack', outcome: 'updated', problems: [] });
  out = '';
  expect(await update('--root', at('repo', 'metadata', '1.root.json'))).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ outcome: 'up-to-date', way: null });
  out = '';
  expect(await run('update', 'export', at('stick'), '--data', at('data'))).toBe(0);
  expect(out).toMatch(/^edition 2026-12: \d+ files, \d+ bytes\n$/);
  out = '';
  expect(await run('update', 'export', at('lean stick'), '--for', '2026-12', '--data', at('data'))).toBe(0);
  expect(out).toMatch(/^edition 2026-12: \d+ files, \d+ bytes; without the whole pack\n$/);
  expect(await update('--root', at('repo', 'metadata', '1.root.json'), '--now', '2099-01-01')).toBe(1);
  expect(await run('update', '--from', at('no stick'), '--data', at('data'), '--root', at('repo', 'metadata', '1.root.json'))).toBe(3);
  expect(await run('update', '--from', at('repo'))).toBe(2);
  expect(await run('repo', 'rotate', at('repo'), '--role', 'timestamp', '--remove', at('repo-keys', 'timestamp.key.json'))).toBe(1);
  expect(await run('repo', 'key', at('fresh.key.json'))).toBe(0);
  expect(await run('repo', 'rotate', at('repo'), '--role', 'timestamp', '--add', at('fresh.key.json'))).toBe(0);
  await writeFile(at('repo', 'metadata', 'timestamp.json'), '{}');
  expect(await run('repo', 'check', at('repo'))).toBe(1);
});

test.each([
  ['repo', 'init'], ['repo', 'init', 'a', '--root', 'b'], ['repo', 'add-edition', 'a'], ['repo', 'sign', 'a', '--role', 'nobody'], ['repo', 'sign', 'a', '--role', 'root'],
  ['repo', 'rotate', 'a', '--role', 'root'], ['repo', 'check'], ['repo', 'status', 'a', '--now', 'yesterday'], ['update'], ['update', 'export', 'a', '--for', '', '--data', 'b'],
])('answers a wrong use (%j %j %j %j) with one sentence and 2', async (...args) => {
  expect(await run(...args.filter((each) => each !== undefined))).toBe(2);
  expect(err).toMatch(/^[^\n]+\.\n$/);
});
