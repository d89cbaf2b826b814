/** IPEDS, students of a school: all, undergraduates, those for a degree, those for a certificate, graduates. One row a school. */
import type { Figure } from '../published-figure.ts';
import { findTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

export interface Enrollment {
  readonly unitid: string;
  readonly name: string;
  readonly total: Figure;
  readonly undergraduate: Figure;
  readonly degree: Figure;
  readonly certificate: Figure;
  readonly graduate: Figure;
}

const HEADINGS = {
  unitid: ['UnitID'], name: ['Institution Name', 'INSTITUTION', 'INSTNM'], total: ['ENR_TOTAL'], undergraduate: ['ENR_UG'], degree: ['ENR_UGD'],
  certificate: ['ENR_CERT'], graduate: ['ENR_GRAD'],
} as const;

export const ipedsEnrollment: SourceKind<Enrollment> = {
  kind: 'ipeds-enrollment',
  title: 'IPEDS: students by school',
  problems: {},
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): Enrollment => ({
      unitid: cells.school(columns.unitid), name: cells.text(columns.name), total: cells.figure(columns.total), undergraduate: cells.figure(columns.undergraduate),
      degree: cells.figure(columns.degree), certificate: cells.figure(columns.certificate), graduate: cells.figure(columns.graduate),
    }), ({ unitid }) => unitid);
  },
};
