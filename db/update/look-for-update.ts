/** The first half of an update: what the repository has, by trusted metadata and the signed list of editions. Fetches a few kilobytes at most. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { INDEX_PATH, isOlderEdition, parseIndex, type EditionIndex, type IndexedEdition } from './edition-index.ts';
import type { EditionName, Folders } from './edition-in-use.ts';
import { folderOrigin } from './folder-origin.ts';
import { baseAddress, httpsOrigin, type FetchPort } from './https-origin.ts';
import { UPDATE_LIMITS, type UpdateLimits } from './limits.ts';
import { removeFetched, removeHalfWritten } from './leftovers.ts';
import type { Origin } from './origin.ts';
import type { Meter, Receiving } from './receive.ts';
import { signedFile } from './signed-file.ts';
import { openTrust, type Trust } from './trust.ts';
import { openTrustFolder } from './trust-folder.ts';

/** Folder in the data folder of what updates trust, have seen and are fetching. */
export const UPDATES_FOLDER = 'updates';

export interface UpdateAsked extends Folders {
  /** An address that starts with https:, or a folder. */
  readonly from: string;
  readonly fetch: FetchPort;
  readonly now: Date;
  /** A root to trust instead of the one that is placed or shipped. */
  readonly rootFile?: string | undefined;
  /** A person has agreed to whatever the guards would ask about. */
  readonly acceptChanges?: boolean;
  readonly limits?: UpdateLimits;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

export interface Looked {
  readonly trust: Trust;
  readonly receiving: Receiving;
  readonly index: EditionIndex;
  /** The edition in force there, when it is another than the one in use. */
  readonly entry: IndexedEdition | null;
}

/** A folder unless it looks like an address ("C:\x" does not). */
const originOf = (from: string, fetch: FetchPort): Origin =>
  (/^[a-z][a-z0-9+.-]+:\/\//i.test(from) ? httpsOrigin(baseAddress(from), fetch) : folderOrigin(resolve(from)));

/** Errors: update-scope, update-older. */
function choose(index: EditionIndex, before: EditionName | null): IndexedEdition | null {
  if (before !== null && index.scope !== before.scope) throw new CodedError('update-scope', { scope: index.scope, expected: before.scope });
  const newest = index.editions.at(-1);
  if (newest === undefined || newest.digest === before?.digest) return null;
  if (before !== null && isOlderEdition(newest.edition, before.edition)) throw new CodedError('update-older', { edition: newest.edition, installed: before.edition });
  return newest;
}

/** Errors: those of opening trust and of receiving, update-index-invalid, update-scope, update-older, and those of writing. */
export async function lookForUpdate(asked: UpdateAsked, before: EditionName | null, meter: Meter): Promise<Looked> {
  const { dataDir, resourcesDir, rootFile, now, limits = UPDATE_LIMITS } = asked;
  const folder = join(dataDir, UPDATES_FOLDER);
  await removeHalfWritten(folder);
  const receiving: Receiving = { origin: originOf(asked.from, asked.fetch), limits, meter, signal: asked.signal };
  const trusted = await openTrustFolder({ folder, dataDir, resourcesDir, rootFile });
  const trust = await openTrust({ kept: trusted.kept, receiving, now: trusted.timeFor(now, limits), base: 'metadata/' });
  await trust.refresh();
  await trusted.noteRefresh(trusted.timeFor(now, limits));
  const indexFile = join(folder, INDEX_PATH);
  await signedFile(trust, receiving, INDEX_PATH, indexFile, limits.indexBytes);
  const index = parseIndex(await readFile(indexFile));
  const entry = choose(index, before);
  if (entry === null) await removeFetched(folder);
  return { trust, receiving, index, entry };
}
