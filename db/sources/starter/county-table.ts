import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Row } from './csv.ts';

/** A county or what stands for one: borough, parish, planning region, independent city, municipio. */
export interface CountyName {
  readonly fips: string;
  readonly name: string;
}

const read = (path: string): readonly Readonly<Record<string, string>>[] => parse(readFileSync(path), { columns: true, bom: true });
const cell = (row: Readonly<Record<string, string>>, column: string): string => {
  const text = row[column];
  if (text === undefined || text === '') throw new Error(`counties: a row lacks ${column}`);
  return text;
};
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Every county by code: those of the census table, which leaves out the few with too few people
 * asked, and those few by hand.
 */
export function readCountyNames(educationDir: string, sourcesDir: string): readonly CountyName[] {
  const asked = read(join(educationDir, 'earnings-benchmarks', 'county_hs_earnings.csv'))
    .map((row) => ({ fips: cell(row, 'county_fips'), name: cell(row, 'county_name').replace(/, [^,]+$/u, '') }));
  const few = read(join(sourcesDir, 'counties-unnamed.csv')).map((row) => ({ fips: cell(row, 'fips'), name: cell(row, 'name') }));
  return [...asked, ...few].sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

/** The nonmetropolitan areas with the counties in them, by name; "County", "Parish" and "Municipio" are left out there. */
export function readNonmetroCounties(sourcesDir: string): ReadonlyMap<string, readonly string[]> {
  return new Map(read(join(sourcesDir, 'nonmetro-counties.csv')).map((row) => [cell(row, 'area'), cell(row, 'counties').split(';')]));
}

/**
 * County to the area whose figures stand for it: the nonmetropolitan area it lies in, else (metropolitan,
 * for which the starter has no figures) its state or territory.
 *
 * @throws on an area the starter lacks or has no counties for, a county that no state has, and one in two areas.
 */
export function countyRows(names: readonly CountyName[], nonmetro: ReadonlyMap<string, readonly string[]>, areas: readonly { readonly id: string; readonly kind: string }[]): readonly Row[] {
  const own = areas.filter((area) => area.kind === 'nonmetro').map((area) => area.id);
  const unmatched = [...own.filter((id) => !nonmetro.has(id)), ...[...nonmetro.keys()].filter((id) => !own.includes(id))];
  if (unmatched.length > 0) throw new Error(`counties: areas without counties, or not in the starter: ${unmatched.join(', ')}`);
  const byName = new Map(names.map(({ fips, name }) => [`${fips.slice(0, 2)} ${plain(name)}`, fips]));
  const areaOf = new Map<string, string>();
  for (const [area, counties] of nonmetro) {
    for (const county of counties) {
      const found = ['', ' County', ' Parish', ' Municipio'].map((kind) => byName.get(`${area.slice(0, 2)} ${plain(county + kind)}`)).find((fips) => fips !== undefined);
      if (found === undefined) throw new Error(`counties: ${area} has no county "${county}"`);
      if (areaOf.has(found)) throw new Error(`counties: ${county} (${found}) is in ${areaOf.get(found)} and in ${area}`);
      areaOf.set(found, area);
    }
  }
  return names.map(({ fips, name }) => ({ fips, name, area: areaOf.get(fips) ?? fips.slice(0, 2), source_id: 'oews-area-definitions' }));
}
