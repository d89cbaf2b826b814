/** New Jersey's results of training providers: shares who work and are kept, and mean pay of ONE QUARTER, two, four and eight quarters on. */
import type { Figure, Unknown } from '../published-figure.ts';
import { findTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { RESTORED_PROBLEMS } from '../program-code.ts';
import type { SourceKind } from '../source-kind.ts';

/** Pay of one quarter in dollars. Never a year's: whoever shows it says so. */
export interface QuarterPay {
  readonly per: 'quarter';
  readonly mean: Figure;
  /** People behind it. */
  readonly people: Figure;
  /** True when an hourly wage seems to stand where a quarter's pay belongs. */
  readonly hourlyEntered: boolean;
}

export interface OutcomesAfter {
  /** Quarters after leaving. */
  readonly quarters: 2 | 4 | 8;
  /** Share of those who finished, 0 to 1. */
  readonly employed: Figure;
  readonly finished: Figure;
  readonly pay: QuarterPay;
}

export interface ProviderOutcomes {
  readonly provider: string;
  readonly cip: string;
  readonly after: readonly OutcomesAfter[];
  readonly kept4: Figure;
  readonly kept8: Figure;
}

const HEADINGS = {
  provider: ['providerid'], cip: ['cipcode'], employed2: ['PerEmployed2'], employed4: ['PerEmployed4'], employed8: ['PerEmployed8'],
  pay2: ['AvgQuarterlyWage2'], pay4: ['AvgQuarterlyWage4'], pay8: ['AvgQuarterlyWage8'], kept4: ['PerRetention4'], kept8: ['PerRetention8'],
  finished2: ['NumCompleted2'], finished4: ['NumCompleted4'], finished8: ['NumCompleted8'],
  paid2: ['NumUsedWageCalc2'], paid4: ['NumUsedWageCalc4'], paid8: ['NumUsedWageCalc8'],
} as const;
type Columns = Readonly<Record<keyof typeof HEADINGS, number>>;

/** What the list writes where a figure is not available. */
const WORDS: ReadonlyMap<string, Unknown> = new Map([['-99999', 'not-available']]);
/** Under this many dollars a quarter's pay is an hourly wage in the wrong field. */
const LEAST_QUARTER_DOLLARS = 100;

function share(cells: RowCells, column: number): Figure {
  const figure = cells.figure(column, WORDS);
  if (typeof figure === 'number' && (figure < 0 || figure > 1)) cells.flag('implausible', column);
  return figure;
}

function payOf(cells: RowCells, mean: number, people: number): QuarterPay {
  const figure = cells.figure(mean, WORDS);
  const hourlyEntered = typeof figure === 'number' && figure < LEAST_QUARTER_DOLLARS;
  if (hourlyEntered) cells.flag('hourly-entered', mean);
  return { per: 'quarter', mean: figure, people: cells.figure(people, WORDS), hourlyEntered };
}

function afterOf(cells: RowCells, columns: Columns, quarters: OutcomesAfter['quarters']): OutcomesAfter {
  return {
    quarters, employed: share(cells, columns[`employed${quarters}`]), finished: cells.figure(columns[`finished${quarters}`], WORDS),
    pay: payOf(cells, columns[`pay${quarters}`], columns[`paid${quarters}`]),
  };
}

export const etpOutcomes: SourceKind<ProviderOutcomes> = {
  kind: 'etp-outcomes',
  title: 'Results of training providers by program field (pay of one quarter)',
  problems: { ...RESTORED_PROBLEMS, 'hourly-entered': 'An hourly wage seems to stand where a quarter\'s pay belongs; it is kept as it stands, and not to be shown as pay.' },
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): ProviderOutcomes => ({
      provider: cells.required(columns.provider), cip: cells.program(columns.cip), after: ([2, 4, 8] as const).map((quarters) => afterOf(cells, columns, quarters)),
      kept4: share(cells, columns.kept4), kept8: share(cells, columns.kept8),
    }), ({ provider, cip }) => `${provider} ${cip}`);
  },
};
