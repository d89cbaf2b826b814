/**
 * Stands where the driver of SQLite is for the modules that are simulated: real databases, whose file is on the virtual disk.
 * What the driver writes reaches it as one file when the database is closed, which a power cut may tear like any other.
 */
import Database from 'better-sqlite3';
import { dirname } from 'node:path/posix';
import { DiskError, plainPath, theDisk } from './virtual-disk.ts';

const isLock = (path: string): boolean => path.endsWith('/lock.sqlite');

function forReading(path: string): Database.Database {
  theDisk().operate(path, 'nothing');
  const bytes = theDisk().look(path);
  if (bytes === null) throw new Database.SqliteError('unable to open database file', 'SQLITE_CANTOPEN');
  return new Database(Buffer.from(bytes), { readonly: true });
}

/** Held by one program at a time; of its file nothing is ever read. */
function forLocking(path: string): Database.Database {
  const disk = theDisk();
  disk.operate(path, 'room');
  const made = new Database(':memory:');
  const { exec, close } = made;
  made.exec = (statement) => {
    if (disk.locks.has(path)) throw new Database.SqliteError('database is locked', 'SQLITE_BUSY');
    disk.locks.add(path);
    return exec.call(made, statement);
  };
  made.close = () => {
    disk.locks.delete(path);
    return close.call(made);
  };
  return made;
}

/** The least that there is: with a page for each table, pages of the usual size would make each of these small databases a megabyte to hash and to copy. */
const SMALL_PAGES = 'page_size = 512';

function forWriting(path: string): Database.Database {
  const made = new Database(':memory:');
  const { close, pragma } = made;
  made.pragma = (asked, options) => pragma.call(made, asked.startsWith('page_size') ? SMALL_PAGES : asked, options);
  made.close = () => {
    const bytes = made.serialize();
    close.call(made);
    putDatabase(path, bytes);
    return made;
  };
  return made;
}

/** A database file as the driver leaves it: written and not synced. */
export function putDatabase(given: string, bytes: Buffer): void {
  const [path, disk] = [plainPath(given), theDisk()];
  try {
    disk.operate(path, 'room');
    if (disk.seen.get(dirname(path))?.kind !== 'folder') throw new DiskError('ENOENT', path);
  } catch (error) {
    if (error instanceof DiskError) throw new Database.SqliteError(error.message, error.code === 'ENOSPC' ? 'SQLITE_FULL' : 'SQLITE_CANTOPEN');
    throw error;
  }
  disk.change({ kind: 'put', path, node: { kind: 'file', bytes, synced: Buffer.alloc(0) } });
}

function open(given: string, { readonly = false }: { readonly readonly?: boolean } = {}): Database.Database {
  const path = plainPath(given);
  if (readonly) return forReading(path);
  return isLock(path) ? forLocking(path) : forWriting(path);
}

type Opens = (path: string, options?: { readonly readonly?: boolean }) => object;
/** Called with `new`, it gives what {@link open} gives. */
const VirtualDatabase: Opens & { readonly SqliteError: typeof Database.SqliteError } = Object.assign(function VirtualDatabase(...given: Parameters<Opens>): object { return open(...given); }, { SqliteError: Database.SqliteError });
export { VirtualDatabase as default };
