import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
export const STARTER = join(REPOSITORY, 'resources', 'starter');
export const DATA = join(REPOSITORY, '..', 'shared', 'data');
export const LABOR = join(DATA, 'labor');

/** False where the public data files are not beside the repository: tests that compare with them are skipped, and say so. */
export const HAS_DATA = existsSync(LABOR);
if (!HAS_DATA) process.stderr.write('starter: the data folder ../shared/data is missing; comparisons with the source files are skipped\n');

/** The files of a starter table: `<table>.csv` or all of `<table>/`. */
export function tableFiles(table: string): readonly string[] {
  const folder = join(STARTER, table);
  if (!existsSync(folder)) return [join(STARTER, `${table}.csv`)];
  return readdirSync(folder).filter((name) => name.endsWith('.csv')).sort().map((name) => join(folder, name));
}

export type Cells = Readonly<Record<string, string>>;

/** All rows of a starter table as texts. */
export function tableRows(table: string): readonly Cells[] {
  return tableFiles(table).flatMap((path) => parse<Cells>(readFileSync(path), { columns: true }));
}
