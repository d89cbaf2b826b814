import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { scaled } from './decimal.ts';
import { cell } from './workbook.ts';

/** A CPI-U figure in thousandths; month 0 is the annual average. */
export interface PriceIndex {
  readonly year: number;
  readonly month: number;
  readonly cpiMilli: number;
}

/**
 * Regional price parities of 2023, all items, in thousandths of a percent of the nation (100000), by
 * two-digit FIPS code; the nation is '00'. The line is found by its description: its number moves
 * between editions.
 */
export function readPriceParities(laborDir: string): ReadonlyMap<string, number> {
  const rows = readCsv(join(laborDir, 'bea-rpp', 'SARPP_STATE_2008_2023.csv'), 'drop');
  const allItems = rows.filter((row) => /^RPPs?: All items\b/.test(cell(row, 'Description')));
  if (allItems.length !== 52) throw new Error(`price parities: ${allItems.length} rows for all items, not 52`);
  return new Map(allItems.map((row) => [cell(row, 'GeoFIPS').slice(0, 2), scaled(cell(row, '2023'), 3)]));
}

/** CPI-U, all items, not seasonally adjusted, by month; a month that BLS did not publish is absent. */
export function readMonthlyCpi(laborDir: string): readonly PriceIndex[] {
  const file = JSON.parse(readFileSync(join(laborDir, 'bls-cpi', 'bls-cpi.json'), 'utf8')) as {
    readonly series: Readonly<Record<string, { readonly data: readonly { readonly year: number; readonly month: number; readonly value: number }[] }>>;
  };
  const series = file.series['CUUR0000SA0'];
  if (series === undefined) throw new Error('the CPI file has no series CUUR0000SA0');
  return series.data.map(({ year, month, value }) => ({ year, month, cpiMilli: scaled(value, 3) }));
}

/**
 * Annual averages that good-job floors are stated in (dollars of 2015 and 2022), from the
 * hand-written file beside this one. 2022 is also the mean of its twelve months, which a test checks.
 */
export function readAnnualCpi(sourcesDir: string): readonly PriceIndex[] {
  return readCsv(join(sourcesDir, 'cpi-annual.csv')).map((row) => ({
    year: scaled(cell(row, 'year'), 0),
    month: 0,
    cpiMilli: scaled(cell(row, 'cpi'), 3),
  }));
}
