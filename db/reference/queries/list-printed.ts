import type { Field } from '../../../shared/domain/facts.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** Credentials that have a code on paper, by field and id: those that people reviewed. */
export function listPrinted(db: ReferenceDb, fields: readonly Field[]): readonly string[] {
  return fields.toSorted().flatMap((field) => db.all(db.from('credential').select('id').where('code', 'is not', null).where('field', '=', field).orderBy('id')).map(({ id }) => id));
}
