import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { OewsRecord } from '../oews/oews-record.ts';
import type { OnetRecord } from '../onet/onet-table.ts';
import type { Projection } from '../projections/projections.ts';
import type { PriceParity } from '../rpp/rpp.ts';
import { HAS_DATA, LABOR } from '../starter/test-starter.ts';
import type { StateProjection } from '../state-projections/state-projections.ts';
import { checkSource } from './check-source.ts';

/** Cells are drawn with this seed; another one draws others. */
const SEED = 20_261_125;
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = drawer(SEED);

type Row = Readonly<Record<string, string>>;
type Value = string | number | null;

/** Rows by heading, read by another library than the importers use. */
async function rowsOf(file: string, sheet: string | number = 1, heading = 0): Promise<readonly Row[]> {
  const path = join(LABOR, file);
  const lines: readonly (readonly unknown[])[] = file.endsWith('.xlsx')
    ? await readSheet(path, sheet, { parseNumber: (text) => text })
    : parse(readFileSync(path), { bom: true, relax_column_count: true, relax_quotes: true });
  const names = (lines[heading] ?? []).map((cell) => String(cell ?? '').replace(/\s+/g, ' ').trim());
  return lines.slice(heading + 1).map((line) => Object.fromEntries(names.map((name, at) => [name, String(line[at] ?? '').trim()])));
}

async function keptOf<R>(file: string): Promise<readonly R[]> {
  const records: unknown[] = [];
  await checkSource(join(LABOR, file), null, (record) => { records.push(record); });
  return records as readonly R[];
}

/** A published figure in units, computed otherwise than the importers do. */
const times = (text: string | undefined, factor: number): number | null => (text === undefined || text === '' || /^[*#~—]+$/.test(text) ? null : Math.round(Number(text) * factor));

/** Draws `count` cells of kept records and compares each with the source. */
function compare<R>(records: readonly R[], count: number, cells: Readonly<Record<string, readonly [found: (record: R) => Value, source: (record: R) => Value]>>): void {
  const names = Object.keys(cells);
  for (let at = 0; at < count; at += 1) {
    const record = records[draw(records.length)];
    const name = names[draw(names.length)] ?? '';
    const cell = cells[name];
    if (record === undefined || cell === undefined) throw new Error('nothing to draw from');
    expect(cell[0](record), `${name} of ${JSON.stringify(record).slice(0, 120)}`).toEqual(cell[1](record));
  }
}

const ONET_FILES = HAS_DATA ? ['29.3', '30.1', '30.2', 'taxonomy'].flatMap((folder) => readdirSync(join(LABOR, 'onet', folder)).filter((name) => !name.endsWith('.txt')).map((name) => `onet/${folder}/${name}`)) : [];
const AREA_FILES = HAS_DATA ? ['states', 'nonmetro-and-territories'].flatMap((folder) => readdirSync(join(LABOR, 'bls-oews-area-2025', folder)).map((name) => `bls-oews-area-2025/${folder}/${name}`)) : [];

describe.skipIf(!HAS_DATA)(`over 1,000 cells of ../shared/data/labor, drawn with seed ${SEED} (skipped where it is missing)`, () => {
  it.each(['2020', '2022', '2023', '2025'])('50 of the national wages of May %s', async (year) => {
    const file = `bls-oews-national/national_M${year}_dl.xlsx`;
    const source = new Map((await rowsOf(file)).filter((row) => row['O_GROUP'] === 'detailed').map((row) => [row['OCC_CODE'], row]));
    const at = ({ soc }: OewsRecord, heading: string): string | undefined => source.get(soc)?.[heading];
    compare(await keptOf<OewsRecord>(file), 50, {
      title: [(record) => record.title, (record) => at(record, 'OCC_TITLE') ?? null],
      employment: [(record) => record.employment, (record) => times(at(record, 'TOT_EMP'), 1)],
      p10: [(record) => record.annual.p10, (record) => times(at(record, 'A_PCT10'), 1)],
      p50: [(record) => record.annual.p50, (record) => times(at(record, 'A_MEDIAN'), 1)],
      p90: [(record) => record.annual.p90, (record) => times(at(record, 'A_PCT90'), 1)],
      mean: [(record) => record.annual.mean, (record) => times(at(record, 'A_MEAN'), 1)],
      hourly25: [(record) => record.hourlyCents.p25, (record) => times(at(record, 'H_PCT25'), 100)],
      hourly50: [(record) => record.hourlyCents.p50, (record) => times(at(record, 'H_MEDIAN'), 100)],
      hourly75: [(record) => record.hourlyCents.p75, (record) => times(at(record, 'H_PCT75'), 100)],
      hourlyMean: [(record) => record.hourlyCents.mean, (record) => times(at(record, 'H_MEAN'), 100)],
    });
  });

  it('200 of 40 area files', async () => {
    for (let count = 0; count < 40; count += 1) {
      const file = AREA_FILES[draw(AREA_FILES.length)] ?? '';
      const { occupations } = JSON.parse(readFileSync(join(LABOR, file), 'utf8')) as { occupations: Record<string, Record<string, number>> };
      const at = ({ soc }: OewsRecord, key: string, factor = 1): number | null => times(occupations[soc]?.[key]?.toString(), factor);
      compare(await keptOf<OewsRecord>(file), 5, {
        employment: [(record) => record.employment, (record) => at(record, 'emp')],
        p25: [(record) => record.annual.p25, (record) => at(record, 'p25')],
        p50: [(record) => record.annual.p50, (record) => at(record, 'med')],
        p90: [(record) => record.annual.p90, (record) => at(record, 'p90')],
        hourly: [(record) => record.hourlyCents.p50, (record) => at(record, 'hmed', 100)],
        hourlyMean: [(record) => record.hourlyCents.mean, (record) => at(record, 'havg', 100)],
      });
    }
  });

  it('100 of the national projections', async () => {
    const file = 'bls-employment-projections/occupation_2024-2034.xlsx';
    const by = (rows: readonly Row[]): ReadonlyMap<string | undefined, Row> => new Map(rows.map((row) => [row['2024 National Employment Matrix code'], row]));
    const [main, leavers] = [by(await rowsOf(file, 'Table 1.2', 1)), by(await rowsOf(file, 'Table 1.10', 1))];
    const at = (rows: ReadonlyMap<string | undefined, Row>, heading: string, factor: number) => ({ soc }: Projection): number | null => times(rows.get(soc)?.[heading], factor);
    compare(await keptOf<Projection>(file), 100, {
      from: [(record) => record.employmentFrom, at(main, 'Employment, 2024', 1000)],
      to: [(record) => record.employmentTo, at(main, 'Employment, 2034', 1000)],
      change: [(record) => record.changePermille, at(main, 'Employment change, percent, 2024–34', 10)],
      self: [(record) => record.selfEmployedPermille, at(main, 'Percent self employed, 2024', 10)],
      openings: [(record) => record.openingsPerYear, at(main, 'Occupational openings, 2024–34 annual average', 1000)],
      exits: [(record) => record.exitsPerYear, at(leavers, 'Labor force exits, 2024–34 annual average', 1000)],
      transfers: [(record) => record.transfersPerYear, at(leavers, 'Occupational transfers, 2024–34 annual average', 1000)],
    });
  });

  it('60 of the projections of California', async () => {
    const file = 'state-projections/california_edd_long_term_occ_projections_2023-2033.xlsx';
    const source = new Map((await rowsOf(file, 1, 3)).map((row) => [row['SOC Code[2]'], row]));
    const at = (heading: string, factor: number) => ({ soc }: StateProjection): number | null => times(source.get(soc)?.[heading], factor);
    compare(await keptOf<StateProjection>(file), 60, {
      from: [(record) => record.employmentFrom, at('Base Year Employment Estimate 2023[4][5]', 1)],
      to: [(record) => record.employmentTo, at('Projected Year Employment Estimate 2033', 1)],
      change: [(record) => record.changePermille, at('Percent-age Change 2023-2033', 1000)],
      openings: [(record) => record.openingsPerYear, at('Total Job Openings [9]', 0.1)],
      hourly: [(record) => record.medianHourlyCents, (record) => at('Median Hourly Wages [10]', 100)(record) || null],
    });
  });

  it('60 of the price parities', async () => {
    const file = 'bea-rpp/SARPP_STATE_2008_2023.csv';
    const source = new Map((await rowsOf(file)).map((row) => [`${(row['GeoFIPS'] ?? '').replaceAll('"', '').slice(0, 2)} ${(row['Description'] ?? '').replace(/^RPPs: /, '')}`, row]));
    const at = ({ area, line }: PriceParity, year: string): number | null => times(source.get(`${area.id === 'us' ? '00' : area.id} ${line}`)?.[year], 1000);
    compare(await keptOf<PriceParity>(file), 60, Object.fromEntries(['2008', '2015', '2021', '2023'].map((year) =>
      [year, [(record: PriceParity) => record.years.find((each) => each.year === Number(year))?.milli ?? null, (record: PriceParity) => at(record, year)] as const])));
  });

  it.each(ONET_FILES)('13 of %s', async (file) => {
    const rows = await rowsOf(file);
    const headings = Object.keys(rows[0] ?? {});
    const records = await keptOf<OnetRecord>(file);
    // Every row of these files is kept, in order: a record's place is its row's.
    expect(records).toHaveLength(rows.length);
    for (let count = 0; count < 13; count += 1) {
      const place = draw(rows.length);
      const heading = headings[draw(headings.length)] ?? '';
      expect(records[place]?.[heading], `${heading} of record ${place}`).toBe(rows[place]?.[heading]);
    }
  });

  it('60 of the counties', async () => {
    const file = 'census-acs-earnings/county_hs_earnings.csv';
    const source = new Map((await rowsOf(file)).map((row) => [row['county_fips'], row]));
    compare(await keptOf<{ area: string; name: string; median: number | null; marginOfError: number | null }>(file), 60, {
      name: [({ name }) => name, ({ area }) => source.get(area)?.['county_name'] ?? null],
      median: [({ median }) => median, ({ area }) => times(source.get(area)?.['hs_median_earnings'], 1)],
      margin: [({ marginOfError }) => marginOfError, ({ area }) => times(source.get(area)?.['margin_of_error'], 1)],
    });
  });
});
