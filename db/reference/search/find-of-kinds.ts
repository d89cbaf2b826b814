/** Credentials of some kinds, for those who say what they do not want. */
import type { CredentialKind } from '../../../shared/domain/facts.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** Ids of the search's documents of such credentials. */
export function findOfKinds(db: ReferenceDb, kinds: readonly CredentialKind[]): readonly number[] {
  return db.all(
    db.from('search_doc').innerJoin('credential', 'credential.id', 'search_doc.ref').select('search_doc.id as doc').where('credential.kind', 'in', [...kinds]),
  ).map(({ doc }) => doc);
}
