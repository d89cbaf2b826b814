/** Occupations that may be apprenticed: their RAPIDS and O*NET codes, and hours by each way of training. */
import { findTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

/** Hours from and to; the same twice where one number stands. Null where the occupation is not trained so. */
export interface HourRange {
  readonly low: number;
  readonly high: number;
}

export interface ApprenticeableOccupation {
  readonly rapids: string;
  readonly onetSoc: string;
  readonly title: string;
  readonly timeBased: HourRange | null;
  readonly hybrid: HourRange | null;
  readonly competencyBased: HourRange | null;
}

const HEADINGS = {
  rapids: ['RAPIDS CODE'], onetSoc: ['ONET SOC CODE'], title: ['RAPIDS TITLE'], timeBased: ['TIME-BASED'], hybrid: ['HYBRID'], competencyBased: ['COMPETENCY-BASED'],
} as const;
const RANGE = /^(\d+)(?:\.0+)?(?:\s*[-–]\s*(\d+)(?:\.0+)?)?$/;

function rangeOf(cells: RowCells, column: number): HourRange | null {
  const text = cells.text(column);
  if (text === '') return null;
  const match = RANGE.exec(text);
  const low = Number(match?.[1]);
  const high = Number(match?.[2] ?? match?.[1]);
  if (match && high >= low) return { low, high };
  cells.refuse('not-a-number', column);
  return null;
}

export const apprenticeshipOccupations: SourceKind<ApprenticeableOccupation> = {
  kind: 'apprenticeship-occupations',
  title: 'Occupations that may be apprenticed, with their hours',
  problems: {},
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): ApprenticeableOccupation => {
      const onetSoc = cells.required(columns.onetSoc);
      if (!/^\d{2}-\d{4}\.\d{2}$/.test(onetSoc)) cells.refuse('code-invalid', columns.onetSoc);
      return {
        rapids: cells.required(columns.rapids).replace(/\.0$/, ''), onetSoc, title: cells.text(columns.title),
        timeBased: rangeOf(cells, columns.timeBased), hybrid: rangeOf(cells, columns.hybrid), competencyBased: rangeOf(cells, columns.competencyBased),
      };
    }, ({ rapids }) => rapids);
  },
};
