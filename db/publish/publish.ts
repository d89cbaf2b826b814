/**
 * Makes public what is fully signed: files first, the timestamp last, so that a stop anywhere leaves clients with the old
 * edition or the new one. Doing it again finishes what was stopped.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { removeTemporaries } from '../files/remove-temporaries.ts';
import { targetAddress } from '../update/names.ts';
import { refusalOf } from '../update/refusal.ts';
import { trustRoot } from '../update/trust.ts';
import { FOLDERS, readPublished, readStaged, removeStaged, ROLES, writePublished, type RoleName, type Store, type Stored } from './repository.ts';
import { whole } from './signing.ts';

/** Called before each step that changes something; tests stop the work there. */
export type Step = (name: string) => void;

/** The order in which files become public: nothing names a file that is not there yet. */
const ORDER: readonly RoleName[] = ['targets', 'snapshot', 'root', 'timestamp'];

/** Where packs and patches lie among the targets. */
const TARGET_FOLDERS = [`${FOLDERS.targets}/packs`, `${FOLDERS.targets}/patches`] as const;

/** Why a client that knows what is published would refuse the candidate; null when it would follow. */
export function refusalByClient(published: Store, candidate: Store, now: Date): CodedError | null {
  const { root, timestamp, snapshot, targets } = candidate;
  let looked: RoleName = 'root';
  try {
    const first = published.root ?? root;
    if (!first || !root || !timestamp || !snapshot || !targets) throw new CodedError('repository-unsigned');
    const store = trustRoot(first.bytes, now);
    if (first.metadata.signed.version !== root.metadata.signed.version) store.updateRoot(root.bytes);
    looked = 'timestamp';
    store.updateTimestamp(timestamp.bytes);
    looked = 'snapshot';
    store.updateSnapshot(snapshot.bytes);
    looked = 'targets';
    store.updateDelegatedTargets(targets.bytes, 'targets', 'root');
    return null;
  } catch (error) {
    return refusalOf(error, looked);
  }
}

/** Errors: repository-damaged when a file that targets name is not there. */
async function checkFiles(dir: string, { metadata }: Stored<'targets'>): Promise<void> {
  for (const [path, { length, hashes }] of Object.entries(metadata.signed.targets)) {
    const size = await stat(targetFileOf(dir, path, hashes)).then((found) => found.size, () => -1);
    if (size !== length) throw new CodedError('repository-damaged', { file: path });
  }
}

/** Where the file of a target is: with the hash before its name. */
export const targetFileOf = (dir: string, path: string, hashes: Readonly<Record<string, string>>): string =>
  join(dir, FOLDERS.targets, ...targetAddress(path, hashes, true).split('/').map(decodeURIComponent));

/** Publishes what can be; gives the roles that became public. Errors: repository-damaged, and those of writing. */
export async function publishWhole(dir: string, now: Date, step: Step = () => undefined): Promise<readonly RoleName[]> {
  const published = await readPublished(dir);
  const staged = await readStaged(dir, published);
  const all = whole(published, staged);
  // A new root alone can be public before the rest is signed, when what is published is good under it as well.
  const candidate = [all, { ...published, root: all.root }].find((each) => refusalByClient(published, each, now) === null);
  const roles = candidate ? ORDER.filter((role) => candidate[role] !== published[role]) : [];
  if (candidate?.targets && roles.includes('targets')) await checkFiles(dir, candidate.targets);
  for (const role of roles) {
    const stored = candidate?.[role];
    if (!stored) continue;
    step(`publish ${role}`);
    await writePublished(dir, role, stored);
  }
  // Whatever is not the next version is left over from a stop.
  const after = await readStaged(dir, await readPublished(dir));
  for (const role of ROLES) {
    if (after[role] !== null) continue;
    step(`clear ${role}`);
    await removeStaged(dir, role);
  }
  // What is uploaded is whole folders: nothing half written is to be among it.
  for (const folder of [...Object.values(FOLDERS), ...TARGET_FOLDERS]) await removeTemporaries(join(dir, folder));
  return roles;
}
