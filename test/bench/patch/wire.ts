/** What the client of updates sends and receives: a real repository behind a real HTTPS server whose connections are counted. */
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newPublisher, type Publisher } from '../../../db/publish/test-publisher.ts';
import { fetchEdition } from '../../../db/update/fetch-edition.ts';
import { UPDATE_LIMITS } from '../../../db/update/limits.ts';
import { lookForUpdate, UPDATES_FOLDER } from '../../../db/update/look-for-update.ts';
import { startServer, type TestServer } from '../../../db/update/test-bench.ts';
import { readPackHeader } from '../../../db/pack/pack-reader.ts';

/** Bytes of one errand of the client. */
export interface Wire {
  /** Of the files that came. */
  readonly content: number;
  /** Content with the lines before it, as it passes through the encryption. */
  readonly answers: number;
  readonly requests: number;
}
export interface Errand extends Wire {
  readonly way: 'none' | 'patch' | 'pack';
}

/** A repository with editions published one after another, and its server. */
export interface Published {
  readonly publisher: Publisher;
  readonly server: TestServer;
  /** Counts since it was called last. */
  readonly counted: () => Pick<Wire, 'answers' | 'requests'>;
}

/** Publishes packs in turn, oldest first. */
export async function publish(folder: string, packs: readonly string[]): Promise<Published> {
  await mkdir(folder, { recursive: true });
  const publisher = await newPublisher(folder);
  for (const pack of packs) await publisher.publish(pack);
  let [answers, requests] = [0, 0];
  const server = await startServer((request, response) => {
    requests += 1;
    const path = join(publisher.dir, decodeURIComponent(request.url ?? ''));
    const before = request.socket.bytesWritten;
    response.once('close', () => { answers += request.socket.bytesWritten - before; });
    stat(path).then(({ size }) => {
      response.writeHead(200, { 'content-length': size });
      createReadStream(path).pipe(response);
    }, () => { response.writeHead(404, { 'content-length': 0 }).end(); });
  });
  return {
    publisher, server,
    counted: () => {
      const found = { answers, requests };
      [answers, requests] = [0, 0];
      return found;
    },
  };
}

/** A client whose data folder and edition in use stay from one errand to the next. */
export interface Client {
  readonly dataDir: string;
  readonly pack: string;
}

/** Looks for an update and fetches it, by patches or as a whole, up to the pack that a database is built from. */
export async function errand({ publisher, server, counted }: Published, { dataDir, pack }: Client): Promise<Errand> {
  const { edition, digest, scope } = await readPackHeader(pack);
  const meter = { bytes: 0 };
  counted();
  const asked = { from: server.address, dataDir, resourcesDir: dataDir, fetch, now: new Date(), rootFile: join(publisher.dir, 'metadata', '1.root.json'), limits: UPDATE_LIMITS };
  const { trust, receiving, index, entry } = await lookForUpdate(asked, { edition, digest, scope }, meter);
  let way: Errand['way'] = 'none';
  if (entry !== null) {
    const folder = join(dataDir, UPDATES_FOLDER);
    way = await fetchEdition({ trust, receiving }, { index, entry, base: { digest, packs: [pack] }, scope, folder, out: join(folder, 'fetched.pack') }, (problem) => { throw problem; });
  }
  return { content: meter.bytes, way, ...counted() };
}
