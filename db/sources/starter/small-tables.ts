import type { Row } from './csv.ts';
import type { PriceIndex } from './read-price-levels.ts';
import type { Projection } from './read-projections.ts';

/** National outlook 2024–34, in jobs. Projections use the merged codes of OEWS themselves, so nothing is summed. */
export function outlookRows(projections: readonly Projection[]): readonly Row[] {
  return projections.map((item) => ({
    soc: item.soc,
    area: 'us',
    from_year: 2024,
    to_year: 2034,
    employment_from: item.employmentFrom,
    employment_to: item.employmentTo,
    change_permille: item.changePermille,
    openings_per_year: item.openingsPerYear,
    source_id: 'ep-2024-34',
  }));
}

/** CPI-U by month, and as month 0 the annual averages. */
export function priceIndexRows(indexes: readonly PriceIndex[]): readonly Row[] {
  return indexes.map(({ year, month, cpiMilli }) => ({ year, month, cpi_milli: cpiMilli, source_id: 'cpi-u' }));
}

/** What the starter is. */
export function metaRows(): readonly Row[] {
  return Object.entries({
    name: 'Waymark starter',
    edition: '2026-11',
    scope: 'us',
    language: 'en,es',
    data_checked: '2026-11',
  }).map(([key, value]) => ({ key, value }));
}
