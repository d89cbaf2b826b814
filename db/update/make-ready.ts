/** The second half of an update, up to the switch: the edition's pack by the fewest bytes, and its database. What is in use stays in use. */
import { join } from 'node:path';
import type { CodedError } from '../../shared/kernel/errors.ts';
import { removeFile } from '../files/atomic-write.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { prepareEdition, type Tell } from '../reference/install-pack.ts';
import type { InstalledEdition } from '../reference/installed.ts';
import type { IndexedEdition } from './edition-index.ts';
import { baseOf, type Folders, type InUse } from './edition-in-use.ts';
import { fetchEdition } from './fetch-edition.ts';
import { removeFetched } from './leftovers.ts';
import { UPDATES_FOLDER, type Looked } from './look-for-update.ts';

export interface ReadyEdition {
  readonly edition: InstalledEdition;
  readonly way: 'patch' | 'pack';
}

export interface Hearing {
  /** Why the pack had to come where patches would have done. */
  readonly tell: (problem: CodedError) => void;
  /** Rows that are in the database, of all. */
  readonly tellRows?: Tell;
}

/** Errors: those of `fetchEdition`, of `prepareEdition` and of writing. */
export async function makeReady(
  folders: Folders, { trust, receiving, index }: Looked, entry: IndexedEdition, before: InUse | null, { tell, tellRows }: Hearing,
): Promise<ReadyEdition> {
  const folder = join(folders.dataDir, UPDATES_FOLDER);
  const pack = join(folder, 'fetched.pack');
  try {
    const way = await fetchEdition({ trust, receiving }, { index, entry, base: before && baseOf(folders, before), scope: before?.scope ?? index.scope, folder, out: pack }, tell);
    const reference = join(folders.dataDir, REFERENCE_FOLDER);
    const edition = await prepareEdition({ pack, folder: reference, ...(tellRows ? { tell: tellRows } : {}) });
    await removeFetched(folder);
    return { edition, way };
  } finally {
    // Installed, its pack lies beside its database; refused, it is of no use.
    await removeFile(pack);
  }
}
