/** New metadata of each role, one version on, good for as many days as the repository's settings say. */
import { createHash } from 'node:crypto';
import { MetaFile, Metadata, Root, Snapshot, Targets, Timestamp, type Key, type TargetFile } from '@tufjs/models';
import { Role } from '@tufjs/models/dist/role.js';
import type { RepositorySettings, RoleName, Store, Stored } from './repository.ts';

const SPECIFICATION = '1.0.31';
const DAY_MS = 86_400_000;

/** Root keys that are needed, of those there are; the other roles have one key each. */
export const ROOT_THRESHOLD = 2;

const common = (role: RoleName, version: number, { days }: RepositorySettings, now: Date) =>
  ({ specVersion: SPECIFICATION, version, expires: `${new Date(now.getTime() + days[role] * DAY_MS).toISOString().slice(0, 19)}Z` });

const next = (role: RoleName, published: Store): number => (published[role]?.metadata.signed.version ?? 0) + 1;

/** What a file of metadata says of another: version, length and hash. */
const metaFileOf = ({ metadata, bytes }: Stored<RoleName>): MetaFile =>
  new MetaFile({ version: metadata.signed.version, length: bytes.length, hashes: { sha256: createHash('sha256').update(bytes).digest('hex') } });

export interface RoleKeys {
  readonly keys: readonly Key[];
  readonly threshold: number;
}

export function composeRoot(roles: Readonly<Record<RoleName, RoleKeys>>, published: Store, settings: RepositorySettings, now: Date): Metadata<Root> {
  const keys = Object.fromEntries(Object.values(roles).flatMap((role) => role.keys.map((key) => [key.keyID, key])));
  const named = Object.fromEntries(Object.entries(roles).map(([role, { keys: each, threshold }]) => [role, new Role({ keyIDs: each.map(({ keyID }) => keyID), threshold })]));
  return new Metadata(new Root({ ...common('root', next('root', published), settings, now), keys, roles: named, consistentSnapshot: true }));
}

/** The keys and thresholds that a root names. */
export function rolesOf({ signed }: Metadata<Root>): Record<RoleName, RoleKeys> {
  const of = (role: RoleName): RoleKeys => ({
    keys: (signed.roles[role]?.keyIDs ?? []).flatMap((keyid) => signed.keys[keyid] ?? []), threshold: signed.roles[role]?.threshold ?? 1,
  });
  return { root: of('root'), targets: of('targets'), snapshot: of('snapshot'), timestamp: of('timestamp') };
}

export function composeTargets(files: Readonly<Record<string, TargetFile>>, published: Store, settings: RepositorySettings, now: Date): Metadata<Targets> {
  return new Metadata(new Targets({ ...common('targets', next('targets', published), settings, now), targets: { ...files } }));
}

export function composeSnapshot(targets: Stored<'targets'>, published: Store, settings: RepositorySettings, now: Date): Metadata<Snapshot> {
  return new Metadata(new Snapshot({ ...common('snapshot', next('snapshot', published), settings, now), meta: { 'targets.json': metaFileOf(targets) } }));
}

export function composeTimestamp(snapshot: Stored<'snapshot'>, published: Store, settings: RepositorySettings, now: Date): Metadata<Timestamp> {
  return new Metadata(new Timestamp({ ...common('timestamp', next('timestamp', published), settings, now), snapshotMeta: metaFileOf(snapshot) }));
}

/** True when metadata that was composed says the same of `stored` as would be said now. */
export const saysOf = (meta: MetaFile | undefined, stored: Stored<RoleName>): boolean => meta?.equals(metaFileOf(stored)) ?? false;
