import type { Row } from './csv.ts';
import type { CountyName } from './county-table.ts';
import { scaled } from './decimal.ts';
import type { Cells } from './read-schools.ts';
import { costsOf, nameOf, type Costs } from './training-cells.ts';

/** Codes of `calendarlengthid`, from under a day (1) to over four years (10). */
export const CALENDAR = [
  null, 'under-a-day', 'days-1-2', 'days-3-7', 'weeks-2-3', 'weeks-4-11', 'months-3-5', 'months-6-12', 'months-13-24', 'years-3-4', 'over-4-years',
] as const;

/** What a program ends with, by the first words of its name on the list. */
const AWARD: readonly (readonly [start: string, award: string])[] = [
  ['Certificate of Completion', 'completion'], ['At least one year', 'certificate'], ['At least two year', 'certificate'], ['Community College Certificate', 'certificate'],
  ['Associate', 'associate'], ['Bachelor', 'bachelor'], ['Master', 'above-bachelor'], ['First Professional', 'above-bachelor'], ['Post-Baccalaureate', 'above-bachelor'],
  ['High School Diploma', 'diploma'],
];
/** Stands in the field of clock hours where no number fits. */
export const NO_HOURS: ReadonlySet<string> = new Set(['', '0', '9999']);

/** A code as NCES writes it; null for one that has not six digits: which one was meant is not for us to say. */
export const cipOfDigits = (digits: string): string | null => (/^\d{6}$/.test(digits) ? `${digits.slice(0, 2)}.${digits.slice(2)}` : null);

const idOf = (row: Cells): string => `nj-${row['programid'] ?? ''}`;
export const awardOf = (name: string): string | null => AWARD.find(([start]) => name.startsWith(start))?.[1] ?? null;

function costsOfRow(row: Cells): Costs {
  const cents = (column: string): number => scaled(row[column] ?? '', 2);
  return costsOf(
    { tuition_cents: cents('tuition'), fees_cents: cents('fees'), books_cents: cents('booksmaterialscost'), supplies_cents: cents('suppliestoolscost'), other_cents: cents('othercosts') },
    cents('totalcost'),
  );
}

/** Rows of New Jersey's list. Its flags for a degree and for an industry credential are set in every row and say nothing: only the names are kept. */
export function newJerseyProgramRows(programs: readonly Cells[], counties: readonly CountyName[]): readonly Row[] {
  const fipsOf = new Map(counties.filter(({ fips }) => fips.startsWith('34')).map(({ fips, name }) => [name, fips]));
  return programs.map((row) => {
    const get = (name: string): string => row[name] ?? '';
    const cip = cipOfDigits(get('cipcode'));
    return {
      id: idOf(row), list: 'nj-2021', provider: nameOf(get('name')), name: nameOf(get('officialname')), cip, cip_flag: cip === null ? 'not-six-digits' : null,
      place: nameOf(get('city')), state: nameOf(get('state')), county: fipsOf.get(`${get('county')} County`) ?? null, ...costsOfRow(row),
      clock_hours: NO_HOURS.has(get('totalclockhours')) ? null : Number(get('totalclockhours')), weeks: null, week_hours: null,
      calendar: CALENDAR[Number(get('calendarlengthid'))] ?? null, own_pace: 0, delivery: null, award: awardOf(get('degreeawardedname')),
      leads_to_license: get('leadtolicense') === 't' ? 1 : get('leadtolicense') === 'f' ? 0 : null, license: nameOf(get('licenseawardedname')),
      industry_credential: nameOf(get('industrycredentialname')), source_id: 'nj-etpl-2021',
    };
  });
}

const NOT_GIVEN = '-99999';
/** Columns of the results: share or pay, and the people behind it. Shares are of those who finished; pay is of those of them with pay. */
const OUTCOMES = [
  { measure: 'employed-q2', column: 'PerEmployed2', people: 'NumCompleted2', factor: 1000 },
  { measure: 'employed-q4', column: 'PerEmployed4', people: 'NumCompleted4', factor: 1000 },
  { measure: 'employed-q8', column: 'PerEmployed8', people: 'NumCompleted8', factor: 1000 },
  { measure: 'mean-quarter-pay-q2', column: 'AvgQuarterlyWage2', people: 'NumUsedWageCalc2', factor: 100 },
  { measure: 'mean-quarter-pay-q4', column: 'AvgQuarterlyWage4', people: 'NumUsedWageCalc4', factor: 100 },
  { measure: 'mean-quarter-pay-q8', column: 'AvgQuarterlyWage8', people: 'NumUsedWageCalc8', factor: 100 },
] as const;

/** What became of people of the provider in the field of each program; a program of which nothing is reported has no row. */
export function newJerseyOutcomeRows(programs: readonly Cells[], outcomes: ReadonlyMap<string, Cells>): readonly Row[] {
  return programs.flatMap((row) => {
    const found = outcomes.get(`${row['providerid']} ${row['cipcode']}`);
    return found === undefined ? [] : OUTCOMES.map(({ measure, column, people, factor }) => {
      const given = found[column] ?? NOT_GIVEN;
      const known = given !== NOT_GIVEN && given !== '';
      return {
        program: idOf(row), measure, counts: 'provider-field', value: known ? Math.round(Number(given) * factor) : null, people: known ? Number(found[people]) : null,
        unknown: known ? null : 'not-published', flag: null, source_id: 'nj-outcomes-2020',
      };
    });
  });
}
