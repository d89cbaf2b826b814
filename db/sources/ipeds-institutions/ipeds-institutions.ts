/** IPEDS, a short directory of schools: place, sector, level, control, category. Fuller is the directory of kind ipeds-hd. */
import { findTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

export interface ListedSchool {
  readonly unitid: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** Number of the school in federal student aid, eight digits. */
  readonly opeid: string;
  /** County, five digits. */
  readonly county: string;
  /** Codes of IPEDS. */
  readonly sector: string;
  readonly level: string;
  readonly control: string;
  readonly category: string;
}

const HEADINGS = {
  unitid: ['UnitID'], name: ['INSTITUTION', 'Institution Name'], city: ['CITY'], state: ['STATE'], zip: ['ZIP'], opeid: ['OPEID'], county: ['FIPS'],
  sector: ['SECTOR'], level: ['LEVEL'], control: ['CONTROL'], category: ['CATEGORY'],
} as const;

export const ipedsInstitutions: SourceKind<ListedSchool> = {
  kind: 'ipeds-institutions',
  title: 'IPEDS: short directory of schools',
  problems: {},
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): ListedSchool => ({
      unitid: cells.school(columns.unitid), name: cells.text(columns.name), city: cells.text(columns.city), state: cells.text(columns.state),
      zip: cells.digits(columns.zip, 5), opeid: cells.digits(columns.opeid, 8), county: cells.digits(columns.county, 5),
      sector: cells.text(columns.sector), level: cells.text(columns.level), control: cells.text(columns.control), category: cells.text(columns.category),
    }), ({ unitid }) => unitid);
  },
};
