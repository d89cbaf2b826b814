/** Packs over the real service: what is asked about before one is put in use, and editions of several areas side by side. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePack } from '../../db/pack/pack-writer.ts';
import { JUDGED as OHIO } from '../../db/reference/test-judged.ts';
import { rowsFrom, type SparseRows } from '../../db/reference/test-reference.ts';
import { makeFolder, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

let folder: string;
let test: TestService;
const HANDLE = 'P'.repeat(43);
const MEXICO = { id: '35', kind: 'state', name: 'New Mexico', parent: 'us', state: 'NM', source_id: 'oews' } as const;
const SMALL: SparseRows = { ...OHIO, area: [...OHIO.area ?? [], MEXICO] };

/** A pack of the small edition under another name and for another area. */
async function packOf(out: string, edition: string, change: SparseRows, scope = 'us'): Promise<void> {
  const said: Readonly<Record<string, string>> = { edition, scope };
  const meta = (OHIO.meta ?? []).map(({ key = '', value }) => ({ key, value: said[key] ?? value ?? '' }));
  await writePack({ rows: rowsFrom({ ...SMALL, ...change, meta }), out });
}
/** Lets the person open it. */
async function openPack(edition: string, change: SparseRows, scope = 'us'): Promise<void> {
  test.host.packPath = join(folder, `${edition}.pack`);
  await packOf(test.host.packPath, edition, change, scope);
}

beforeAll(async () => {
  folder = await makeFolder();
  await mkdir(join(folder, 'resources'));
  await packOf(join(folder, 'resources', 'starter.pack'), '2026-11', {});
  test = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
});
afterAll(async () => {
  await test.service.stop();
  await removeFolder(folder);
});

describe('before a pack is put in use', () => {
  it('a person is asked about what would go away, with names, and about pay that jumps', async () => {
    const wage = (OHIO.wage ?? []).map((row) => (row.soc === '47-2111' ? { ...row, p50: 124_700 } : row));
    const credential = (OHIO.credential ?? []).filter(({ id }) => id !== 'cpr');
    await openPack('2027-fewer', { wage, credential });
    test.events.length = 0;
    const { warnings } = await test.call('packs.compare', { handle: HANDLE });
    expect(warnings).toEqual([
      { code: 'rows-removed', table: 'credential', removed: 1, added: 0, of: 5, examples: ['First aid and CPR card'] },
      {
        code: 'national-median-moved', count: 1,
        examples: [{ soc: '47-2111', title: 'Electricians', from: { annual: 62_350, hourlyCents: null }, to: { annual: 124_700, hourlyCents: null } }],
      },
    ]);
    // In a thread of its own, which tells how far it is.
    const told = test.events.filter((event) => event.type === 'pack-progress');
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.all });
  });

  it('a person is asked about verdicts that change, judged from both packs; where nothing changes, about nothing', async () => {
    await openPack('2027-less', { wage: (OHIO.wage ?? []).map((row) => (row.soc === '47-2111' ? { ...row, p50: 42_000 } : row)) });
    expect(await test.call('packs.compare', { handle: HANDLE })).toEqual({ warnings: [{ code: 'verdicts-changed', changed: 1, of: 5 }] });
    await openPack('2027-same', {});
    expect(await test.call('packs.compare', { handle: HANDLE })).toEqual({ warnings: [] });
    expect((await readdir(join(folder, 'data', 'reference'))).filter((name) => name.includes('judged'))).toEqual([]);
  });

  it('comparing can be stopped, and nothing else is compared meanwhile', async () => {
    const stopped = test.call('packs.compare', { handle: HANDLE });
    stopped.catch(() => undefined);
    while ((await test.call('packs.getState', {})).working === null) await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(test.call('packs.compare', { handle: HANDLE })).rejects.toMatchObject({ code: 'conflict' });
    await test.call('packs.cancel', {});
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect((await test.call('packs.getState', {})).working).toBeNull();
  });

  it('one for another area says for which, and is not compared', async () => {
    await openPack('2027-ohio', {}, '39');
    expect(await test.call('packs.inspect', { handle: HANDLE })).toMatchObject({ relation: 'other-scope', scope: '39', scopeName: 'Ohio', nowScope: 'us', nowScopeName: 'United States' });
    await expect(test.call('packs.compare', { handle: HANDLE })).rejects.toMatchObject({ code: 'patch-other-scope' });
  });
});

describe('editions of several areas', () => {
  it('are listed, taken again, and taken off the disk', async () => {
    const places = async () => (await test.call('packs.listEditions', {})).editions.map(({ place, edition }) => `${place} ${edition}`);
    const shipped = (await test.call('packs.getState', {})).current;
    await test.call('packs.install', { handle: HANDLE });
    await openPack('2027-mexico', {}, '35');
    await test.call('packs.install', { handle: HANDLE });
    expect((await places()).toSorted()).toEqual(['before 2027-ohio', 'in-use 2027-mexico', 'kept 2026-11']);
    expect(await test.call('packs.use', { digest: shipped.digest })).toMatchObject({ origin: 'app' });
    const { editions } = await test.call('packs.listEditions', {});
    expect(editions.map(({ place, edition, scopeName }) => [place, edition, scopeName])).toEqual([['in-use', '2026-11', 'United States'], ['before', '2027-mexico', 'New Mexico'], ['kept', '2027-ohio', 'Ohio']]);
    expect(editions[2]?.publishers).toEqual(['Bureau of Labor Statistics', 'Waymark']);
    expect(editions[2]?.counts.find(({ table }) => table === 'credential')).toEqual({ table: 'credential', rows: 5 });
    const [, mexico = '', ohio = ''] = editions.map(({ digest }) => digest);
    expect(await test.call('packs.use', { digest: ohio })).toMatchObject({ edition: '2027-ohio', origin: 'pack' });
    expect((await test.call('packs.getState', {})).previous).toMatchObject({ digest: shipped.digest });
    await expect(test.call('packs.remove', { digest: ohio })).rejects.toMatchObject({ code: 'conflict' });
    await test.call('packs.remove', { digest: mexico });
    expect(await places()).toEqual(['in-use 2027-ohio', 'before 2026-11']);
    await expect(test.call('packs.use', { digest: mexico })).rejects.toMatchObject({ code: 'not-found' });
  });
});
