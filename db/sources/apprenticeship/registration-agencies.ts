/** Who registers apprenticeships in a state or territory: the federal office (OA) or an agency of the state (SAA). */
import { findTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

export interface RegistrationAgency {
  readonly state: string;
  readonly by: 'federal' | 'state';
}

const HEADINGS = { state: ['state_name'], type: ['type'] } as const;

export const registrationAgencies: SourceKind<RegistrationAgency> = {
  kind: 'registration-agencies',
  title: 'Who registers apprenticeships, by state',
  problems: {},
  recognise: (input) => (findTable(input, HEADINGS)?.headings.length === 2 ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    yield* recordsOf(input, table, tally, (cells): RegistrationAgency => {
      const type = cells.required(table.columns.type);
      if (type !== 'OA' && type !== 'SAA') cells.refuse('code-invalid', table.columns.type);
      return { state: cells.required(table.columns.state), by: type === 'OA' ? 'federal' : 'state' };
    }, ({ state }) => state);
  },
};
