/** What every history begins with: editions, keys and a published repository, made once by the real publisher; and a client that has what ships. */
import { writePack } from '../../db/pack/pack-writer.ts';
import { testEdition } from '../../db/pack/test-edition.ts';
import { newPublisher, type Publisher } from '../../db/publish/test-publisher.ts';
import { buildReference, feedFromPack } from '../../db/reference/build-reference.ts';
import { SCHEMA_VERSION } from '../../db/reference/schema.ts';
import { createHash } from 'node:crypto';
import { built, remember } from './built-databases.ts';
import { putDisk, VirtualDisk } from './virtual-disk.ts';

export const CLIENT = '/client';
export const PUBLISHER = '/publisher';
export const STICK = '/stick';
export const APP = '/app';
export const REPOSITORY = `${PUBLISHER}/repository`;
export const VAULT = `${CLIENT}/vault/vault.db`;
export const START = Date.UTC(2026, 11, 1);
export const DAY_MS = 86_400_000;
const EDITIONS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'] as const;

export interface Edition {
  readonly digest: string;
  readonly pack: string;
  /** The pack itself. */
  readonly bytes: Buffer;
}
export interface World {
  /** In their order; the first is the one that ships, the last is one that nobody ever signs. */
  readonly editions: readonly Edition[];
  readonly forged: Edition;
  readonly publisher: Publisher;
  /** To be copied for each history: the first edition after the shipped one is published. */
  readonly disk: VirtualDisk;
  /** Files that are served then, by their paths. */
  readonly served: ReadonlyMap<string, Buffer>;
}

async function makeEdition(disk: VirtualDisk, edition: string, seed: number): Promise<Edition> {
  const pack = `${PUBLISHER}/packs/${edition}.pack`;
  const meta = [['data_checked', '2026-11'], ['edition', edition], ['name', 'Simulated'], ['scope', 'us']];
  const { digest } = await writePack({ rows: new Map([...testEdition(seed, 2), ['meta', meta]]), out: pack });
  await remember((out) => buildReference({ feed: feedFromPack(pack), out }));
  return { digest, pack, bytes: disk.look(pack) ?? Buffer.alloc(0) };
}

/** The files of a repository that are public. */
export const publicFiles = (disk: VirtualDisk, folder = REPOSITORY): Map<string, Buffer> =>
  new Map(['metadata', 'targets'].flatMap((part) => disk.list(`${folder}/${part}`)).sort().map((path) => [path.slice(folder.length + 1), disk.look(path) ?? Buffer.alloc(0)]));

export async function makeWorld(): Promise<World> {
  const disk = new VirtualDisk();
  putDisk(disk);
  for (const folder of [`${PUBLISHER}/packs`, STICK, CLIENT]) disk.place(`${folder}/about.txt`, Buffer.from('A folder.\n'));
  const editions: Edition[] = [];
  for (const edition of EDITIONS) editions.push(await makeEdition(disk, edition, 7));
  const forged = await makeEdition(disk, '2027-09', 8);
  const [shipped, first] = editions;
  if (!shipped || !first) throw new Error('There are editions.');
  const publisher = await newPublisher(PUBLISHER, { now: new Date(START) });
  await publisher.publish(first.pack, new Date(START));
  const database = built.get(shipped.digest) ?? Buffer.alloc(0);
  disk.place(`${APP}/starter.pack`, shipped.bytes);
  disk.place(`${APP}/starter.sqlite`, database);
  disk.place(`${APP}/starter.sqlite.json`, Buffer.from(JSON.stringify({ schema: SCHEMA_VERSION, digest: shipped.digest, sha256: createHash('sha256').update(database).digest('hex'), bytes: database.length })));
  disk.place(`${APP}/trust/root.json`, disk.look(`${REPOSITORY}/metadata/1.root.json`) ?? Buffer.alloc(0));
  disk.place(VAULT, Buffer.from('The plans of students.'));
  disk.syncAll();
  return { editions, forged, publisher, disk, served: publicFiles(disk) };
}
