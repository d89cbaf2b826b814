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
  /** Bytes after the headers; a client that only reads sends none. */
  readonly body: number;
}

export interface UpdateServer {
  /** Where a client asks: https, on this machine. */
  readonly address: string;
  /** The folder of the repository: also what a stick would carry. */
  readonly folder: string;
  /** Environment of a host that trusts the server's certificate. */
  readonly env: Readonly<Record<string, string>>;
  readonly asked: Asked[];
  /** Publishes the starter's rows, changed, as an edition; from the editions before it there are patches. */
  publish(edition: string, change?: (rows: Rows) => Rows): Promise<void>;
  /** Does what a school's IT person does: puts the publisher's root and, if wanted, the address into a data folder. */
  place(dataDir: string, parts?: { readonly address?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** The starter as another edition. */
async function writeEdition(out: string, edition: string, change: (rows: Rows) => Rows): Promise<void> {
  const { rows } = await readPackRows(STARTER);
  const changed = new Map(change(rows));
  const meta = (changed.get('meta') ?? []).map((row): Row => (row[0] === 'edition' ? ['edition', edition] : row));
  await writePack({ rows: changed.set('meta', meta), out });
}

/** Changes one byte in the middle of an edition's pack, in the repository of `folder`; gives the way to put it back. */
export async function flipByte(folder: string, edition: string): Promise<() => Promise<void>> {
  const packs = join(folder, 'targets', 'packs');
  const name = (await readdir(packs)).find((each) => each.includes(`-${edition}-`) && each.endsWith('.pack'));
  if (name === undefined) throw new Error(`no pack of edition ${edition}`);
  const path = join(packs, name);
  const whole = await readFile(path);
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 1, flipped.length >> 1);
  await writeFile(path, flipped);
  return () => writeFile(path, whole);
}

const bodyOf = (request: IncomingMessage): Promise<number> => new Promise((resolve) => {
  let bytes = 0;
  request.on('data', (piece: Buffer) => { bytes += piece.length; });
  request.on('end', () => resolve(bytes));
});

/** An empty repository on a server of its own; with `patches` it has the starter's own edition, so that a patch leads from it to the next. That takes a minute. */
export async function startUpdateServer({ patches = false }: { readonly patches?: boolean } = {}): Promise<UpdateServer> {
  const home = await mkdtemp(join(tmpdir(), 'waymark publisher ñ '));
  const publisher = await newPublisher(home);
  if (patches) await publisher.publish(STARTER);
  const { cert, key, root } = testCertificate('Root of a story');
  const rootFile = join(home, 'certificate.pem');
  await writeFile(rootFile, root);
  const asked: Asked[] = [];
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
    publish: async (edition, change = (rows) => rows) => {
      const pack = join(home, `${edition}.pack`);
      await writeEdition(pack, edition, change);
      await publisher.publish(pack);
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
