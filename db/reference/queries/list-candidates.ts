import type { Field } from '../../../shared/domain/facts.ts';
import type { Effort } from '../../../shared/domain/value/effort.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';

/** A credential that may stand for its class and field, with the effort it asks here. */
export interface CandidateRow {
  readonly class: number;
  readonly effort: Effort;
  readonly credential: string;
}

/**
 * What may be named in a field, seen from an area: of each class the first credential in force of
 * each effort that is known here, and the first of all, whose time may not be known here.
 */
export function listCandidates(db: ReferenceDb, field: Field, area: string): readonly CandidateRow[] {
  const chain = areaChain(db, area);
  return db.all(db.from('judged_candidate').select(['class', 'effort', 'credential', 'area', 'also']).where('field', '=', field).where('area', 'in', ['', ...chain]))
    // Where the same credential has a time for a nearer area, that one counts.
    .filter((row) => row.also === '' || !chain.slice(0, chain.indexOf(row.area)).some((nearer) => row.also.split(';').includes(nearer)));
}
