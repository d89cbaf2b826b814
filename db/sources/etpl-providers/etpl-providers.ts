/** New Jersey's directory of training providers. Streets and what serves only its own screens are not read. */
import { dayOf } from '../day.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';

export interface TrainingProvider {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county: string;
  readonly website: string;
  /** Day on which it was put on the list. */
  readonly submitted: string | null;
}

const HEADINGS = {
  id: ['providerid'], name: ['name'], city: ['city'], state: ['state'], zip: ['zip'], county: ['county'], website: ['website'], submitted: ['dtsubmitted'], status: ['statusname'],
} as const;

/** A list of programs has the provider's columns too: it is another kind. */
function tableOf(input: SourceInput): FoundTable<keyof typeof HEADINGS> | null {
  const table = findTable(input, HEADINGS);
  return table && columnNamed(table.headings, ['programid']) < 0 ? table : null;
}

export const etplProviders: SourceKind<TrainingProvider> = {
  kind: 'etpl-providers',
  title: 'Directory of training providers',
  problems: { 'not-approved': 'The provider is suspended, or not yet approved.' },
  recognise: (input) => (tableOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): TrainingProvider => {
      const status = cells.required(columns.status);
      if (status !== 'Approved') cells.skip('not-approved', columns.status);
      return {
        id: cells.required(columns.id), name: cells.required(columns.name), city: cells.text(columns.city), state: cells.text(columns.state),
        zip: cells.digits(columns.zip, 5), county: cells.text(columns.county), website: cells.text(columns.website), submitted: dayOf(cells.text(columns.submitted)),
      };
    }, ({ id }) => id);
  },
};
