/** What about an edition that is ready a person is asked about before it is put in use. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { changesOf } from '../pack/changes/changes-of.ts';
import { warningsOf } from '../pack/changes/guards.ts';
import type { ChangeWarning } from '../pack/changes/report.ts';
import { TABLES } from '../pack/tables.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { databaseFileOf, packFileOf, type InstalledEdition } from '../reference/installed.ts';
import { changedRows } from './changed-rows.ts';
import { baseOf, type Folders, type InUse } from './edition-in-use.ts';
import { basePack } from './fetch-edition.ts';

/** Titles of occupations that a warning names at most. */
const NAMED = 3;

function countRows(path: string): ReadonlyMap<string, number> {
  const database = new Database(path, { readonly: true });
  try {
    return new Map(TABLES.map(({ name }) => [name, Number(database.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get())]));
  } finally {
    database.close();
  }
}

/** By the packs of both editions; where that of the edition in use is not here (a checkout), by the rows that are gone from its database. */
export async function guardEdition(folders: Folders, before: InUse, edition: InstalledEdition): Promise<readonly ChangeWarning[]> {
  const reference = join(folders.dataDir, REFERENCE_FOLDER);
  try {
    const from = await basePack(baseOf(folders, before));
    return (await changesOf({ from, to: join(reference, packFileOf(edition)), most: NAMED })).warnings;
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'patch-wrong-base') throw error;
    const tables = changedRows(before.path, join(reference, databaseFileOf(edition)));
    return warningsOf({ tables, before: countRows(before.path), verdicts: 0, gone: () => [], moved: { count: 0, items: [], more: 0 } });
  }
}
