import type { Figure } from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** A published figure of a school; one that is missing carries the word for it. */
export function schoolFigure(db: ReferenceDb, value: number | null, unit: Figure['unit'], source: string | null): Figure {
  return {
    value, high: null, atLeast: false, unit, unknown: value === null ? 'not-collected' : null,
    from: { source, evidence: null, vintage: source === null ? null : (db.vintages.get(source) ?? null), area: null, basis: 'published', method: null },
  };
}

/** A school as every list shows it. */
export interface School {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly control: Rows['institution']['control'];
  readonly level: Rows['institution']['level'];
  readonly tuitionInState: Figure;
  readonly tuitionOutOfState: Figure;
  /** Of those who entered in `awardedCohort`, the share with an award of the school six years on. */
  readonly awarded: Figure;
  readonly awardedCohort: number | null;
}

export type InstitutionRow = Rows['institution'];

export function schoolOf(db: ReferenceDb, row: InstitutionRow): School {
  return {
    id: row.id, name: row.name, city: row.city, state: row.state, control: row.control, level: row.level,
    tuitionInState: schoolFigure(db, row.tuition_in_state, 'usd-per-year', row.tuition_source),
    tuitionOutOfState: schoolFigure(db, row.tuition_out_of_state, 'usd-per-year', row.tuition_source),
    awarded: schoolFigure(db, row.awarded_percent === null ? null : row.awarded_percent * 10, 'permille', row.awarded_source),
    awardedCohort: row.awarded_cohort,
  };
}
