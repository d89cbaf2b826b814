/** Somebody has taken a key: what each alone, and two together, can make a client take. Over HTTPS and from a folder. */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metadata } from '@tufjs/models';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/kernel/errors.ts';
import { isInTable } from '../../test/update-attacks/attack-line.ts';
import { writePack } from '../pack/pack-writer.ts';
import { testEdition } from '../pack/test-edition.ts';
import { composeRoot, composeSnapshot, composeTargets, composeTimestamp, rolesOf } from '../publish/compose.ts';
import { bytesOf, readPublished, readSettings, writePublished, type RoleKinds, type RoleName, type Stored } from '../publish/repository.ts';
import type { OpenedKey } from '../publish/sign.ts';
import { newKey, newPublisher, type Publisher } from '../publish/test-publisher.ts';
import { startServer, TEST_LIMITS, WAYS, type TestServer, type Way } from './test-bench.ts';
import { updateReference, type UpdateReport } from './update-reference.ts';

let shared: string;
let whole: Publisher;
let thief: OpenedKey;
let server: TestServer;
let folder: string;
let publisher: Publisher;
const packFile = (edition: string): string => join(shared, `${edition}.pack`);

beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'waymark keys ñ '));
  for (const edition of ['2026-11', '2026-12', '2027-01']) {
    const meta = [['data_checked', '2026-11'], ['edition', edition], ['name', 'Test edition'], ['scope', 'us']];
    await writePack({ rows: new Map([...testEdition(3), ['meta', meta]]), out: packFile(edition) });
  }
  await mkdir(join(shared, 'resources'));
  await cp(packFile('2026-11'), join(shared, 'resources', 'starter.pack'));
  whole = await newPublisher(shared);
  await whole.publish(packFile('2026-12'));
  await whole.publish(packFile('2027-01'));
  thief = await newKey(shared, 'thief');
  server = await startServer(() => undefined);
});
afterAll(async () => {
  await server.close();
  await rm(shared, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark keys ñ '));
  publisher = { ...whole, dir: join(folder, 'repository') };
  await cp(whole.dir, publisher.dir, { recursive: true });
  server.answer = (request, response) => {
    readFile(join(publisher.dir, decodeURIComponent(request.url ?? ''))).then((bytes) => { response.writeHead(200, { 'content-length': bytes.length }).end(bytes); }, () => { response.writeHead(404).end(); });
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const update = (way: Way): Promise<UpdateReport> => updateReference({
  from: way === 'https' ? server.address : publisher.dir, dataDir: join(folder, 'data'), resourcesDir: join(shared, 'resources'), fetch, now: new Date(),
  rootFile: join(shared, 'repository', 'metadata', '1.root.json'), limits: TEST_LIMITS,
});

async function sign<R extends RoleName>(role: R, metadata: RoleKinds[R], keys: readonly OpenedKey[]): Promise<Stored<R>> {
  keys.forEach((key, index) => { (metadata as Metadata<never>).sign((bytes) => key.sign(bytes), index > 0); });
  const stored = { metadata, bytes: bytesOf(metadata) };
  await writePublished(publisher.dir, role, stored as Stored<RoleName>);
  return stored;
}
const nothing = { root: null, targets: null, snapshot: null, timestamp: null };
const at = async () => ({ published: await readPublished(publisher.dir), settings: await readSettings(publisher.dir), now: new Date(), keys: publisher.keys });

/** A client keeps what it has of the same version; one that has not got it asks for it. */
const forget = (role: RoleName): Promise<void> => rm(join(folder, 'data', 'updates', 'trusted', `${role}.json`));

/** What the thief does, and with which code it is refused. */
const ATTACKS: Readonly<Record<string, readonly [ErrorCode, () => Promise<void>]>> = {
  'the key of timestamp taken: it names a snapshot of the thief’s': ['update-signature', async () => {
    const { published, settings, now, keys } = await at();
    if (!published.targets) throw new Error('Nothing is published.');
    const snapshot = await sign('snapshot', composeSnapshot(published.targets, published, settings, now), [thief]);
    await sign('timestamp', composeTimestamp(snapshot, published, settings, now), [keys.timestamp]);
  }],
  'the key of snapshot taken: another snapshot in place of the one that the timestamp names': ['update-mixed', async () => {
    const { published, settings, now, keys } = await at();
    if (!published.targets || !published.snapshot) throw new Error('Nothing is published.');
    const snapshot = composeSnapshot(published.targets, nothing, settings, now);
    Object.assign(snapshot.signed, { version: published.snapshot.metadata.signed.version });
    await sign('snapshot', snapshot, [keys.snapshot]);
    await forget('snapshot');
  }],
  'the keys of snapshot and timestamp taken: targets that were signed before': ['update-rolled-back', async () => {
    const { published, settings, now, keys } = await at();
    const bytes = await readFile(join(publisher.dir, 'metadata', '2.targets.json'));
    if (!published.targets) throw new Error('Nothing is published.');
    const metadata = composeTargets({}, nothing, settings, now);
    Object.assign(metadata.signed, { version: 2 });
    const snapshot = await sign('snapshot', composeSnapshot({ metadata, bytes }, published, settings, now), [keys.snapshot]);
    await sign('timestamp', composeTimestamp(snapshot, published, settings, now), [keys.timestamp]);
  }],
  'the key of targets taken: other targets in place of those that the snapshot names': ['update-mixed', async () => {
    const { published, settings, now, keys } = await at();
    const targets = composeTargets({}, published, settings, now);
    Object.assign(targets.signed, { version: published.targets?.metadata.signed.version });
    await sign('targets', targets, [keys.targets]);
    await forget('targets');
  }],
  'one key of root taken: a next root with the thief’s keys for all roles': ['update-signature', async () => {
    const { published, settings, now, keys } = await at();
    if (!published.root) throw new Error('Nothing is published.');
    const mine = { keys: [thief.key], threshold: 1 };
    const roles = { ...rolesOf(published.root.metadata), root: { keys: [keys.root1.key, thief.key], threshold: 2 }, targets: mine, snapshot: mine, timestamp: mine };
    await sign('root', composeRoot(roles, published, settings, now), [keys.root1, thief]);
  }],
};

describe.each(WAYS)('over %s', (way) => {
  test.each(Object.entries(ATTACKS))('%s', async (name, [code, attack]) => {
    expect((await update(way)).after?.edition).toBe('2027-01');
    await attack();
    const report = await update(way);
    expect([report.problems.map((each) => each.code).join(), report.outcome, report.after?.edition]).toEqual([code, 'refused', '2027-01']);
    expect(await isInTable(name, code)).toBe(true);
  });
});
