/** Builds the reference database: a cache of a pack, made whole or not at all. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { putInPlace, removeFile, temporaryBeside, toWriteError } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPack } from '../pack/pack-reader.ts';
import { digestOf } from '../pack/pack-writer.ts';
import type { RowBatch } from '../pack/row-reader.ts';
import type { PackRows } from '../pack/starter.ts';
import { TABLES, tableNamed } from '../pack/tables.ts';
import { APPLICATION_ID, indexStatements, SCHEMA_VERSION, tableStatements } from './schema.ts';
import { buildJudgedClasses } from './judged-classes.ts';
import { buildSearchIndex } from './search/build-index.ts';
import { buildSchoolIndex } from './search/schools.ts';

/** Gives all rows, in pack order, and then the edition digest. */
export type Feed = (take: (batch: RowBatch) => void) => Promise<string>;

export interface BuiltReference {
  readonly path: string;
  readonly digest: string;
  /** SHA-256 of the database file, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Rows from a pack file. Errors: those of `readPack`. */
export const feedFromPack = (path: string): Feed => async (take) => (await readPack(path, take)).digest;

/** Rows that a reader has checked already. */
export const feedFromRows = (rows: PackRows): Feed => async (take) => {
  for (const table of TABLES) take({ table, rows: rows.get(table.name) ?? [] });
  return digestOf(rows).digest;
};

/** SHA-256 of a file, hexadecimal. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Builds into a temporary file beside `out` and renames it into place.
 * Errors: those of the feed, disk-full, folder-not-writable, file-write-failed.
 */
export async function buildReference({ feed, out }: { readonly feed: Feed; readonly out: string }): Promise<BuiltReference> {
  const temporary = temporaryBeside(out);
  try {
    await makeFolder(dirname(out));
    const digest = await fill(temporary, feed);
    const sha256 = await sha256OfFile(temporary);
    const { size } = await stat(temporary);
    await putInPlace(temporary, out);
    return { path: out, digest, sha256, bytes: size };
  } catch (error) {
    await removeFile(temporary);
    throw writeErrorOf(error);
  }
}

/** The coded error for a failure of SQLite to write. */
export function writeErrorOf(error: unknown): Error {
  if (error instanceof Database.SqliteError) {
    const code = { SQLITE_FULL: 'ENOSPC', SQLITE_CANTOPEN: 'EACCES', SQLITE_READONLY: 'EROFS' }[error.code] ?? error.code;
    return toWriteError(Object.assign(new Error(error.message, { cause: error }), { code }));
  }
  return toWriteError(error);
}

/** An empty database with every table, in a transaction that its filler ends. */
export function startDatabase(path: string): Database.Database {
  const database = new Database(path);
  try {
    // The file is thrown away unless it is finished and synced, so it needs no journal of its own; never WAL.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('page_size = 16384');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
    database.exec('BEGIN');
    for (const statement of tableStatements()) database.exec(statement);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function fill(path: string, feed: Feed): Promise<string> {
  const database = startDatabase(path);
  try {
    const digest = await feed(inserter(database));
    putEdition(database, digest);
    buildJudgedClasses(database);
    buildSearchIndex(database);
    buildSchoolIndex(database);
    for (const statement of indexStatements()) database.exec(statement);
    database.exec('COMMIT');
    return digest;
  } finally {
    database.close();
  }
}

/** Puts rows into their tables. */
export function inserter(database: Database.Database): (batch: RowBatch) => void {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  return ({ table, rows }) => {
    const known = statements.get(table.name);
    const insert = known ?? database.prepare<unknown[]>(
      `INSERT INTO "${table.name}" VALUES (${tableNamed(table.name).columns.map(() => '?').join(', ')})`,
    );
    if (!known) statements.set(table.name, insert);
    for (const row of rows) insert.run(...row);
  };
}

/** What the database says of itself, from the rows that are in it. */
export function putEdition(database: Database.Database, digest: string): void {
  database.prepare('INSERT INTO edition_info (key, value) SELECT key, value FROM meta').run();
  database.prepare('INSERT OR REPLACE INTO edition_info (key, value) VALUES (?, ?)').run('digest', digest);
  for (const { name } of TABLES) {
    database.prepare(`INSERT INTO edition_count (table_name, rows) SELECT '${name}', COUNT(*) FROM "${name}"`).run();
  }
}
