/** IPEDS, tuition and fees of a year, in the state and out of it. One row a school. */
import { isKnown, wholeOf, type Figure } from '../published-figure.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { columnLike, recordsOf } from '../table-records.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

export interface SchoolCost {
  readonly unitid: string;
  readonly name: string;
  /** Whole dollars of an academic year. */
  readonly inState: Figure;
  readonly outOfState: Figure;
}

const HEADINGS = { unitid: ['UnitID'], name: ['Institution Name', 'INSTITUTION', 'INSTNM'] } as const;
/** The year stands within the heading, before or after. */
const IN_STATE = /^TUITION_FEES_(\d{4}_)?INSTATE_?(\d{4})?$/i;
const OUT_OF_STATE = /^TUITION_FEES_(\d{4}_)?OUTSTATE_?(\d{4})?$/i;

interface CostTable extends FoundTable<keyof typeof HEADINGS> {
  readonly inState: number;
  readonly outOfState: number;
}

function tableOf(input: SourceInput): CostTable | null {
  const table = findTable(input, HEADINGS);
  if (!table) return null;
  const [inState, outOfState] = [columnLike(table.headings, IN_STATE), columnLike(table.headings, OUT_OF_STATE)];
  return inState < 0 || outOfState < 0 ? null : { ...table, inState, outOfState };
}

export const ipedsCost: SourceKind<SchoolCost> = {
  kind: 'ipeds-cost',
  title: 'IPEDS: tuition and fees by school',
  problems: {},
  recognise(input) {
    const table = tableOf(input);
    return table && { vintage: /\d{4}/.exec(table.headings[table.inState] ?? '')?.[0] ?? null };
  },
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    const { columns, inState, outOfState } = table;
    yield* recordsOf(input, table, tally, (cells): SchoolCost => ({
      unitid: cells.school(columns.unitid), name: cells.text(columns.name), inState: cells.figure(inState), outOfState: cells.figure(outOfState),
    }), ({ unitid }) => unitid);
  },
  * stage({ unitid, inState, outOfState }): Generator<Staged> {
    if (!isKnown(inState) && !isKnown(outOfState)) return;
    const cells = { id: unitid, tuition_in_state: wholeOf(inState), tuition_out_of_state: wholeOf(outOfState) };
    yield { what: 'row', table: 'institution', cells, sourceColumn: 'tuition_source', fills: true };
  },
};
