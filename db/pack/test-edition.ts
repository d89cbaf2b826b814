/** Editions made up from a seed, for tests: every table, every column type, awkward text. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json.ts';
import { ledgerFaults } from './ledger.ts';
import { rowComparer, type Cell, type Row } from './order.ts';
import type { PackRows } from './starter.ts';
import { TABLES, tableNamed } from './tables.ts';
import type { Column, Table } from './tables/column.ts';

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TEXTS = ['plain', 'with, comma', 'with "quotes"', 'ñandú', 'A+', '\u{1f393} cap', '\uffee wide', 'c\\d', ' spaced ', '"', ',', 'null'];
const INTS = [0, 1, -1, 42, 1_000_000, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
const DATES = ['2024', '2024-05', '2024-02-29'];
export const META: readonly Row[] = [['data_checked', '2026-11'], ['edition', 'e1'], ['name', 'Test edition'], ['scope', 'us']];

/** Rows of every table; the same seed and size give the same rows. */
export function testEdition(seed: number, size = 6): PackRows {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const known = new Map<string, string[]>();
  const cellOf = (table: Table, column: Column, index: number): Cell | undefined => {
    if (column.nullable && random() < 0.3) return null;
    if (column.ref !== undefined) return pick(known.get(column.ref) ?? []) ?? (column.nullable ? null : undefined);
    if (table.key.length === 1 && table.key[0] === column.name) return table.name === 'occupation' ? `11-${1000 + index}` : `${table.name.slice(0, 4)}-${index}`;
    if (column.oneOf) return pick(column.oneOf);
    switch (column.type) {
      case 'text': return `${pick(TEXTS) ?? ''}${Math.floor(random() * 1e6)}`.slice(0, column.max);
      case 'int': return pick(INTS);
      case 'bool': return random() < 0.5 ? 0 : 1;
      case 'date': return pick(DATES);
      case 'json': return canonicalJson({ b: [1, null, 'ñ'], a: { z: Math.floor(random() * 100), 'é': 0.5 } });
    }
  };
  return withLedger(new Map(TABLES.map((table: Table) => {
    if (table.name === 'meta') return [table.name, META];
    const rows = new Map<string, Row>();
    for (let index = 0; index < size; index += 1) {
      const row = table.columns.map((column) => cellOf(table, column, index));
      if (row.includes(undefined)) continue;
      const whole = row.map((cell) => cell ?? null);
      const key = table.key.map((name) => whole[table.columns.findIndex((column) => column.name === name)]).join('\u0000');
      if (rows.has(key)) continue;
      rows.set(key, whole);
      table.columns.forEach((column, at) => {
        const place = `${table.name}.${column.name}`;
        const values = known.get(place) ?? [];
        values.push(String(whole[at]));
        known.set(place, values);
      });
    }
    return [table.name, [...rows.values()].sort(rowComparer(table))];
  })));
}

/** The same edition without the rows and properties that its ledger does not hold. */
export function withLedger(rows: PackRows): PackRows {
  const mended = new Map(rows);
  for (const { table, key } of ledgerFaults(rows)) {
    const { columns, key: names } = tableNamed(table);
    const isIt = (row: Row) => key === names.map((name) => String(row[columns.findIndex((column) => column.name === name)])).join(' ');
    const property = table === 'credential' ? key.split(' ').at(-1) : undefined;
    mended.set(table, (mended.get(table) ?? []).flatMap((row): readonly Row[] => {
      if (property !== undefined) return [key.startsWith(`${String(row[0])} `) ? row.map((cell, at) => (columns[at]?.name === property ? null : cell)) : row];
      return isIt(row) ? [] : [row];
    }));
  }
  return mended;
}

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as the starter writes it. */
export const csvOf = (table: Table, rows: readonly Row[]): string =>
  [table.columns.map(({ name }) => name), ...rows.map((row) => row.map(quoted))].map((cells) => `${cells.join(',')}\n`).join('');

/** Writes an edition as a starter; the rubrics become JSON files no test needs, so they are left out. */
export async function writeStarter(folder: string, rows: PackRows): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of TABLES) {
    if (table.name !== 'rubric') await writeFile(join(folder, `${table.name}.csv`), csvOf(table, rows.get(table.name) ?? []));
  }
}
