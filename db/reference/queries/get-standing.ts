import type { Localized } from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';

/** One list of a state, in its newest edition, and what of it is this credential. */
export interface ListStanding {
  readonly label: Localized;
  readonly edition: string;
  readonly purpose: Rows['recognition_program']['purpose'];
  readonly entries: number;
  readonly source: string;
  /** Empty when the list does not name it. `same` comes before `family`. */
  readonly listed: readonly { readonly as: string; readonly code: string; readonly match: Rows['recognition']['match']; readonly points: number | null; readonly tier: string | null }[];
}

/** How a credential stands in a state: who decides about it, and which lists name it. */
export interface Standing {
  /** The state's area id and name; null for the nation. */
  readonly state: { readonly id: string; readonly name: string } | null;
  readonly authority: { readonly name: string; readonly url: string | null; readonly phone: string | null; readonly evidence: string | null } | null;
  /** No list means: not collected, which is not the same as not listed. */
  readonly lists: readonly ListStanding[];
  readonly facts: readonly { readonly label: Localized; readonly evidence: string }[];
}

/** The standing of a credential in the state of an area. */
export function getStanding(db: ReferenceDb, credential: string, areaId: string): Standing {
  // An area that lies in two states has its first as parent.
  const state = areaChain(db, areaId).map((each) => db.first(db.from('area').select(['id', 'name', 'kind']).where('id', '=', each))).find((each) => each?.kind === 'state' || each?.kind === 'territory');
  if (!state) return { state: null, authority: null, lists: [], facts: [] };
  const authority = db.first(db.from('authority').innerJoin('organization', 'organization.id', 'authority.organization')
    .select(['organization.name', 'organization.url', 'organization.phone', 'authority.evidence_id'])
    .where('authority.credential', '=', credential).where('authority.area', '=', state.id));
  const programs = db.all(db.from('recognition_program').selectAll().where('area', '=', state.id).orderBy('program').orderBy('edition', 'desc'));
  const rows = db.all(db.from('recognition').selectAll().where('credential', '=', credential).where('area', '=', state.id).orderBy('match', 'desc').orderBy('code'));
  const newest = programs.filter(({ program }, index) => programs.findIndex((each) => each.program === program) === index);
  return {
    state: { id: state.id, name: state.name }, authority: authority ? { name: authority.name, url: authority.url, phone: authority.phone, evidence: authority.evidence_id } : null,
    lists: newest.map((list) => ({
      label: { en: list.label, es: list.label_es }, edition: list.edition, purpose: list.purpose, entries: list.entries, source: list.source_id,
      listed: rows.filter((row) => row.program === list.program && row.edition === list.edition)
        .map((row) => ({ as: row.listed_as, code: row.code, match: row.match, points: row.points, tier: row.tier })),
    })),
    facts: db.all(db.from('recognition_fact').selectAll().where('area', '=', state.id).orderBy('position'))
      .map((fact) => ({ label: { en: fact.label, es: fact.label_es }, evidence: fact.evidence_id })),
  };
}
