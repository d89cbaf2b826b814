/** Median earnings by attainment from the American Community Survey, table B20004, as a third party re-shaped it: three small tables. */
import type { Tally } from '../check/tally.ts';
import { Seen, withZeros } from '../codes.ts';
import { unitsOf } from '../exact-figure.ts';
import type { SourceInput } from '../file/source-input.ts';
import { fipsOfName, isState } from '../oews/oews-areas.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';

/** Earnings in whole dollars a year of everybody of 25 and over who earned, part-time included: no starting pay. */
export interface AcsEarnings {
  readonly about: 'county-high-school' | 'state-bachelor' | 'state-threshold';
  /** Five digits of a county, two of a state, "us". */
  readonly area: string;
  readonly name: string;
  readonly median: number | null;
  /** At 90 percent; null where the table has none. */
  readonly marginOfError: number | null;
}

const LAYOUTS = [
  { about: 'county-high-school', digits: 5, headings: { code: ['county_fips'], name: ['county_name'], median: ['hs_median_earnings'], margin: ['margin_of_error'] } },
  { about: 'state-bachelor', digits: 2, headings: { code: ['state_fips'], name: ['state_name'], median: ['bachelor_median_earnings'], margin: ['bachelor_margin_of_error'] } },
  // The thresholds name no code, and no margin.
  { about: 'state-threshold', digits: 2, headings: { code: ['State'], name: ['State'], median: ['Threshold'], margin: ['Threshold'] } },
] as const;
type Layout = (typeof LAYOUTS)[number];

function layoutOf(input: SourceInput): Layout | null {
  const layout = LAYOUTS.find(({ headings }) => findTable(input, headings) !== null);
  // "State" and "Threshold" alone could head many a table: all of it has to be those two columns, and its rows states.
  if (layout?.about !== 'state-threshold') return layout ?? null;
  return input.form === 'table' && input.header.length === 2 && input.head.length > 0 && input.head.every(({ cells }) => areaOfName(cells[0] ?? '') !== null) ? layout : null;
}

const areaOfName = (name: string): string | null => (/^United States\b/.test(name.trim()) ? 'us' : fipsOfName(name));

function areaOf({ about, digits }: Layout, code: string): string | null {
  if (about === 'state-threshold') return areaOfName(code);
  const fips = withZeros(code, digits);
  return /^\d+$/.test(fips) && fips.length === digits && isState(fips.slice(0, 2)) ? fips : null;
}

async function* read(input: SourceInput, tally: Tally): AsyncGenerator<AcsEarnings> {
  const layout = layoutOf(input);
  const table = layout && findTable(input, layout.headings);
  if (!table) return;
  const { about } = layout;
  if (about === 'state-threshold') tally.flag('second-hand', { row: 0 });
  const seen = new Seen(tally);
  for await (const { row, at } of namedRows(input, table, tally)) {
    const area = areaOf(layout, at.code);
    const [median, margin] = [at.median, about === 'state-threshold' ? '' : at.margin].map((text) => (text === '' ? null : unitsOf(text, 0)));
    if (area === null) tally.refuse('code-invalid', { row, column: layout.headings.code[0], value: at.code });
    else if ((median === null && at.median !== '') || (median ?? 0) < 0) tally.refuse('not-a-number', { row, column: layout.headings.median[0], value: at.median });
    else if (about !== 'state-threshold' && margin === null && at.margin !== '') tally.refuse('not-a-number', { row, column: layout.headings.margin[0], value: at.margin });
    else if (!seen.again(area, row)) {
      if (about !== 'state-threshold' && area !== at.code) tally.flag('leading-zeros-restored', { row, column: layout.headings.code[0], value: at.code });
      if (at.median === '') tally.flag('blank-figure', { row, column: layout.headings.median[0] });
      yield { about, area, name: at.name, median: median ?? null, marginOfError: margin ?? null };
    }
  }
}

export const acsEarnings: SourceKind<AcsEarnings> = {
  kind: 'acs-earnings',
  title: 'Median earnings by attainment of counties and states (American Community Survey, re-shaped)',
  problems: { 'second-hand': 'These thresholds were not traced to a federal file. Compare them with the publisher\u2019s before they are shown.' },
  recognise: (input) => (layoutOf(input) ? { vintage: null } : null),
  read,
};
