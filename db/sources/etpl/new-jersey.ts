/** New Jersey's list of training programs. Contact persons, phones and comments, where a file has them, are not read. */
import type { Tally } from '../check/tally.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { Figure, Unknown } from '../published-figure.ts';
import { awardOf, CALENDAR, NO_HOURS } from '../starter/training-new-jersey.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { costFaults, type TrainingProgram } from './training-program.ts';

const HEADINGS = {
  id: ['programid'], provider: ['name'], name: ['officialname'], cip: ['cipcode'], tuition: ['tuition'], fees: ['fees'], books: ['booksmaterialscost'],
  supplies: ['suppliestoolscost'], other: ['othercosts'], total: ['totalcost'], hours: ['totalclockhours'], calendar: ['calendarlengthid'], award: ['degreeawardedname'],
  leadsToLicense: ['leadtolicense'], license: ['licenseawardedname'], industryCredential: ['industrycredentialname'], place: ['city'], state: ['state'], county: ['county'],
  status: ['statusname'],
} as const;
type Columns = Readonly<Record<keyof typeof HEADINGS, number>>;

/** A phone number that no one has: there is no area code 555. Fixtures of the state's own software carry it. */
const MADE_UP_PHONE = /^\D*555/;
const HOURS_WORDS: ReadonlyMap<string, Unknown> = new Map([...NO_HOURS].filter((word) => word !== '').map((word) => [word, 'not-available'] as const));

export const newJerseyPrograms = (input: SourceInput): FoundTable<keyof typeof HEADINGS> | null => findTable(input, HEADINGS);

function hoursOf(cells: RowCells, column: number): Figure {
  if (!NO_HOURS.has(cells.text(column))) return cells.figure(column, HOURS_WORDS);
  cells.flag('hours-unknown', column);
  return 'not-available';
}

function licenseOf(cells: RowCells, column: number): boolean | null {
  const text = cells.text(column).toLowerCase();
  return text === 't' || text === 'true' ? true : text === 'f' || text === 'false' ? false : null;
}

function recordOf(cells: RowCells, columns: Columns): TrainingProgram {
  const status = cells.required(columns.status);
  if (status !== 'Approved') cells.skip('not-approved', columns.status);
  const name = cells.text(columns.name).replace(/\s+/g, ' ');
  if (name === '') cells.refuse('name-missing', columns.name);
  const costs = {
    tuition: cells.figure(columns.tuition), fees: cells.figure(columns.fees), books: cells.figure(columns.books), supplies: cells.figure(columns.supplies),
    other: cells.figure(columns.other), total: cells.figure(columns.total),
  };
  for (const fault of costFaults(costs)) cells.flag(fault, columns.total);
  return {
    id: `nj-${cells.required(columns.id)}`, list: 'nj-2021', provider: cells.text(columns.provider), name, cip: cells.program(columns.cip),
    place: cells.text(columns.place), state: cells.text(columns.state), county: cells.text(columns.county), costs,
    clockHours: hoursOf(cells, columns.hours), weeks: 'not-available', weekHours: 'not-available', calendar: CALENDAR[Number(cells.text(columns.calendar))] ?? null,
    ownPace: false, delivery: null, award: awardOf(cells.text(columns.award)), leadsToLicense: licenseOf(cells, columns.leadsToLicense),
    license: cells.text(columns.license), industryCredential: cells.text(columns.industryCredential), socs: [], outcomes: null,
  };
}

export async function* readNewJerseyPrograms(input: SourceInput, table: FoundTable<keyof typeof HEADINGS>, tally: Tally): AsyncGenerator<TrainingProgram> {
  const phone = columnNamed(table.headings, ['contactphone']);
  yield* recordsOf(input, table, tally, (cells) => {
    const isTest = MADE_UP_PHONE.test(cells.text(phone));
    if (isTest) cells.skip('test-record', phone);
    return recordOf(cells, table.columns);
  }, ({ id }) => id);
}
