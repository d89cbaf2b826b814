import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestRepository } from '../../db/update/test-repository.ts';
import { ROOT } from './paths.ts';

/** The protocol of the conformance suite, through the executable itself and over plain http on this machine, as the suite runs it. */
let server: Server;
let folder: string;
let repository: TestRepository;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark tuf-client ñ '));
  server = createServer((request, response) => {
    // As the suite's own server: a length, no type, and a page for what is missing.
    const bytes = repository.serve((request.url ?? '').replace(/^\/suite%5Bcase%5D\//, ''));
    if (bytes === null) response.writeHead(404, { 'content-type': 'text/html;charset=utf-8', connection: 'close' }).end('<html></html>');
    else response.writeHead(200, { 'content-length': bytes.length, connection: 'close' }).end(bytes);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
  await new Promise((resolve) => { server.close(resolve); });
  await rm(folder, { recursive: true, force: true });
});

let metadataDir: string;
let targetDir: string;
beforeEach(async () => {
  repository = new TestRepository();
  metadataDir = await mkdtemp(join(folder, 'metadata '));
  targetDir = await mkdtemp(join(folder, 'targets '));
});

const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/suite%5Bcase%5D`;
function run(...args: string[]): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'tuf-client'), ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
    let err = '';
    child.stderr.on('data', (text) => { err += String(text); });
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, err }));
  });
}
async function init(): Promise<void> {
  const file = join(folder, 'initial_root.json');
  await writeFile(file, repository.published.get('root')?.[0] ?? '');
  expect(await run('--metadata-dir', metadataDir, 'init', file)).toEqual({ code: 0, err: '' });
}
const refresh = () => run('--metadata-url', `${base()}/metadata/`, '--metadata-dir', metadataDir, 'refresh');
const download = (...names: string[]) => run(
  '--metadata-url', `${base()}/metadata/`, '--metadata-dir', metadataDir, ...names.flatMap((name) => ['--target-name', name]),
  '--target-dir', targetDir, '--target-base-url', `${base()}/targets/`, 'download',
);

describe('tuf-client', () => {
  it('keeps the first root, refreshes and downloads, with the requests that the suite expects', async () => {
    repository.addArtifact('dir/one.txt', 'one');
    repository.addArtifact('two.txt', 'two');
    repository.publish('targets', 'snapshot', 'timestamp');
    await init();
    expect(repository.asked).toEqual([]);
    expect(await refresh()).toEqual({ code: 0, err: '' });
    expect(repository.asked).toEqual(['2.root', 'timestamp', '2.snapshot', '2.targets']);
    expect((await readdir(metadataDir)).sort()).toEqual(['root.json', 'snapshot.json', 'targets.json', 'timestamp.json']);
    expect(await download('dir/one.txt', 'two.txt')).toEqual({ code: 0, err: '' });
    expect(repository.askedTargets).toHaveLength(2);
    expect(await download('two.txt')).toEqual({ code: 0, err: '' });
    expect(repository.askedTargets).toHaveLength(2);
    expect((await Promise.all((await readdir(targetDir)).map((name) => readFile(join(targetDir, name), 'utf8')))).sort()).toEqual(['one', 'two']);
  });

  it('exits 1 with the code of what was refused', async () => {
    await init();
    repository.signers.set('timestamp', []);
    repository.publish('timestamp');
    expect(await refresh()).toEqual({ code: 1, err: 'update-signature {"role":"timestamp"}\n' });
    expect(await readdir(metadataDir)).toEqual(['root.json']);
    repository = new TestRepository();
    await init();
    expect((await download('nonexistent artifact')).code).toBe(1);
    expect(repository.asked).toEqual(['2.root', 'timestamp', '1.snapshot', '1.targets']);
    await writeFile(join(metadataDir, 'root.json'), '{}');
    repository.asked.length = 0;
    expect(await refresh()).toEqual({ code: 1, err: 'update-root-invalid {}\n' });
    expect(repository.asked).toEqual([]);
  });

  it('says how it is used, and speaks plain http to this machine only', async () => {
    expect((await run()).err).toContain('Use:');
    expect((await run('--metadata-dir', metadataDir, 'nonsense')).code).toBe(1);
    await init();
    expect(await run('--metadata-dir', metadataDir, '--metadata-url', 'http://example.org/', 'refresh')).toEqual({ code: 1, err: 'update-address {}\n' });
  });
});
