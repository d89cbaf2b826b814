/** From a recipe to a pack: stage every file, settle who is who, merge, write. Stopped anywhere, it goes on where it was. */
import { writeFile } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { sourced } from '../pack/ledger.ts';
import type { PackHeader } from '../pack/header.ts';
import type { Cell } from '../pack/order.ts';
import { writePack } from '../pack/pack-writer.ts';
import { readRubrics } from '../pack/rubrics.ts';
import { readStarter, type PackRows, type StarterFolders } from '../pack/starter.ts';
import { TABLES, tableNamed, type TableName } from '../pack/tables.ts';
import { inOrder } from './batches.ts';
import { settleFamilies } from './families.ts';
import { checkRights, rightOf } from './licenses.ts';
import { CredentialMerge } from './merge-credentials.ts';
import { readRecipe, type Recipe } from './recipe.ts';
import { RowStore, type DanglingCounts } from './row-store.ts';
import { stageFiles, type StagedFile } from './stage-files.ts';
import { openWorkspace, removeWorkspace } from './workspace.ts';

/** What a build took from where; the same on every build of the same files. */
export interface BuildReport {
  readonly pack: { readonly name: string; readonly edition: string; readonly scope: string; readonly digest: string; readonly rows: Readonly<Record<string, number>> };
  readonly sources: readonly { readonly id: string; readonly license: string; readonly right: 'license' | 'right-held' | 'none'; readonly files: readonly StagedFile[] }[];
  readonly credentials: { readonly added: number; readonly joined: number; readonly ambiguous: number; readonly superseded: number };
  /** Rows whose key another source had already given, by table. */
  readonly given: Readonly<Record<string, number>>;
  /** References that led nowhere and were left out, by table and column. */
  readonly dangling: DanglingCounts;
  /** Rows that the tables refuse: how many by table, column and reason, with the first record of each. */
  readonly refused: readonly { readonly table: string; readonly column: string; readonly reason: string; readonly count: number; readonly first: string }[];
}

export type BuildStep =
  | { readonly step: 'resumed' }
  | { readonly step: 'file'; readonly file: StagedFile; readonly done: number; readonly all: number }
  | { readonly step: 'merging' | 'writing' };

class Refusals {
  readonly #seen = new Map<string, { table: string; column: string; reason: string; count: number; first: string }>();

  add(table: string, record: string, column: string, reason: string): void {
    const key = `${table} ${column} ${reason}`;
    const known = this.#seen.get(key);
    if (known) known.count += 1;
    else this.#seen.set(key, { table, column, reason, count: 1, first: record.slice(0, 80) });
  }

  all(): BuildReport['refused'] {
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
  for (const { source, place, body } of inOrder<{ source: number; place: number; body: string }>(database, 'staged_row', 'place, source, body')) {
    const name: TableName | undefined = TABLES[place]?.name;
    if (name === undefined) continue;
    const cells = JSON.parse(body) as Readonly<Record<string, Cell>>;
    const result = store.putCells(name, { source_id: recipe.sources[source]?.id ?? null, ...cells });
    if (result === 'taken-already') given[name] = (given[name] ?? 0) + 1;
    else if (result !== 'kept') refusals.add(name, body, result.column, result.reason);
  }
  return given;
}

async function stageAll(out: string, recipe: Recipe, recipeText: string, tell: (step: BuildStep) => void): Promise<{ readonly database: Database.Database; readonly files: readonly StagedFile[] }> {
  const { database, resumed } = await openWorkspace(out, recipeText);
  if (resumed) tell({ step: 'resumed' });
  try {
    return { database, files: await stageFiles(database, recipe, (file, done, all) => { tell({ step: 'file', file, done, all }); }) };
  } catch (error) {
    database.close();
    if (!(error instanceof CodedError) || error.code !== 'recipe-file-changed') throw error;
    // A file is another one than before the stop: nothing of that run is used.
    await removeWorkspace(out);
    return stageAll(out, recipe, recipeText, tell);
  }
}

/** Where the report of a pack is put. */
export const reportOf = (out: string): string => `${out}.report.json`;

/**
 * Builds a pack and writes its report beside it. `tell` hears of the steps.
 * Errors: those of the recipe, of licenses, files and the starter, and of writing a pack.
 */
export async function buildFromRecipe({ recipePath, out, folders, tell = () => undefined }: {
  readonly recipePath: string;
  readonly out: string;
  readonly folders: StarterFolders;
  readonly tell?: (step: BuildStep) => void;
}): Promise<{ readonly header: PackHeader; readonly report: BuildReport }> {
  const recipe = await readRecipe(recipePath);
  checkRights(recipe);
  const starter = recipe.starter ? sourced(await readStarter(folders)) : null;
  const { database, files } = await stageAll(out, recipe, JSON.stringify(recipe.sources), tell);
  try {
    tell({ step: 'merging' });
    const refusals = new Refusals();
    database.exec('BEGIN');
    const store = new RowStore(database);
    await putOwnTables(store, recipe, starter, folders);
    const given = putStagedRows(database, store, recipe, refusals);
    const { ambiguous, superseded } = settleFamilies(database, starter, recipe);
    const merge = new CredentialMerge({ database, store, recipe, refuse: (...what) => { refusals.add(...what); } });
    const { added, joined } = merge.run();
    merge.putRecognition();
    const dangling = store.dropDangling();
    database.exec('COMMIT');
    tell({ step: 'writing' });
    const header = await writePack({ rows: store, out });
    const report: BuildReport = {
      pack: { name: header.name, edition: header.edition, scope: header.scope, digest: header.digest, rows: Object.fromEntries(header.tables) },
      sources: recipe.sources.map((source) => ({ id: source.id, license: source.license, right: rightOf(source), files: files.filter((file) => file.source === source.id) })),
      credentials: { added, joined, ambiguous, superseded }, given, dangling, refused: refusals.all(),
    };
    await writeFile(reportOf(out), `${JSON.stringify(report, null, 1)}\n`);
    database.close();
    await removeWorkspace(out);
    return { header, report };
  } finally {
    if (database.open) database.close();
  }
}

