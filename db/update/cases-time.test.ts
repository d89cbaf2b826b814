/** Cases of the conformance suite of The Update Framework, told and written anew: expiration and rollback. */
import { describe, expect, test } from 'vitest';
import { WAYS, withBench, type Bench } from './test-bench.ts';
import { expiryIn, type TopRole } from './test-repository.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const IN_USE = ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1'];

async function expired(bench: Bench, role: Exclude<TopRole, 'root'>, trusted: readonly string[]): Promise<void> {
  const { repository } = bench;
  await bench.init();
  expect(await bench.refresh()).toBeNull();
  repository[role].expires = expiryIn(-5);
  repository.publish('targets', 'snapshot', 'timestamp');
  expect(await bench.refresh()).toBe('update-expired');
  expect(await bench.trusted()).toEqual(trusted);
}

/** A delegated role whose files a client may fetch from day 0 to day 7. */
async function delegatedForAWeek(bench: Bench): Promise<void> {
  const { repository } = bench;
  await bench.init();
  repository.addDelegation('targets', 'delegated', { paths: ['delegatedpath/*'], expires: expiryIn(7) });
  repository.addArtifact('delegatedpath/first', 'first', { role: 'delegated' });
  repository.addArtifact('delegatedpath/second', 'second', { role: 'delegated' });
  repository.publish('delegated', 'targets', 'snapshot', 'timestamp');
  expect(await bench.download('delegatedpath/first')).toBeNull();
  expect(await bench.fetched()).toEqual(['first']);
}

const EXPIRATION: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'root expired': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    repository.root.expires = expiryIn(-1);
    repository.publish('root', 'timestamp');
    expect(await bench.refresh()).toBe('update-expired');
    // 5.3.10: the root is kept before its date is looked at.
    expect(await bench.trusted()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']);
  },
  'timestamp expired': (bench) => expired(bench, 'timestamp', IN_USE),
  'snapshot expired': (bench) => expired(bench, 'snapshot', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']),
  'targets expired': (bench) => expired(bench, 'targets', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']),
  'expired local root still allows an update': async (bench) => {
    const { repository } = bench;
    repository.root.expires = expiryIn(-1);
    repository.published.delete('root');
    repository.publish('root');
    await bench.init();
    repository.root.expires = expiryIn(30);
    repository.publish('root');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('root')).toBe(2);
  },
  'expired local timestamp still allows an update': async (bench) => {
    const { repository } = bench;
    await bench.init();
    repository.timestamp.expires = expiryIn(7);
    repository.published.delete('timestamp');
    repository.publish('timestamp');
    expect(await bench.refresh()).toBeNull();
    repository.timestamp.expires = expiryIn(21);
    repository.publish('targets', 'snapshot', 'timestamp');
    expect(await bench.refresh(inDays(18))).toBeNull();
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2']);
  },
  'delegated targets expired when first seen': async (bench) => {
    const { repository } = bench;
    await bench.init();
    repository.addDelegation('targets', 'delegated', { paths: ['delegatedpath/*'], expires: expiryIn(-1) });
    repository.addArtifact('delegatedpath/target', 'content', { role: 'delegated' });
    repository.publish('delegated', 'targets', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.download('delegatedpath/target')).toBe('update-expired');
    expect(await bench.fetched()).toEqual([]);
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2']);
  },
  'local delegated targets expired and none newer': async (bench) => {
    await delegatedForAWeek(bench);
    expect(await bench.download('delegatedpath/second', inDays(18))).toBe('update-expired');
    expect(await bench.fetched()).toEqual(['first']);
  },
  'local delegated targets expired and a newer one': async (bench) => {
    await delegatedForAWeek(bench);
    bench.repository.role('delegated').expires = expiryIn(21);
    bench.repository.publish('delegated', 'snapshot', 'timestamp');
    expect(await bench.download('delegatedpath/second', inDays(18))).toBeNull();
    expect(await bench.fetched()).toEqual(['first', 'second']);
  },
};

async function snapshotBack(bench: Bench, statesHashes: boolean): Promise<void> {
  const { repository } = bench;
  repository.statesHashes = statesHashes;
  await bench.init();
  repository.publish('snapshot', 'timestamp');
  expect(await bench.refresh()).toBeNull();
  repository.timestamp.meta['snapshot.json'] = { version: 1 };
  repository.publish('timestamp');
  expect(await bench.refresh()).toBe('update-rolled-back');
  expect([await bench.version('timestamp'), await bench.version('snapshot')]).toEqual([2, 2]);
  expect(repository.asked.at(-1)).toBe('timestamp');
}

async function targetsBack(bench: Bench, statesHashes: boolean): Promise<void> {
  const { repository } = bench;
  repository.statesHashes = statesHashes;
  await bench.init();
  repository.publish('targets', 'snapshot', 'timestamp');
  expect(await bench.refresh()).toBeNull();
  const [first] = repository.published.get('targets') ?? [];
  repository.publish('targets');
  repository.snapshot.meta['targets.json'] = { version: 1, ...(statesHashes && first ? { length: first.length } : {}) };
  repository.publish('snapshot', 'timestamp');
  expect(await bench.refresh()).toBe('update-rolled-back');
  expect([await bench.version('snapshot'), await bench.version('targets')]).toEqual([2, 2]);
}

const ROLLBACK: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  timestamp: async (bench) => {
    const { repository } = bench;
    await bench.init();
    repository.publish('timestamp');
    expect(await bench.refresh()).toBeNull();
    repository.publishAs('timestamp', 1);
    expect(await bench.refresh()).toBe('update-rolled-back');
    expect(await bench.version('timestamp')).toBe(2);
    expect(repository.asked.at(-1)).toBe('timestamp');
  },
  'snapshot, basic': (bench) => snapshotBack(bench, false),
  'snapshot, with hashes': (bench) => snapshotBack(bench, true),
  'targets, basic': (bench) => targetsBack(bench, false),
  'targets, with hashes': (bench) => targetsBack(bench, true),
  'targets role removed': async (bench) => {
    const { repository } = bench;
    repository.addDelegation('targets', 'extra');
    repository.publish('extra', 'targets', 'snapshot', 'timestamp');
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    delete repository.snapshot.meta['extra.json'];
    repository.publish('snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-rolled-back');
    expect(await bench.version('snapshot')).toBe(2);
  },
  'recovery from fast-forward of targets': async (bench) => {
    const { repository } = bench;
    await bench.init();
    for (let times = 0; times < 99; times += 1) repository.publish('targets');
    repository.publish('snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('targets')).toBe(100);
    repository.rotate('snapshot');
    repository.published.delete('targets');
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('targets')).toBe(1);
  },
  'recovery from fast-forward of snapshot': async (bench) => {
    const { repository } = bench;
    await bench.init();
    for (let times = 0; times < 99; times += 1) repository.publish('snapshot');
    repository.publish('timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('snapshot')).toBe(100);
    repository.rotate('snapshot');
    repository.rotate('timestamp');
    repository.published.delete('snapshot');
    repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('snapshot')).toBe(1);
  },
  'recovery from fast-forward of timestamp': async (bench) => {
    const { repository } = bench;
    await bench.init();
    for (let times = 0; times < 99; times += 1) repository.publish('timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('timestamp')).toBe(100);
    repository.rotate('timestamp');
    repository.published.delete('timestamp');
    repository.publish('root', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('timestamp')).toBe(1);
  },
};

describe.each(WAYS)('expiration over %s', (way) => {
  test.each(Object.entries(EXPIRATION))('%s', (_name, run) => withBench(way, run));
});
describe.each(WAYS)('rollback over %s', (way) => {
  test.each(Object.entries(ROLLBACK))('%s', (_name, run) => withBench(way, run));
});
