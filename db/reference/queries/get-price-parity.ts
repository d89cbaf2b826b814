import { areaChain, type ReferenceDb } from '../reference-db.ts';

/** Prices of an area against the nation's 100, in thousandths: 89970 is 89.97. */
export interface PriceParity {
  readonly milli: number;
  /** Name of the area whose parity it is: the survey of prices knows states, not parts of them. */
  readonly area: string;
  readonly source: string;
  readonly vintage: string;
}

/** The parity of the nearest area around that has one of its own; undefined for the nation, whose parity is that of no place in it. */
export function getPriceParity(db: ReferenceDb, areaId: string): PriceParity | undefined {
  for (const id of areaChain(db, areaId)) {
    const row = db.first(db.from('area').select(['kind', 'name', 'price_parity_milli', 'price_parity_source']).where('id', '=', id));
    if (row && row.kind !== 'nation' && row.price_parity_milli !== null && row.price_parity_source !== null) return { milli: row.price_parity_milli, area: row.name, source: row.price_parity_source, vintage: db.vintages.get(row.price_parity_source) ?? '' };
  }
  return undefined;
}
