/**
 * The build's own database beside the pack: what each file gave, so that a build that was stopped goes on where it was.
 * A file is staged in one transaction together with the word that it is done.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { removeFile } from '../files/atomic-write.ts';
import { TABLES } from '../pack/tables.ts';

/** Raised when what is staged changes its meaning: work of an older program is not taken up. */
const WORKSPACE_VERSION = 3;

/** Statements that make an empty workspace. */
export const workspaceStatements: readonly string[] = [
  'CREATE TABLE made (stamp TEXT NOT NULL) STRICT',
  'CREATE TABLE staged_file (source INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (source, file)) STRICT',
  'CREATE TABLE staged_row (source INTEGER NOT NULL, place INTEGER NOT NULL, fills INTEGER NOT NULL, body TEXT NOT NULL) STRICT',
  `CREATE TABLE staged_credential (source INTEGER NOT NULL, record TEXT NOT NULL, updated TEXT NOT NULL, ctid TEXT, name_key TEXT NOT NULL, body TEXT NOT NULL,
     family TEXT, matched TEXT) STRICT`,
  'CREATE TABLE staged_organization (source INTEGER NOT NULL, ctid TEXT NOT NULL, body TEXT NOT NULL) STRICT',
  'CREATE TABLE staged_soc (source INTEGER NOT NULL, before TEXT NOT NULL, soc TEXT NOT NULL) STRICT',
  'CREATE TABLE staged_recognition (source INTEGER NOT NULL, record TEXT NOT NULL, body TEXT NOT NULL) STRICT',
];

/** Name of the workspace of a pack. */
export const workspaceOf = (out: string): string => `${out}.work`;

/** Opens the workspace made under this stamp, or a new one. `resumed` is true when work was found in it. */
export async function openWorkspace(out: string, recipeText: string): Promise<{ readonly database: Database.Database; readonly resumed: boolean }> {
  const path = workspaceOf(out);
  const stamp = createHash('sha256').update(`${WORKSPACE_VERSION}\n${JSON.stringify(TABLES)}\n${recipeText}`).digest('hex');
  await mkdir(dirname(path), { recursive: true });
  const kept = tryOpen(path);
  if (kept && stampOf(kept) === stamp) return { database: kept, resumed: (kept.prepare<[], { n: number }>('SELECT COUNT(*) AS n FROM staged_file').get()?.n ?? 0) > 0 };
  kept?.close();
  await removeWorkspace(out);
  const database = new Database(path);
  settle(database);
  database.transaction(() => {
    for (const statement of workspaceStatements) database.exec(statement);
    database.prepare('INSERT INTO made VALUES (?)').run(stamp);
  })();
  return { database, resumed: false };
}

function settle(database: Database.Database): void {
  database.pragma('journal_mode = DELETE');
  // A power cut may cost the build its workspace, which is then made anew; a process that ends does not.
  database.pragma('synchronous = OFF');
  database.pragma('temp_store = FILE');
  database.pragma('cache_size = -65536');
}

function tryOpen(path: string): Database.Database | null {
  try {
    const database = new Database(path, { fileMustExist: true });
    settle(database);
    return database;
  } catch {
    return null;
  }
}

function stampOf(database: Database.Database): string | null {
  try {
    return database.prepare<[], { stamp: string }>('SELECT stamp FROM made').get()?.stamp ?? null;
  } catch {
    return null;
  }
}

/** Removes a workspace with its journal. */
export async function removeWorkspace(out: string): Promise<void> {
  for (const suffix of ['', '-journal']) await removeFile(`${workspaceOf(out)}${suffix}`);
}
