import type { StackingEdge } from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

function edgeOf(row: Rows['stacking']): StackingEdge {
  return {
    fromId: row.from_credential, toId: row.to_credential, kind: row.kind, skippable: row.skippable === 1, credits: row.credits,
    terms: { en: row.terms, es: row.terms_es }, evidence: row.evidence_id,
  };
}

/** Edges that lead away from a credential, by target. */
export function listEdgesFrom(db: ReferenceDb, credential: string): readonly StackingEdge[] {
  return db.all(db.from('stacking').selectAll().where('from_credential', '=', credential).orderBy('to_credential').orderBy('kind')).map(edgeOf);
}

/** Edges that lead to a credential, by where they start. */
export function listEdgesTo(db: ReferenceDb, credential: string): readonly StackingEdge[] {
  return db.all(db.from('stacking').selectAll().where('to_credential', '=', credential).orderBy('from_credential').orderBy('kind')).map(edgeOf);
}
