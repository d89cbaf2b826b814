import type { ReferenceDb } from '../reference-db.ts';

/** The consumer price index. Month 0 is the average of the year; the index is in thousandths. */
export interface PriceIndexRow {
  readonly year: number;
  readonly month: number;
  readonly cpiMilli: number;
  readonly source: string;
}

/** Every month that is known, in order. */
export function listPriceIndex(db: ReferenceDb): readonly PriceIndexRow[] {
  return db.all(db.from('price_index').select(['year', 'month', 'cpi_milli as cpiMilli', 'source_id as source']).orderBy('year').orderBy('month'));
}
