import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withLedger, writeStarter } from '../pack/test-edition.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { runCli } from './run-cli.ts';

let folder: string;
let out: string;
let err: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark report ñ '));
  await writeStarter(join(folder, 'whole', 'starter'), withLedger(rowsFrom(OHIO)));
  await writeStarter(join(folder, 'bare', 'starter'), rowsFrom(OHIO));
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });
beforeEach(() => { out = err = ''; });

const run = (resources: string, ...args: string[]) => runCli(args, {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: join(folder, resources),
});

describe('waymark starter report', () => {
  test('counts credentials, facts and evidence', async () => {
    expect(await run('whole', 'starter', 'report', '--json')).toBe(0);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({ credentials: { total: 5, kind: { license: 1, certification: 1 } }, faults: [] });
    expect(report['facts']).toMatchObject({ total: 4, type: { official: 4 }, officialShare: 1 });
    expect(report['unknown']).toEqual({ prices: { 'varies-ask': 1 }, times: { 'varies-ask': 1 } });
  });

  test('names every fact without evidence, and fails', async () => {
    expect(await run('bare', 'starter', 'report')).toBe(1);
    expect(out).toMatch(/\d+ faults\n(?: {2}\S+ .+: unsourced\n)+/);
    expect(await run('bare', 'pack', 'build', '--starter', '--out', join(folder, 'never.pack'))).toBe(1);
    expect(err).toMatch(/the fact has no row in the ledger\.\n$/);
  });

  test('says which folder has no starter', async () => {
    expect(await run('nowhere', 'starter', 'report')).toBe(1);
    expect(err).toContain('the table is missing');
    expect(await run('whole', 'starter', 'report', '--nonsense')).toBe(2);
  });
});
