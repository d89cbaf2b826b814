import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

export interface AreaRow {
  readonly id: string;
  readonly kind: Rows['area']['kind'];
  readonly name: string;
  readonly parent: string | null;
  /** Postal code of the state, as "OH". */
  readonly state: string | null;
  /** Price level in thousandths of the nation's. */
  readonly priceParityMilli: number | null;
}

/** Every area, by id. */
export function listAreas(db: ReferenceDb): readonly AreaRow[] {
  return db.all(db.from('area').select(['id', 'kind', 'name', 'parent', 'state', 'price_parity_milli']).orderBy('id'))
    .map(({ price_parity_milli, ...area }) => ({ ...area, priceParityMilli: price_parity_milli }));
}
