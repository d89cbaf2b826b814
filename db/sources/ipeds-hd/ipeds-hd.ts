/** IPEDS, the directory of schools (HD): place, level, control and whether one is open. Persons, phones and numbers of taxpayers are not read. */
import { aliasesOf, websiteOf } from '../starter/school-tables.ts';
import { STATES } from '../starter/states.ts';
import { findTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

export interface DirectorySchool {
  readonly unitid: string;
  readonly name: string;
  readonly otherNames: string;
  readonly city: string;
  readonly state: string;
  /** County, five digits; '' where none is given. */
  readonly county: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly control: 'public' | 'nonprofit' | 'for-profit';
  readonly level: 'four-year' | 'two-year' | 'under-two-year';
  readonly website: string;
}

const HEADINGS = {
  unitid: ['UNITID'], name: ['INSTNM'], otherNames: ['IALIAS'], city: ['CITY'], state: ['STABBR'], county: ['COUNTYCD'], latitude: ['LATITUDE'], longitude: ['LONGITUD'],
  control: ['CONTROL'], level: ['ICLEVEL'], sector: ['SECTOR'], active: ['CYACTIVE'], undergraduates: ['UGOFFER'], postsecondary: ['POSTSEC'], deathYear: ['DEATHYR'],
  closed: ['CLOSEDAT'], website: ['WEBADDR'],
} as const;
type Columns = Readonly<Record<keyof typeof HEADINGS, number>>;

const CONTROL: Readonly<Record<string, DirectorySchool['control']>> = { 1: 'public', 2: 'nonprofit', 3: 'for-profit' };
const LEVEL: Readonly<Record<string, DirectorySchool['level']>> = { 1: 'four-year', 2: 'two-year', 3: 'under-two-year' };
/** Stands for "not so" in the days and years of closing, and for no county. */
const NOT_SO = '-2';
/** Offices of a system, which teach nobody, and what is not known. */
const NO_SCHOOL: ReadonlySet<string> = new Set(['0', '99']);
const DEGREE_MICRO = 1_000_000;
const AREA_OF = new Map<string, string>(STATES.map(([fips, postal]) => [postal, fips]));

/** Why a school is not shown. */
function decide(cells: RowCells, columns: Columns): void {
  if (NO_SCHOOL.has(cells.text(columns.sector))) cells.skip('no-school', columns.sector);
  else if (cells.text(columns.deathYear) !== NOT_SO || cells.text(columns.closed) !== NOT_SO) cells.skip('closed', columns.closed);
  else if (cells.text(columns.active) !== '1' || cells.text(columns.postsecondary) !== '1') cells.skip('not-active', columns.active);
  else if (cells.text(columns.undergraduates) !== '1') cells.skip('no-undergraduates', columns.undergraduates);
}

function degrees(cells: RowCells, column: number, most: number): number {
  const figure = cells.figure(column);
  if (typeof figure === 'number' && Math.abs(figure) <= most) return figure;
  cells.refuse('place-invalid', column);
  return 0;
}

function coded<T>(cells: RowCells, column: number, codes: Readonly<Record<string, T>>, otherwise: T): T {
  const found = codes[cells.text(column)];
  if (found === undefined) cells.refuse('code-invalid', column);
  return found ?? otherwise;
}

function recordOf(cells: RowCells, columns: Columns): DirectorySchool {
  const unitid = cells.school(columns.unitid);
  decide(cells, columns);
  const isSkipped = cells.decision?.what === 'skip';
  // What is left out need not be whole: offices of a system have no level.
  const county = isSkipped || cells.text(columns.county) === NOT_SO ? '' : cells.digits(columns.county, 5);
  return {
    unitid, name: cells.text(columns.name).replace(/\s+/g, ' '), otherNames: cells.text(columns.otherNames), city: cells.text(columns.city), state: cells.text(columns.state), county,
    latitude: isSkipped ? 0 : degrees(cells, columns.latitude, 90), longitude: isSkipped ? 0 : degrees(cells, columns.longitude, 180),
    control: isSkipped ? 'public' : coded(cells, columns.control, CONTROL, 'public'), level: isSkipped ? 'four-year' : coded(cells, columns.level, LEVEL, 'four-year'),
    website: cells.text(columns.website),
  };
}

export const ipedsHd: SourceKind<DirectorySchool> = {
  kind: 'ipeds-hd',
  title: 'IPEDS: directory of schools',
  problems: {
    'no-school': 'An office of a school system, or what is not known: nobody is taught there.',
    'closed': 'The school has closed or is about to.',
    'not-active': 'The school was not active as a school after high school in the year of the file.',
    'no-undergraduates': 'The school takes no undergraduates.',
    'place-invalid': 'The latitude or longitude is none.',
  },
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    yield* recordsOf(input, table, tally, (cells) => recordOf(cells, table.columns), ({ unitid }) => unitid);
  },
  * stage({ unitid, name, otherNames, city, state, county, latitude, longitude, control, level, website }): Generator<Staged> {
    yield {
      what: 'row', table: 'institution', cells: {
        id: unitid, name, aliases: aliasesOf(otherNames, name), city, state, area: AREA_OF.get(state) ?? null, county: county === '' ? null : county,
        latitude_micro: Math.round(latitude * DEGREE_MICRO), longitude_micro: Math.round(longitude * DEGREE_MICRO), control, level, website: websiteOf(website),
      },
    };
  },
};
