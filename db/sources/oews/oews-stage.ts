/** What a record of the wage survey brings to a pack. */
import type { StagedRow } from '../staged.ts';
import { stagedArea } from './oews-areas.ts';
import type { OewsRecord } from './oews-record.ts';

/** 'not-published' when a figure is missing that neither the way the occupation is paid nor the top code explains. */
function unknownWord({ employment, annual, hourlyCents, payBasis, topCoded }: OewsRecord, hourlyPrinted: readonly (number | null)[]): string | null {
  const missing = (figures: readonly (number | null)[]): boolean => figures.includes(null) && !(topCoded && figures.some((each) => each !== null));
  return employment === null || (payBasis !== 'hourly-only' && missing(Object.values(annual))) || (payBasis !== 'annual-only' && missing(hourlyPrinted))
    || (payBasis === 'annual-only' && annual.p50 === null && !topCoded) || (payBasis === 'hourly-only' && hourlyCents.p50 === null && !topCoded)
    ? 'not-published' : null;
}

/** `hourlyPrinted` are the hourly figures that such a file prints at all. */
export function stagedWage(record: OewsRecord, hourlyPrinted: readonly (number | null)[] = Object.values(record.hourlyCents)): StagedRow {
  const { area, soc, employment, annual, hourlyCents, topCoded } = record;
  return {
    what: 'row', table: 'wage',
    cells: {
      area: area.id, soc, employment, ...annual,
      hourly_p10_cents: hourlyCents.p10, hourly_p25_cents: hourlyCents.p25, hourly_p50_cents: hourlyCents.p50, hourly_p75_cents: hourlyCents.p75,
      hourly_p90_cents: hourlyCents.p90, hourly_mean_cents: hourlyCents.mean, top_coded: topCoded ? 1 : 0, unknown: unknownWord(record, hourlyPrinted),
    },
  };
}

/** The nation's rows also say which occupations there are; what else is known of one comes from other sources. */
export function* stagedOews(record: OewsRecord): Generator<StagedRow> {
  const { area, soc, title, payBasis } = record;
  if (record.firstOfArea) yield stagedArea(area);
  if (area.kind === 'nation') {
    yield {
      what: 'row', table: 'occupation',
      cells: {
        soc, title, title_es: null, job_zone: null, interests: null, cluster: null, entry_education: null, entry_experience: null, entry_training: null,
        self_employed_permille: null, pay_basis: payBasis ?? 'both', merges: null, attributes_source: null,
      },
    };
  }
  yield stagedWage(record);
}
