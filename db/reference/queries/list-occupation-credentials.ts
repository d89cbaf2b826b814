import { RELATIONS, type Relation } from '../../../shared/domain/facts.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';

export interface OccupationCredential {
  readonly credential: string;
  readonly relation: Relation;
  readonly evidence: string | null;
}

/** Credentials that lead to an occupation in an area, the firmest relation first, then by id. */
export function listOccupationCredentials(db: ReferenceDb, soc: string, area: string): readonly OccupationCredential[] {
  const chain = areaChain(db, area);
  const rows = db.all(
    db.from('credential_occupation').select(['credential', 'relation', 'area', 'evidence_id']).where('soc', '=', soc).where('area', 'in', [...chain]),
  );
  const best = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const known = best.get(row.credential);
    if (!known || chain.indexOf(row.area) < chain.indexOf(known.area)) best.set(row.credential, row);
  }
  return [...best.values()]
    .map(({ credential, relation, evidence_id }) => ({ credential, relation, evidence: evidence_id }))
    .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.credential < b.credential ? -1 : 1));
}
