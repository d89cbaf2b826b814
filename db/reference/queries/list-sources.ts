import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

export type SourceRow = Rows['source'];

/** Every publication that figures come from, by publisher and title. */
export function listSources(db: ReferenceDb): readonly SourceRow[] {
  return db.all(db.from('source').selectAll().orderBy('publisher').orderBy('title').orderBy('id'));
}
