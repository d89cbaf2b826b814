import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { writePack } from '../pack/pack-writer.ts';
import { testEdition } from '../pack/test-edition.ts';
import { downloadTargets, initTrust, refreshTrust } from '../update/conformance.ts';
import { folderOrigin } from '../update/folder-origin.ts';
import { rotateKeys } from './create.ts';
import { addEdition, readIndex } from './edition.ts';
import { checkRepository, repositoryStatus } from './inspect.ts';
import { makeKeyFile, openKeyFile, readPublicKey } from './key-file.ts';
import { putPatches } from './patches.ts';
import { publishWhole, targetFileOf } from './publish.ts';
import { readPublished, type Store } from './repository.ts';
import { CHEAP_COST, newKey, newPublisher, PASSPHRASE, type Publisher } from './test-publisher.ts';

const DAY_MS = 86_400_000;
const NOTHING: Store = { root: null, targets: null, snapshot: null, timestamp: null };
let folder: string;
let publisher: Publisher;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark publish ñ '));
  publisher = await newPublisher(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const meta = (edition: string, scope = 'us') => [['data_checked', '2026-11'], ['edition', edition], ['name', 'Test edition'], ['scope', scope]];
async function packOf(edition: string, seed: number, scope = 'us'): Promise<string> {
  const out = join(folder, `${edition} ${scope}.pack`);
  await writePack({ rows: new Map([...testEdition(seed), ['meta', meta(edition, scope)]]), out });
  return out;
}
const codeOf = (action: Promise<unknown>): Promise<string> => action.then(() => 'none', (error: unknown) => {
  if (error instanceof CodedError) return error.code;
  throw error;
});
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** What a client in `name` sees: the trusted versions, or the code of the refusal. */
async function client(name: string, now = new Date()): Promise<string> {
  const metadataDir = join(folder, name);
  if (!(await readdir(metadataDir).catch(() => null))) await initTrust(metadataDir, join(publisher.dir, 'metadata', '1.root.json'));
  const asked = { metadataDir, metadata: folderOrigin(join(publisher.dir, 'metadata')), now };
  const code = await codeOf(refreshTrust(asked));
  if (code !== 'none') return code;
  const versions = await Promise.all(['root', 'targets', 'snapshot', 'timestamp'].map(async (role) => (JSON.parse(await readFile(join(metadataDir, `${role}.json`), 'utf8')) as { signed: { version: number } }).signed.version));
  return versions.join(' ');
}

describe('a repository', () => {
  test('begins empty and sound, with two of three root keys, and nothing waits', async () => {
    expect(await client('a')).toBe('1 1 1 1');
    expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
    expect(await repositoryStatus(publisher.dir, new Date())).toMatchObject({
      name: 'Test updates', scope: 'us', editions: [], waiting: [], warnings: [],
      roles: { root: { version: 1, threshold: 2, daysLeft: 399 }, timestamp: { version: 1, threshold: 1 } },
    });
    expect(await readdir(join(publisher.dir, 'staged'))).toEqual([]);
  });

  test('takes an edition, which is public with the last signature and not before', async () => {
    const pack = await packOf('2026-12', 1);
    const { path, digest } = await addEdition(publisher.dir, pack, new Date());
    expect((await repositoryStatus(publisher.dir, new Date())).waiting).toMatchObject([{ role: 'targets', version: 2, signed: [], threshold: 1 }]);
    expect(await codeOf(publisher.sign('snapshot', publisher.keys.snapshot))).toBe('repository-unsigned');
    expect((await publisher.sign('targets', publisher.keys.targets)).published).toEqual([]);
    expect(await codeOf(publisher.sign('timestamp', publisher.keys.timestamp))).toBe('repository-unsigned');
    expect((await publisher.sign('snapshot', publisher.keys.snapshot)).published).toEqual([]);
    expect(await client('a')).toBe('1 1 1 1');
    expect((await publisher.sign('timestamp', publisher.keys.timestamp)).published).toEqual(['targets', 'snapshot', 'timestamp']);
    expect(await client('a')).toBe('1 2 2 2');
    await downloadTargets({
      metadataDir: join(folder, 'a'), metadata: folderOrigin(join(publisher.dir, 'metadata')), targets: folderOrigin(join(publisher.dir, 'targets')),
      now: new Date(), targetNames: [path], targetDir: join(folder, 'fetched'),
    });
    const [name = ''] = await readdir(join(folder, 'fetched'));
    expect(await readFile(join(folder, 'fetched', name))).toEqual(await readFile(pack));
    expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
    expect((await repositoryStatus(publisher.dir, new Date())).editions).toMatchObject([{ edition: '2026-12', digest }]);
  });

  test('refuses a pack that it has, one of another scope, and one that is damaged', async () => {
    const pack = await packOf('2026-12', 1);
    await publisher.publish(pack);
    expect(await codeOf(addEdition(publisher.dir, pack, new Date()))).toBe('repository-edition-known');
    expect(await codeOf(addEdition(publisher.dir, await packOf('2027-01', 2, 'ca'), new Date()))).toBe('repository-scope');
    const bytes = await readFile(pack);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    await writeFile(pack, bytes);
    expect(await codeOf(addEdition(publisher.dir, pack, new Date()))).toBe('pack-changed');
    expect(await codeOf(addEdition(join(folder, 'nowhere'), pack, new Date()))).toBe('repository-missing');
    expect(await client('a')).toBe('1 2 2 2');
  });

  test('lists the edition in force and eight before it', async () => {
    for (let index = 0; index < 11; index += 1) await publisher.publish(await packOf(`2027-${String(index + 1).padStart(2, '0')}`, 1));
    const { editions } = await repositoryStatus(publisher.dir, new Date());
    expect(editions.map(({ edition }) => edition)).toEqual(['2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08', '2027-09', '2027-10', '2027-11']);
    expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
    // From each of the eight before a patch leads to the newest; of older ones nothing is named.
    const published = await readPublished(publisher.dir);
    const { patches } = await readIndex(publisher.dir, published, NOTHING);
    const newest = editions.at(-1)?.digest;
    expect(patches.map(({ from, to }) => [from, to])).toEqual(editions.slice(0, -1).map(({ digest }) => [digest, newest]));
    const named = Object.keys(published.targets?.metadata.signed.targets ?? {});
    expect(named.filter((path) => path.endsWith('.patch')).sort()).toEqual(patches.map(({ patch }) => patch).sort());
    expect(named.filter((path) => path.endsWith('.pack'))).toHaveLength(9);
  });

  test('lists no patch that is as large as the pack, and does without one from a pack that it cannot read', async () => {
    const files = [await packOf('2026-12', 1), await packOf('2027-01', 1), await packOf('2027-02', 1)];
    for (const file of files.slice(0, 2)) await publisher.publish(file);
    const before = await readPublished(publisher.dir);
    const [old, young] = (await readIndex(publisher.dir, before, NOTHING)).editions;
    if (!old || !young) throw new Error('An edition is missing.');
    const put = (bytes: number) => putPatches(publisher.dir, [{ entry: old, file: files[0] ?? '' }], { entry: { ...young, bytes }, file: files[1] ?? '' }, () => undefined);
    const [patch] = (await put(young.bytes)).listed;
    expect(patch).toMatchObject({ from: old.digest, to: young.digest });
    expect((await put(patch?.bytes ?? 0)).listed).toEqual([]);
    await rm(targetFileOf(publisher.dir, old.pack, before.targets?.metadata.signed.targets[old.pack]?.hashes ?? {}));
    expect(await addEdition(publisher.dir, files[2] ?? '', new Date())).toMatchObject({ patches: 1, without: ['2026-12'] });
  });

  test('warns in the last third of a role’s time, and signing again renews it', async () => {
    expect((await repositoryStatus(publisher.dir, inDays(31))).warnings).toEqual([{ role: 'timestamp', daysLeft: 13 }]);
    expect(await client('a', inDays(46))).toBe('update-expired');
    expect((await checkRepository(publisher.dir, inDays(46))).map(({ code }) => code)).toEqual(['update-expired']);
    await publisher.sign('timestamp', publisher.keys.timestamp, inDays(44));
    expect(await client('a', inDays(46))).toBe('1 1 1 2');
    await publisher.sign('root', publisher.keys.root1, inDays(60));
    expect((await publisher.sign('root', publisher.keys.root3, inDays(60))).published).toEqual(['root']);
    expect(await client('a', inDays(60))).toBe('2 1 1 2');
  });

  test('is found damaged wherever it is', async () => {
    for (const edition of ['2026-12', '2027-01']) await publisher.publish(await packOf(edition, 1));
    const sound = join(folder, 'sound');
    await cp(publisher.dir, sound, { recursive: true });
    const files = (await readdir(publisher.dir, { recursive: true, withFileTypes: true }))
      .filter((each) => each.isFile() && each.name.includes('.json') || /\.(?:pack|patch)$/.test(each.name)).map((each) => join(each.parentPath, each.name)).filter((path) => !path.includes('repository.json'));
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(files.filter((path) => path.endsWith('.patch'))).toHaveLength(1);
    for (const path of files) {
      const before = await readFile(path);
      // What no metadata in force names any more is nobody's concern.
      if (/[12]\.(targets|snapshot)\.json$/.test(path) || (path.endsWith('.index.json') && !before.includes('2027-01'))) continue;
      await rm(path);
      expect((await checkRepository(publisher.dir, new Date())).length, `${path} is gone`).toBeGreaterThan(0);
      await writeFile(path, Buffer.from(before.map((byte, index) => (index === 100 ? byte ^ 1 : byte))));
      expect((await checkRepository(publisher.dir, new Date())).length, `${path} is changed`).toBeGreaterThan(0);
      await writeFile(path, before);
    }
    expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
  });
});

describe('keys', () => {
  test('are sealed: a wrong passphrase, a changed byte and a short passphrase are refused', async () => {
    const file = join(folder, 'one.key.json');
    expect(await codeOf(makeKeyFile(file, 'short', CHEAP_COST))).toBe('repository-key-passphrase');
    const made = await makeKeyFile(file, PASSPHRASE, CHEAP_COST);
    expect(await codeOf(makeKeyFile(file, PASSPHRASE, CHEAP_COST))).toBe('repository-exists');
    expect((await readPublicKey(file)).keyID).toBe(made.keyID);
    expect(await codeOf(openKeyFile(file, 'another passphrase'))).toBe('repository-key-passphrase');
    const text = await readFile(file, 'utf8');
    for (const [from, to] of [['"nonce": "', '"nonce": "00'], ['"public": "', '"public": "00'], ['"cost": 1024', '"cost": 4096'], ['"waymarkKey": 1', '"waymarkKey": 2'], ['{', '']] as const) {
      await writeFile(file, text.replace(from, to));
      expect(await codeOf(openKeyFile(file, PASSPHRASE)), from).toMatch(/^repository-key-(damaged|passphrase)$/);
    }
    expect(text).not.toContain(PASSPHRASE);
  });

  test('of a stranger or of another role sign nothing', async () => {
    const stranger = await newKey(folder, 'stranger');
    for (const role of ['root', 'targets', 'snapshot', 'timestamp'] as const) expect(await codeOf(publisher.sign(role, stranger))).toBe('repository-key-stranger');
    expect(await codeOf(publisher.sign('targets', publisher.keys.timestamp))).toBe('repository-key-stranger');
  });

  test('of root: the same one twice is one signature', async () => {
    await publisher.sign('root', publisher.keys.root1);
    expect(await publisher.sign('root', publisher.keys.root1)).toMatchObject({ published: [], signed: 1, threshold: 2 });
    expect(await client('a')).toBe('1 1 1 1');
  });

  test('are changed without a moment at which clients refuse: add, sign, remove', async () => {
    const fresh = await newKey(folder, 'fresh');
    await client('a');
    const bothSign = async () => { await publisher.sign('root', publisher.keys.root1); return publisher.sign('root', publisher.keys.root2); };
    await rotateKeys(publisher.dir, { role: 'timestamp', add: [fresh.key], remove: [] }, new Date());
    expect((await bothSign()).published).toEqual(['root']);
    expect(await client('a')).toBe('2 1 1 1');
    await publisher.sign('timestamp', fresh);
    await rotateKeys(publisher.dir, { role: 'timestamp', add: [], remove: [publisher.keys.timestamp.key.keyID] }, new Date());
    expect((await bothSign()).published).toEqual(['root']);
    expect(await client('a')).toBe('3 1 1 2');
    expect(await client('new')).toBe('3 1 1 2');
    expect(await codeOf(publisher.sign('timestamp', publisher.keys.timestamp))).toBe('repository-key-stranger');
  });

  test('that were taken are replaced at once: root and what the new key signs become public together', async () => {
    const fresh = await newKey(folder, 'fresh');
    await rotateKeys(publisher.dir, { role: 'timestamp', add: [fresh.key], remove: [publisher.keys.timestamp.key.keyID] }, new Date());
    await publisher.sign('root', publisher.keys.root1);
    expect((await publisher.sign('root', publisher.keys.root2)).published).toEqual([]);
    expect(await client('a')).toBe('1 1 1 1');
    expect((await publisher.sign('timestamp', fresh)).published).toEqual(['root', 'timestamp']);
    expect(await client('a')).toBe('2 1 1 2');
  });

  test('of root are changed by two before and two after', async () => {
    const [fresh, other] = [await newKey(folder, 'fresh'), await newKey(folder, 'other')];
    const { root1, root2, root3 } = publisher.keys;
    await rotateKeys(publisher.dir, { role: 'root', add: [fresh.key, other.key], remove: [root1.key.keyID, root2.key.keyID] }, new Date());
    for (const key of [fresh, other]) expect((await publisher.sign('root', key)).published).toEqual([]);
    expect((await publisher.sign('root', root3)).published).toEqual([]);
    expect((await publisher.sign('root', root1)).published).toEqual(['root']);
    expect(await client('a')).toBe('2 1 1 1');
    expect(await codeOf(rotateKeys(publisher.dir, { role: 'root', add: [], remove: [fresh.key.keyID, other.key.keyID] }, new Date()))).toBe('repository-unsigned');
    expect(await codeOf(rotateKeys(publisher.dir, { role: 'targets', add: [], remove: [fresh.key.keyID] }, new Date()))).toBe('repository-key-stranger');
  });
});

test('what waits past its date for a signature is made anew: what is signed then becomes public', async () => {
  // The machine that added the edition had lost its clock.
  await addEdition(publisher.dir, await packOf('2026-12', 1), new Date(0));
  expect(await client('a')).toBe('1 1 1 1');
  for (const role of ['targets', 'snapshot', 'timestamp'] as const) await publisher.sign(role, publisher.keys[role]);
  expect(await client('a')).toBe('1 2 2 2');
  expect((await repositoryStatus(publisher.dir, new Date())).waiting).toEqual([]);
});

test('what a stop left half written is cleared from what is uploaded', async () => {
  await publisher.publish(await packOf('2026-12', 1));
  const half = ['metadata/.2.targets.json.0123456789ab.tmp', 'targets/packs/.us.pack.0123456789ab.tmp', 'targets/.index.json.0123456789ab.tmp'];
  for (const file of half) await writeFile(join(publisher.dir, file), 'half');
  await publishWhole(publisher.dir, new Date());
  expect((await readdir(publisher.dir, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
});

test('publishing may be stopped before any step: clients see the old edition or the new one, and doing it again finishes it', async () => {
  const first = await packOf('2026-12', 1);
  const second = await packOf('2027-01', 1);
  await publisher.publish(first);
  const start = join(folder, 'start');
  await cp(publisher.dir, start, { recursive: true });
  await client('known');
  const steps: string[] = [];
  await publisher.publish(second, new Date(), (name) => { steps.push(name); });
  expect(steps).toContain('publish timestamp');
  expect(steps).toContain('write patch');
  expect(steps.length).toBeGreaterThan(9);
  for (let stop = 0; stop < steps.length; stop += 1) {
    await rm(publisher.dir, { recursive: true });
    await cp(start, publisher.dir, { recursive: true });
    let left = stop;
    await expect(publisher.publish(second, new Date(), () => { left -= 1; if (left < 0) throw new Error('stopped'); })).rejects.toThrow('stopped');
    await rm(join(folder, 'known'), { recursive: true });
    const isDone = stop > steps.indexOf('publish timestamp');
    expect(await client('known'), `stopped before ${steps[stop]}`).toBe(isDone ? '1 3 3 3' : '1 2 2 2');
    expect(await checkRepository(publisher.dir, new Date()), `stopped before ${steps[stop]}`).toEqual([]);
    await publishWhole(publisher.dir, new Date());
    const { editions, waiting } = await repositoryStatus(publisher.dir, new Date());
    // The one who publishes does the step again that was stopped.
    if (!editions.some(({ edition }) => edition === '2027-01')) await addEdition(publisher.dir, second, new Date());
    if (!isDone || waiting.length > 0) for (const role of ['targets', 'snapshot', 'timestamp'] as const) await publisher.sign(role, publisher.keys[role]);
    expect(Number((await client('known')).split(' ')[1])).toBeGreaterThanOrEqual(3);
    expect(await checkRepository(publisher.dir, new Date())).toEqual([]);
    expect((await repositoryStatus(publisher.dir, new Date())).waiting).toEqual([]);
  }
});
