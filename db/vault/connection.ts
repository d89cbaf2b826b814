/** Opening the encrypted database. The cipher is named here and in the header; the key is never made into text. */
import Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { toVaultError } from './vault-errors.ts';

/** In the database's own header: says that the file is a Waymark vault ("WmVl"). */
export const APPLICATION_ID = 0x576d566c;

/**
 * Each of these is asserted by a test. FULL: in WAL mode the driver's default loses acknowledged edits when the power
 * fails. fullfsync has an effect on macOS only. EXCLUSIVE: the operating system's lock keeps a second program out and goes with the process.
 */
export const PRAGMAS = {
  locking_mode: 'exclusive', journal_mode: 'wal', synchronous: 2, fullfsync: 1, checkpoint_fullfsync: 1, temp_store: 2,
  foreign_keys: 1, secure_delete: 1, trusted_schema: 0, cell_size_check: 1,
} as const;

function applyKey(database: Database.Database, dataKey: Buffer): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  const raw = Buffer.concat([Buffer.from('raw:'), dataKey]);
  try {
    database.key(raw);
  } finally {
    raw.fill(0);
  }
}

function checkKind(database: Database.Database): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new CodedError('vault-damaged', { part: 'database' });
}

/**
 * Opens the vault's database for work, or makes it. Errors: vault-damaged {part: 'database'} (also when the key does not
 * fit), vault-open-elsewhere, vault-read-only, vault-disk-full.
 */
export function openForWork(path: string, dataKey: Buffer, { create = false }: { readonly create?: boolean } = {}): Database.Database {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: !create, timeout: 0 });
  } catch (error) {
    throw toVaultError(error);
  }
  try {
    applyKey(database, dataKey);
    database.pragma(`locking_mode = ${PRAGMAS.locking_mode}`);
    // Before anything that writes: journal_mode would make a new database of an empty file.
    if (!create) checkKind(database);
    for (const [name, value] of Object.entries(PRAGMAS)) database.pragma(`${name} = ${value}`);
    if (create) database.pragma(`application_id = ${APPLICATION_ID}`);
    return database;
  } catch (error) {
    database.close();
    throw toVaultError(error);
  }
}

/** Opens a copy that nobody works on, read-only. Errors: vault-damaged {part: 'database'}. */
export function openForCheck(path: string, dataKey: Buffer): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    applyKey(database, dataKey);
    checkKind(database);
    return database;
  } catch (error) {
    database?.close();
    throw toVaultError(error);
  }
}

/**
 * Reads every page in use; each carries an HMAC that is verified on reading. `full` also compares indexes with their
 * tables. (`PRAGMA cipher_integrity_check` is SQLCipher's own and does nothing in this build.) Errors: vault-damaged {part: 'database'}.
 */
export function checkIntegrity(database: Database.Database, depth: 'quick' | 'full'): void {
  try {
    const found = database.pragma(depth === 'full' ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
    if (found !== 'ok') throw new CodedError('vault-damaged', { part: 'database' });
  } catch (error) {
    throw toVaultError(error);
  }
}
