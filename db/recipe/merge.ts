/** All that the sources say, as the rows of one edition. */
import type Database from 'better-sqlite3';
import type { Cell } from '../pack/order.ts';
import { readRubrics } from '../pack/rubrics.ts';
import type { PackRows, StarterFolders } from '../pack/starter.ts';
import { TABLES, tableNamed } from '../pack/tables.ts';
import type { StagedRow } from '../sources/staged.ts';
import { inOrder } from './batches.ts';
import { settleFamilies } from './families.ts';
import { CredentialMerge } from './merge-credentials.ts';
import { nameIssuers } from './name-issuers.ts';
import type { Recipe } from './recipe.ts';
import { RowStore, type DanglingCounts } from './row-store.ts';

/** What became of the records when they were merged. */
export interface MergeCounts {
  readonly credentials: { readonly added: number; readonly joined: number; readonly ambiguous: number; readonly superseded: number };
  /** Records whose issuer is known by a registry id only, in no file of the recipe by its name. */
  readonly issuersUnknown: number;
  /** Occupations named by SOC 2010 that are one of SOC 2018 now, or several of which each is only related. */
  readonly socs: { readonly renamed: number; readonly parted: number };
  /** Rows whose key another source had already given, by table. */
  readonly given: Readonly<Record<string, number>>;
  /** References that led nowhere and were left out, by table and column. */
  readonly dangling: DanglingCounts;
  /** Rows that the tables refuse: how many by table, column and reason, with the first record of each. */
  readonly refused: readonly { readonly table: string; readonly column: string; readonly reason: string; readonly count: number; readonly first: string }[];
}

class Refusals {
  readonly #seen = new Map<string, { table: string; column: string; reason: string; count: number; first: string }>();

  add(table: string, record: string, column: string, reason: string): void {
    const key = `${table} ${column} ${reason}`;
    const known = this.#seen.get(key);
    if (known) known.count += 1;
    else this.#seen.set(key, { table, column, reason, count: 1, first: record.slice(0, 80) });
  }

  all(): MergeCounts['refused'] {
    return [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  }
}

async function putOwnTables(store: RowStore, recipe: Recipe, starter: PackRows | null, folders: StarterFolders): Promise<void> {
  const meta: Readonly<Record<string, string>> = { name: recipe.name, edition: recipe.edition, scope: recipe.scope, data_checked: recipe.dataChecked };
  for (const [key, value] of Object.entries(meta)) store.put('meta', [key, value]);
  for (const { id, publisher, title, vintage, published, url, license, citation } of recipe.sources) {
    store.putCells('source', { id, publisher, title, vintage, published, url, license, citation });
  }
  for (const { name } of TABLES) {
    if (name !== 'meta') for (const row of starter?.get(name) ?? []) store.put(name, row);
  }
  if (!starter) for (const { row } of await readRubrics(tableNamed('rubric'), folders.rubricsDir)) store.put('rubric', row);
}

function putStagedRows(database: Database.Database, store: RowStore, recipe: Recipe, refusals: Refusals): Readonly<Record<string, number>> {
  const given: Record<string, number> = {};
  // Rows that fill others come after those, whichever source they are from.
  for (const { source, body } of inOrder<{ source: number; body: string }>(database, 'staged_row', 'place, fills, source, body')) {
    const staged = JSON.parse(body) as StagedRow;
    const { table, sourceColumn = 'source_id', fills, adds = [] } = staged;
    const cells: Readonly<Record<string, Cell>> = { [sourceColumn]: recipe.sources[source]?.id ?? null, ...staged.cells };
    if (fills === true) {
      if (!store.fillRow(table, cells, sourceColumn)) given[table] = (given[table] ?? 0) + 1;
      continue;
    }
    const result = store.putCells(table, cells);
    if (result === 'taken-already') {
      if (!store.addTo(table, cells, adds, sourceColumn)) given[table] = (given[table] ?? 0) + 1;
    } else if (result !== 'kept') refusals.add(table, body, result.column, result.reason);
  }
  return given;
}

/** Merges what is staged, in one transaction; the same rows whatever the order in which files were staged. */
export async function mergeStaged({ database, recipe, starter, folders }: {
  readonly database: Database.Database;
  readonly recipe: Recipe;
  readonly starter: PackRows | null;
  readonly folders: StarterFolders;
}): Promise<{ readonly store: RowStore; readonly counts: MergeCounts }> {
  const refusals = new Refusals();
  database.exec('BEGIN');
  const store = new RowStore(database);
  await putOwnTables(store, recipe, starter, folders);
  const given = putStagedRows(database, store, recipe, refusals);
  const { unknown } = nameIssuers(database);
  const { ambiguous, superseded } = settleFamilies(database, starter, recipe);
  const merge = new CredentialMerge({ database, store, recipe, refuse: (...what) => { refusals.add(...what); } });
  const { added, joined } = merge.run();
  merge.putRecognition();
  const dangling = store.dropDangling();
  database.exec('COMMIT');
  return { store, counts: { credentials: { added, joined, ambiguous, superseded }, issuersUnknown: unknown, socs: merge.socs.counts, given, dangling, refused: refusals.all() } };
}
