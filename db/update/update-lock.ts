/** One update of a data folder at a time. The system lets the lock go when a program dies, so it never has to be cleared by hand. */
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { UPDATES_FOLDER } from './look-for-update.ts';

export const lockFileOf = (dataDir: string): string => join(dataDir, UPDATES_FOLDER, 'lock.sqlite');

/** Runs `action` while no other program does. Errors: update-busy, and those of writing. */
export async function withUpdateLock<T>(path: string, action: () => Promise<T>): Promise<T> {
  await makeFolder(dirname(path));
  let lock: Database.Database;
  try {
    lock = new Database(path, { timeout: 0 });
  } catch (cause) {
    throw new CodedError('folder-not-writable', {}, { cause });
  }
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (cause) {
      const isBusy = cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY');
      throw new CodedError(isBusy ? 'update-busy' : 'folder-not-writable', {}, { cause });
    }
    return await action();
  } finally {
    lock.close();
  }
}
