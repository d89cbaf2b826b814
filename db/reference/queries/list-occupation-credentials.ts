import { RELATIONS, type Relation } from '../../../shared/domain/facts.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';

export interface OccupationCredential {
  readonly credential: string;
  readonly relation: Relation;
}

/** How many credentials have to do with an occupation in an area, however closely. */
export function countOccupationCredentials(db: ReferenceDb, soc: string, area: string): number {
  return db.first(db.from('credential_occupation').select((each) => each.fn.count<number>('credential').distinct().as('n')).where('soc', '=', soc).where('area', 'in', [...areaChain(db, area)]))?.n ?? 0;
}

/**
 * Credentials that have to do with an occupation in an area but do not open it, asked for by employers first, then by
 * id; `most` at most are looked at. Where a nearer area says that one opens it, it is not among these.
 */
export function listLooseCredentials(db: ReferenceDb, soc: string, area: string, most: number): readonly OccupationCredential[] {
  const chain = areaChain(db, area);
  const rows = (['preferred', 'related'] as const).flatMap((relation) => db.all(
    db.from('credential_occupation').select('credential').where('soc', '=', soc).where('relation', '=', relation).where('area', 'in', [...chain]).orderBy('credential').limit(most),
  ));
  return [...new Set(rows.map(({ credential }) => credential))].slice(0, most).flatMap((credential) => {
    const said = db.all(db.from('credential_occupation').select(['area', 'relation']).where('credential', '=', credential).where('soc', '=', soc).where('area', 'in', [...chain]));
    const [nearest] = said.sort((a, b) => chain.indexOf(a.area) - chain.indexOf(b.area));
    return nearest && RELATIONS.indexOf(nearest.relation) >= RELATIONS.indexOf('preferred') ? [{ credential, relation: nearest.relation }] : [];
  }).sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.credential < b.credential ? -1 : 1));
}
