/** Cases of the conformance suite of The Update Framework, told and written anew: keys and their rotation. */
import { describe, expect, test } from 'vitest';
import { WAYS, withBench, type Bench } from './test-bench.ts';
import { newSigner, type KeyKind, type Signer } from './test-signers.ts';
import type { TopRole } from './test-repository.ts';

async function ofKind(bench: Bench, kind: KeyKind): Promise<void> {
  const { repository } = bench;
  await bench.init();
  for (const role of ['root', 'timestamp', 'snapshot', 'targets'] as const) {
    const before = repository.signers.get(role) ?? [];
    repository.root.roles[role].keyids = [];
    repository.signers.set(role, []);
    repository.addKey(role, newSigner(kind));
    // The root that leaves has to sign its follower.
    if (role === 'root') repository.signers.set(role, [...(repository.signers.get(role) ?? []), ...before]);
  }
  repository.publish('root', 'targets', 'snapshot', 'timestamp');
  expect(await bench.refresh()).toBeNull();
  expect(await bench.trusted()).toEqual(['root 2', 'snapshot 2', 'targets 2', 'timestamp 2']);
}

const KEYS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'snapshot below threshold': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    repository.root.roles.snapshot.threshold = 3;
    repository.addKey('snapshot', newSigner());
    repository.addKey('snapshot', newSigner(), false);
    repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-signature');
    expect([await bench.version('root'), await bench.version('snapshot')]).toEqual([2, 1]);
    repository.addKey('snapshot', newSigner());
    repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    expect(await bench.version('snapshot')).toBe(3);
  },
  'too few keys': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    for (let more = 0; more < 4; more += 1) repository.addKey('snapshot', newSigner());
    repository.root.roles.snapshot.threshold = 6;
    repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-signature');
    expect(await bench.version('snapshot')).toBe(1);
  },
  'duplicate keys': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    const [signer] = repository.signers.get('snapshot') ?? [];
    // The same key id twice is one key.
    if (signer) repository.root.roles.snapshot.keyids = [signer.keyid, signer.keyid];
    repository.root.roles.snapshot.threshold = 2;
    repository.publish('root', 'snapshot', 'timestamp');
    expect(await bench.refresh()).toBe('update-metadata-invalid');
    expect(await bench.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']);
  },
  'duplicate signature key ids': async (bench) => {
    const { repository } = bench;
    await bench.init();
    expect(await bench.refresh()).toBeNull();
    const [signer] = repository.signers.get('timestamp') ?? [];
    if (signer) repository.signers.set('timestamp', [signer, signer]);
    repository.publish('timestamp');
    expect(await bench.refresh()).toBe('update-metadata-invalid');
    expect(await bench.version('timestamp')).toBe(1);
  },
  'rsa-pss': (bench) => ofKind(bench, 'rsa'),
  ecdsa: (bench) => ofKind(bench, 'ecdsa'),
  ed25519: (bench) => ofKind(bench, 'ed25519'),
  'invalid signature in valid metadata': async (bench) => {
    const { repository } = bench;
    await bench.init();
    const stranger: Signer = { ...newSigner(), sign: () => '00'.repeat(64) };
    repository.addKey('timestamp', stranger);
    repository.publish('root', 'timestamp');
    expect(await bench.refresh()).toBeNull();
    repository.root.roles.timestamp.threshold = 2;
    repository.publish('root', 'timestamp');
    expect(await bench.refresh()).toBe('update-signature');
    expect(await bench.version('timestamp')).toBe(2);
  },
};

interface Version { readonly keys: readonly number[]; readonly threshold: number; readonly sigs: readonly number[] }
const v = (keys: readonly number[], threshold: number, sigs: readonly number[]): Version => ({ keys, threshold, sigs });
const FIVE = [0, 1, 2, 3, 4];
const OTHER = [0, 1, 3, 4, 5];

/** Roots in turn; false when the last one must be refused. */
const ROOTS: Readonly<Record<string, readonly [boolean, ...Version[]]>> = {
  '1 of 1': [true, v([1], 1, [1]), v([2], 1, [2, 1]), v([2], 1, [2])],
  '1 of 1, unused signatures': [true, v([1], 1, [3, 1, 4]), v([2], 1, [3, 2, 1, 4]), v([2], 1, [3, 2, 4])],
  '3 of 5, different combinations': [true, v(FIVE, 3, [0, 2, 4]), v(FIVE, 3, [0, 4, 1]), v(FIVE, 3, [0, 1, 3]), v(FIVE, 3, [0, 1, 3])],
  '3 of 5, one key rotated': [true, v(FIVE, 3, [0, 2, 4]), v(OTHER, 3, [0, 4, 1])],
  '3 of 5, one key rotated with an intermediate step': [true, v(FIVE, 3, [0, 2, 4]), v(OTHER, 3, [0, 2, 4, 5]), v(OTHER, 3, [0, 4, 5])],
  '3 of 5, all keys rotated with an intermediate step': [true, v(FIVE, 3, [0, 2, 4]), v([5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]), v([5, 6, 7, 8, 9], 3, [5, 6, 7])],
  '1 of 3, threshold up to 2 of 3': [true, v([1, 2, 3], 1, [1]), v([1, 2, 3], 2, [1, 2])],
  '2 of 3, threshold down to 1 of 3': [true, v([1, 2, 3], 2, [1, 2]), v([1, 2, 3], 1, [1, 2]), v([1, 2, 3], 1, [1])],
  '1 of 2, threshold up to 2 of 2': [true, v([1], 1, [1]), v([1, 2], 2, [1, 2])],
  '1 of 1, not signed by old': [false, v([1], 1, [1]), v([2], 1, [2, 3, 4])],
  '1 of 1, not signed by new': [false, v([1], 1, [1]), v([2], 1, [1, 3, 4])],
  '3 of 5, not signed by 3 new': [false, v(FIVE, 3, [0, 2, 4]), v(OTHER, 3, [0, 2, 4])],
  '3 of 5, not signed by 3 old': [false, v(FIVE, 3, [0, 2, 4]), v(OTHER, 3, [0, 4, 5])],
  '1 of 3, threshold up, new threshold not reached': [false, v([1, 2, 3], 1, [1]), v([1, 2, 3], 2, [2])],
  '2 of 3, threshold down, old threshold not reached': [false, v([1, 2, 3], 2, [1, 2]), v([1, 2, 3], 1, [1])],
};

const OTHERS: Readonly<Record<string, readonly [boolean, Version]>> = {
  '1 of 1': [true, v([2], 1, [2])],
  '1 of 1, unused signatures': [true, v([1], 1, [3, 1, 4])],
  '1 of 1, not signed by new': [false, v([2], 1, [1, 3, 4])],
  '3 of 5, a wrong signature': [false, v(OTHER, 3, [0, 2, 4])],
  '3 of 5, a signature missing': [false, v(OTHER, 3, [0, 4])],
  '3 of 5, first combination': [true, v(FIVE, 3, [0, 2, 4])],
  '3 of 5, second combination': [true, v(FIVE, 3, [0, 4, 1])],
  '3 of 5, third combination': [true, v(FIVE, 3, [0, 1, 3])],
  '3 of 5, fourth combination': [true, v(FIVE, 3, [1, 2, 3])],
  '3 of 5, fifth combination': [true, v(FIVE, 3, [2, 3, 4])],
};

function setKeys(bench: Bench, role: TopRole, { keys, threshold, sigs }: Version, signers: readonly Signer[]): void {
  const { repository } = bench;
  const chosen = (indexes: readonly number[]): Signer[] => indexes.flatMap((index) => signers[index] ?? []);
  repository.root.roles[role] = { keyids: [], threshold };
  for (const signer of chosen(keys)) repository.addKey(role, signer, false);
  repository.signers.set(role, chosen(sigs));
}

describe.each(WAYS)('keys over %s', (way) => {
  test.each(Object.entries(KEYS))('%s', (_name, run) => withBench(way, run));
});

describe.each(WAYS)('key rotation over %s', (way) => {
  const signers = Array.from({ length: 10 }, () => newSigner());
  test.each(Object.entries(ROOTS))('root, %s', (_name, [isGood, ...versions]) => withBench(way, async (bench) => {
    const { repository } = bench;
    repository.published.delete('root');
    for (const version of versions) {
      setKeys(bench, 'root', version, signers);
      repository.publish('root');
    }
    await bench.init();
    expect(await bench.refresh()).toBe(isGood ? null : 'update-signature');
    expect(await bench.kept('root')).toEqual(repository.published.get('root')?.at(isGood ? -1 : -2));
  }));

  test.each(Object.entries(OTHERS))('other roles, %s', (_name, [isGood, version]) => withBench(way, async (bench) => {
    const { repository } = bench;
    await bench.init();
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      const before = repository.signers.get(role) ?? [];
      const rolesBefore = structuredClone(repository.root.roles);
      setKeys(bench, role, version, signers);
      repository.publish('root', 'targets', 'snapshot', 'timestamp');
      expect(await bench.refresh()).toBe(isGood ? null : 'update-signature');
      expect((await bench.kept(role))?.equals(repository.published.get(role)?.at(-1) ?? Buffer.alloc(0)) ?? false).toBe(isGood);
      if (isGood) continue;
      // The next role is tried on a sound repository.
      Object.assign(repository.root.roles, rolesBefore);
      repository.signers.set(role, before);
      repository.publish('root', 'targets', 'snapshot', 'timestamp');
      expect(await bench.refresh()).toBeNull();
    }
  }));
});
