import type { Row } from './csv.ts';
import type { OewsArea } from './read-oews-areas.ts';
import { STATES } from './states.ts';

/** The nation, the states and territories, and the nonmetropolitan areas. Only the first two kinds of place have price parities. */
export function areaRows(areas: readonly OewsArea[], parities: ReadonlyMap<string, number>): readonly Row[] {
  const postal = new Map<string, string>(STATES.map(([fips, abbreviation]) => [fips, abbreviation]));
  const row = (id: string, kind: string, name: string, parent: string | null, state: string | null, parity: number | null, source: string): Row => ({
    id, kind, name, parent, state,
    price_parity_milli: parity,
    price_parity_source: parity === null ? null : 'bea-rpp-2023',
    source_id: source,
  });
  return [
    row('us', 'nation', 'United States', null, null, parities.get('00') ?? null, 'oews-2025-national'),
    ...areas.map((area) =>
      area.kind === 'nonmetro'
        ? row(area.id, area.kind, area.name, area.stateFips, postal.get(area.stateFips) ?? null, null, area.sourceId)
        : row(area.id, area.kind, area.name, 'us', postal.get(area.id) ?? null, parities.get(area.id) ?? null, area.sourceId),
    ),
  ];
}
