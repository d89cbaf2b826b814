/** Areas and counties. */
import { maybe, maybeInt, maybeRef, ref, source, text, word, type Table } from './column.ts';
import { AREA_KINDS } from './words.ts';

export const PLACE_TABLES = [
  {
    name: 'area',
    key: ['id'],
    columns: [
      text('id', 20), word('kind', AREA_KINDS), text('name'), maybeRef('parent', 'area.id'),
      maybe('state', 2), maybeInt('price_parity_milli'), maybeRef('price_parity_source', 'source.id'), source,
    ],
  },
  {
    // Which area's figures stand for a county: its nonmetropolitan area, else its state or territory.
    name: 'county',
    key: ['fips'],
    columns: [text('fips', 20), text('name', 80), ref('area', 'area.id'), source],
  },
] as const satisfies readonly Table[];
