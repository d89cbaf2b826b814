/** From a pack, wherever it lies, to a database in the data folder; and the switch to it or back. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, removeFile, writeFileAtomically } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { removeTemporaries } from '../files/remove-temporaries.ts';
import type { PackHeader } from '../pack/header.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { buildReference, feedFromPack, type Feed } from './build-reference.ts';
import { allInstalled, databaseFileOf, fingerprintOf, isIntact, packFileOf, readInstalled, writeInstalled, type Installed, type InstalledEdition } from './installed.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** Copies a pack into the folder: what it is built from again must not be on a stick that is pulled. */
async function keepPack(from: string, folder: string, header: PackHeader): Promise<string> {
  const path = join(folder, packFileOf(header));
  if (from === path) return path;
  await writeFileAtomically(path, async (file) => {
    try {
      for await (const piece of createReadStream(from, { highWaterMark: 1024 * 1024 })) await file.writeFile(piece as Buffer);
    } catch (cause) {
      const code = nodeErrorCode(cause);
      if (code === 'ENOSPC' || code === null) throw cause;
      throw new CodedError('pack-unreadable', { reason: code }, { cause });
    }
  });
  return path;
}

/** Hears how many rows are done of all; the index that comes after them counts for a third more. */
export type Tell = (done: number, all: number) => void;
const INDEX_SHARE = 1 / 3;

function counted(pack: string, { tables }: PackHeader, tell: Tell): Feed {
  const rows = tables.reduce((sum, [, count]) => sum + count, 0);
  const all = Math.round(rows * (1 + INDEX_SHARE));
  return async (take) => {
    let done = 0;
    return feedFromPack(pack)((batch) => {
      take(batch);
      done += batch.rows.length;
      tell(done, all);
    });
  };
}

/** The database of a pack in the folder, built when it is not there already. Errors: those of `readPack` and of writing. */
async function buildEdition(folder: string, header: PackHeader, pack: string, tell: Tell = () => undefined): Promise<InstalledEdition> {
  const { digest, name, edition, scope } = header;
  const out = join(folder, databaseFileOf({ digest }));
  const { bytes } = await buildReference({ feed: counted(pack, header, tell), out });
  return { digest, name, edition, scope, schema: SCHEMA_VERSION, bytes, fingerprint: await fingerprintOf(out) };
}

/**
 * Makes an edition ready without putting it in force: its pack and its database lie in the folder. Takes long for a large pack:
 * it runs in a worker of its own. Errors: those of `readPack`, disk-full, folder-not-writable, file-write-failed.
 */
export async function prepareEdition({ pack, folder, tell }: { readonly pack: string; readonly folder: string; readonly tell?: Tell }): Promise<InstalledEdition> {
  await makeFolder(folder);
  const header = await readPackHeader(pack);
  const known = allInstalled(await readInstalled(folder)).find((each) => each.digest === header.digest);
  if (known && (await isIntact(folder, known, SCHEMA_VERSION))) return known;
  const kept = await keepPack(pack, folder, header);
  try {
    return await buildEdition(folder, header, kept, tell);
  } catch (error) {
    // A pack that is refused does not stay; one that could not be built for want of room may be built later.
    if (error instanceof CodedError && error.code.startsWith('pack-')) await removeFile(kept);
    throw error;
  }
}

/** What is here once an edition is in force: the way back, and one edition of each area that is neither its nor that one's. */
function switched({ current, previous, others }: Installed, edition: InstalledEdition | null): Installed {
  const before = current?.digest === edition?.digest ? previous : current;
  const scopes = new Set([edition, before].map((each) => each?.scope));
  const kept = [current, previous, ...others].filter((each) => {
    if (each === null || scopes.has(each.scope)) return false;
    scopes.add(each.scope);
    return true;
  });
  return { current: edition, previous: before, others: kept.filter((each) => each !== null) };
}

/** Puts a prepared edition in force, or what came with the app; the one before it stays. */
export async function switchTo(folder: string, edition: InstalledEdition | null): Promise<Installed> {
  const next = switched(await readInstalled(folder), edition);
  await writeInstalled(folder, next);
  await removeUnused(folder, next);
  return next;
}

/** Puts the edition before in force; that may be what came with the app. Going back twice is where one was. */
export async function switchBack(folder: string): Promise<Installed> {
  const { current, previous, others } = await readInstalled(folder);
  const next = { current: previous, previous: current, others };
  await writeInstalled(folder, next);
  return next;
}

/** Takes an edition off the disk; one that is not here is gone already. Error: conflict, for the one in force and the way back. */
export async function removeEdition(folder: string, digest: string): Promise<void> {
  const { current, previous, others } = await readInstalled(folder);
  if ([current, previous].some((each) => each?.digest === digest)) throw new CodedError('conflict');
  const next = { current, previous, others: others.filter((each) => each.digest !== digest) };
  if (next.others.length === others.length) return;
  await writeInstalled(folder, next);
  await removeUnused(folder, next);
}

/** Removes packs and databases of editions that are not to stay; what is held open stays for the next time. */
export async function removeUnused(folder: string, installed: Installed): Promise<void> {
  const kept = new Set(allInstalled(installed).flatMap((each) => [packFileOf(each), databaseFileOf(each)]));
  await removeTemporaries(folder);
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{16}\.pack$/.test(name) && !kept.has(name)) {
      await removeFile(join(folder, name)).catch(() => undefined);
      const database = join(folder, name.replace(/pack$/, 'sqlite'));
      if (!kept.has(name.replace(/pack$/, 'sqlite'))) await removeFile(database).catch(() => undefined);
    }
  }
}

/** An edition ready to be opened: as it is, or built again from its pack; null when neither can be had. */
export async function mendEdition(folder: string, edition: InstalledEdition): Promise<InstalledEdition | null> {
  if (await isIntact(folder, edition, SCHEMA_VERSION)) return edition;
  const pack = join(folder, packFileOf(edition));
  try {
    await stat(pack);
    const header = await readPackHeader(pack);
    return header.digest === edition.digest ? await buildEdition(folder, header, pack) : null;
  } catch {
    return null;
  }
}
