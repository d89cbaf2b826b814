import type { Row } from './csv.ts';
import type { CountyName } from './county-table.ts';
import { scaled } from './decimal.ts';
import type { CaliforniaProgram } from './read-training.ts';
import { costsOf, nameOf, quarterPay } from './training-cells.ts';

const SOURCE = 'ca-etp-results-2026';
const idOf = ({ uuid }: CaliforniaProgram): string => `ca-${uuid}`;
const cents = (dollars: number | null): number | null => (dollars === null ? null : scaled(dollars, 2));

/** How it is taught, by the words of the federal form. */
export function deliveryOf(format: string): string | null {
  return format.includes('hybrid') ? 'both' : format.includes('online') ? 'online' : format.includes('in-person') ? 'in-person' : null;
}

/** The county where a region is one county: "Redding MSA (Shasta County)". A region of several says nothing of which. */
function countyOf(program: CaliforniaProgram, counties: ReadonlyMap<string, string>): string | null {
  const name = /\(([^()]+ County)\)$/.exec(program.region?.area_name ?? '')?.[1];
  return name === undefined ? null : (counties.get(name) ?? null);
}

/** Rows of California's programs. What they lead to is not in the federal results. */
export function californiaProgramRows(programs: readonly CaliforniaProgram[], counties: readonly CountyName[]): readonly Row[] {
  const fipsOf = new Map(counties.filter(({ fips }) => fips.startsWith('06')).map(({ fips, name }) => [name, fips]));
  return programs.map((program) => {
    const cip = /^\d{2}\.\d{4}$/.test(program.cip_code) ? program.cip_code : null;
    const [tuition, supplies] = [cents(program.cost.tuition), cents(program.cost.supplies)];
    return {
      id: idOf(program), list: 'ca-2026', provider: nameOf(program.provider_name), name: nameOf(program.program_name), cip, cip_flag: cip === null ? 'not-six-digits' : null,
      place: nameOf(program.location.city), state: nameOf(program.location.state), county: countyOf(program, fipsOf),
      ...costsOf({ tuition_cents: tuition, fees_cents: null, books_cents: null, supplies_cents: supplies, other_cents: null }, tuition === null || supplies === null ? null : tuition + supplies),
      clock_hours: null, weeks: program.length.weeks, week_hours: program.length.hours, calendar: null, own_pace: program.length.competency_based ? 1 : 0,
      delivery: deliveryOf(program.program_format), award: null, leads_to_license: null, license: null, industry_credential: null, source_id: SOURCE,
    };
  });
}

/** The work each program is said to be for. */
export const californiaOccupationRows = (programs: readonly CaliforniaProgram[]): readonly Row[] =>
  programs.flatMap((program) => program.soc_codes.map((soc) => ({ program: idOf(program), soc, source_id: SOURCE })));

/** What became of people of each program; one that reported nothing has no row. */
export function californiaOutcomeRows(programs: readonly CaliforniaProgram[]): readonly Row[] {
  return programs.flatMap((program) => {
    const { total_exited: exited, completion_rate: completed, employment_rate_q2: employed, median_earnings: earned, cohort } = program.outcomes;
    if (completed === null && employed === null && earned === null) return [];
    const pay = quarterPay(cents(earned));
    const flag = cohort.internally_consistent ? null : 'counts-disagree';
    const row = (measure: string, value: number | null, people: number | null, flagged: string | null): Row => ({
      program: idOf(program), measure, counts: 'program', value, people: value === null ? null : people, unknown: value === null ? 'not-published' : null, flag: flagged, source_id: SOURCE,
    });
    return [
      row('completed', completed === null ? null : Math.round(completed * 1000), exited, flag),
      // Of whom the share who worked is a share, the report does not say.
      row('employed-q2', employed === null ? null : Math.round(employed * 1000), null, flag),
      row('median-quarter-pay-q2', pay.cents, null, pay.flag ?? flag),
    ];
  });
}
