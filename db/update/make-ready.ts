/** The second half of an update, up to the switch: the edition's pack by the fewest bytes, and its database. What is in use stays in use. */
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { removeFile } from '../files/atomic-write.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { prepareEdition, type Tell } from '../reference/install-pack.ts';
import { packFileOf, type InstalledEdition } from '../reference/installed.ts';
import type { IndexedEdition } from './edition-index.ts';
import { baseOf, type Folders, type InUse } from './edition-in-use.ts';
import { fetchEdition } from './fetch-edition.ts';
import { removeFetched } from './leftovers.ts';
import { UPDATES_FOLDER, type Looked } from './look-for-update.ts';

export interface ReadyEdition {
  readonly edition: InstalledEdition;
  /** Null when it was here already. */
  readonly way: 'patch' | 'pack' | null;
}

export interface Hearing {
  /** Why the pack had to come where patches would have done. */
  readonly tell: (problem: CodedError) => void;
  /** Rows that are in the database, of all. */
  readonly tellRows?: Tell;
}

/**
 * An edition that came before and was not put in use, as somebody has to agree to it first, or was left again: it need not come
 * twice. Its digest is the signed one and is proved by its rows, so that it does not matter how it came to lie there.
 */
async function alreadyHere(reference: string, { digest }: IndexedEdition, scope: string, tellRows: Tell | undefined): Promise<InstalledEdition | null> {
  const pack = join(reference, packFileOf({ digest }));
  try {
    const header = await readPackHeader(pack);
    if (header.digest !== digest || header.scope !== scope) return null;
    return await prepareEdition({ pack, folder: reference, ...(tellRows ? { tell: tellRows } : {}) });
  } catch (error) {
    if (!(error instanceof CodedError) || !error.code.startsWith('pack-')) throw error;
    return null;
  }
}

/** Errors: those of `fetchEdition`, of `prepareEdition` and of writing. */
export async function makeReady(
  folders: Folders, { trust, receiving, index }: Looked, entry: IndexedEdition, before: InUse | null, { tell, tellRows }: Hearing,
): Promise<ReadyEdition> {
  const folder = join(folders.dataDir, UPDATES_FOLDER);
  const pack = join(folder, 'fetched.pack');
  const reference = join(folders.dataDir, REFERENCE_FOLDER);
  const scope = before?.scope ?? index.scope;
  try {
    const here = await alreadyHere(reference, entry, scope, tellRows);
    if (here) return { edition: here, way: null };
    const way = await fetchEdition({ trust, receiving }, { index, entry, base: before && baseOf(folders, before), scope, folder, out: pack }, tell);
    const edition = await prepareEdition({ pack, folder: reference, ...(tellRows ? { tell: tellRows } : {}) });
    await removeFetched(folder);
    return { edition, way };
  } finally {
    // Installed, its pack lies beside its database; refused, it is of no use.
    await removeFile(pack);
  }
}
