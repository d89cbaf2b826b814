/** Updates by patches, over HTTPS and from a folder: the fewest bytes where they give the edition, and the whole pack where they do not. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyPatches } from '../pack/patch/apply-patch.ts';
import { writePatch } from '../pack/patch/patch-writer.ts';
import { rowComparer, type Row } from '../pack/order.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { writePack } from '../pack/pack-writer.ts';
import { tableNamed } from '../pack/tables.ts';
import { withLedger } from '../pack/test-edition.ts';
import type { ErrorCode } from '../../shared/kernel/errors.ts';
import { isInTable } from '../../test/update-attacks/attack-line.ts';
import { putIndex, readIndex } from '../publish/edition.ts';
import { checkRepository } from '../publish/inspect.ts';
import { targetFileOf } from '../publish/publish.ts';
import { readPublished } from '../publish/repository.ts';
import { newPublisher, signPast, type Publisher } from '../publish/test-publisher.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { readInstalled } from '../reference/installed.ts';
import type { EditionIndex } from './edition-index.ts';
import { startServer, TEST_LIMITS, WAYS, type TestServer, type Way } from './test-bench.ts';
import { updateReference, type UpdateReport } from './update-reference.ts';

const EDITIONS = ['2026-12', '2027-01', '2027-02'] as const;
const ALIASES = 6_000;
const EACH_CHANGES = 20;

let shared: string;
let server: TestServer;
let folder: string;
let publisher: Publisher;
/** Has published all editions; tests work on copies of its folder. */
let whole: Publisher;
let requests: string[];
let silent: RegExp | null;
/** Digests of the editions, in their order. */
let digests: readonly string[];
const packFile = (edition: string): string => join(shared, `${edition}.pack`);

/** An edition with many names of jobs; each following one has a few of them in another wording. */
async function writeEdition(at: number, edition: string): Promise<void> {
  const rows = rowsFrom(OHIO);
  const meta = (rows.get('meta') ?? []).map(([key, value]) => [key ?? '', key === 'edition' ? edition : value ?? '']);
  const aliases = Array.from({ length: ALIASES }, (_none, index): Row => {
    const wording = index < at * EACH_CHANGES ? at : 0;
    const name = createHash('sha256').update(`${index} ${wording}`).digest('hex').slice(0, 40);
    return tableNamed('occupation_alias').columns.map((column) => ({ soc: '31-1131', alias: `Helper ${name}`, lang: 'en', source_id: 'oews' })[column.name] ?? null);
  });
  const all = [...(rows.get('occupation_alias') ?? []), ...aliases].sort(rowComparer(tableNamed('occupation_alias')));
  await writePack({ rows: withLedger(new Map([...rows, ['meta', meta], ['occupation_alias', all]])), out: packFile(edition) });
}

beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'waymark patches ñ '));
  for (const [at, edition] of EDITIONS.entries()) await writeEdition(at, edition);
  digests = await Promise.all(EDITIONS.map(async (edition) => (await readPackHeader(packFile(edition))).digest));
  whole = await newPublisher(shared);
  for (const edition of EDITIONS) await whole.publish(packFile(edition));
  server = await startServer(() => undefined);
});
afterAll(async () => {
  await server.close();
  await rm(shared, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark patches ñ '));
  publisher = { ...whole, dir: join(folder, 'all') };
  await cp(whole.dir, publisher.dir, { recursive: true });
  requests = [];
  silent = null;
  server.answer = (request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    if (silent?.test(path) === true) { response.destroy(); return; }
    readFile(join(publisher.dir, path)).then((bytes) => { response.writeHead(200, { 'content-length': bytes.length }).end(bytes); }, () => { response.writeHead(404).end(); });
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What ships is the first edition. */
async function resources(): Promise<string> {
  const dir = join(folder, 'resources');
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'starter.pack'), await readFile(packFile(EDITIONS[0])));
  return dir;
}
async function update(way: Way, client: string): Promise<UpdateReport> {
  return updateReference({
    from: way === 'https' ? server.address : publisher.dir, dataDir: join(folder, client), resourcesDir: await resources(), fetch, now: new Date(),
    rootFile: join(publisher.dir, 'metadata', '1.root.json'), limits: TEST_LIMITS,
  });
}
const codes = ({ problems }: UpdateReport): string => problems.map(({ code }) => code).join();
const bytesOf = async (path: string): Promise<number> => (await stat(path)).size;
const installed = async (client: string): Promise<Buffer> => {
  const reference = join(folder, client, 'reference');
  return readFile(join(reference, `${(await readInstalled(reference)).current?.digest.slice(0, 16) ?? ''}.pack`));
};
const index = async (): Promise<EditionIndex> => readIndex(publisher.dir, await readPublished(publisher.dir), { root: null, targets: null, snapshot: null, timestamp: null });
/** The file behind the patch that leads from an edition to the newest. */
async function patchFrom(digest: string): Promise<string> {
  const { patch = '' } = (await index()).patches.find(({ from }) => from === digest) ?? {};
  return targetFileOf(publisher.dir, patch, (await readPublished(publisher.dir)).targets?.metadata.signed.targets[patch]?.hashes ?? {});
}
/** Signs other bytes under the path of the patch from the first edition, as somebody with the keys may do by mistake. */
async function signInstead(bytes: Buffer): Promise<void> {
  const before = await index();
  const { patch = '' } = before.patches.find(({ from }) => from === digests[0]) ?? {};
  const target = new TargetFile({ path: patch, length: bytes.length, hashes: { sha256: createHash('sha256').update(bytes).digest('hex') } });
  await writeFile(targetFileOf(publisher.dir, patch, target.hashes), bytes);
  await signPast(publisher, { ...(await readPublished(publisher.dir)).targets?.metadata.signed.targets, [patch]: target });
}

describe.each(WAYS)('patches over %s', (way) => {
  test('bring a client one edition behind and one two behind to the newest with far fewer bytes', async () => {
    publisher = await newPublisher(folder);
    await publisher.publish(packFile('2026-12'));
    expect(await update(way, 'two')).toMatchObject({ outcome: 'up-to-date', before: { edition: '2026-12' } });
    await publisher.publish(packFile('2027-01'));
    // What ships is a base too: nothing of it is in the data folder.
    expect(await update(way, 'one')).toMatchObject({ outcome: 'updated', way: 'patch', problems: [], after: { edition: '2027-01', digest: digests[1] } });
    await publisher.publish(packFile('2027-02'));
    const pack = await bytesOf(packFile('2027-02'));
    for (const [client, before, changed] of [['one', '2027-01', 40], ['two', '2026-12', 40]] as const) {
      requests = [];
      const report = await update(way, client);
      expect(report).toMatchObject({
        before: { edition: before }, after: { edition: '2027-02', digest: digests[2] }, outcome: 'updated', way: 'patch', problems: [],
        changed: [{ table: 'meta', changed: 1 }, { table: 'occupation_alias', added: changed, removed: changed, changed: 0 }],
      });
      // With all metadata, which here weighs more than the patch.
      expect(report.bytes).toBeLessThan(pack / 8);
      expect(await installed(client)).toEqual(await readFile(packFile('2027-02')));
      expect((await readdir(join(folder, client, 'updates'))).sort()).toEqual(['index.json', 'lock.sqlite', 'patches', 'roots', 'seen.json', 'trusted']);
      if (way === 'https') expect(requests.filter((path) => /\.(?:pack|patch)$/.test(path)).map((path) => path.split('.').at(-1))).toEqual(['patch']);
      const again = await update(way, client);
      expect(again).toMatchObject({ outcome: 'up-to-date', way: null, problems: [] });
      expect(again.bytes).toBeLessThanOrEqual(2_000);
    }
  });

  test('go one after another where that is the fewest bytes', async () => {
    publisher = await newPublisher(folder);
    await publisher.publish(packFile('2026-12'));
    await publisher.publish(packFile('2027-01'));
    const step = await index();
    const stepTargets = (await readPublished(publisher.dir)).targets?.metadata.signed.targets ?? {};
    await publisher.publish(packFile('2027-02'));
    const now = await index();
    const next = await putIndex(publisher.dir, { ...now, patches: [...step.patches, ...now.patches.filter(({ from }) => from !== digests[0])] });
    await signPast(publisher, { ...stepTargets, ...(await readPublished(publisher.dir)).targets?.metadata.signed.targets, [next.path]: next });
    const report = await update(way, 'a');
    expect(report).toMatchObject({ outcome: 'updated', way: 'patch', problems: [], after: { digest: digests[2] } });
    expect(report.bytes).toBeLessThan((await bytesOf(packFile('2027-02'))) / 8);
    if (way === 'https') expect(requests.filter((path) => path.endsWith('.patch'))).toHaveLength(2);
  });

  const damages: Readonly<Record<string, readonly [ErrorCode, () => Promise<void>]>> = {
    'other bytes behind the signed name': ['update-target-changed', async () => {
      const file = await patchFrom(digests[0] ?? '');
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
    }],
    'cut': ['update-length', async () => {
      const file = await patchFrom(digests[0] ?? '');
      await writeFile(file, (await readFile(file)).subarray(0, 500));
    }],
    'gone': ['update-missing', async () => rm(await patchFrom(digests[0] ?? ''))],
    'signed, and no patch at all': ['patch-not-a-patch', () => signInstead(Buffer.from('not a patch'))],
    'signed, for another edition': ['patch-wrong-base', async () => signInstead(await readFile(await patchFrom(digests[1] ?? '')))],
    'signed, and gives another edition': ['update-index-invalid', async () => {
      await writePatch({ from: packFile('2026-12'), to: packFile('2027-01'), out: join(folder, 'other.patch') });
      await signInstead(await readFile(join(folder, 'other.patch')));
    }],
  };
  test.each(Object.entries(damages))('that are refused leave the whole pack: %s', async (name, [code, damage]) => {
    await damage();
    const report = await update(way, 'a');
    expect([codes(report), report.outcome, report.way, report.after?.digest]).toEqual([code, 'updated', 'pack', digests[2]]);
    expect(await installed('a')).toEqual(await readFile(packFile('2027-02')));
    expect((await readdir(join(folder, 'a', 'updates'))).sort()).toEqual(['index.json', 'lock.sqlite', 'roots', 'seen.json', 'trusted']);
    expect(await isInTable(`patch: ${name}`, code)).toBe(true);
  });

  test('need their base: where its pack is gone or changed, the whole pack comes', async () => {
    publisher = await newPublisher(folder);
    await publisher.publish(packFile('2026-12'));
    await publisher.publish(packFile('2027-01'));
    for (const client of ['gone', 'changed']) await update(way, client);
    const packOf = (client: string): string => join(folder, client, 'reference', `${digests[1]?.slice(0, 16) ?? ''}.pack`);
    await rm(packOf('gone'));
    const bytes = await readFile(packOf('changed'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(packOf('changed'), bytes);
    await publisher.publish(packFile('2027-02'));
    // The pack that ships is there, and is that of another edition.
    for (const [client, code] of [['gone', 'patch-wrong-base'], ['changed', 'pack-changed']] as const) {
      const report = await update(way, client);
      expect([codes(report), report.outcome, report.way, report.after?.digest]).toEqual([code, 'updated', 'pack', digests[2]]);
    }
  });

  test('and pack both refused: both reasons are told and what was in use stays', async () => {
    for (const path of await readdir(join(publisher.dir, 'targets'), { recursive: true })) if (/\.(?:pack|patch)$/.test(path)) await rm(join(publisher.dir, 'targets', path));
    const report = await update(way, 'a');
    expect([codes(report), report.outcome, report.after?.edition]).toEqual(['update-missing,update-missing', 'refused', '2026-12']);
  });
});

test('a network that breaks while a patch comes is not answered by asking it for the whole pack', async () => {
  silent = /\.patch$/;
  const report = await update('https', 'a');
  expect([report.outcome, report.after?.edition, requests.filter((path) => path.endsWith('.pack'))]).toEqual(['not-reached', '2026-12', []]);
  silent = null;
  expect(await update('https', 'a')).toMatchObject({ outcome: 'updated', way: 'patch' });
});

test('the repository lists patches that give the newest edition, and its check finds one that does not', async () => {
  const { patches, editions } = await index();
  expect(patches.map(({ from, to }) => [from, to])).toEqual([[digests[0], digests[2]], [digests[1], digests[2]]]);
  for (const { bytes, patch } of patches) {
    expect(bytes).toBeLessThan(editions.at(-1)?.bytes ?? 0);
    const file = await patchFrom(patches.find((each) => each.patch === patch)?.from ?? '');
    expect(await bytesOf(file)).toBe(bytes);
    await applyPatches({ pack: packFile(patch === patches[0]?.patch ? '2026-12' : '2027-01'), patches: [file], out: join(folder, 'out.pack') });
    expect((await readPackHeader(join(folder, 'out.pack'))).digest).toBe(digests[2]);
  }
  expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
  await signInstead(await readFile(await patchFrom(digests[1] ?? '')));
  expect((await checkRepository(publisher.dir, new Date())).map(({ code, params }) => [code, params['file']])).toEqual([['repository-damaged', patches[0]?.patch]]);
});
