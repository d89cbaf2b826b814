import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from './csv.ts';
import { STATES, TERRITORIES } from './states.ts';

/** Figures of one occupation as the file has them; an absent key was not published. */
export interface AreaFigures {
  readonly title: string;
  readonly emp?: number;
  readonly med?: number;
  readonly avg?: number;
  readonly hmed?: number;
  readonly havg?: number;
  readonly p10?: number;
  readonly p25?: number;
  readonly p75?: number;
  readonly p90?: number;
}

export interface OewsArea {
  /** Area id of the starter. */
  readonly id: string;
  readonly kind: 'state' | 'territory' | 'nonmetro';
  readonly name: string;
  /** FIPS code of the state or territory that holds the area; for these themselves their own code. */
  readonly stateFips: string;
  readonly sourceId: 'oews-2025-areas' | 'oews-2024-areas';
  readonly occupations: Readonly<Record<string, AreaFigures>>;
}

interface AreaFile {
  readonly name: string;
  readonly occupations: Readonly<Record<string, AreaFigures>>;
}

/**
 * Guam and the Virgin Islands come twice: as `66` and `78`, and as nonmetropolitan areas that cover
 * the whole territory. The location quotients of the two-digit files agree with the national shares
 * of May 2024 and those of the seven-digit files with May 2025, so the newer file is taken.
 */
const NEWER_TERRITORY_FILE: Readonly<Record<string, string>> = { '66': '6600001', '78': '7800001' };

/** Puerto Rico as a whole exists only as the file of May 2024 (see above); it keeps that vintage. */
const OLDER_VINTAGE: ReadonlySet<string> = new Set(['72']);

function readArea(path: string): AreaFile {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const file = value as Partial<AreaFile> | null;
  if (typeof file?.name !== 'string' || typeof file.occupations !== 'object') {
    throw new Error(`${path} is not an area file: name or occupations is missing`);
  }
  return { name: file.name.replaceAll(/\s+/g, ' ').trim(), occupations: file.occupations };
}

/** Every state, territory and nonmetropolitan area of the OEWS area files, by id. */
export function readOewsAreas(laborDir: string): readonly OewsArea[] {
  const root = join(laborDir, 'bls-oews-area-2025');
  const others = join(root, 'nonmetro-and-territories');
  const areas = STATES.map(([fips, , name]): OewsArea => {
    const territory = TERRITORIES.has(fips);
    const path = territory ? join(others, `${NEWER_TERRITORY_FILE[fips] ?? fips}.json`) : join(root, 'states', `${fips}.json`);
    const file = readArea(path);
    if (file.name !== name) throw new Error(`${path} is "${file.name}", not ${name}`);
    return {
      id: fips,
      kind: territory ? 'territory' : 'state',
      name,
      stateFips: fips,
      sourceId: OLDER_VINTAGE.has(fips) ? 'oews-2024-areas' : 'oews-2025-areas',
      occupations: file.occupations,
    };
  });
  const stateName = new Map<string, string>(STATES.map(([fips, , name]) => [fips, name]));
  const wholeTerritory = new Set(Object.values(NEWER_TERRITORY_FILE));
  for (const fileName of readdirSync(others)) {
    const id = fileName.replace(/\.json$/, '');
    if (!/^\d{7}$/.test(id) || wholeTerritory.has(id)) continue;
    const file = readArea(join(others, fileName));
    const stateFips = id.slice(0, 2);
    // The published name carries the state's; a code that lies about its state would show here.
    if (!file.name.includes(stateName.get(stateFips) ?? '\0')) {
      throw new Error(`area ${id} "${file.name}" does not name the state ${stateFips}`);
    }
    areas.push({ id, kind: 'nonmetro', name: file.name, stateFips, sourceId: 'oews-2025-areas', occupations: file.occupations });
  }
  return areas.toSorted((a, b) => byCodeUnit(a.id, b.id));
}
