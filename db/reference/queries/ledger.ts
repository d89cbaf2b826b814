import type { Provenance } from '../../../shared/domain/facts.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** Facts of a credential by the ledger: the page's own date, else the day it was read. */
export function datesOfEvidence(db: ReferenceDb, credential: string): ReadonlyMap<string, string> {
  const rows = db.all(db.from('evidence').select(['id', 'page_date', 'read_date']).where('subject', '=', credential));
  return new Map(rows.map(({ id, page_date, read_date }) => [id, page_date ?? read_date]));
}

/** Provenance of a fact that a ledger row states; a row may belong to another subject, then its date is looked up. */
export function stated(db: ReferenceDb, dates: ReadonlyMap<string, string>, evidence: string | null, area: string): Provenance {
  return { source: null, evidence, vintage: evidence === null ? null : (dates.get(evidence) ?? dateOf(db, evidence)), area, basis: 'published', method: null };
}

function dateOf(db: ReferenceDb, evidence: string): string | null {
  const row = db.first(db.from('evidence').select(['page_date', 'read_date']).where('id', '=', evidence));
  return row ? (row.page_date ?? row.read_date) : null;
}
