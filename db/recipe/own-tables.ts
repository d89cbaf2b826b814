/** What a recipe brings beside its sources: the starter, what a publisher lays over it, and rubrics of the publisher's own. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readRubric } from '../../shared/domain/value/rubric.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { sourced } from '../pack/ledger.ts';
import { keyIndexes, rowComparer, type Row } from '../pack/order.ts';
import { readRubrics, rubricRow } from '../pack/rubrics.ts';
import { readSomeTables, readStarter, type PackRows, type StarterFolders } from '../pack/starter.ts';
import { TABLES, tableNamed, type TableName } from '../pack/tables.ts';
import type { Table } from '../pack/tables/column.ts';
import type { Recipe } from './recipe.ts';

const invalid = (where: string, expected: string, cause?: unknown): CodedError => new CodedError('recipe-invalid', { where, expected }, { cause });

/** Rows of both; where both have a row of one key, that of `over` stands. */
function layOver(base: PackRows, over: PackRows): PackRows {
  const tables = (TABLES as readonly Table[]).filter(({ name }) => base.has(name) || over.has(name));
  return new Map(tables.map((table) => {
    const [under, above] = [base.get(table.name) ?? [], over.get(table.name) ?? []];
    if (above.length === 0) return [table.name, under];
    const at = keyIndexes(table);
    const keyOf = (row: Row): string => JSON.stringify(at.map((index) => row[index]));
    const taken = new Set(above.map(keyOf));
    return [table.name, [...under.filter((row) => !taken.has(keyOf(row))), ...above].sort(rowComparer(table))];
  }));
}

async function ownRubric(file: string, where: string, folder: string): Promise<Row> {
  const bytes = await readFile(resolve(folder, file)).catch((cause: unknown) => { throw invalid(where, `a file that can be read (${nodeErrorCode(cause) ?? 'unknown'})`, cause); });
  const table: Table = tableNamed('rubric');
  const { row } = rubricRow(table, basename(file), bytes);
  const read = readRubric(JSON.parse(String(row[table.columns.findIndex(({ name }) => name === 'body')])));
  if (!read.ok) throw invalid(`${where}, ${read.error.field}`, `another value (${read.error.fault})`);
  return row;
}

/**
 * The tables that come before every source; null when the recipe names none. Each fact in them has its evidence.
 * Errors: those of the starter, recipe-invalid with the overlay or rubric that is not right.
 */
export async function readOwnTables({ starter, overlays, rubrics, sources, folder }: Recipe, folders: StarterFolders): Promise<PackRows | null> {
  if (!starter && overlays.length === 0 && rubrics.length === 0) return null;
  const rubric: TableName = 'rubric';
  let rows: PackRows = starter ? await readStarter(folders) : new Map([[rubric, (await readRubrics(tableNamed(rubric), folders.rubricsDir)).map(({ row }) => row)]]);
  for (const [at, overlay] of [...overlays.entries()].reverse()) {
    const over = await readSomeTables(resolve(folder, overlay));
    if (over.has('meta')) throw invalid(`overlays.${at}`, 'tables without "meta": the recipe itself says what the pack is called');
    rows = layOver(rows, over);
  }
  const own = await Promise.all(rubrics.map((file, at) => ownRubric(file, `rubrics.${at}`, folder)));
  rows = layOver(rows, new Map([[rubric, own]]));
  const known = new Set([...sources.map(({ id }) => id), ...(rows.get('source') ?? []).map(([id]) => String(id))]);
  const source = tableNamed(rubric).columns.findIndex(({ name }) => name === 'source_id');
  const stranger = own.findIndex((row) => !known.has(String(row[source])));
  if (stranger >= 0) throw invalid(`rubrics.${stranger}, source`, 'the id of a source of the recipe, its overlays or the starter');
  return sourced(rows);
}
