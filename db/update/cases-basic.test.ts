/** Cases of the conformance suite of The Update Framework, told and written anew: basic, and shifted clocks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WAYS, withBench, type Bench } from './test-bench.ts';
import { expiryIn, type TopRole } from './test-repository.ts';

const FIRST = ['2.root', 'timestamp', '1.snapshot', '1.targets'];
const DAY_MS = 86_400_000;
const changed = (bytes: Buffer | undefined, change: (value: { signed: Record<string, unknown>; signatures: { sig: string }[] }) => void): Buffer => {
  const value = JSON.parse(String(bytes)) as { signed: Record<string, unknown>; signatures: { sig: string }[] };
  change(value);
  return Buffer.from(JSON.stringify(value));
};

/** A role that is not signed as its root asks: what came before it is kept, nothing after it is asked for. */
async function unsigned(bench: Bench, role: TopRole, trusted: readonly string[]): Promise<void> {
  const { repository } = bench;
  for (const each of ['targets', 'snapshot', 'timestamp']) repository.published.delete(each);
  repository.signers.set(role, []);
  if (role === 'root') repository.publish('root');
  repository.publish('targets', 'snapshot', 'timestamp');
  await bench.init();
  expect(await bench.refresh()).toBe('update-signature');
  expect(await bench.trusted()).toEqual(trusted);
}

/** The version in a file differs from the one it is served as. */
async function otherVersion(bench: Bench, role: TopRole, trusted: readonly string[]): Promise<void> {
  const { repository } = bench;
  await bench.init();
  for (const each of ['targets', 'snapshot', 'timestamp'].slice(['targets', 'snapshot', 'timestamp'].indexOf(role))) repository.published.delete(each);
  repository.publishAs(role, 7);
  if (role === 'targets') Object.assign(repository.snapshot.meta, { 'targets.json': { version: 1 } });
  if (role === 'snapshot') Object.assign(repository.timestamp.meta, { 'snapshot.json': { version: 1 } });
  if (role === 'targets') repository.publish('snapshot');
  if (role !== 'root') repository.publish('timestamp');
  expect(await bench.refresh()).toBe('update-mixed');
  expect(await bench.trusted()).toEqual(trusted);
}

async function missing(bench: Bench, role: TopRole, asked: readonly string[]): Promise<void> {
  await bench.init();
  bench.repository.published.delete(role);
  expect(await bench.refresh()).toBe('update-missing');
  expect(bench.repository.asked).toEqual(asked);
}

const CASES: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'request sequence of a refresh, trusted data read': async (bench) => {
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    expect(bench.repository.asked).toEqual(FIRST);
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']);
    // Nothing is new: the next root and the timestamp are all that is asked for.
    expect(await bench.refresh()).toBeNull();
    expect(bench.repository.asked.slice(4)).toEqual(['2.root', 'timestamp']);
  },
  'implicit refresh': async (bench) => {
    await bench.init();
    expect(await bench.download('nonexistent artifact')).toBe('update-target-missing');
    expect(bench.repository.asked).toEqual(FIRST);
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']);
  },
  'invalid initial root': async (bench) => {
    await bench.init(changed(bench.repository.published.get('root')?.[0], ({ signed }) => { delete signed['version']; }));
    expect(await bench.refresh()).toBe('update-root-invalid');
    expect(bench.repository.asked).toEqual([]);
  },
  'unsigned initial root': async (bench) => {
    await bench.init(changed(bench.repository.published.get('root')?.[0], ({ signatures: [first] }) => { if (first) first.sig = '00'.repeat(64); }));
    expect(await bench.refresh()).toBe('update-root-invalid');
    expect(bench.repository.asked).toEqual([]);
  },
  'unsigned root': (bench) => unsigned(bench, 'root', ['root 1']),
  'unsigned timestamp': (bench) => unsigned(bench, 'timestamp', ['root 1']),
  'unsigned snapshot': (bench) => unsigned(bench, 'snapshot', ['root 1', 'timestamp 1']),
  'unsigned targets': (bench) => unsigned(bench, 'targets', ['root 1', 'snapshot 1', 'timestamp 1']),
  'version in URL against version in metadata: root': (bench) => otherVersion(bench, 'root', ['root 1']),
  'version in URL against version in metadata: snapshot': (bench) => otherVersion(bench, 'snapshot', ['root 1', 'timestamp 1']),
  'version in URL against version in metadata: targets': (bench) => otherVersion(bench, 'targets', ['root 1', 'snapshot 1', 'timestamp 1']),
  'timestamp content changes': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    const before = await bench.kept('timestamp');
    repository.timestamp.meta['snapshot.json'] = { version: 100 };
    repository.published.delete('timestamp');
    repository.publish('timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(repository.asked.at(-1)).toBe('timestamp');
    expect(await bench.kept('timestamp')).toEqual(before);
  },
  'metadata hashes': async (bench) => {
    bench.repository.statesHashes = true;
    bench.repository.publish('targets', 'snapshot', 'timestamp');
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2']);
  },
  'targets hash mismatch': async (bench) => {
    const { repository } = bench;
    repository.statesHashes = true;
    repository.publish('targets', 'snapshot', 'timestamp');
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    repository.publish('targets');
    Object.assign(repository.snapshot.meta['targets.json'] ?? {}, { hashes: { sha256: '46'.repeat(32) } });
    repository.publish('snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-mixed');
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 3', 'targets 2', 'timestamp 3']);
  },
  'snapshot hash mismatch': async (bench) => {
    const { repository } = bench;
    repository.statesHashes = true;
    repository.publish('targets', 'snapshot', 'timestamp');
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    repository.publish('targets', 'snapshot');
    Object.assign(repository.snapshotMeta, { hashes: { sha256: '46'.repeat(32) } });
    repository.publish('timestamp');
    expect(await bench.refresh()).toBe('update-mixed');
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 3']);
  },
  'metadata bytes match': async (bench) => {
    bench.repository.publish('root', 'targets', 'snapshot', 'timestamp');
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    for (const role of ['root', 'timestamp', 'snapshot', 'targets']) expect(await bench.kept(role)).toEqual(bench.repository.published.get(role)?.at(-1));
  },
  'custom fields': async (bench) => {
    const { root } = bench.repository;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    root['custom-field'] = 'value ñ "\\';
    Object.assign(root.keys[root.roles.root.keyids[0] ?? ''] ?? {}, { 'extra-field': { a: 1, b: [null, true] } });
    root.roles.root['another-field'] = 'value';
    bench.repository.publish('root');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('root')).toBe(2);
  },
  'deprecated keyid_hash_algorithms': async (bench) => {
    const { root } = bench.repository;
    await bench.init();
    Object.assign(root.keys[root.roles.snapshot.keyids[0] ?? ''] ?? {}, { keyid_hash_algorithms: ['md5'] });
    bench.repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.trusted()).toEqual(['root 2', 'snapshot 2', 'targets 1', 'timestamp 2']);
  },
  'snapshot missing (404)': (bench) => missing(bench, 'snapshot', ['2.root', 'timestamp', '1.snapshot']),
  'targets missing (404)': (bench) => missing(bench, 'targets', FIRST),
  'timestamp missing (404)': (bench) => missing(bench, 'timestamp', ['2.root', 'timestamp']),
  'wrong metadata type': async (bench) => {
    await bench.init();
    Object.assign(bench.repository.snapshot, { _type: 'timestamp' });
    bench.repository.publish('snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-metadata-invalid');
    expect(await bench.trusted()).toEqual(['root 1', 'timestamp 2']);
  },
  'shifted clock': async (bench) => {
    await bench.init();
    expect(await bench.refresh(new Date(Date.now() + 31 * DAY_MS))).toBe('update-expired');
    expect(await bench.trusted()).toEqual(['root 1']);
    expect(await bench.refresh(new Date(Date.now() + 29 * DAY_MS))).toBeNull();
    bench.repository.timestamp.expires = expiryIn(300);
    bench.repository.snapshot.expires = expiryIn(300);
    bench.repository.targets.expires = expiryIn(300);
    bench.repository.root.expires = expiryIn(300);
    bench.repository.publish('root', 'targets', 'snapshot', 'timestamp');
    expect(await bench.refresh(new Date(Date.now() + 200 * DAY_MS))).toBeNull();
  },
};

describe.each(WAYS)('basic over %s', (way) => {
  test.each(Object.entries(CASES))('%s', (_name, run) => withBench(way, run));
});

test('a metadata folder holds nothing but trusted files under unversioned names', () => withBench('folder', async (bench) => {
  await bench.init();
  await bench.refresh();
  expect(await readFile(join(bench.metadataDir, 'root.json'))).toEqual(bench.repository.published.get('root')?.[0]);
  expect((await bench.trusted()).length).toBe(4);
}));
