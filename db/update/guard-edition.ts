/** What is other in an edition that is ready, and what of it a person is asked about before it is put in use. */
import { join } from 'node:path';
import { changesOfDatabases } from '../judge/changes-of-databases.ts';
import type { ChangeReport } from '../pack/changes/report.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { databaseFileOf, type InstalledEdition } from '../reference/installed.ts';
import { openReference } from '../reference/reference-db.ts';
import type { Folders, InUse } from './edition-in-use.ts';

/** Titles of occupations that a warning names at most. */
const NAMED = 3;

/** Compares the databases, as both are there. `today` is the day as of which verdicts are judged. Errors: those of opening a database. */
export async function guardEdition({ dataDir }: Pick<Folders, 'dataDir'>, before: InUse, edition: InstalledEdition, today: string): Promise<Pick<ChangeReport, 'warnings' | 'tables'>> {
  const old = openReference(before.path, { digest: before.digest });
  try {
    const now = openReference(join(dataDir, REFERENCE_FOLDER, databaseFileOf(edition)), { digest: edition.digest });
    try {
      const { warnings, tables } = await changesOfDatabases({ before: old, now, most: NAMED, today });
      return { warnings, tables };
    } finally {
      now.close();
    }
  } finally {
    old.close();
  }
}
