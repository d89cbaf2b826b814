import type { ReferenceDb } from '../reference-db.ts';
import type { SourceRow } from './list-sources.ts';

/** One publication; undefined when there is none of that id. */
export function getSource(db: ReferenceDb, id: string): SourceRow | undefined {
  return db.first(db.from('source').selectAll().where('id', '=', id));
}
