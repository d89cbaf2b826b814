import type { ReferenceDb } from '../reference-db.ts';

export interface CountyRow {
  readonly fips: string;
  readonly name: string;
  /** The area whose figures stand for the county: its nonmetropolitan area, else its state or territory. */
  readonly area: string;
}

/** Every county by code. */
export function listCounties(db: ReferenceDb): readonly CountyRow[] {
  return db.all(db.from('county').select(['fips', 'name', 'area']).orderBy('fips'));
}
