/** From a data key to an open vault and back. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { makeBackup, refreshHeaders } from './backups.ts';
import { listBackups, type BackupInfo, type BackupReason } from './backup-files.ts';
import { checkIntegrity, openForWork } from './connection.ts';
import { FILES, type VaultPaths } from './folder.ts';
import type { VaultWorld } from './handles.ts';
import { headerText, readFirstHeader, readHeader, writeHeaders, type VaultHeader } from './header.ts';
import { checkNotNewer, migrate, type Migration } from './migrate.ts';
import { OpenVault } from './open-vault.ts';
import { toVaultError } from './vault-errors.ts';

/** What is in memory while the vault is open. */
export interface Session {
  readonly database: Database.Database;
  readonly vault: OpenVault;
  readonly dataKey: Buffer;
  readonly header: VaultHeader;
  /** Lets other programs have the folder. */
  readonly release: () => void;
}

export interface SessionSetting {
  readonly paths: VaultPaths;
  readonly world: VaultWorld;
  readonly migrations: readonly Migration[];
}

const headerPaths = (paths: VaultPaths): readonly [string, string] => [join(paths.vault, FILES.header), join(paths.vault, FILES.headerCopy)];

/**
 * The vault's header, from its copy if need be, and as a last resort from the newest backup: it holds the same data key, so
 * nothing of the database is lost. Errors: vault-damaged, vault-newer.
 */
export async function findHeader(paths: VaultPaths): Promise<VaultHeader> {
  const backups = await listBackups(paths.backups);
  return (await readFirstHeader([...headerPaths(paths), ...backups.map(({ id }) => join(paths.backups, id, FILES.header))])).header;
}

/** True for the failures after which a copy of the header is simply written at the next unlock. */
const canWait = (error: unknown): boolean => error instanceof CodedError && ['vault-disk-full', 'vault-read-only', 'file-write-failed'].includes(error.code);

/**
 * Puts a new header in force. The first file is the moment from which it counts; its copy and those in the backups follow,
 * and are written at the next unlock if they cannot be now.
 */
export async function commitHeader(paths: VaultPaths, header: VaultHeader): Promise<void> {
  const [main] = headerPaths(paths);
  await writeHeaders([main], header);
  await mendHeaders(paths, header);
}

/** Makes every copy of the header say what the header in force says. */
export async function mendHeaders(paths: VaultPaths, header: VaultHeader): Promise<void> {
  const text = headerText(header);
  try {
    for (const path of headerPaths(paths)) {
      const found = await readHeader(path);
      if (found instanceof CodedError || headerText(found) !== text) await writeHeaders([path], header);
    }
    await refreshHeaders(paths.backups, header);
  } catch (error) {
    if (!canWait(toVaultError(error))) throw error;
  }
}

/**
 * Opens the database of a vault, reads it through and brings it to the newest shape. Takes over `dataKey` and `release`, also
 * when it fails. Errors: vault-damaged, vault-newer, vault-migration-failed, vault-open-elsewhere, vault-read-only, vault-disk-full.
 */
export async function openSession(
  { paths, world, migrations }: SessionSetting,
  { dataKey, header, release }: Pick<Session, 'dataKey' | 'header' | 'release'>,
): Promise<Session> {
  const path = join(paths.vault, FILES.database);
  let database: Database.Database | undefined;
  try {
    if (!existsSync(path)) throw new CodedError('vault-damaged', { part: 'database' });
    database = openForWork(path, dataKey);
    checkNotNewer(database, migrations);
    checkIntegrity(database, 'quick');
    const session = { database, vault: new OpenVault(database, world), dataKey, header, release };
    await migrate(database, migrations, async () => { await backUpSession(paths, session, world.now(), 'migration'); });
    return session;
  } catch (error) {
    database?.close();
    dataKey.fill(0);
    release();
    throw toVaultError(error);
  }
}

export function backUpSession(paths: VaultPaths, { database, dataKey, header, vault }: Session, now: string, reason: BackupReason): Promise<BackupInfo> {
  return makeBackup(paths.backups, { database, dataKey, header, revision: vault.revision }, now, reason);
}

/** Closes the database and forgets the key. The folder stays taken until `release` is called. */
export function closeDatabase({ database, dataKey }: Session): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // On a full or failing disk the journal stays beside the database, and the next unlock reads it: nothing is lost.
  }
  database.close();
  dataKey.fill(0);
}
