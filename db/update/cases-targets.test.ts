/** Cases of the conformance suite of The Update Framework, told and written anew: downloads, names, delegations. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WAYS, withBench, type Bench } from './test-bench.ts';

const publishTargets = ({ repository }: Bench): void => repository.publish('targets', 'snapshot', 'timestamp');

async function withHashes(bench: Bench, hashes: readonly string[]): Promise<void> {
  await bench.init();
  bench.repository.addArtifact('file.txt', 'content', { hashes });
  publishTargets(bench);
  expect(await bench.download('file.txt')).toBeNull();
  expect(await bench.fetched()).toEqual(['content']);
}

/** Puts other bytes behind a name than those that are signed. */
const substitute = ({ repository }: Bench, path: string, content: string): void => {
  const artifact = repository.artifacts.get(path);
  if (artifact) artifact.bytes = Buffer.from(content);
};

const DOWNLOAD: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'expected file': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('target_file.txt', 'target file contents');
    publishTargets(bench);
    expect(await bench.refresh()).toBeNull();
    expect(await bench.fetched()).toEqual([]);
    expect(await bench.download('target_file.txt')).toBeNull();
    expect(await bench.fetched()).toEqual(['target file contents']);
  },
  'in a sub-directory': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('path/to/a/target file ñ.txt', 'target file contents');
    publishTargets(bench);
    expect(await bench.download('path/to/a/target file ñ.txt')).toBeNull();
    expect(await bench.fetched()).toEqual(['target file contents']);
    expect(bench.repository.askedTargets).toEqual([`path/to/a/${bench.repository.targets.targets['path/to/a/target file ñ.txt']?.hashes['sha256']}.target file ñ.txt`]);
  },
  'repository substitutes the file': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('one', 'target file contents');
    bench.repository.addArtifact('other', 'content');
    publishTargets(bench);
    expect(await bench.download('one')).toBeNull();
    for (const path of ['one', 'other']) substitute(bench, path, 'malicious data - should not download');
    expect(await bench.download('one')).toBeNull();
    expect(await bench.download('other')).toBe('update-length');
    substitute(bench, 'other', 'CONTENT');
    expect(await bench.download('other')).toBe('update-target-changed');
    // Nothing of it is left, no part either.
    expect(await bench.fetched()).toEqual(['target file contents']);
  },
  'several changes': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('file', 'target file contents');
    publishTargets(bench);
    expect(await bench.download('file')).toBeNull();
    for (let index = 0; index < 11; index += 1) {
      bench.repository.addArtifact('file', `modified file contents ${index}`);
      publishTargets(bench);
      if (index % 5 !== 0) continue;
      expect(await bench.download('file')).toBeNull();
      expect(await bench.fetched()).toEqual([`modified file contents ${index}`]);
      substitute(bench, 'file', `malicious contents ${index}`);
      publishTargets(bench);
      await bench.download('file');
      expect(await bench.fetched()).toEqual([`modified file contents ${index}`]);
    }
  },
  sha256: (bench) => withHashes(bench, ['sha256']),
  sha512: (bench) => withHashes(bench, ['sha512']),
  'sha256 and sha512': (bench) => withHashes(bench, ['sha256', 'sha512']),
  'unknown hash algorithm': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('file.txt', 'content');
    const signed = bench.repository.targets.targets['file.txt'];
    if (signed) signed.hashes = { sha256: signed.hashes['sha256'] ?? '', 'no-such-hash': 'ab'.repeat(32) };
    publishTargets(bench);
    expect(await bench.download('file.txt')).toBe('update-metadata-invalid');
    if (signed) signed.hashes = {};
    publishTargets(bench);
    expect(await bench.download('file.txt')).toBe('update-metadata-invalid');
    expect(await bench.fetched()).toEqual([]);
  },
  'artifact cache': async (bench) => {
    await bench.init();
    bench.repository.addArtifact('file.txt', 'content');
    publishTargets(bench);
    expect(await bench.download('file.txt')).toBeNull();
    expect(await bench.download('file.txt')).toBeNull();
    expect(bench.repository.askedTargets).toHaveLength(1);
    // Changed on the disk, it is fetched again.
    const [name = ''] = await readdir(bench.targetDir);
    await writeFile(join(bench.targetDir, name), 'CONTENT');
    expect(await bench.download('file.txt')).toBeNull();
    expect(await bench.fetched()).toEqual(['content']);
    expect(bench.repository.askedTargets).toHaveLength(2);
  },
};

const NAMES = ['?', '#', '/delegatedrole', '../delegatedrole', 'ROOT', 'con'];

type Edge = readonly [delegator: string, name: string, options?: { paths?: string[]; terminating?: boolean }];
const PY = { paths: ['*.py'] };
/** Delegations, and the order in which the roles of a missing file are asked for. */
const GRAPHS: Readonly<Record<string, readonly [readonly Edge[], readonly string[]]>> = {
  'basic delegation': [[['targets', 'A']], ['A']],
  'single level': [[['targets', 'A'], ['targets', 'B']], ['A', 'B']],
  'two levels': [[['targets', 'A'], ['targets', 'B'], ['B', 'C']], ['A', 'B', 'C']],
  'two levels, depth first': [[['targets', 'A'], ['targets', 'B'], ['A', 'C'], ['A', 'D']], ['A', 'C', 'D', 'B']],
  'three levels, depth first': [[['targets', 'A'], ['targets', 'B'], ['A', 'C'], ['C', 'D']], ['A', 'C', 'D', 'B']],
  'two levels, terminating': [[['targets', 'A'], ['targets', 'B'], ['A', 'C', { terminating: true }], ['A', 'D']], ['A', 'C']],
  'three levels, terminating': [[['targets', 'A'], ['targets', 'B'], ['A', 'C', { terminating: true }], ['C', 'D']], ['A', 'C', 'D']],
  'two levels, paths that do not match': [[['targets', 'A', PY], ['targets', 'B'], ['A', 'C']], ['B']],
  'three levels, paths that do not match': [[['targets', 'A'], ['targets', 'B'], ['A', 'C', PY], ['C', 'D']], ['A', 'B']],
  'cyclic': [[['targets', 'A'], ['targets', 'B'], ['B', 'C'], ['C', 'D'], ['D', 'B']], ['A', 'B', 'C', 'D']],
  'two roles delegating to a third': [[['targets', 'A'], ['targets', 'B'], ['B', 'C'], ['A', 'C']], ['A', 'C', 'B']],
  'two roles delegating to a third, different paths': [[['targets', 'A'], ['targets', 'B'], ['B', 'C'], ['A', 'C', PY]], ['A', 'B', 'C']],
};

const TREE: readonly Edge[] = [
  ['targets', 'A', { paths: ['*.doc', '*.md'] }], ['targets', 'B', { paths: ['releases/*/*'] }], ['B', 'C', { paths: ['releases/x/*'] }], ['B', 'D', { paths: ['releases/y/*.zip'] }],
];
const TREE_FILES: readonly (readonly [role: string, path: string])[] = [
  ['targets', 'targetfile'], ['A', 'README.md'], ['C', 'releases/x/x_v1'], ['D', 'releases/y/y_v1.zip'], ['D', 'releases/z/z_v1.zip'],
];
const SEARCHES: Readonly<Record<string, readonly [path: string, found: boolean, asked: readonly string[]]>> = {
  'no delegations': ['targetfile', true, []],
  'path matches a wildcard': ['README.md', true, ['A']],
  'path with separators, x': ['releases/x/x_v1', true, ['B', 'C']],
  'path with separators, y': ['releases/y/y_v1.zip', true, ['B', 'D']],
  'path not delegated by all roles in the chain': ['releases/z/z_v1.zip', false, ['B']],
  'path that no role has': ['other.txt', false, []],
  'path whose ending only matches': ['releases/y/y_v1.tar', false, ['B']],
  'path one level too deep': ['releases/x/deep/x_v1', false, []],
  'path one level too high': ['releases/x_v1', false, []],
};

async function publishGraph(bench: Bench, edges: readonly Edge[], files: readonly (readonly [string, string])[] = []): Promise<void> {
  await bench.init();
  for (const edge of edges) bench.repository.addDelegation(...edge);
  for (const [role, path] of files) bench.repository.addArtifact(path, `${path} by ${role}`, { role });
  bench.repository.publish('targets', ...new Set(edges.map(([, name]) => name)), 'snapshot', 'timestamp');
}

describe.each(WAYS)('download over %s', (way) => {
  test.each(Object.entries(DOWNLOAD))('%s', (_name, run) => withBench(way, run));
});

describe.each(WAYS)('names over %s', (way) => {
  test.each(NAMES)('role %s', (role) => withBench(way, async (bench) => {
    await bench.init();
    bench.repository.addDelegation('targets', role);
    bench.repository.publish(role, 'targets', 'snapshot', 'timestamp');
    expect(await bench.download('nonexistent target')).toBe('update-target-missing');
    expect(bench.repository.asked).toContain(`1.${role}`);
    const kept = (await readdir(bench.metadataDir)).filter((name) => name.endsWith('.json'));
    expect(kept).toHaveLength(5);
    expect(new Set(kept.map((name) => name.toLowerCase())).size).toBe(5);
    // What is kept of it is found again.
    bench.repository.asked.length = 0;
    expect(await bench.download('nonexistent target')).toBe('update-target-missing');
    expect(bench.repository.asked).toEqual(['2.root', 'timestamp']);
  }));
});

describe.each(WAYS)('delegations over %s', (way) => {
  test.each(Object.entries(GRAPHS))('graph: %s', (_name, [edges, order]) => withBench(way, async (bench) => {
    await publishGraph(bench, edges);
    expect(await bench.download('missingpath')).toBe('update-target-missing');
    expect(bench.repository.asked.slice(4)).toEqual(order.map((role) => `1.${role}`));
  }));

  test.each(Object.entries(SEARCHES))('search: %s', (_name, [path, isFound, order]) => withBench(way, async (bench) => {
    await publishGraph(bench, TREE, TREE_FILES);
    expect(await bench.download(path)).toBe(isFound ? null : 'update-target-missing');
    expect(await bench.fetched()).toEqual(isFound ? [`${path} by ${TREE_FILES.find(([, each]) => each === path)?.[0]}`] : []);
    expect(bench.repository.asked.slice(4)).toEqual(order.map((role) => `1.${role}`));
  }));

  test('cached role is verified against current delegator', () => withBench(way, async (bench) => {
    // C is signed with the key that A names for it; B, reached first for this path, names another.
    await publishGraph(bench, [['targets', 'A', { paths: ['a/*'] }], ['targets', 'B', { paths: ['b/*'] }], ['A', 'C', { paths: ['a/*', 'b/*'] }]], [['C', 'a/file'], ['C', 'b/file']]);
    expect(await bench.download('a/file')).toBeNull();
    const own = bench.repository.signers.get('C') ?? [];
    bench.repository.addDelegation('B', 'C', { paths: ['b/*'] });
    bench.repository.signers.set('C', own);
    bench.repository.publish('B', 'snapshot', 'timestamp');
    expect(await bench.download('b/file')).toBe('update-signature');
    expect(await bench.fetched()).toEqual(['a/file by C']);
  }));

  test('delegation not in snapshot', () => withBench(way, async (bench) => {
    await publishGraph(bench, [['targets', 'A']], [['A', 'file']]);
    bench.repository.addDelegation('targets', 'B');
    bench.repository.publish('targets', 'snapshot', 'timestamp');
    expect(await bench.download('file')).toBeNull();
    expect(await bench.download('nowhere')).toBe('update-mixed');
    expect(bench.repository.asked).not.toContain('1.B');
  }));
});
