/**
 * Brings the reference data of a data folder up to date from a repository: metadata, the list of editions, patches or
 * the pack, the database, and last the switch, which is one rename. The edition before stays. A stop anywhere leaves what was in use.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CodedError, type ErrorCode, type ErrorParams } from '../../shared/kernel/errors.ts';
import { removeFile, toWriteError } from '../files/atomic-write.ts';
import { ensureReference, REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { prepareEdition, switchTo } from '../reference/install-pack.ts';
import { databaseFileOf, packFileOf } from '../reference/installed.ts';
import { getEdition } from '../reference/queries/get-edition.ts';
import { SHIPPED } from '../reference/shipped.ts';
import { changedRows, type ChangedTable } from './changed-rows.ts';
import { INDEX_PATH, isOlderEdition, parseIndex, type IndexedEdition } from './edition-index.ts';
import { fetchEdition, type Base } from './fetch-edition.ts';
import { folderOrigin } from './folder-origin.ts';
import { baseAddress, httpsOrigin, type FetchPort } from './https-origin.ts';
import { UPDATE_LIMITS, type UpdateLimits } from './limits.ts';
import type { Origin } from './origin.ts';
import type { Meter, Receiving } from './receive.ts';
import { isNotReached } from './retry.ts';
import { signedFile } from './signed-file.ts';
import { openTrust } from './trust.ts';
import { openTrustFolder } from './trust-folder.ts';
import { withUpdateLock } from './update-lock.ts';

export interface EditionName {
  readonly edition: string;
  readonly digest: string;
  readonly scope: string;
}

export interface UpdateReport {
  /** What was in use; null when nothing could be opened. */
  readonly before: EditionName | null;
  readonly after: EditionName | null;
  /** Bytes that were received. */
  readonly bytes: number;
  /** How the edition came, by one patch or more or as a whole pack; null when none did. */
  readonly way: 'patch' | 'pack' | null;
  readonly outcome: 'up-to-date' | 'updated' | 'refused' | 'not-reached';
  readonly changed: readonly ChangedTable[];
  /** Why it was refused or not reached; of an update that was made, why the pack had to come where patches would have done. */
  readonly problems: readonly Problem[];
}

interface Problem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export interface UpdateAsked {
  /** An address that starts with https:, or a folder. */
  readonly from: string;
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly fetch: FetchPort;
  readonly now: Date;
  /** A root to trust instead of the one that is placed or shipped. */
  readonly rootFile?: string | undefined;
  readonly limits?: UpdateLimits;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

const UPDATES_FOLDER = 'updates';

/** A folder unless it looks like an address ("C:\x" does not). */
const originOf = (from: string, fetch: FetchPort): Origin =>
  (/^[a-z][a-z0-9+.-]+:\/\//i.test(from) ? httpsOrigin(baseAddress(from), fetch) : folderOrigin(resolve(from)));

interface InUse extends EditionName {
  readonly path: string;
}

async function inUse({ resourcesDir, dataDir }: UpdateAsked): Promise<InUse | null> {
  try {
    const { db, path } = await ensureReference({ resourcesDir, dataDir });
    try {
      const { edition, digest, scope } = getEdition(db);
      return { edition, digest, scope, path };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

/** The edition in force there, when it is another than the one in use. Errors: update-index-invalid, update-scope, update-older. */
function choose(index: ReturnType<typeof parseIndex>, before: EditionName | null): IndexedEdition | null {
  if (before !== null && index.scope !== before.scope) throw new CodedError('update-scope', { scope: index.scope, expected: before.scope });
  const newest = index.editions.at(-1);
  if (newest === undefined || newest.digest === before?.digest) return null;
  if (before !== null && isOlderEdition(newest.edition, before.edition)) throw new CodedError('update-older', { edition: newest.edition, installed: before.edition });
  return newest;
}

/** An edition that was put in lies in the data folder; that of the app may be used where it lies. */
const baseOf = ({ dataDir, resourcesDir }: UpdateAsked, before: InUse): Base =>
  ({ digest: before.digest, packs: [join(dataDir, REFERENCE_FOLDER, packFileOf(before)), join(resourcesDir, SHIPPED.pack)] });

async function update(asked: UpdateAsked, before: InUse | null, meter: Meter, tell: (problem: CodedError) => void): Promise<Pick<UpdateReport, 'after' | 'way' | 'outcome' | 'changed'>> {
  const { dataDir, resourcesDir, rootFile, now, limits = UPDATE_LIMITS } = asked;
  const folder = join(dataDir, UPDATES_FOLDER);
  const receiving: Receiving = { origin: originOf(asked.from, asked.fetch), limits, meter, signal: asked.signal };
  const trusted = await openTrustFolder({ folder, dataDir, resourcesDir, rootFile });
  const trust = await openTrust({ kept: trusted.kept, receiving, now: trusted.timeFor(now, limits), base: 'metadata/' });
  await trust.refresh();
  await trusted.noteRefresh(trusted.timeFor(now, limits));
  const indexFile = join(folder, INDEX_PATH);
  await signedFile(trust, receiving, INDEX_PATH, indexFile, limits.indexBytes);
  const index = parseIndex(await readFile(indexFile));
  const entry = choose(index, before);
  if (entry === null) return { after: named(before), way: null, outcome: 'up-to-date', changed: [] };
  const pack = join(folder, 'fetched.pack');
  try {
    const base = before && baseOf(asked, before);
    const way = await fetchEdition({ trust, receiving }, { index, entry, base, scope: before?.scope ?? index.scope, folder, out: pack }, tell);
    const reference = join(dataDir, REFERENCE_FOLDER);
    await mkdir(reference, { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
    const edition = await prepareEdition({ pack, folder: reference });
    const changed = before === null ? [] : changedRows(before.path, join(reference, databaseFileOf(edition)));
    await switchTo(reference, edition);
    return { after: { edition: edition.edition, digest: edition.digest, scope: edition.scope }, way, outcome: 'updated', changed };
  } finally {
    // Installed, its pack lies beside its database; refused, it is of no use.
    await removeFile(pack);
  }
}

const named = (found: InUse | null): EditionName | null => found && { edition: found.edition, digest: found.digest, scope: found.scope };

/** Never throws what is coded: the report says it. What is in use stays readable whatever happens. */
export async function updateReference(asked: UpdateAsked): Promise<UpdateReport> {
  const meter: Meter = { bytes: 0, ...(asked.onBytes ? { onBytes: asked.onBytes } : {}) };
  const problems: Problem[] = [];
  const tell = ({ code, params }: CodedError): void => { problems.push({ code, params }); };
  let before: InUse | null = null;
  try {
    return await withUpdateLock(join(asked.dataDir, UPDATES_FOLDER, 'lock.sqlite'), async () => {
      before = await inUse(asked);
      const done = await update(asked, before, meter, tell);
      return { before: named(before), after: done.after, bytes: meter.bytes, way: done.way, outcome: done.outcome, changed: done.changed, problems };
    });
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    tell(error);
    return { before: named(before), after: named(before), bytes: meter.bytes, way: null, outcome: isNotReached(error) ? 'not-reached' : 'refused', changed: [], problems };
  }
}
