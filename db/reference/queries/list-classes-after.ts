import type { ReferenceDb } from '../reference-db.ts';
import type { ReferenceTables } from '../schema.ts';

/** The next credentials by id with their classes, after one that was read already; an empty id is before all. */
export function listClassesAfter(db: ReferenceDb, credential: string, most: number): readonly ReferenceTables['judged_class'][] {
  return db.all(db.from('judged_class').select(['credential', 'class']).where('credential', '>', credential).orderBy('credential').limit(most));
}
