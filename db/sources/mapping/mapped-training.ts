/** A state's list of training programs in any table, read by its mapping. */
import { costFaults, stageTraining, TRAINING_PROBLEMS, type TrainingProgram } from '../etpl/training-program.ts';
import type { SourceKind } from '../source-kind.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { leaveOutByMapping, mappedTable, occupationsIn, programsIn, type MappedTable } from './mapped-table.ts';
import type { TrainingMapping } from './mapping.ts';

const NAMES = [
  'id', 'name', 'provider', 'cip', 'soc', 'place', 'state', 'county', 'tuition', 'fees', 'books', 'supplies', 'other', 'total', 'clockHours', 'weeks', 'license', 'industryCredential',
] as const;
type Name = (typeof NAMES)[number];

function recordOf(cells: RowCells, { at, ...table }: MappedTable<Name>, { list, columns }: TrainingMapping): TrainingProgram {
  leaveOutByMapping(cells, table);
  const name = cells.text(at.name).replace(/\s+/g, ' ');
  if (name === '') cells.refuse('name-missing', at.name);
  const costs = {
    tuition: cells.figure(at.tuition), fees: cells.figure(at.fees), books: cells.figure(at.books), supplies: cells.figure(at.supplies), other: cells.figure(at.other),
    total: cells.figure(at.total),
  };
  // A total can be held against its parts only where the list has parts.
  const hasParts = [columns.tuition, columns.fees, columns.books, columns.supplies, columns.other].some((part) => part !== undefined);
  for (const fault of costFaults(costs)) if (hasParts || fault !== 'total-not-sum') cells.flag(fault, at.total);
  return {
    id: `${list}-${cells.required(at.id)}`, list, provider: cells.text(at.provider), name, cip: programsIn(cells, at.cip)[0] ?? null,
    place: cells.text(at.place), state: cells.text(at.state), county: cells.text(at.county), costs, clockHours: cells.figure(at.clockHours), weeks: cells.figure(at.weeks),
    weekHours: 'not-available', calendar: null, ownPace: false, delivery: null, award: null, leadsToLicense: null, license: cells.text(at.license),
    industryCredential: cells.text(at.industryCredential), socs: occupationsIn(cells, at.soc), outcomes: null,
  };
}

/** A kind that takes tables with the columns of the mapping. */
export const mappedTraining = (mapping: TrainingMapping): SourceKind<TrainingProgram> => ({
  kind: 'etpl',
  title: 'A state\'s list of training programs, by a mapping',
  problems: TRAINING_PROBLEMS,
  recognise: (input) => (mappedTable(input, mapping, NAMES) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = mappedTable(input, mapping, NAMES);
    if (table) yield* recordsOf(input, table, tally, (cells) => recordOf(cells, table, mapping), ({ id }) => id);
  },
  stage: stageTraining,
});
