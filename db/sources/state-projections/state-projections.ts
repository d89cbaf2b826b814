/**
 * Long-term projections of a state as California publishes them: persons, changes as fractions, and exits, transfers and
 * openings as sums over all years of the span.
 */
import type { Tally } from '../check/tally.ts';
import { Seen, SOC } from '../codes.ts';
import { decimalOf, unitsOf } from '../exact-figure.ts';
import type { SourceInput } from '../file/source-input.ts';
import { fipsOfName } from '../oews/oews-areas.ts';
import type { Entry } from '../projections/entry-words.ts';
import { ProjectionCells } from '../projections/projection-cells.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';

/** An occupation of a state's projections. Null is not available, or not said. */
export interface StateProjection {
  /** Two digits; null when the rows above the table name no state. */
  readonly stateFips: string | null;
  readonly soc: string;
  readonly title: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly employmentFrom: number | null;
  readonly employmentTo: number | null;
  readonly changePermille: number | null;
  /** Over the whole span, as printed. */
  readonly exits: number | null;
  readonly transfers: number | null;
  readonly openings: number | null;
  readonly openingsPerYear: number | null;
  readonly medianHourlyCents: number | null;
  readonly medianAnnualCents: number | null;
  readonly entry: Entry;
}

const wanted = (from: number, to: number) => ({
  level: ['SOC Level'], soc: ['SOC Code'], title: ['Occupational Title'], from: [`Base Year Employment Estimate ${from}`], to: [`Projected Year Employment Estimate ${to}`],
  change: [`Percent-age Change ${from}-${to}`, `Percentage Change ${from}-${to}`], exits: ['Exits'], transfers: ['Transfers'], openings: ['Total Job Openings'],
  hourly: ['Median Hourly Wages'], annual: ['Median Annual Wages'], education: ['Entry Level Education'], experience: ['Work Experience'], training: ['On-the-Job Training'],
});
type Column = keyof ReturnType<typeof wanted>;

interface Found {
  readonly from: number;
  readonly to: number;
  readonly table: FoundTable<Column>;
  readonly stateFips: string | null;
}

function found(input: SourceInput): Found | null {
  const sheets = input.form === 'table' ? [[{ row: 1, cells: input.header }]] : input.form === 'workbook' ? input.sheets.map(({ head }) => head) : [];
  for (const rows of sheets) {
    const texts = rows.flatMap(({ cells }) => cells);
    const year = (pattern: RegExp): number => Number(texts.map((text) => pattern.exec(text)?.[1]).find((each) => each !== undefined));
    const [from, to] = [year(/^Base Year Employment Estimate (20\d\d)/), year(/^Projected Year Employment Estimate (20\d\d)/)];
    const table = from < to ? findTable(input, wanted(from, to)) : null;
    if (table) return { from, to, table, stateFips: texts.map((text) => fipsOfName(text)).find((fips) => fips !== null) ?? null };
  }
  return null;
}

/** The level of detailed occupations; above it lie groups. */
const DETAILED = '4';

function changeOf(cells: ProjectionCells<Column>, text: string): number | null {
  const fraction = decimalOf(text);
  if (fraction === null) cells.bad ??= { code: 'not-a-number', place: cells.place('change') };
  return fraction === null ? null : Math.round(fraction * 1000);
}

async function* read(input: SourceInput, tally: Tally): AsyncGenerator<StateProjection> {
  const edition = found(input);
  if (!edition) return;
  const { table, from, to, stateFips } = edition;
  const headings = Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, (table.headings[column] ?? '').replace(/\s+/g, ' ')])) as Record<Column, string>;
  const seen = new Seen(tally);
  if (stateFips === null) tally.flag('state-not-said', { row: 0 });
  for await (const { row, at } of namedRows(input, table, tally)) {
    if (!/^[1-4]$/.test(at.level)) tally.refuse('code-invalid', { row, column: headings.level, value: at.level });
    else if (!SOC.test(at.soc)) tally.refuse('code-invalid', { row, column: headings.soc, value: at.soc });
    else if (at.level !== DETAILED) tally.skip('not-detailed', { row, column: headings.level, value: at.level });
    else {
      const cells = new ProjectionCells(at, row, headings);
      /** Where no wage could be estimated the table has a zero. */
      const wage = (column: 'hourly' | 'annual'): number | null => {
        if (unitsOf(at[column], 2) !== 0) return cells.figure(column, 2);
        cells.flags.push({ code: 'zero-wage', place: cells.place(column) });
        return null;
      };
      const openings = cells.figure('openings', 0);
      const record: StateProjection = {
        stateFips, soc: at.soc, title: at.title, fromYear: from, toYear: to,
        employmentFrom: cells.figure('from', 0), employmentTo: cells.figure('to', 0), changePermille: changeOf(cells, at.change),
        exits: cells.figure('exits', 0), transfers: cells.figure('transfers', 0), openings, openingsPerYear: openings === null ? null : Math.round(openings / (to - from)),
        medianHourlyCents: wage('hourly'), medianAnnualCents: wage('annual'), entry: cells.entry('education', 'experience', 'training'),
      };
      if (cells.bad) tally.refuse(cells.bad.code, cells.bad.place);
      else if (!seen.again(at.soc, row)) {
        for (const { code, place } of cells.flags) tally.flag(code, place);
        yield record;
      }
    }
  }
}

export const stateProjections: SourceKind<StateProjection> = {
  kind: 'state-projections',
  title: 'Long-term occupational projections of a state (workbook in the layout of California)',
  problems: {
    'not-detailed': 'A group of occupations, not one occupation.',
    'state-not-said': 'No row above the table names the state; say it in the recipe (option "area").',
    'zero-wage': 'The wage is zero, which means that none could be estimated; it is kept as unknown.',
    'word-unknown': 'A word for what is asked at entry that is not known; it is kept as unknown.',
  },
  recognise(input) {
    const edition = found(input);
    return edition && { vintage: `${edition.from}-${edition.to}` };
  },
  read,
  * stage({ stateFips, soc, fromYear, toYear, employmentFrom, employmentTo, changePermille, openingsPerYear }, { options }) {
    const area = stateFips ?? options['area'];
    if (area === undefined) return;
    yield {
      what: 'row', table: 'outlook',
      cells: {
        soc, area, from_year: fromYear, to_year: toYear, employment_from: employmentFrom, employment_to: employmentTo, change_permille: changePermille,
        openings_per_year: openingsPerYear,
      },
    };
  },
};
