import type { ReferenceDb } from '../reference-db.ts';

/** The newest edition of each rubric, by id. */
export function listRubrics(db: ReferenceDb): readonly { readonly id: string; readonly edition: string; readonly name: string }[] {
  const rows = db.all(db.from('rubric').select(['id', 'edition', 'name']).orderBy('id').orderBy('edition', 'desc'));
  return rows.filter((row, at) => rows.findIndex(({ id }) => id === row.id) === at);
}
