/** IPEDS, students of a school who learn at a distance, by year: only so, or in some courses. One row a school. */
import type { Figure } from '../published-figure.ts';
import { findTable } from '../table-head.ts';
import { columnLike, recordsOf } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

export interface DistanceYear {
  readonly year: number;
  readonly total: Figure;
  /** Learn only at a distance. */
  readonly only: Figure;
  /** Take some courses at a distance. */
  readonly some: Figure;
}

export interface DistanceEnrollment {
  readonly unitid: string;
  readonly name: string;
  readonly years: readonly DistanceYear[];
}

const HEADINGS = { unitid: ['UnitID'], name: ['INSTITUTION', 'Institution Name', 'INSTNM'] } as const;
const TOTAL = /^TOTAL_ENROLL_(\d{4})$/i;

/** Columns of each year, the newest first as the file has them; its newest year of "some" is headed TOTAL. */
function yearsOf(headings: readonly string[]): readonly { readonly year: number; readonly total: number; readonly only: number; readonly some: number }[] {
  const years = headings.flatMap((heading, total) => {
    const year = TOTAL.exec(heading.trim())?.[1];
    return year === undefined ? [] : [{ year: Number(year), total, only: columnLike(headings, new RegExp(`^DE_ENROLL_${year}$`, 'i')), some: columnLike(headings, new RegExp(`^SDE_ENROLL_${year}$`, 'i')) }];
  });
  const newest = Math.max(...years.map(({ year }) => year));
  const unnamed = columnLike(headings, /^SDE_ENROLL_TOTAL$/i);
  return years.map((each) => (each.some < 0 && each.year === newest ? { ...each, some: unnamed } : each)).filter(({ only, some }) => only >= 0 && some >= 0);
}

export const ipedsDistance: SourceKind<DistanceEnrollment> = {
  kind: 'ipeds-distance',
  title: 'IPEDS: students who learn at a distance, by school and year',
  problems: {},
  recognise(input) {
    const table = findTable(input, HEADINGS);
    const years = table ? yearsOf(table.headings).map(({ year }) => year) : [];
    return years.length === 0 ? null : { vintage: `${Math.min(...years)}–${Math.max(...years)}` };
  },
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const years = yearsOf(table.headings);
    yield* recordsOf(input, table, tally, (cells): DistanceEnrollment => ({
      unitid: cells.school(table.columns.unitid), name: cells.text(table.columns.name),
      years: years.map(({ year, total, only, some }) => ({ year, total: cells.figure(total), only: cells.figure(only), some: cells.figure(some) })),
    }), ({ unitid }) => unitid);
  },
};
