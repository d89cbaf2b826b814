/** Begins a repository and changes its keys. */
import type { Key } from '@tufjs/models';
import { CodedError } from '../../shared/kernel/errors.ts';
import { composeRoot, composeTargets, ROOT_THRESHOLD, rolesOf } from './compose.ts';
import { putIndex } from './edition.ts';
import { publishWhole } from './publish.ts';
import { createFolders, readPublished, readSettings, readStaged, writeStaged, type RepositorySettings, type RoleName } from './repository.ts';

export interface FirstKeys {
  /** Three or more; two of them sign. */
  readonly root: readonly Key[];
  readonly targets: Key;
  readonly snapshot: Key;
  readonly timestamp: Key;
}

const NOTHING = { root: null, targets: null, snapshot: null, timestamp: null };

/** Begins an empty repository whose root and targets wait for their signatures. Errors: repository-exists, and those of writing. */
export async function createRepository(dir: string, settings: RepositorySettings, keys: FirstKeys, now: Date): Promise<void> {
  await createFolders(dir, settings);
  const one = (key: Key) => ({ keys: [key], threshold: 1 });
  const roles = { root: { keys: keys.root, threshold: ROOT_THRESHOLD }, targets: one(keys.targets), snapshot: one(keys.snapshot), timestamp: one(keys.timestamp) };
  const index = await putIndex(dir, { scope: settings.scope, editions: [], patches: [] });
  await writeStaged(dir, 'targets', composeTargets({ [index.path]: index }, NOTHING, settings, now));
  await writeStaged(dir, 'root', composeRoot(roles, NOTHING, settings, now));
}

export interface Rotation {
  readonly role: RoleName;
  readonly add: readonly Key[];
  /** Names of keys, whole. */
  readonly remove: readonly string[];
}

/**
 * A next root with other keys for a role; it waits for the signatures of the roots before and after it. Adding first and
 * removing when the role was signed anew leaves no moment at which clients refuse.
 * Errors: repository-missing, repository-damaged, repository-key-stranger (not a key of the role), repository-unsigned (too few keys would be left).
 */
export async function rotateKeys(dir: string, { role, add, remove }: Rotation, now: Date): Promise<void> {
  const settings = await readSettings(dir);
  await publishWhole(dir, now);
  const published = await readPublished(dir);
  const root = (await readStaged(dir, published)).root ?? published.root;
  if (root === null) throw new CodedError('repository-missing');
  const roles = rolesOf(root.metadata);
  const { keys, threshold } = roles[role];
  if (remove.some((keyid) => !keys.some((key) => key.keyID === keyid))) throw new CodedError('repository-key-stranger', { role });
  const left = [...keys.filter((key) => !remove.includes(key.keyID) && !add.some((each) => each.keyID === key.keyID)), ...add];
  if (left.length < threshold || left.length === 0) throw new CodedError('repository-unsigned', { role });
  await writeStaged(dir, 'root', composeRoot({ ...roles, [role]: { keys: left, threshold } }, published, settings, now));
}
