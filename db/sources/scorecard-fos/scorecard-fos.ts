/** College Scorecard, field of study: what graduates of a school in a field earn, and owe. One row a school, field and level. */
import { isKnown, SCORECARD_WORDS, wholeOf, type Figure } from '../published-figure.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { RESTORED_PROBLEMS } from '../program-code.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

/**
 * The medians that the file has, by years after leaving. Each counts other people at another time and is a measure of its
 * own: the "first present of them" that some extracts add (program_earnings) is not read.
 */
const MEASURES = [
  { years: 1, column: 'EARN_MDN_1YR' }, { years: 2, column: 'EARN_MDN_2YR' }, { years: 4, column: 'EARN_MDN_4YR' }, { years: 5, column: 'EARN_MDN_5YR' },
] as const;
export type EarningsYears = (typeof MEASURES)[number]['years'];

export interface FieldOfStudy {
  /** Null in extracts that name a school only by its name. */
  readonly unitid: string | null;
  readonly institution: string;
  readonly cip: string;
  readonly title: string;
  readonly level: 'certificate' | 'associate' | 'bachelor';
  readonly completions: Figure;
  readonly earnings: Readonly<Record<EarningsYears, Figure>>;
  /** Median loans of graduates: from any school, and from this one. */
  readonly debtAnywhere: Figure;
  readonly debtHere: Figure;
}

const HEADINGS = {
  institution: ['institution', 'INSTNM'], cip: ['cipcode'], title: ['cip_desc', 'CIPDESC'], level: ['credential_level', 'CREDLEV'],
} as const;
type Heading = keyof typeof HEADINGS;

const LEVELS: Readonly<Record<string, FieldOfStudy['level']>> = { 1: 'certificate', 2: 'associate', 3: 'bachelor' };
/** Certificates after a bachelor's degree, master's, doctoral and first professional degrees, graduate certificates. */
const BEYOND_BACHELOR: ReadonlySet<string> = new Set(['4', '5', '6', '7', '8', '99']);

interface Columns extends Readonly<Record<Heading, number>> {
  readonly unitid: number;
  readonly completions: number;
  readonly suppressed: number;
  readonly debtAnywhere: number;
  readonly debtHere: number;
  readonly earnings: Readonly<Record<EarningsYears, number>>;
}

function columnsOf({ headings, columns }: FoundTable<Heading>): Columns {
  const at = (...spellings: string[]): number => columnNamed(headings, spellings);
  const [one, two, four, five] = MEASURES.map(({ column }) => at(column)) as [number, number, number, number];
  return {
    ...columns, unitid: at('UNITID'), completions: at('completions', 'IPEDSCOUNT2'), suppressed: at('earnings_suppressed'),
    debtAnywhere: at('DEBT_ALL_STGP_ANY_MDN'), debtHere: at('DEBT_ALL_STGP_EVAL_MDN'), earnings: { 1: one, 2: two, 4: four, 5: five },
  };
}

function tableOf(input: SourceInput): FoundTable<Heading> | null {
  const table = findTable(input, HEADINGS);
  return table && MEASURES.some(({ column }) => columnNamed(table.headings, [column]) >= 0) ? table : null;
}

/** An extract says in a column of its own that empty medians are withheld. */
function earningsOf(cells: RowCells, columns: Columns, years: EarningsYears, isWithheld: boolean): Figure {
  const column = columns.earnings[years];
  if (!isWithheld || cells.text(column) !== '') return cells.figure(column, SCORECARD_WORDS);
  if (column >= 0) cells.flag('suppressed', column);
  return 'suppressed';
}

function recordOf(cells: RowCells, columns: Columns): FieldOfStudy {
  const level = cells.required(columns.level).replace(/\.0$/, '');
  if (BEYOND_BACHELOR.has(level)) cells.skip('beyond-bachelor', columns.level);
  else if (LEVELS[level] === undefined) cells.refuse('code-invalid', columns.level);
  const hasNumber = columns.unitid >= 0 && !SCORECARD_WORDS.has(cells.text(columns.unitid).toUpperCase());
  if (!hasNumber) cells.flag('school-unnumbered', columns.institution);
  const isWithheld = cells.text(columns.suppressed).toLowerCase() === 'true';
  const earnings = (years: EarningsYears): Figure => earningsOf(cells, columns, years, isWithheld);
  return {
    unitid: hasNumber ? cells.school(columns.unitid) : null, institution: cells.text(columns.institution),
    cip: cells.field(columns.cip), title: cells.text(columns.title), level: LEVELS[level] ?? 'certificate',
    completions: cells.figure(columns.completions, SCORECARD_WORDS),
    earnings: { 1: earnings(1), 2: earnings(2), 4: earnings(4), 5: earnings(5) },
    debtAnywhere: cells.figure(columns.debtAnywhere, SCORECARD_WORDS), debtHere: cells.figure(columns.debtHere, SCORECARD_WORDS),
  };
}

export const scorecardFos: SourceKind<FieldOfStudy> = {
  kind: 'scorecard-fos',
  title: 'College Scorecard: earnings and debt by school, field of study and level',
  problems: {
    ...RESTORED_PROBLEMS,
    'beyond-bachelor': 'The level is above a bachelor\'s degree, beyond what is shown.',
    'school-unnumbered': 'The school has no number (UNITID) here, only a name; its row is kept but cannot be joined to the directory.',
  },
  recognise: (input) => (tableOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    const columns = columnsOf(table);
    yield* recordsOf(input, table, tally, (cells) => recordOf(cells, columns), ({ unitid, cip, level }) => (unitid === null ? null : `${unitid} ${cip} ${level}`));
  },
  * stage({ unitid, cip, level, earnings }): Generator<Staged> {
    if (unitid === null) return;
    for (const { years } of MEASURES) {
      const figure = earnings[years];
      if (isKnown(figure)) yield { what: 'row', table: 'program_earnings', cells: { institution: unitid, cip, level, years, median: wholeOf(figure) } };
    }
  },
};
