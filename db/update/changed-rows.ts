/** How many rows of each table two editions differ in, from their databases. */
import Database from 'better-sqlite3';
import { TABLES } from '../pack/tables.ts';

export interface ChangedTable {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Tables that differ, in the order of the pack. */
export function changedRows(before: string, after: string): readonly ChangedTable[] {
  const database = new Database(after, { readonly: true });
  try {
    database.prepare('ATTACH ? AS old').run(before);
    const counted = (selected: string, table: string, from: string, without: string): number =>
      Number(database.prepare(`SELECT COUNT(*) FROM (SELECT ${selected} FROM ${from}."${table}" EXCEPT SELECT ${selected} FROM ${without}."${table}")`).pluck().get());
    return TABLES.flatMap(({ name, columns, key }) => {
      const [all, keys] = [columns.map((column) => `"${column.name}"`).join(', '), key.map((column) => `"${column}"`).join(', ')];
      const added = counted(keys, name, 'main', 'old');
      const removed = counted(keys, name, 'old', 'main');
      const changed = counted(all, name, 'main', 'old') - added;
      return added + removed + changed > 0 ? [{ table: name, added, removed, changed }] : [];
    });
  } finally {
    database.close();
  }
}
