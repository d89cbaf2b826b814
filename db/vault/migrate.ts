/** Brings a vault to the newest shape, one transaction for each migration with the version inside it. */
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { toVaultError } from './vault-errors.ts';

export interface Migration {
  /** What `user_version` is afterwards. */
  readonly version: number;
  up(database: { exec(sql: string): unknown }): void;
}

function newestOf(migrations: readonly Migration[]): number {
  let last = 0;
  for (const { version } of migrations) {
    if (!Number.isInteger(version) || version <= last) throw new Error(`migration ${version} does not come after ${last}`);
    last = version;
  }
  return last;
}

/** Refuses a vault that a newer app has written. Errors: vault-newer {version, known}. */
export function checkNotNewer(database: Database.Database, migrations: readonly Migration[]): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  const known = newestOf(migrations);
  if (version > known) throw new CodedError('vault-newer', { version, known });
}

function runOne(database: Database.Database, migration: Migration): void {
  // The pragma does nothing inside a transaction, and a table cannot be rebuilt with the keys enforced.
  database.pragma('foreign_keys = OFF');
  try {
    database.exec('BEGIN IMMEDIATE');
    migration.up(database);
    // Row images are in the shape of their time: an undo across shapes is not offered.
    database.exec('DELETE FROM change_row; DELETE FROM change_log;');
    const dangling = database.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`migration ${migration.version} leaves ${dangling.length} dangling references`);
    database.pragma(`user_version = ${migration.version}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    const known = toVaultError(error);
    if (known instanceof CodedError && ['vault-disk-full', 'vault-read-only'].includes(known.code)) throw known;
    throw new CodedError('vault-migration-failed', { migration: migration.version }, { cause: error });
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

/**
 * Runs what is pending; `backUp` is awaited before the first one on a vault that exists already. A migration
 * that fails leaves the vault as it was before it. Errors: vault-newer, vault-migration-failed {migration}, vault-disk-full, vault-read-only.
 */
export async function migrate(database: Database.Database, migrations: readonly Migration[], backUp: () => Promise<void>): Promise<void> {
  checkNotNewer(database, migrations);
  const version = Number(database.pragma('user_version', { simple: true }));
  const pending = migrations.filter((each) => each.version > version);
  if (pending.length > 0 && version > 0) await backUp();
  for (const migration of pending) runOne(database, migration);
}
