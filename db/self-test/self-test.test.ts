import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runChecks } from '../../shared/kernel/check.ts';
import { serviceChecks } from './native-checks.ts';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'way mark self-test ')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

it('holds on this runtime, and tells what is missing', async () => {
  const results = await runChecks(await serviceChecks({ folder, resourcesDir: join(folder, 'no such folder') }));
  expect(results.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['starter pack', 'starter database']);
  expect(results.map(({ name }) => name)).toEqual([
    'native SQLite driver', 'FTS5', 'zstd round trip', 'scrypt', 'Ed25519 verification', 'ECDSA P-256 verification', 'RSA-PSS verification', 'a vault opened twice', 'starter pack', 'starter database',
  ]);
});
