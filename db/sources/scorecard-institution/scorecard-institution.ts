/** College Scorecard, institutions: what students of a school earn years after entry, what they owe, and how they repay. One row a school. */
import { SCORECARD_WORDS, type Figure } from '../published-figure.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';

/** Each figure of the file by its heading there: medians of pay count years after ENTRY, and every one is its own measure. */
const MEASURES = [
  'MD_EARN_WNE_P6', 'MD_EARN_WNE_P7', 'MD_EARN_WNE_P8', 'MD_EARN_WNE_P9', 'MD_EARN_WNE_P10', 'MD_EARN_WNE_P11', 'GRAD_DEBT_MDN', 'median_debt_completers',
  'repay_3yr_green', 'repay_3yr_yellow', 'repay_3yr_red', 'repay_3yr_default', 'repay_3yr_delinquent', 'repay_3yr_forbearance', 'repay_3yr_deferment',
  'repay_3yr_not_making_progress', 'repay_3yr_making_progress', 'repay_3yr_paid_in_full', 'repay_3yr_discharged',
] as const;
export type InstitutionMeasure = (typeof MEASURES)[number];

export interface SchoolOutcomes {
  readonly unitid: string;
  readonly name: string;
  readonly state: string;
  /** Year of the figures, where the file is of several. */
  readonly year: string | null;
  /** The measures that the file has. */
  readonly figures: Readonly<Partial<Record<InstitutionMeasure, Figure>>>;
}

const HEADINGS = { unitid: ['UNITID'], name: ['INSTNM'], state: ['STABBR', 'state'] } as const;

function tableOf(input: SourceInput): FoundTable<keyof typeof HEADINGS> | null {
  const table = findTable(input, HEADINGS);
  return table && MEASURES.some((measure) => columnNamed(table.headings, [measure]) >= 0) ? table : null;
}

export const scorecardInstitution: SourceKind<SchoolOutcomes> = {
  kind: 'scorecard-institution',
  title: 'College Scorecard: earnings, debt and repayment by school',
  problems: {},
  recognise: (input) => (tableOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    const { columns, headings } = table;
    const year = columnNamed(headings, ['year']);
    const measures = MEASURES.map((measure) => ({ measure, column: columnNamed(headings, [measure]) })).filter(({ column }) => column >= 0);
    yield* recordsOf(input, table, tally, (cells): SchoolOutcomes => ({
      unitid: cells.school(columns.unitid), name: cells.text(columns.name), state: cells.text(columns.state), year: year < 0 ? null : cells.text(year),
      figures: Object.fromEntries(measures.map(({ measure, column }) => [measure, cells.figure(column, SCORECARD_WORDS)])),
    }), (record) => `${record.unitid} ${record.year ?? ''}`);
  },
};
