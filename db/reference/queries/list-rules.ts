import type { ReferenceDb } from '../reference-db.ts';

/** A threshold or amount of a law or a method, with the days on which it holds. */
export interface Rule {
  readonly id: string;
  readonly kind: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** One JSON object; `kind` decides its shape, and who uses it parses it. */
  readonly params: unknown;
  readonly source: string;
}

/** Rules of a kind that hold on a day (`YYYY-MM-DD`), the newest first. */
export function listRules(db: ReferenceDb, kind: string, day: string): readonly Rule[] {
  return db.all(db.from('rule').selectAll().where('kind', '=', kind).orderBy('valid_from', 'desc').orderBy('id'))
    // A month or a year holds to its end, so the day is cut to the same length.
    .filter((row) => row.valid_from <= day && (row.valid_to === null || day.slice(0, row.valid_to.length) <= row.valid_to))
    .map((row) => ({
      id: row.id, kind: row.kind, validFrom: row.valid_from, validTo: row.valid_to, params: JSON.parse(row.params) as unknown, source: row.source_id,
    }));
}
