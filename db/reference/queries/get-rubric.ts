import type { ReferenceDb } from '../reference-db.ts';

export interface RubricRow {
  readonly id: string;
  readonly edition: string;
  readonly name: string;
  /** The rubric as it was written; who uses it parses it. */
  readonly body: unknown;
  readonly source: string;
}

/** The newest edition of a rubric, or the one asked for; undefined when there is none. */
export function getRubric(db: ReferenceDb, id: string, edition?: string): RubricRow | undefined {
  const rows = db.all(db.from('rubric').selectAll().where('id', '=', id).orderBy('edition', 'desc'));
  const row = edition === undefined ? rows[0] : rows.find((each) => each.edition === edition);
  return row && { id: row.id, edition: row.edition, name: row.name, body: JSON.parse(row.body) as unknown, source: row.source_id };
}
