/** The starter: reviewable tables of facts, as text, that a pack is built from. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { STARTER_FILE_BYTES } from './limits.ts';
import { keyIndexes, rowComparer, type Row } from './order.ts';
import { ReferenceCheck } from './references.ts';
import { readRubrics } from './rubrics.ts';
import { readTableFile, type PlacedRow } from './starter-table.ts';
import { TABLES, tableNamed, type TableName } from './tables.ts';
import type { Table } from './tables/column.ts';

/** Rows of every table, by table name, each table in key order. */
export type PackRows = ReadonlyMap<string, readonly Row[]>;

export interface StarterFolders {
  /** Folder with `<table>.csv` files and `<table>/` folders of them. */
  readonly starterDir: string;
  /** Folder with the rubrics, one JSON file each; null when there is none. */
  readonly rubricsDir: string | null;
}

const RUBRIC = 'rubric';

/**
 * Reads and checks a whole starter. Errors, each naming file, line and column: starter-missing-table,
 * starter-header, starter-carriage-return, starter-not-utf8, starter-cell-invalid, starter-duplicate-key,
 * starter-dangling-reference. Whether each fact has its evidence is asked by `sourced` (ledger.ts).
 */
export async function readStarter({ starterDir, rubricsDir }: StarterFolders): Promise<PackRows> {
  const listing = await listStarter(starterDir);
  const result = new Map<string, readonly Row[]>();
  const references = new ReferenceCheck();
  for (const table of TABLES as readonly Table[]) {
    const placed = await readFiles(table, starterDir, listing.get(table.name) ?? []);
    if (table.name === RUBRIC) placed.push(...(await readRubrics(table, rubricsDir)));
    else if (!listing.has(table.name) && table.mayBeAbsent !== true) {
      throw new CodedError('starter-missing-table', { file: `${table.name}.csv`, table: table.name });
    }
    checkKeys(table, placed);
    checkReferences(table, placed, references);
    result.set(table.name, placed.map(({ row }) => row).sort(rowComparer(table)));
  }
  return result;
}

/**
 * The tables that a folder in the form of the starter has, each in key order; what they refer to may stand elsewhere.
 * Errors: those of {@link readStarter} but for starter-dangling-reference.
 */
export async function readSomeTables(folder: string): Promise<PackRows> {
  const result = new Map<string, readonly Row[]>();
  for (const [name, files] of await listStarter(folder)) {
    const table: Table = tableNamed(name as TableName); // The listing has names of tables alone.
    const placed = await readFiles(table, folder, files);
    checkKeys(table, placed);
    result.set(name, placed.map(({ row }) => row).sort(rowComparer(table)));
  }
  return result;
}

/** Files of the starter by table name, relative to its folder, in name order. Errors: starter-missing-table, starter-header. */
export async function listStarter(starterDir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Set<string>(TABLES.map(({ name }) => name));
  const listing = new Map<string, string[]>();
  const put = (name: string, file: string) => {
    if (!names.has(name)) throw new CodedError('starter-header', { file, line: 1, column: '', table: name, reason: 'unknown-table' });
    listing.set(name, [...(listing.get(name) ?? []), file]);
  };
  const entries = await readdir(starterDir, { withFileTypes: true }).catch((cause: unknown) => {
    throw new CodedError('starter-missing-table', { file: '', table: TABLES[0].name }, { cause });
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      const files = (await readdir(join(starterDir, entry.name))).filter((name) => name.endsWith('.csv')).sort();
      for (const file of files) put(entry.name, `${entry.name}/${file}`);
    } else if (entry.name.endsWith('.csv')) {
      put(entry.name.slice(0, -'.csv'.length), entry.name);
    }
  }
  return listing;
}

async function readFiles(table: Table, folder: string, files: readonly string[]): Promise<PlacedRow[]> {
  const placed: PlacedRow[] = [];
  for (const file of files) placed.push(...readTableFile(table, file, await readBounded(folder, file)));
  return placed;
}

async function readBounded(starterDir: string, file: string): Promise<Uint8Array> {
  const path = join(starterDir, ...file.split('/'));
  try {
    const { size } = await stat(path);
    if (size > STARTER_FILE_BYTES) throw new CodedError('too-large', { file });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('starter-missing-table', { file, table: file, reason: nodeErrorCode(cause) ?? '' }, { cause });
  }
}

function checkKeys(table: Table, placed: readonly PlacedRow[]): void {
  const indexes = keyIndexes(table);
  const seen = new Map<string, PlacedRow>();
  for (const each of placed) {
    const key = indexes.map((index) => each.row[index]).join('\u0000');
    const first = seen.get(key);
    if (first) {
      throw new CodedError('starter-duplicate-key', {
        file: each.file, line: each.line, column: table.key.join(', '), table: table.name,
        firstFile: first.file, firstLine: first.line,
      });
    }
    seen.set(key, each);
  }
}

function checkReferences(table: Table, placed: readonly PlacedRow[], references: ReferenceCheck): void {
  const check = references.startTable(table);
  for (const { row } of placed) {
    const dangling = check.add(row);
    if (dangling) throw danglingError(table, placed, dangling);
  }
  const dangling = check.end();
  if (dangling) throw danglingError(table, placed, dangling);
}

function danglingError(table: Table, placed: readonly PlacedRow[], { row, column, value }: { row: number; column: string; value: string }): CodedError {
  const at = placed[row - 1];
  return new CodedError('starter-dangling-reference', {
    file: at?.file ?? '', line: at?.line ?? 0, column, table: table.name, value,
  });
}
