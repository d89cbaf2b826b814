/**
 * A publisher of updates for stories in the browser: real keys, a real signed repository over the starter, a real HTTPS server.
 * What a client sends is written down byte for byte, so that a test can say what never left the machine.
 */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackRows } from '../../../db/pack/pack-reader.ts';
import { writePack } from '../../../db/pack/pack-writer.ts';
import type { Row } from '../../../db/pack/order.ts';
import { newPublisher } from '../../../db/publish/test-publisher.ts';
import { testCertificate } from '../../../db/update/test-certificate.ts';

const STARTER = fileURLToPath(new URL('../../../dist/resources/starter.pack', import.meta.url));
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** A request as it came, whole. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Names and values as they were sent. */
  readonly headers: readonly string[];
  /** What came after the headers; a client that only reads sends nothing. */
  readonly body: string;
}

export interface UpdateServer {
  /** Where a client asks: https, on this machine. */
  readonly address: string;
  /** The folder of the repository: also what a stick would carry. */
  readonly folder: string;
  /** Environment of a host that trusts the server's certificate. */
  readonly env: Readonly<Record<string, string>>;
  readonly asked: Asked[];
  /** Publishes the starter's rows, changed, as an edition; from the editions before it there are patches. Gives its pack. */
  publish(edition: string, change: (rows: Rows) => Rows): Promise<string>;
  /** Does what a school's IT person does: puts the publisher's root and, if wanted, the address into a data folder. */
  place(dataDir: string, parts?: { readonly address?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Rows as another edition. */
async function writeEdition(out: string, edition: string, rows: Rows): Promise<void> {
  const changed = new Map(rows);
  const meta = (changed.get('meta') ?? []).map((row): Row => (row[0] === 'edition' ? ['edition', edition] : row));
  await writePack({ rows: changed.set('meta', meta), out });
}

/** Changes one byte in the middle of an edition's pack, in the repository of `folder`. */
export async function flipByte(folder: string, edition: string): Promise<void> {
  const packs = join(folder, 'targets', 'packs');
  const name = (await readdir(packs)).find((each) => each.includes(`-${edition}-`) && each.endsWith('.pack'));
  if (name === undefined) throw new Error(`no pack of edition ${edition}`);
  const path = join(packs, name);
  const bytes = await readFile(path);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  await writeFile(path, bytes);
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('latin1');
};

/** An empty repository on a server of its own. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const home = await mkdtemp(join(tmpdir(), 'waymark publisher ñ '));
  const publisher = await newPublisher(home);
  const { cert, key, root } = testCertificate('Root of a story');
  const rootFile = join(home, 'certificate.pem');
  await writeFile(rootFile, root);
  const asked: Asked[] = [];
  let starter: Rows | undefined;
  const server = createServer({ cert, key }, (request, response) => {
    const { method = '', url = '', rawHeaders } = request;
    void bodyOf(request).then(async (body) => {
      asked.push({ method, url, headers: rawHeaders, body });
      const bytes = await readFile(join(publisher.dir, decodeURIComponent(url))).catch(() => null);
      if (bytes === null) return response.writeHead(404).end();
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (from === 0 || from >= bytes.length) return response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return response.writeHead(206, { 'content-length': bytes.length - from, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }).end(bytes.subarray(from));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    address, folder: publisher.dir, asked,
    env: { NODE_EXTRA_CA_CERTS: rootFile },
    publish: async (edition, change) => {
      const pack = join(home, `${edition}.pack`);
      starter ??= (await readPackRows(STARTER)).rows;
      await writeEdition(pack, edition, change(starter));
      await publisher.publish(pack);
      return pack;
    },
    place: async (dataDir, { address: placesAddress = true } = {}) => {
      await mkdir(join(dataDir, 'trust'), { recursive: true });
      await copyFile(join(publisher.dir, 'metadata', '1.root.json'), join(dataDir, 'trust', 'root.json'));
      if (placesAddress) await writeFile(join(dataDir, 'trust', 'address.txt'), `${address}\n`);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
      await rm(home, { recursive: true, force: true });
    },
  };
}
