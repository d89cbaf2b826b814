import type { JudgedReads } from '../judged-classes.ts';
import type { ReferenceDb } from '../reference-db.ts';
import type { ReferenceTables } from '../schema.ts';

/** A class of credentials that a verdict cannot tell apart. */
export interface JudgedClass {
  readonly members: number;
  readonly reads: JudgedReads;
  /** Classes it leads to, by number. */
  readonly leadsTo: readonly Pick<ReferenceTables['judged_edge'], 'to_class' | 'kind'>[];
}

const NOWHERE: JudgedClass['leadsTo'] = [];

/** All classes; the place in the list is the number of the class. */
export function listJudgedClasses(db: ReferenceDb): readonly JudgedClass[] {
  const edges = Map.groupBy(db.all(db.from('judged_edge').selectAll().orderBy('class').orderBy('to_class').orderBy('kind')), (edge) => edge.class);
  // Many classes differ only by where they lead: what is read of them is kept once.
  const kept = new Map<string, JudgedReads>();
  const readsOf = (text: string): JudgedReads => {
    // The build writes what `JudgedReads` says.
    const reads = kept.get(text) ?? (JSON.parse(text) as JudgedReads);
    kept.set(text, reads);
    return reads;
  };
  return db.all(db.from('judged_representative').select(['class', 'members', 'reads']).orderBy('class'))
    .map((row) => ({ members: row.members, reads: readsOf(row.reads), leadsTo: edges.get(row.class) ?? NOWHERE }));
}

/** The first credentials of a class, by id. */
export function listClassMembers(db: ReferenceDb, at: number, most: number): readonly string[] {
  return db.all(db.from('judged_class').select('credential').where('class', '=', at).orderBy('credential').limit(most)).map(({ credential }) => credential);
}
