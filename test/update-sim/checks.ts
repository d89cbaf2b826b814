/** What has to hold after every event of a history. Each looks at a copy of the disk, so that looking changes nothing. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { ensureReference } from '../../db/reference/ensure-reference.ts';
import { UPDATE_LIMITS, type UpdateLimits } from '../../db/update/limits.ts';
import type { UpdateAsked } from '../../db/update/look-for-update.ts';
import { updateReference, type UpdateReport } from '../../db/update/update-reference.ts';
import { built } from './built-databases.ts';
import { publishEdition, renew } from './publishing.ts';
import { wireTo, type Files } from './serving.ts';
import { putDisk, type VirtualDisk } from './virtual-disk.ts';
import { APP, CLIENT, publicFiles, VAULT, type World } from './world.ts';

export class Broken extends Error {}
export const LIMITS: UpdateLimits = { ...UPDATE_LIMITS, attempts: 2, pauseMs: 0 };
export const ADDRESS = 'https://updates.invalid/';
const NEVER = 1e9;

/** Does something on a copy of the disk. */
export async function apart<T>(disk: VirtualDisk, action: (copy: VirtualDisk) => Promise<T>): Promise<T> {
  const copy = disk.copy();
  putDisk(copy);
  copy.expect(null);
  try {
    return await action(copy);
  } finally {
    putDisk(disk);
  }
}

export const update = (asked: Pick<UpdateAsked, 'from' | 'fetch' | 'now'>): Promise<UpdateReport> => updateReference({ ...asked, dataDir: CLIENT, resourcesDir: APP, limits: LIMITS });

/** The rank of the edition that a counselor sees at the next start; the data is read and is that of the edition, byte by byte. */
export async function openedRank(world: World, disk: VirtualDisk): Promise<number> {
  return apart(disk, async (copy) => {
    let opened;
    try {
      opened = await ensureReference({ resourcesDir: APP, dataDir: CLIENT });
    } catch (error) {
      throw new Broken(`nothing can be read: ${error instanceof CodedError ? error.code : String(error)}`);
    }
    const { db, path } = opened;
    db.close();
    const rank = world.editions.findIndex(({ digest }) => digest === db.digest);
    if (rank < 0) throw new Broken('an edition is in use that nobody has signed');
    if (copy.look(path)?.equals(built.get(db.digest) ?? Buffer.alloc(0)) !== true) throw new Broken('the database in use is not what its pack gives');
    return rank;
  });
}

export function checkPlans(disk: VirtualDisk): void {
  if (disk.look(VAULT)?.toString() !== 'The plans of students.') throw new Broken('the plans are not as they were');
}

/** Nothing but the client's own two folders is written to, on whatever medium. */
export function checkTouched(touched: ReadonlySet<string>): void {
  for (const path of touched) if (path !== CLIENT && !new RegExp(`^${CLIENT}/(?:updates|reference)(?:/|$)`).test(path)) throw new Broken(`the client writes to ${path}`);
}

/** When the metadata that is served ends, in milliseconds; NaN when there is none. */
export function endOf(timestamp: Buffer | null | undefined): number {
  const text = /"expires": "([^"]+)"/.exec(timestamp?.toString('utf8') ?? '')?.[1];
  return Date.parse(text ?? '');
}

/** The version of kept metadata; 0 when there is none. */
export const versionOf = (metadata: Buffer | null): number => Number(/"version": (\d+)/.exec(metadata?.toString('utf8') ?? '')?.[1] ?? 0);

export interface Publication {
  readonly served: Files;
  /** The rank that is being published, while that was not finished. */
  readonly pending: number | null;
  readonly newest: number;
  /** True time, and the latest time that a client has noted. */
  readonly now: number;
  readonly noted: number;
}

/** Nothing is left lying about that a later update would not need. */
function checkLeftovers(disk: VirtualDisk, isUpdated: boolean): void {
  const stray = disk.list(`${CLIENT}/updates`).filter((path) => !/\/(?:index\.json|lock\.sqlite|seen\.json|trusted\/(?:root|timestamp|snapshot|targets)\.json|roots\/\d+\.root\.json|patches\/[0-9a-f-]+\.patch)$/.test(path));
  // Without news the folder of editions is left alone: a person may be opening a pack.
  const reference = isUpdated ? disk.list(`${CLIENT}/reference`) : [];
  stray.push(...reference.filter((path) => path.endsWith('.tmp')));
  if (stray.length > 0) throw new Broken(`left over after a good update: ${stray.join(', ')}`);
  if (reference.filter((path) => path.endsWith('.pack')).length > 2) throw new Broken('more than two packs are kept');
}

/** With a finished publication, a right clock and a sound wire the next update brings the newest edition. */
export async function checkNextUpdate(world: World, disk: VirtualDisk, { served, pending, newest, now, noted }: Publication): Promise<void> {
  await apart(disk, async (copy) => {
    let files = served;
    let expected = newest;
    const until = endOf(served.get('metadata/timestamp.json'));
    if (pending !== null || !(until > Math.max(now, noted))) {
      try {
        if (pending === null) await renew(world, new Date(now));
        else await publishEdition(world, pending, new Date(now));
      } catch (error) {
        throw new Broken(`publishing does not go on: ${error instanceof CodedError ? `${error.code} ${JSON.stringify(error.params)}` : String(error)}`);
      }
      expected = pending ?? newest;
      files = publicFiles(copy);
      copy.touched.clear();
    }
    const report = await update({ from: ADDRESS, fetch: wireTo(files, { breaksAfter: NEVER, ranges: true }), now: new Date(now) });
    const found = JSON.stringify(report.problems);
    if (report.outcome !== 'updated' && report.outcome !== 'up-to-date') throw new Broken(`the next good update is ${report.outcome}: ${found}`);
    if (await openedRank(world, copy) !== expected) throw new Broken(`the next good update leaves edition ${report.after?.edition ?? 'none'}`);
    checkTouched(copy.touched);
    checkLeftovers(copy, report.outcome === 'updated');
    checkPlans(copy);
  });
}

/** A client that was never online can follow what is public, at whatever moment the publisher stopped. */
export async function checkPublic(world: World, disk: VirtualDisk, served: Files, now: number): Promise<number> {
  return apart(disk, async (copy) => {
    copy.clear(`${CLIENT}/updates`);
    copy.clear(`${CLIENT}/reference`);
    const report = await update({ from: ADDRESS, fetch: wireTo(served, { breaksAfter: NEVER, ranges: true }), now: new Date(Math.min(now, endOf(served.get('metadata/timestamp.json')) - 1000)) });
    if (report.outcome !== 'updated') throw new Broken(`what is public is ${report.outcome}: ${JSON.stringify(report.problems)}`);
    return openedRank(world, copy);
  });
}
