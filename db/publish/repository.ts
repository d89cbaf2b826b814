/**
 * A repository on the publisher's disk. `metadata/` and `targets/` are what a static host serves, as they are;
 * `staged/` holds metadata that still waits for signatures and is never uploaded.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Metadata, type MetadataKind, type Root, type Snapshot, type Targets, type Timestamp } from '@tufjs/models';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, removeFile, writeFileAtomically } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';

export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type RoleName = (typeof ROLES)[number];

export interface RoleKinds {
  readonly root: Metadata<Root>;
  readonly targets: Metadata<Targets>;
  readonly snapshot: Metadata<Snapshot>;
  readonly timestamp: Metadata<Timestamp>;
}

/** Metadata with the very bytes that are or will be served. */
export interface Stored<R extends RoleName> {
  readonly metadata: RoleKinds[R];
  readonly bytes: Buffer;
}
export type Store = { readonly [R in RoleName]: Stored<R> | null };

const settings = z.strictObject({
  waymarkRepository: z.literal(1),
  name: z.string().min(1).max(200),
  scope: z.string().min(1).max(40),
  /** Days for which metadata of a role is good. */
  days: z.strictObject({ root: z.number().int().positive(), targets: z.number().int().positive(), snapshot: z.number().int().positive(), timestamp: z.number().int().positive() }),
});
export type RepositorySettings = Readonly<Omit<z.infer<typeof settings>, 'waymarkRepository'>>;

/**
 * How long metadata is good. The timestamp has to outlast the time that a stick is under way to a school that is never
 * online; the longer it is, the longer an old repository can be passed off as the newest.
 */
export const USUAL_DAYS = { root: 400, targets: 120, snapshot: 120, timestamp: 45 } as const;

const SETTINGS_FILE = 'repository.json';
export const FOLDERS = { metadata: 'metadata', targets: 'targets', staged: 'staged' } as const;

const ignoreMissing = (error: unknown): null => {
  if (nodeErrorCode(error) === 'ENOENT') return null;
  throw error;
};

/** What metadata looks like when it is served. */
export const bytesOf = (metadata: RoleKinds[RoleName]): Buffer => Buffer.from(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`);

function parse<R extends RoleName>(role: R, bytes: Buffer): Stored<R> {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Parameters<typeof Metadata.fromJSON>[1];
    // The kinds of the library are an enum of these very words.
    return { metadata: Metadata.fromJSON(role as MetadataKind.Root, value) as Metadata<Root> as RoleKinds[R], bytes };
  } catch (cause) {
    throw new CodedError('repository-damaged', { file: role }, { cause });
  }
}

async function readStored<R extends RoleName>(role: R, path: string): Promise<Stored<R> | null> {
  const bytes = await readFile(path).catch(ignoreMissing);
  return bytes === null ? null : parse(role, bytes);
}

export const writeWhole = (path: string, bytes: Buffer | string): Promise<void> => writeFileAtomically(path, async (file) => { await file.writeFile(bytes); });

/** Begins a repository. Errors: repository-exists, and those of writing. */
export async function createFolders(dir: string, chosen: RepositorySettings): Promise<void> {
  const there = await readdir(dir).catch((): string[] => []);
  if (there.length > 0) throw new CodedError('repository-exists');
  for (const folder of Object.values(FOLDERS)) await makeFolder(join(dir, folder));
  await writeWhole(join(dir, SETTINGS_FILE), `${JSON.stringify({ waymarkRepository: 1, ...chosen }, null, 1)}\n`);
}

/** Errors: repository-missing, repository-damaged. */
export async function readSettings(dir: string): Promise<RepositorySettings> {
  const text = await readFile(join(dir, SETTINGS_FILE), 'utf8').catch(() => { throw new CodedError('repository-missing'); });
  try {
    const { name, scope, days } = settings.parse(JSON.parse(text));
    return { name, scope, days };
  } catch (cause) {
    throw new CodedError('repository-damaged', { file: SETTINGS_FILE }, { cause });
  }
}

/** The newest root that is served, by its number. */
async function newestRoot(dir: string): Promise<number> {
  const names = await readdir(join(dir, FOLDERS.metadata)).catch((): string[] => []);
  return Math.max(0, ...names.map((name) => Number(/^(\d{1,9})\.root\.json$/.exec(name)?.[1] ?? 0)));
}

/** What clients see now. Errors: repository-damaged. */
export async function readPublished(dir: string): Promise<Store> {
  const at = (name: string): string => join(dir, FOLDERS.metadata, name);
  const root = await readStored('root', at(`${await newestRoot(dir)}.root.json`));
  const timestamp = await readStored('timestamp', at('timestamp.json'));
  const snapshotVersion = timestamp?.metadata.signed.snapshotMeta.version;
  const snapshot = snapshotVersion === undefined ? null : await readStored('snapshot', at(`${snapshotVersion}.snapshot.json`));
  const targetsVersion = snapshot?.metadata.signed.meta['targets.json']?.version;
  const targets = targetsVersion === undefined ? null : await readStored('targets', at(`${targetsVersion}.targets.json`));
  return { root, targets, snapshot, timestamp };
}

const stagedPath = (dir: string, role: RoleName): string => join(dir, FOLDERS.staged, `${role}.json`);

/** What waits for signatures: only what follows on what is published; the rest is left from a stop after publishing. */
export async function readStaged(dir: string, published: Store): Promise<Store> {
  const next = async <R extends RoleName>(role: R): Promise<Stored<R> | null> => {
    const found = await readStored(role, stagedPath(dir, role));
    return found !== null && found.metadata.signed.version === (published[role]?.metadata.signed.version ?? 0) + 1 ? found : null;
  };
  return { root: await next('root'), targets: await next('targets'), snapshot: await next('snapshot'), timestamp: await next('timestamp') };
}

export const writeStaged = (dir: string, role: RoleName, metadata: RoleKinds[RoleName]): Promise<void> => writeWhole(stagedPath(dir, role), bytesOf(metadata));
export const removeStaged = (dir: string, role: RoleName): Promise<void> => removeFile(stagedPath(dir, role));

/** Puts metadata among what is served, under the name by which clients ask for it. */
export function writePublished(dir: string, role: RoleName, { metadata, bytes }: Stored<RoleName>): Promise<void> {
  const name = role === 'timestamp' ? 'timestamp.json' : `${metadata.signed.version}.${role}.json`;
  return writeWhole(join(dir, FOLDERS.metadata, name), bytes);
}
