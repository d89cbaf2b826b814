/** Making and thinning out backups. A backup is encrypted like the vault, under the same data key. */
import { open, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { retryWhileHeld, syncFolder } from '../files/atomic-write.ts';
import { backupName, listBackups, parseBackupName, readManifest, writeManifest, type BackupInfo, type BackupReason } from './backup-files.ts';
import { checkIntegrity, openForCheck } from './connection.ts';
import { FILES, makePrivateFolder, moveFolder, removeFolder, UNFINISHED } from './folder.ts';
import { headerText, readHeader, writeHeaders, type VaultHeader } from './header.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { toVaultError } from './vault-errors.ts';

/** How many of each kind are kept, the newest ones. */
export const KEPT: Readonly<Record<BackupReason, number>> = { close: 10, migration: 5, restore: 5, manual: 20 };

export interface BackupSource {
  readonly database: Database.Database;
  readonly dataKey: Buffer;
  readonly header: VaultHeader;
  readonly revision: string;
}

/** The newest backup of exactly this content, if there is one. */
async function findSame(backups: string, { header, revision }: BackupSource, reason: BackupReason): Promise<BackupInfo | null> {
  for (const each of await listBackups(backups)) {
    // A manual backup is kept longer than the automatic ones, so only a manual one stands for it.
    if (reason !== 'close' && each.reason !== reason) continue;
    const manifest = await readManifest(join(backups, each.id));
    if (manifest !== null && manifest.vaultId === header.vaultId && manifest.revision === revision && existsSync(join(backups, each.id, FILES.database))) return each;
  }
  return null;
}

/** A name that is free, for that instant. */
export function freeBackupName(backups: string, now: string, reason: BackupReason): string {
  for (let repeat = 0; ; repeat += 1) {
    const name = backupName(now, reason, repeat);
    if (!existsSync(join(backups, name))) return name;
  }
}

/** Removes the oldest beyond what is kept of each kind. Renamed first: half a backup must not be listed. */
export async function thinBackups(backups: string): Promise<void> {
  const all = await listBackups(backups);
  for (const reason of Object.keys(KEPT) as BackupReason[]) {
    for (const each of all.filter((backup) => backup.reason === reason).slice(KEPT[reason])) {
      const gone = join(backups, `${UNFINISHED}${each.id}`);
      await retryWhileHeld(() => rename(join(backups, each.id), gone));
      await removeFolder(gone);
    }
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes a backup of the open vault, opens the copy again and reads all of it; only then does it get its name. When
 * nothing has changed since the newest one, that one is given back. Errors: vault-disk-full, vault-read-only, vault-backup-damaged.
 */
export async function makeBackup(backups: string, source: BackupSource, now: string, reason: BackupReason): Promise<BackupInfo> {
  const same = await findSame(backups, source, reason);
  if (same) return same;
  const name = freeBackupName(backups, now, reason);
  const making = join(backups, `${UNFINISHED}${name}`);
  try {
    await makePrivateFolder(making);
    const copy = join(making, FILES.database);
    source.database.prepare('VACUUM INTO ?').run(copy);
    await syncFile(copy);
    checkCopy(copy, source.dataKey);
    await writeHeaders([join(making, FILES.header)], source.header);
    await writeManifest(making, { revision: source.revision, vaultId: source.header.vaultId });
    await moveFolder(making, join(backups, name), [backups]);
    await thinBackups(backups);
  } catch (error) {
    await removeFolder(making);
    throw toVaultError(error);
  }
  const made = (await listBackups(backups)).find((each) => each.id === name);
  const parsed = parseBackupName(name);
  if (!made || !parsed) throw new CodedError('vault-backup-missing');
  return made;
}

/** Reads all of a copy with the key. Errors: vault-backup-damaged. */
export function checkCopy(path: string, dataKey: Buffer): void {
  try {
    const database = openForCheck(path, dataKey);
    try {
      checkIntegrity(database, 'full');
    } finally {
      database.close();
    }
  } catch (error) {
    throw new CodedError('vault-backup-damaged', {}, { cause: error });
  }
}

/**
 * Gives the backups of this vault its present header, so that an old passphrase or code opens none of them. A header
 * that cannot be read is left alone.
 */
export async function refreshHeaders(backups: string, header: VaultHeader): Promise<void> {
  const text = headerText(header);
  for (const { id } of await listBackups(backups)) {
    for (const name of [FILES.header, FILES.headerCopy]) {
      const path = join(backups, id, name);
      if (!existsSync(path)) continue;
      const found = await readHeader(path);
      if (found instanceof CodedError || found.vaultId !== header.vaultId || headerText(found) === text) continue;
      await writeHeaders([path], header);
    }
    await syncFolder(join(backups, id));
  }
}
