/** The report of changes between two editions whose databases are there: no pack is read, and verdicts are judged from what was built. */
import { ChangeCollector } from '../pack/changes/change-collector.ts';
import type { ChangeReport } from '../pack/changes/report.ts';
import { diffRows } from '../pack/patch/diff-rows.ts';
import { TABLES, type TableName } from '../pack/tables.ts';
import { getEdition } from '../reference/queries/get-edition.ts';
import { readRows } from '../reference/read-rows.ts';
import type { ReferenceDb } from '../reference/reference-db.ts';
import { noteVerdicts, type JudgedAs } from './note-verdicts.ts';

export interface Compared extends JudgedAs {
  readonly before: ReferenceDb;
  readonly now: ReferenceDb;
  /** Items of a group that are told at most. */
  readonly most: number;
  /** Tables that are compared; all where nobody says. */
  readonly tables?: readonly TableName[];
  /** Of tables that tell areas, the rows of these; of all where nobody says. */
  readonly areas?: readonly string[];
}

const NAMED: readonly TableName[] = ['area', 'occupation', 'credential', 'recognition_program'];
const ALL: readonly TableName[] = TABLES.map(({ name }) => name);

/** Both databases are read side by side, and a second time for names. */
export async function changesOfDatabases({ before, now, most, tables = ALL, areas, ...judged }: Compared): Promise<ChangeReport> {
  const collector = new ChangeCollector(most);
  const rows = (db: ReferenceDb, of: readonly TableName[]) => readRows(db, { tables: of, areas: areas ?? null });
  for await (const { placed } of diffRows(rows(before, tables), rows(now, tables))) for (const { change } of placed) collector.note(change);
  await noteVerdicts(collector, before, now, judged);
  const names = collector.wanted();
  for (const db of [before, now]) for await (const batch of rows(db, NAMED)) names.take(batch);
  const brief = (db: ReferenceDb) => {
    const { name, edition, digest, scope, counts } = getEdition(db);
    return { name, edition, digest, scope, tables: TABLES.map(({ name: table }): [string, number] => [table, counts[table] ?? 0]) };
  };
  return collector.report(brief(before), brief(now));
}
