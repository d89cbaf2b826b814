import type { Row } from './csv.ts';
import { scaled } from './decimal.ts';
import type { AreaFigures, OewsArea } from './read-oews-areas.ts';
import type { NationalOccupation } from './read-oews-national.ts';

type PayBasis = NationalOccupation['payBasis'];

/** `not-published` when a figure is missing that the way the occupation is paid does not explain. */
function unknownWord(
  payBasis: PayBasis | undefined,
  employment: number | null,
  annual: readonly (number | null)[],
  hourly: readonly (number | null)[],
): string | null {
  const missing =
    employment === null ||
    (payBasis !== 'hourly-only' && annual.includes(null)) ||
    (payBasis !== 'annual-only' && hourly.includes(null));
  return missing ? 'not-published' : null;
}

/** Wages of the nation: annual whole dollars, hourly cents, every published percentile. */
export function nationalWageRows(national: readonly NationalOccupation[]): readonly Row[] {
  return national.map(({ soc, employment, annual, hourlyCents, payBasis }) => ({
    area: 'us',
    soc,
    employment,
    ...annual,
    hourly_p10_cents: hourlyCents.p10,
    hourly_p25_cents: hourlyCents.p25,
    hourly_p50_cents: hourlyCents.p50,
    hourly_p75_cents: hourlyCents.p75,
    hourly_p90_cents: hourlyCents.p90,
    hourly_mean_cents: hourlyCents.mean,
    top_coded: 0,
    unknown: unknownWord(payBasis, employment, Object.values(annual), Object.values(hourlyCents)),
    source_id: 'oews-2025-national',
  }));
}

function areaRow(area: OewsArea, soc: string, figures: AreaFigures, payBasis: PayBasis | undefined): Row {
  const whole = (value: number | undefined): number | null => (value === undefined ? null : scaled(value, 0));
  const cents = (value: number | undefined): number | null => (value === undefined ? null : scaled(value, 2));
  const employment = whole(figures.emp);
  const annual = {
    p10: whole(figures.p10),
    p25: whole(figures.p25),
    p50: whole(figures.med),
    p75: whole(figures.p75),
    p90: whole(figures.p90),
    mean: whole(figures.avg),
  };
  const hourlyMedian = cents(figures.hmed);
  const hourlyMean = cents(figures.havg);
  return {
    area: area.id,
    soc,
    employment,
    ...annual,
    // The area files hold no hourly percentiles but the median; none is computed from the annual ones.
    hourly_p10_cents: null,
    hourly_p25_cents: null,
    hourly_p50_cents: hourlyMedian,
    hourly_p75_cents: null,
    hourly_p90_cents: null,
    hourly_mean_cents: hourlyMean,
    top_coded: 0,
    unknown: unknownWord(payBasis, employment, Object.values(annual), [hourlyMedian, hourlyMean]),
    source_id: area.sourceId,
  };
}

/** Wages of states, territories and nonmetropolitan areas by the state that holds them: one file each. */
export function areaWageRowsByState(
  areas: readonly OewsArea[],
  national: readonly NationalOccupation[],
): ReadonlyMap<string, readonly Row[]> {
  const payBasis = new Map(national.map((item) => [item.soc, item.payBasis]));
  const byState = new Map<string, Row[]>();
  for (const area of areas) {
    const rows = byState.get(area.stateFips) ?? [];
    for (const [soc, figures] of Object.entries(area.occupations)) {
      rows.push(areaRow(area, soc, figures, payBasis.get(soc)));
    }
    byState.set(area.stateFips, rows);
  }
  return byState;
}
