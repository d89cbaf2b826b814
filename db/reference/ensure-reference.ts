/** A usable reference database at start, whatever state the folders are in, without the network. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { removeFile } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { digestOf } from '../pack/pack-writer.ts';
import { listStarter, readStarter } from '../pack/starter.ts';
import { buildReference, feedFromPack, feedFromRows, type Feed } from './build-reference.ts';
import { mendEdition } from './install-pack.ts';
import { allInstalled, databaseFileOf, readInstalled, writeInstalled } from './installed.ts';
import { POINTER_FILE, readPointer, writePointer, type BuiltEntry, type Pointer } from './pointer.ts';
import { openReference, type ReferenceDb } from './reference-db.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { findShipped, isAsRecorded, SHIPPED, starterFolders } from './shipped.ts';

export interface EnsuredReference {
  readonly db: ReferenceDb;
  readonly path: string;
  /** `installed`: a pack that was put in. `shipped`: opened where the app lies. `kept`: built at an earlier start. `built`: built just now. */
  readonly how: 'installed' | 'shipped' | 'kept' | 'built';
}

/** Something a database can be built from. */
interface Source {
  readonly stamp: string;
  /** Edition digest and its rows. */
  load(): Promise<{ readonly digest: string; readonly feed: Feed }>;
}

/** Folder of databases in the data folder. */
export const REFERENCE_FOLDER = 'reference';
const DIGEST_PREFIX = 16;

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

async function stampOfTables(resourcesDir: string): Promise<string> {
  const { starterDir, rubricsDir } = starterFolders(resourcesDir);
  const files = [...(await listStarter(starterDir)).values()].flat().map((file) => join(starterDir, file));
  const rubrics = await readdir(rubricsDir).catch(() => []);
  const hash = createHash('sha256');
  for (const path of [...files, ...rubrics.sort().map((name) => join(rubricsDir, name))]) {
    const { size, mtimeMs } = await stat(path);
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  }
  return `tables:${hash.digest('hex')}`;
}

async function findSource(resourcesDir: string): Promise<Source | null> {
  const pack = join(resourcesDir, SHIPPED.pack);
  if (await isThere(pack)) {
    const { digest } = await readPackHeader(pack);
    return { stamp: `pack:${digest}`, load: () => Promise.resolve({ digest, feed: feedFromPack(pack) }) };
  }
  if (!(await isThere(join(resourcesDir, SHIPPED.tables)))) return null;
  return {
    stamp: await stampOfTables(resourcesDir),
    async load() {
      const rows = await readStarter(starterFolders(resourcesDir));
      return { digest: digestOf(rows).digest, feed: feedFromRows(rows) };
    },
  };
}

async function openEntry(folder: string, entry: BuiltEntry): Promise<EnsuredReference | null> {
  const path = join(folder, entry.file);
  if (entry.schema !== SCHEMA_VERSION || !(await isAsRecorded(path, entry))) return null;
  return { db: openReference(path, { digest: entry.digest }), path, how: 'kept' };
}

async function build(folder: string, source: Source, before: Pointer | null): Promise<EnsuredReference> {
  const { digest, feed } = await source.load();
  const file = `${digest.slice(0, DIGEST_PREFIX)}.sqlite`;
  const path = join(folder, file);
  const built = await buildReference({ feed, out: path });
  const current: BuiltEntry = { file, schema: SCHEMA_VERSION, digest: built.digest, sha256: built.sha256, bytes: built.bytes, stamp: source.stamp };
  const db = openReference(path, { digest: built.digest });
  const previous = before === null || before.current.file === file ? (before?.previous ?? null) : before.current;
  try {
    await writePointer(join(folder, POINTER_FILE), { current, previous: previous?.file === file ? null : previous });
    await removeOthers(folder, [file, previous?.file ?? file]);
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, path, how: 'built' };
}

/** Databases that neither are in force nor were before; one that is held open by another program stays for the next time. */
async function removeOthers(folder: string, keep: readonly string[]): Promise<void> {
  const installed = allInstalled(await readInstalled(folder)).map(databaseFileOf);
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{16}\.sqlite$/.test(name) && !keep.includes(name) && !installed.includes(name)) await removeFile(join(folder, name)).catch(() => undefined);
  }
}

/** The edition that was put in, or the one before it when that cannot be had; null when there is none. */
async function openInstalled(folder: string): Promise<EnsuredReference | null> {
  const installed = await readInstalled(folder);
  if (!installed.current) return null;
  for (const edition of [installed.current, installed.previous]) {
    const ready = edition && (await mendEdition(folder, edition));
    if (!ready) continue;
    const path = join(folder, databaseFileOf(ready));
    const db = openReference(path, { digest: ready.digest });
    if (ready !== edition) await writeInstalled(folder, edition === installed.current ? { ...installed, current: ready } : { ...installed, previous: ready });
    return { db, path, how: 'installed' };
  }
  return null;
}

/**
 * Opens the edition that was put in; else the database that ships when it is as recorded; else the one built before from the same source;
 * else builds one from the starter's pack or, in a checkout, from its tables. A damaged database is built
 * again; when that is impossible the previous edition is opened.
 * Errors: reference-missing when there is nothing to build from, those of packs and of the starter,
 * disk-full, folder-not-writable, file-write-failed.
 */
export async function ensureReference({ resourcesDir, dataDir }: { readonly resourcesDir: string; readonly dataDir: string }): Promise<EnsuredReference> {
  const put = await openInstalled(join(dataDir, REFERENCE_FOLDER));
  if (put) return put;
  const shipped = await findShipped(resourcesDir);
  if (shipped) return { db: openReference(shipped.path, { digest: shipped.record.digest }), path: shipped.path, how: 'shipped' };
  const folder = join(dataDir, REFERENCE_FOLDER);
  const pointer = await readPointer(join(folder, POINTER_FILE));
  let failure: unknown = new CodedError('reference-missing');
  try {
    const source = await findSource(resourcesDir);
    if (source) {
      const kept = pointer?.current.stamp === source.stamp ? await openEntry(folder, pointer.current) : null;
      if (kept) return kept;
      await makeFolder(folder);
      return await build(folder, source, pointer);
    }
  } catch (error) {
    failure = error;
  }
  // Nothing new can be had: the last good state stays usable.
  for (const entry of [pointer?.current, pointer?.previous]) {
    const kept = entry ? await openEntry(folder, entry) : null;
    if (kept) return kept;
  }
  throw failure;
}
