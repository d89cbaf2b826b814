/** A database for a moment, with what verdicts are judged from and nothing else: packs that are compared have none. */
import { join } from 'node:path';
import { removeFile, temporaryBeside } from '../files/atomic-write.ts';
import type { RowBatch } from '../pack/row-reader.ts';
import type { TableName } from '../pack/tables.ts';
import { inserter, putEdition, startDatabase, writeErrorOf } from '../reference/build-reference.ts';
import { buildJudgedClasses } from '../reference/judged-classes.ts';
import { openReference, type ReferenceDb } from '../reference/reference-db.ts';

/** All that a verdict rests on. Prices, lists, schools and search are most of an edition and are left out. */
const READ: ReadonlySet<string> = new Set<TableName>([
  'meta', 'source', 'area', 'occupation', 'wage', 'outlook', 'price_index', 'credential', 'credential_occupation', 'stacking', 'rule', 'rubric',
]);

export interface JudgingDatabase {
  /** Rows of any table, in pack order. Errors: disk-full, folder-not-writable, file-write-failed. */
  take(batch: RowBatch): void;
  /** After the last row. Errors: as `take`. */
  open(digest: string): ReferenceDb;
  /** Closes it and takes its file away, however far it came. */
  remove(): Promise<void>;
}

/** Begins one in a folder that is written to meanwhile. Errors: as `take`. */
export function createJudgingDatabase(folder: string): JudgingDatabase {
  const path = temporaryBeside(join(folder, 'judged.sqlite'));
  const writing = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw writeErrorOf(error);
    }
  };
  const database = writing(() => startDatabase(path));
  const insert = inserter(database);
  let opened: ReferenceDb | null = null;
  return {
    take: (batch) => { if (READ.has(batch.table.name)) writing(() => { insert(batch); }); },
    open: (digest) => {
      writing(() => {
        putEdition(database, digest);
        buildJudgedClasses(database);
        database.exec('COMMIT');
        database.close();
      });
      opened = openReference(path, { digest });
      return opened;
    },
    remove: async () => {
      opened?.close();
      database.close();
      await removeFile(path);
    },
  };
}
