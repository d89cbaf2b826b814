/** Packs over the real service: what is asked about before one is put in use, and editions of several areas side by side. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../db/pack/order.ts';
import { readPackRows } from '../../db/pack/pack-reader.ts';
import { writePack } from '../../db/pack/pack-writer.ts';
import type { PackRows } from '../../db/pack/starter.ts';
import { tableNamed } from '../../db/pack/tables.ts';
import { buildResources, makeFolder, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

let folder: string;
let test: TestService;
let starter: PackRows;
const HANDLE = 'P'.repeat(43);

/** Writes a pack of the starter's rows with another edition and scope, and lets the person open it. */
async function openPack(edition: string, change: Readonly<Record<string, readonly Row[]>>, scope = 'us'): Promise<void> {
  const said: Readonly<Record<string, string>> = { edition, scope };
  const meta = (starter.get('meta') ?? []).map(([key, value]): Row => [key ?? null, said[String(key)] ?? value ?? null]);
  const out = join(folder, `${edition}.pack`);
  await writePack({ rows: new Map([...starter, ...Object.entries({ ...change, meta })]), out });
  test.host.packPath = out;
}

beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  test = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  ({ rows: starter } = await readPackRows(join(folder, 'resources', 'starter.pack')));
}, 120_000);
afterAll(async () => {
  await test.service.stop();
  await removeFolder(folder);
});

describe('before a pack is put in use', () => {
  it('a person is asked about what would go away, with names, and about pay that jumps', async () => {
    const at = (name: string): number => tableNamed('wage').columns.findIndex((column) => column.name === name);
    const jumped = (starter.get('wage') ?? []).map((row) => (row[at('soc')] === '47-2111' && row[at('area')] === 'us' ? row.with(at('p50'), Number(row[at('p50')]) * 2) : row));
    const training = starter.get('training_outcome') ?? [];
    const schools = starter.get('program_earnings') ?? [];
    await openPack('2027-fewer', { wage: jumped, training_outcome: training.slice(0, Math.floor(training.length / 2)), program_earnings: schools.slice(0, Math.floor(schools.length * 0.95)) });
    test.events.length = 0;
    const { warnings } = await test.call('packs.compare', { handle: HANDLE });
    expect(warnings.map(({ code }) => code).toSorted()).toEqual(['national-median-moved', 'rows-removed']);
    expect(warnings.find(({ code }) => code === 'rows-removed')).toMatchObject({ table: 'training_outcome', of: training.length, removed: Math.ceil(training.length / 2) });
    expect(warnings.find(({ code }) => code === 'national-median-moved')).toMatchObject({ count: 1, examples: [{ soc: '47-2111', title: 'Electricians' }] });
    // In a thread of its own, which tells how far it is.
    const told = test.events.filter((event) => event.type === 'pack-progress');
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.all });
  }, 120_000);

  it('comparing can be stopped, and another pack compared then', async () => {
    const stopped = test.call('packs.compare', { handle: HANDLE });
    stopped.catch(() => undefined);
    while ((await test.call('packs.getState', {})).working === null) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(test.call('packs.compare', { handle: HANDLE })).rejects.toMatchObject({ code: 'conflict' });
    await test.call('packs.cancel', {});
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect((await test.call('packs.getState', {})).working).toBeNull();
  }, 120_000);

  it('one for another area says for which, and is not compared', async () => {
    await openPack('2027-ohio', {}, '39');
    expect(await test.call('packs.inspect', { handle: HANDLE })).toMatchObject({ relation: 'other-scope', scope: '39', scopeName: 'Ohio', nowScope: 'us' });
    await expect(test.call('packs.compare', { handle: HANDLE })).rejects.toMatchObject({ code: 'patch-other-scope' });
  }, 120_000);
});

describe('editions of several areas', () => {
  it('are listed, taken again, and taken off the disk', async () => {
    const places = async () => (await test.call('packs.listEditions', {})).editions.map(({ place, edition }) => `${place} ${edition}`);
    const shipped = (await test.call('packs.getState', {})).current;
    await test.call('packs.install', { handle: HANDLE });
    await openPack('2027-mexico', {}, '35');
    await test.call('packs.install', { handle: HANDLE });
    expect(await places()).toEqual(['in-use 2027-mexico', 'before 2027-ohio', `kept ${shipped.edition}`]);
    expect(await test.call('packs.use', { digest: shipped.digest })).toMatchObject({ origin: 'app' });
    const { editions } = await test.call('packs.listEditions', {});
    expect(editions.map(({ place, edition, scopeName }) => [place, edition, scopeName])).toEqual([['in-use', shipped.edition, 'United States'], ['before', '2027-mexico', 'New Mexico'], ['kept', '2027-ohio', 'Ohio']]);
    const ohio = editions[2]?.digest ?? '';
    expect(await test.call('packs.use', { digest: ohio })).toMatchObject({ edition: '2027-ohio', origin: 'pack' });
    expect((await test.call('packs.getState', {})).previous).toMatchObject({ digest: shipped.digest });
    await expect(test.call('packs.remove', { digest: ohio })).rejects.toMatchObject({ code: 'conflict' });
    const mexico = editions[1]?.digest ?? '';
    await test.call('packs.remove', { digest: mexico });
    expect(await places()).toEqual(['in-use 2027-ohio', `before ${shipped.edition}`]);
    await expect(test.call('packs.use', { digest: mexico })).rejects.toMatchObject({ code: 'not-found' });
  }, 240_000);
});
