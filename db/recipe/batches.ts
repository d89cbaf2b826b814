/** Rows of a query in its order, a batch at a time, while other statements write: memory for one batch. */
import type Database from 'better-sqlite3';

const BATCH = 5_000;

/** `from` names the table; `order` its ordering. Gives each row with all of its columns. */
export function* inOrder<R>(database: Database.Database, from: string, order: string): Generator<R> {
  database.exec(`DROP TABLE IF EXISTS batch_order;
    CREATE TEMP TABLE batch_order (position INTEGER PRIMARY KEY, place INTEGER NOT NULL);
    INSERT INTO batch_order (place) SELECT rowid FROM ${from} ORDER BY ${order}`);
  const next = database.prepare<[number, number], R>(
    `SELECT ${from}.* FROM batch_order JOIN ${from} ON ${from}.rowid = batch_order.place WHERE position > ? AND position <= ? ORDER BY position`,
  );
  for (let at = 0; ; at += BATCH) {
    const rows = next.all(at, at + BATCH);
    if (rows.length === 0) break;
    yield* rows;
  }
  database.exec('DROP TABLE batch_order');
}
