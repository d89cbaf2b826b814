/** Updates as a data folder lives them, over HTTPS and from a folder; and the attack table, each with its code and its sentence in both languages. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/kernel/errors.ts';
import { isInTable } from '../../test/update-attacks/attack-line.ts';
import { writePack } from '../pack/pack-writer.ts';
import { forge, partsOf, sealed } from '../pack/test-forge.ts';
import { withLedger, writeStarter } from '../pack/test-edition.ts';
import { putIndex } from '../publish/edition.ts';
import { composeTargets } from '../publish/compose.ts';
import { readPublished, readSettings, writeStaged } from '../publish/repository.ts';
import { targetFileOf } from '../publish/publish.ts';
import { newPublisher, signPast, type Publisher } from '../publish/test-publisher.ts';
import { ensureReference } from '../reference/ensure-reference.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { parseIndex } from './edition-index.ts';
import { startServer, TEST_LIMITS, WAYS, type TestServer, type Way } from './test-bench.ts';
import { updateReference, type UpdateReport } from './update-reference.ts';
import { withUpdateLock } from './update-lock.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
let shared: string;
let server: TestServer;
let folder: string;
let publisher: Publisher;
let requests: string[];
beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'waymark updates ñ '));
  await writeStarter(join(shared, 'resources', 'starter'), withLedger(rowsFrom(OHIO)));
  await packOf('2026-12', join(shared, 'first.pack'));
  await packOf('2027-01', join(shared, 'second.pack'));
  server = await startServer(() => undefined);
});
afterAll(async () => {
  await server.close();
  await rm(shared, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark updates ñ '));
  publisher = await newPublisher(folder);
  requests = [];
  server.answer = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    readFile(join(publisher.dir, decodeURIComponent(request.url ?? ''))).then(
      (bytes) => { response.writeHead(200, { 'content-length': bytes.length }).end(bytes); },
      () => { response.writeHead(404).end(); },
    );
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The small edition under another name; from 2027 on without its last wage. */
async function packOf(edition: string, out: string, scope = 'us'): Promise<void> {
  const rows = withLedger(rowsFrom(OHIO));
  const meta = (rows.get('meta') ?? []).map(([key, value]) => [key ?? '', key === 'edition' ? edition : key === 'scope' ? scope : value ?? '']);
  const wage = (rows.get('wage') ?? []).slice(0, edition.startsWith('2027') ? -1 : undefined);
  await writePack({ rows: withLedger(new Map([...rows, ['meta', meta], ['wage', wage]])), out });
}

const dataDir = (): string => join(folder, 'data');
const resourcesDir = (): string => join(shared, 'resources');
function update(way: Way, { now = new Date(), from }: { now?: Date; from?: string } = {}): Promise<UpdateReport> {
  return updateReference({
    from: from ?? (way === 'https' ? server.address : publisher.dir), dataDir: dataDir(), resourcesDir: resourcesDir(), fetch, now,
    // One of eight wages goes: guards.test.ts is about that.
    rootFile: join(publisher.dir, 'metadata', '1.root.json'), limits: TEST_LIMITS, acceptChanges: true,
  });
}
async function openedEdition(): Promise<string> {
  const { db } = await ensureReference({ resourcesDir: resourcesDir(), dataDir: dataDir() });
  try {
    return db.all(db.from('edition_info').select(['value']).where('key', '=', 'edition')).map(({ value }) => value).join();
  } finally {
    db.close();
  }
}
const first = (): string => join(shared, 'first.pack');
const second = (): string => join(shared, 'second.pack');
const codes = ({ problems }: UpdateReport): string => problems.map(({ code }) => code).join();

describe.each(WAYS)('an update over %s', (way) => {
  test('takes the newest edition, says what changed, and then has nothing to do', async () => {
    await publisher.publish(first());
    const report = await update(way);
    expect(report).toMatchObject({ before: { edition: '2026-11', scope: 'us' }, after: { edition: '2026-12' }, way: 'pack', outcome: 'updated', problems: [] });
    expect(report.bytes).toBeGreaterThan((await readFile(first())).length);
    expect(await openedEdition()).toBe('2026-12');
    requests = [];
    const again = await update(way);
    expect(again).toMatchObject({ before: { edition: '2026-12' }, after: { edition: '2026-12' }, way: null, outcome: 'up-to-date', changed: [] });
    // A check without news: the next root, which is not there, and the timestamp.
    expect(again.bytes).toBeLessThan(2_000);
    if (way === 'https') expect(requests).toEqual(['GET /metadata/2.root.json', 'GET /metadata/timestamp.json']);
    await publisher.publish(second());
    expect(await update(way)).toMatchObject({
      outcome: 'updated', after: { edition: '2027-01' },
      changed: [{ table: 'meta', added: 0, removed: 0, changed: 1 }, { table: 'wage', added: 0, removed: 1, changed: 0 }],
    });
    expect(await openedEdition()).toBe('2027-01');
    // The edition before stays, and what a stick for others needs; nothing else is left.
    expect((await readdir(join(dataDir(), 'reference'))).filter((name) => name.endsWith('.pack'))).toHaveLength(2);
    expect((await readdir(join(dataDir(), 'updates'))).sort()).toEqual(['index.json', 'lock.sqlite', 'patches', 'roots', 'seen.json', 'trusted']);
  });

  test('is refused while the repository is past its date; what is installed stays readable', async () => {
    await publisher.publish(first());
    await update(way);
    const late = await update(way, { now: inDays(46) });
    expect([codes(late), late.outcome, late.after?.edition]).toEqual(['update-expired', 'refused', '2026-12']);
    expect(await openedEdition()).toBe('2026-12');
  });

  test('from a place that cannot be reached says so', async () => {
    const nowhere = way === 'https' ? 'https://no-such-host.invalid/' : join(folder, 'no stick');
    const report = await update(way, { from: nowhere });
    expect([codes(report), report.outcome]).toEqual(['update-unreachable', 'not-reached']);
    expect(await openedEdition()).toBe('2026-11');
  });

  test('stands a clock at 1970, at 2099 and going back', async () => {
    await publisher.publish(first());
    expect(codes(await update(way, { now: new Date('2099-01-01') }))).toBe('update-expired');
    // With no battery nothing is past its date; the signatures still count.
    expect((await update(way, { now: new Date(0) })).outcome).toBe('updated');
    await update(way);
    await publisher.publish(second(), inDays(40));
    expect((await update(way, { now: inDays(70) })).outcome).toBe('updated');
    // Going back changes nothing about what is good until then.
    expect((await update(way, { now: inDays(1) })).outcome).toBe('up-to-date');
    // What ended before the last refresh does not become good again because the clock went back.
    await publisher.sign('timestamp', publisher.keys.timestamp, inDays(0));
    expect(codes(await update(way, { now: inDays(1) }))).toBe('update-expired');
  });
});

/** Attack, code, and whether the repository's signatures are right: those come from somebody with the keys. */
const ATTACKS: Readonly<Record<string, readonly [ErrorCode, () => Promise<void>]>> = {
  'forged pack: other bytes behind the signed name': ['update-target-changed', async () => {
    await publisher.publish(first());
    const target = await newestPack();
    const bytes = await readFile(target);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(target, bytes);
  }],
  'forged pack: a well-made one of other rows, longer or shorter': ['update-length', async () => {
    await publisher.publish(first());
    await forge(first(), await newestPack(), (lines) => lines.slice(0, -1));
  }],
  'older repository than the one seen': ['update-rolled-back', async () => {
    await publisher.publish(first());
    await cp(publisher.dir, join(folder, 'old'), { recursive: true });
    await publisher.publish(second());
    expect((await update('folder')).outcome).toBe('updated');
    await rm(publisher.dir, { recursive: true });
    await cp(join(folder, 'old'), publisher.dir, { recursive: true });
  }],
  'older edition than the one in use, never seen before': ['update-older', async () => {
    await packOf('2026-10', join(folder, 'older.pack'));
    await publisher.publish(join(folder, 'older.pack'));
  }],
  'frozen repository': ['update-expired', async () => {
    await publisher.sign('timestamp', publisher.keys.timestamp, inDays(-60));
    await publisher.publish(first(), inDays(-50));
  }],
  'mixed metadata': ['update-mixed', async () => {
    await publisher.publish(first());
    await publisher.publish(second());
    await writeFile(join(publisher.dir, 'metadata', '3.targets.json'), await readFile(join(publisher.dir, 'metadata', '2.targets.json')));
  }],
  'timestamp signed by a stranger': ['update-signature', async () => {
    const file = join(publisher.dir, 'metadata', 'timestamp.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"version": 1,\n {2}"expires"/, '"version": 9,\n  "expires"'));
  }],
  'endless data': ['update-endless', async () => {
    await writeFile(join(publisher.dir, 'metadata', 'timestamp.json'), Buffer.alloc(1_000_000, 0x20));
  }],
  'zip bomb: a signed pack that unpacks to more than it says': ['pack-too-large', async () => {
    const { header, frame } = partsOf(await readFile(first()));
    await publishFile(sealed({ ...header, bytes: 2 ** 50 }, frame));
  }],
  'wrong scope in the list': ['update-scope', async () => {
    await rm(publisher.dir, { recursive: true });
    publisher = await newPublisher(await mkdtemp(join(folder, 'other ')), { scope: 'ca' });
    await packOf('2026-12', join(folder, 'ca.pack'), 'ca');
    await publisher.publish(join(folder, 'ca.pack'));
  }],
  'wrong scope in the pack, right one in the list': ['update-scope', async () => {
    await packOf('2026-12', join(folder, 'ca.pack'), 'ca');
    await publishFile(await readFile(join(folder, 'ca.pack')));
  }],
  'path name that leaves the folder': ['update-name', () => publishAs('../../escape.pack')],
  'path name of a device': ['update-name', () => publishAs('packs/nul.pack')],
  'list of editions that is none': ['update-index-invalid', async () => {
    await publisher.publish(first());
    await signTargets(async (files) => {
      const index = await putIndex(publisher.dir, { scope: '', editions: [], patches: [] });
      return { ...files, [index.path]: index };
    });
  }],
};

const newestPack = async (): Promise<string> => {
  const files = (await readPublished(publisher.dir)).targets?.metadata.signed.targets ?? {};
  const [path, target] = Object.entries(files).find(([name]) => name.endsWith('.pack')) ?? [];
  return targetFileOf(publisher.dir, path ?? '', target?.hashes ?? {});
};
type Files = Parameters<typeof composeTargets>[0];
/** As somebody who has the keys of targets, snapshot and timestamp. */
async function signTargets(change: (files: Files) => Promise<Files>): Promise<void> {
  const published = await readPublished(publisher.dir);
  const files = await change(published.targets?.metadata.signed.targets ?? {});
  await writeStaged(publisher.dir, 'targets', composeTargets(files, published, await readSettings(publisher.dir), new Date()));
  for (const role of ['targets', 'snapshot', 'timestamp'] as const) await publisher.sign(role, publisher.keys[role]);
}
async function publishAs(pack: string): Promise<void> {
  await publisher.publish(first());
  const published = await readPublished(publisher.dir);
  const index = published.targets?.metadata.signed.targets['index.json'];
  const before = parseIndex(await readFile(targetFileOf(publisher.dir, 'index.json', index?.hashes ?? {})));
  const bad = new TargetFile({ path: pack, length: 3, hashes: { sha256: 'ab'.repeat(32) } });
  // The publisher's own tool refuses to look for such a file, so what it would publish is written past it.
  const next = await putIndex(publisher.dir, { ...before, editions: before.editions.map((each) => ({ ...each, digest: 'cd'.repeat(32), pack })) });
  await signPast(publisher, { [next.path]: next, [pack]: bad });
}
async function publishFile(bytes: Buffer): Promise<void> {
  await publisher.publish(first());
  await signTargets(async (files) => {
    const [path = ''] = Object.keys(files).filter((name) => name.endsWith('.pack'));
    const target = new TargetFile({ path, length: bytes.length, hashes: { sha256: createHash('sha256').update(bytes).digest('hex') } });
    await writeFile(targetFileOf(publisher.dir, path, target.hashes), bytes);
    return { ...files, [path]: target };
  });
}

describe.each(WAYS)('attacks over %s', (way) => {
  test.each(Object.entries(ATTACKS))('%s', async (name, [code, attack]) => {
    await attack();
    const before = await openedEdition();
    const report = await update(way);
    expect([codes(report), report.outcome]).toEqual([code, 'refused']);
    expect(await openedEdition()).toBe(before);
    for (const name of await readdir(dataDir(), { recursive: true })) expect(name).not.toMatch(/fetched|escape|\.part$/);
    expect(await isInTable(name, code)).toBe(true);
  });
});

test('what stopped updates left behind is cleared: half written files before the next one, parts when there is nothing more to fetch', async () => {
  await publisher.publish(first());
  await update('folder');
  const left = ['updates/.index.json.0123456789ab.tmp', 'updates/trusted/.timestamp.json.0123456789ab.tmp', `updates/.${'a'.repeat(32)}.part`, 'updates/fetched.pack', 'updates/fetched-1.patch'];
  for (const file of left) await writeFile(join(dataDir(), file), 'half');
  await update('folder', { from: join(folder, 'no stick') });
  expect((await readdir(join(dataDir(), 'updates'))).filter((name) => name.endsWith('.part'))).toHaveLength(1);
  expect((await update('folder')).outcome).toBe('up-to-date');
  expect((await readdir(join(dataDir(), 'updates'))).sort()).toEqual(['index.json', 'lock.sqlite', 'roots', 'seen.json', 'trusted']);
  expect((await readdir(join(dataDir(), 'updates', 'trusted'))).sort()).toEqual(['root.json', 'snapshot.json', 'targets.json', 'timestamp.json']);
});

test('two clients at once: one updates, the other is told so and nothing breaks', async () => {
  await publisher.publish(first());
  await withUpdateLock(join(dataDir(), 'updates', 'lock.sqlite'), async () => {
    const report = await update('folder');
    expect([codes(report), report.outcome]).toEqual(['update-busy', 'refused']);
  });
  const both = await Promise.all([update('folder'), update('https')]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'updated']);
  expect(await openedEdition()).toBe('2026-12');
});

test('without a root to trust nothing is taken; one that IT places is used', async () => {
  await publisher.publish(first());
  const asked = { from: publisher.dir, dataDir: dataDir(), resourcesDir: resourcesDir(), fetch, now: new Date(), limits: TEST_LIMITS };
  expect(codes(await updateReference(asked))).toBe('update-no-root');
  await cp(join(publisher.dir, 'metadata', '1.root.json'), join(dataDir(), 'trust', 'root.json'));
  expect((await updateReference(asked)).outcome).toBe('updated');
});

test('a stick pulled at any block leaves what was in use, and the next stick that stays goes on', async () => {
  await publisher.publish(first());
  const whole = await newestPack();
  const bytes = await readFile(whole);
  for (const share of [0, 0.3, 0.7, 0.99]) {
    await writeFile(whole, bytes.subarray(0, Math.floor(bytes.length * share)));
    expect((await update('folder')).outcome).toBe('refused');
    expect(await openedEdition()).toBe('2026-11');
  }
  await writeFile(whole, bytes);
  expect((await update('folder')).outcome).toBe('updated');
});
