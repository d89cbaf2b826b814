/**
 * Where the vault's files are, and what a crash may have left among them. The vault is a folder that appears and
 * is exchanged by renaming, so database and header always belong together:
 *
 *   vault/          vault.db (with vault.db-wal while open), vault.json, vault.json.bak
 *   vault.next/     a restored vault, complete, about to become `vault` (only between two renames)
 *   vault.tmp-…/    something being made; never acknowledged, removed at the next start
 *   vault.lock      an empty file whose lock keeps a second program out
 *   backups/…/      vault.db, vault.json, backup.json
 */
import { access, constants, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, retryWhileHeld, syncFolder } from '../files/atomic-write.ts';
import { toVaultError } from './vault-errors.ts';

export const FILES = { database: 'vault.db', journal: 'vault.db-wal', header: 'vault.json', headerCopy: 'vault.json.bak', manifest: 'backup.json' } as const;
/** Prefix of folders inside `backups` that are being made or removed. */
export const UNFINISHED = '.unfinished-';
const TEMPORARY = 'vault.tmp-';
const PRIVATE = 0o700;

export interface VaultPaths {
  readonly dir: string; readonly vault: string; readonly next: string; readonly lock: string; readonly backups: string;
}

export function pathsOf(dir: string): VaultPaths {
  return { dir, vault: join(dir, 'vault'), next: join(dir, 'vault.next'), lock: join(dir, 'vault.lock'), backups: join(dir, 'backups') };
}

const holdsVault = (folder: string): boolean => [FILES.database, FILES.header, FILES.headerCopy].some((name) => existsSync(join(folder, name)));

/** True when there is a vault, whole or not: nothing may be made in its place. */
export function vaultExists(paths: VaultPaths): boolean {
  return holdsVault(paths.vault) || holdsVault(paths.next);
}

/** What is in a folder; nothing when there is none, or when a file stands in its place. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (nodeErrorCode(error) === 'ENOENT' || nodeErrorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** A new private folder for something that is not finished. */
export async function makeTemporary(paths: VaultPaths, name: string): Promise<string> {
  const folder = join(paths.dir, `${TEMPORARY}${name}`);
  await mkdir(folder, { mode: PRIVATE });
  return folder;
}

export async function makePrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: PRIVATE });
  } catch (error) {
    // Of a folder that cannot be made in a read-only place, Node says that it is not there.
    throw nodeErrorCode(error) === 'ENOENT' ? new CodedError('vault-read-only', {}, { cause: error }) : toVaultError(error);
  }
}

export function removeFolder(folder: string): Promise<void> {
  return retryWhileHeld(() => rm(folder, { recursive: true, force: true }));
}

/** Renames a finished folder to a name that is free, so that it survives a power cut. */
export async function moveFolder(from: string, to: string, parents: readonly string[]): Promise<void> {
  await retryWhileHeld(() => rename(from, to));
  for (const parent of parents) await syncFolder(parent);
}

/** Refuses a folder or file that cannot be written. Errors: vault-read-only. */
export async function checkWritable(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await access(path, constants.W_OK);
    } catch (error) {
      if (nodeErrorCode(error) !== 'ENOENT') throw toVaultError(error);
    }
  }
}

/**
 * Takes the folder for this program: an exclusive lock of SQLite on an empty file, which the operating system drops when the
 * process ends, however it ends. Returns the release. Errors: vault-open-elsewhere, vault-read-only, vault-disk-full.
 */
export async function takeLock(paths: VaultPaths): Promise<() => void> {
  await checkWritable([paths.dir, paths.lock]);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(paths.lock, { timeout: 0 });
    // Nothing is ever written, so no journal is needed beside it.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw toVaultError(error);
  }
  const held = lock;
  return () => { held.close(); };
}

/** Finishes or undoes what a crash cut short. Only with the lock held. */
export async function settle(paths: VaultPaths): Promise<void> {
  if (existsSync(paths.vault) && !holdsVault(paths.vault)) {
    // An empty folder would be in the way of the rename; one with other people's files stays.
    await rmdir(paths.vault).catch((error: unknown) => { if (nodeErrorCode(error) !== 'ENOTEMPTY' && nodeErrorCode(error) !== 'EEXIST') throw error; });
  }
  if (existsSync(paths.next)) {
    // With `vault` gone, the old one is already kept among the backups: the restore goes on. With it there, the
    // restore never began, and `next` is a copy of a backup.
    if (holdsVault(paths.vault)) await removeFolder(paths.next);
    else await moveFolder(paths.next, paths.vault, [paths.dir]);
  }
  await rm(join(paths.vault, FILES.manifest), { force: true });
  for (const [folder, prefix] of [[paths.dir, TEMPORARY], [paths.backups, UNFINISHED]] as const) {
    for (const name of (await namesIn(folder)).filter((each) => each.startsWith(prefix))) await removeFolder(join(folder, name));
  }
}
