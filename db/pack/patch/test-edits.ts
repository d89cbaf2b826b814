/** Editions that follow another one, for tests: rows taken away, added and changed, and still sound. */
import { rowComparer, type Row } from '../order.ts';
import { seededRandom, testEdition } from '../test-edition.ts';
import type { PackRows } from '../starter.ts';
import { TABLES } from '../tables.ts';
import { ReferenceCheck } from '../references.ts';
import type { Table } from '../tables/column.ts';

const keyOf = (table: Table, row: Row): string => table.key.map((name) => String(row[table.columns.findIndex((column) => column.name === name)])).join('\u0000');

/** What refers to nothing is left out, again and again, as a row left out may have been referred to. */
export function withoutDangling(rows: PackRows): PackRows {
  for (let sound = new Map(rows); ;) {
    const references = new ReferenceCheck();
    let removed = 0;
    const kept = TABLES.map((table: Table): [string, readonly Row[]] => {
      const all = sound.get(table.name) ?? [];
      const check = references.startTable(table);
      const good = all.filter((row) => check.add(row) === null);
      // Within its own table a row may refer to one that is not there; such a table keeps only rows that refer to none.
      const own = table.columns.flatMap((column, index) => (column.ref?.startsWith(`${table.name}.`) ? [index] : []));
      const whole = check.end() ? good.filter((row) => own.every((index) => row[index] === null)) : good;
      removed += all.length - whole.length;
      return [table.name, whole];
    });
    sound = new Map(kept);
    if (removed === 0) return sound;
  }
}

/** An edition made of another: about `share` of the rows of each table changed, taken away, or added. */
export function editedEdition(rows: PackRows, seed: number, share: number, edition = 'e2'): PackRows {
  const random = seededRandom(seed);
  const other = testEdition(seed + 1, 12);
  const edited = new Map(TABLES.map((table: Table): [string, readonly Row[]] => {
    if (table.name === 'meta') return ['meta', (rows.get('meta') ?? []).map((row) => (row[0] === 'edition' ? ['edition', edition] : row))];
    const donors = other.get(table.name) ?? [];
    const keys = new Set(table.key);
    const kept = (rows.get(table.name) ?? []).flatMap((row): readonly Row[] => {
      if (random() >= share) return [row];
      const donor = donors[Math.floor(random() * donors.length)];
      if (donor === undefined || random() < 0.3) return [];
      return [row.map((cell, index) => (keys.has(table.columns[index]?.name ?? '') || random() < 0.5 ? cell : donor[index] ?? null))];
    });
    const taken = new Set(kept.map((row) => keyOf(table, row)));
    const added = donors.filter((row) => random() < share && !taken.has(keyOf(table, row)));
    return [table.name, [...kept, ...added].sort(rowComparer(table))];
  }));
  return withoutDangling(edited);
}
