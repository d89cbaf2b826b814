import type { ReferenceDb } from '../reference-db.ts';
import { evidenceOf, type EvidenceRow } from './get-evidence.ts';

/** Every row of the ledger about a credential, by fact. */
export function listCredentialEvidence(db: ReferenceDb, credential: string): readonly EvidenceRow[] {
  return db.all(db.from('evidence').selectAll().where('subject', '=', credential).orderBy('fact').orderBy('id')).map(evidenceOf);
}
