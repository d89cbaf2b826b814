/** IPEDS completions: awards that a school gave in a year, by program and level. The survey's own file, or an extract of it. */
import { wholeOf, type Figure } from '../published-figure.ts';
import { columnNamed, findTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { RESTORED_PROBLEMS } from '../program-code.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

type Level = 'short-certificate' | 'certificate' | 'associate' | 'bachelor';

export interface Completions {
  readonly unitid: string;
  readonly cip: string;
  /** Code of the survey, and what it counts as here. */
  readonly awardLevel: string;
  readonly level: Level;
  readonly completions: Figure;
  readonly men: Figure;
  readonly women: Figure;
}

const HEADINGS = { unitid: ['UNITID'], cip: ['cipcode_6', 'CIPCODE'], award: ['award_level', 'AWLEVEL'], total: ['total_completions', 'CTOTALT'] } as const;
/** 20 and 21 are certificates of under 12 weeks and under a year; 1 is their older code. Extracts call them "Unknown". */
const LEVELS: Readonly<Record<string, Level>> = {
  1: 'short-certificate', 20: 'short-certificate', 21: 'short-certificate', 2: 'certificate', 4: 'certificate', 3: 'associate', 5: 'bachelor',
};
/** Certificates after a bachelor's or a master's degree and master's degrees; 9 to 11 and 17 to 19 are doctorates and professional degrees. */
const BEYOND: ReadonlySet<string> = new Set(['6', '7', '8', '9', '10', '11']);
const DOCTORATES: ReadonlySet<string> = new Set(['17', '18', '19']);
/** What stands for the sum of all programs. */
const ALL_PROGRAMS = /^99(\.0+)?$/;

function levelOf(cells: RowCells, column: number): Level {
  const code = cells.required(column);
  const level = LEVELS[code];
  if (DOCTORATES.has(code)) cells.skip('doctorate', column);
  else if (BEYOND.has(code)) cells.skip('beyond-bachelor', column);
  else if (level === undefined) cells.refuse('code-invalid', column);
  return level ?? 'certificate';
}

export const ipedsCompletions: SourceKind<Completions> = {
  kind: 'ipeds-completions',
  title: 'IPEDS completions: awards by school, program and level',
  problems: {
    ...RESTORED_PROBLEMS,
    'doctorate': 'A doctorate, beyond what is shown.',
    'beyond-bachelor': 'The level is above a bachelor\'s degree, beyond what is shown.',
    'all-programs': 'The sum of all programs of the school, not one of them.',
    'second-major': 'A second major: the same graduates once more.',
  },
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns, headings } = table;
    const [men, women, major] = [columnNamed(headings, ['male_completions', 'CTOTALM']), columnNamed(headings, ['female_completions', 'CTOTALW']), columnNamed(headings, ['MAJORNUM'])];
    yield* recordsOf(input, table, tally, (cells): Completions => {
      if (ALL_PROGRAMS.test(cells.text(columns.cip))) cells.skip('all-programs', columns.cip);
      if (major >= 0 && cells.text(major) === '2') cells.skip('second-major', major);
      return {
        unitid: cells.school(columns.unitid), level: levelOf(cells, columns.award), cip: cells.program(columns.cip), awardLevel: cells.text(columns.award),
        completions: cells.figure(columns.total), men: cells.figure(men), women: cells.figure(women),
      };
    }, ({ unitid, cip, awardLevel }) => `${unitid} ${cip} ${awardLevel}`);
  },
  * stage({ unitid, cip, level, completions }): Generator<Staged> {
    const given = wholeOf(completions) ?? 0;
    // A program without any award has no row. Levels that count as one are added up.
    if (given > 0) yield { what: 'row', table: 'offering', cells: { institution: unitid, cip, level, completions: given }, adds: ['completions'] };
  },
};
