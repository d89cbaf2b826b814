import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** One row of the ledger: what a page said on the day it was read. */
export interface EvidenceRow {
  readonly id: string;
  readonly subject: string;
  readonly fact: string;
  readonly value: string;
  readonly jurisdiction: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly pageDate: string | null;
  readonly readDate: string;
  readonly type: Rows['evidence']['type'];
  readonly note: string | null;
}

export function evidenceOf({ page_date, read_date, ...row }: Rows['evidence']): EvidenceRow {
  return { ...row, pageDate: page_date, readDate: read_date };
}

/** One row of the ledger; undefined when there is none of that id. */
export function getEvidence(db: ReferenceDb, id: string): EvidenceRow | undefined {
  const row = db.first(db.from('evidence').selectAll().where('id', '=', id));
  return row && evidenceOf(row);
}
