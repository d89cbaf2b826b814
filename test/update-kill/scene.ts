/** A publisher with several small editions, and a client that has the first: what kills and bad servers are tried on. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureReference } from '../../db/reference/ensure-reference.ts';
import { readPackHeader } from '../../db/pack/pack-reader.ts';
import { writePack } from '../../db/pack/pack-writer.ts';
import { testEdition } from '../../db/pack/test-edition.ts';
import { newPublisher, type Publisher } from '../../db/publish/test-publisher.ts';
import { testCertificate } from '../../db/update/test-certificate.ts';

export const EDITIONS = ['2026-11', '2026-12', '2027-01'] as const;
/** Rows of each table: enough that an update takes a while. */
const ROWS = 12;

export interface Scene {
  readonly publisher: Publisher;
  /** With the first edition as what ships, and the root. */
  readonly resourcesDir: string;
  /** Of the editions, in their order. */
  readonly digests: readonly string[];
}

export async function makeScene(folder: string, rows = ROWS): Promise<Scene> {
  const packs: string[] = [];
  for (const edition of EDITIONS) {
    const pack = join(folder, `${edition}.pack`);
    const meta = [['data_checked', '2026-11'], ['edition', edition], ['name', 'Scene'], ['scope', 'us']];
    await writePack({ rows: new Map([...testEdition(11, rows), ['meta', meta]]), out: pack });
    packs.push(pack);
  }
  const publisher = await newPublisher(folder);
  for (const pack of packs.slice(1)) await publisher.publish(pack);
  const resourcesDir = join(folder, 'resources');
  await mkdir(join(resourcesDir, 'trust'), { recursive: true });
  await cp(packs[0] ?? '', join(resourcesDir, 'starter.pack'));
  await cp(join(publisher.dir, 'metadata', '1.root.json'), join(resourcesDir, 'trust', 'root.json'));
  return { publisher, resourcesDir, digests: await Promise.all(packs.map(async (pack) => (await readPackHeader(pack)).digest)) };
}

/** The edition that is in use, read to its rows. */
export async function digestInUse(dataDir: string, resourcesDir: string): Promise<string> {
  const { db } = await ensureReference({ dataDir, resourcesDir });
  try {
    db.all(db.from('source').select(['id']));
    return db.digest;
  } finally {
    db.close();
  }
}

export interface Host {
  readonly address: string;
  /** A file with the root that a client has to trust. */
  readonly rootFile: string;
  close(): Promise<void>;
}

/** Serves the publisher's folder over HTTPS, in small pieces so that a client can be ended between them. */
export async function startHost(folder: string, dir: string): Promise<Host> {
  const { root, cert, key } = testCertificate('Root of a scene');
  const rootFile = join(folder, 'root of the host.pem');
  await writeFile(rootFile, root);
  const server = createServer({ cert, key }, (request, response) => {
    readFile(join(dir, decodeURIComponent(request.url ?? ''))).then(async (bytes) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from, ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}) });
      for (let at = from; at < bytes.length && !response.destroyed; at += 4_096) {
        response.write(bytes.subarray(at, at + 4_096));
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      response.end();
    }, () => { response.writeHead(404).end(); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    address: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, rootFile,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
