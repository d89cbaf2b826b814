/** IPEDS, the share of those who entered a school in one year and had an award of it years on. One row a school. */
import { isKnown, wholeOf, type Figure } from '../published-figure.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { columnLike, recordsOf } from '../table-records.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

export interface GraduationRate {
  readonly unitid: string;
  readonly name: string;
  /** Year of entry, as the heading has it, and how many entered. */
  readonly cohortYear: number;
  readonly cohort: Figure;
  /** Percent. */
  readonly within4Years: Figure;
  readonly within6Years: Figure;
}

const HEADINGS = {
  unitid: ['UnitID'], name: ['Institution Name', 'INSTITUTION', 'INSTNM'], within6Years: ['PCT_AWARD_6YRS'], within4Years: ['PCT_AWARD_4YEARS', 'PCT_AWARD_4YRS'],
} as const;
const COHORT = /^TOTAL_COHORT_(\d{4})$/i;

interface RateTable extends FoundTable<keyof typeof HEADINGS> {
  readonly cohort: number;
  readonly cohortYear: number;
}

function tableOf(input: SourceInput): RateTable | null {
  const table = findTable(input, HEADINGS);
  if (!table) return null;
  const cohort = columnLike(table.headings, COHORT);
  return cohort < 0 ? null : { ...table, cohort, cohortYear: Number(COHORT.exec(table.headings[cohort]?.trim() ?? '')?.[1]) };
}

export const ipedsGradrates: SourceKind<GraduationRate> = {
  kind: 'ipeds-gradrates',
  title: 'IPEDS: graduation rates by school',
  problems: {},
  recognise(input) {
    const table = tableOf(input);
    return table && { vintage: `${table.cohortYear} entrants` };
  },
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    const { columns, cohort, cohortYear } = table;
    yield* recordsOf(input, table, tally, (cells): GraduationRate => ({
      unitid: cells.school(columns.unitid), name: cells.text(columns.name), cohortYear, cohort: cells.figure(cohort),
      within4Years: cells.figure(columns.within4Years), within6Years: cells.figure(columns.within6Years),
    }), ({ unitid }) => unitid);
  },
  * stage({ unitid, cohortYear, within6Years }): Generator<Staged> {
    if (!isKnown(within6Years)) return;
    const cells = { id: unitid, awarded_percent: wholeOf(within6Years), awarded_cohort: cohortYear };
    yield { what: 'row', table: 'institution', cells, sourceColumn: 'awarded_source', fills: true };
  },
};
