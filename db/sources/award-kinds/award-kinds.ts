/** New Jersey's table of kinds of award: the numbers that its list of training programs uses for what a program ends with. */
import { findTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';

export interface AwardKind {
  readonly id: string;
  readonly name: string;
}

const HEADINGS = { id: ['ID'], name: ['NAME'] } as const;
const COLUMNS = 2;
/** Names that only such a table has. */
const AWARD = /\b(degree|certificate|diploma)\b/i;

function tableOf(input: SourceInput): ReturnType<typeof findTable<keyof typeof HEADINGS>> {
  const table = findTable(input, HEADINGS);
  if (!table || table.headings.length !== COLUMNS || input.form !== 'table') return null;
  return input.head.filter(({ cells }) => AWARD.test(cells[table.columns.name] ?? '')).length * 2 > input.head.length ? table : null;
}

export const awardKinds: SourceKind<AwardKind> = {
  kind: 'award-kinds',
  title: 'Kinds of award that New Jersey\'s list of training programs names',
  problems: {},
  recognise: (input) => (tableOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = tableOf(input);
    if (!table) return;
    yield* recordsOf(input, table, tally, (cells): AwardKind => {
      const id = cells.required(table.columns.id);
      if (!/^\d{3}$/.test(id)) cells.refuse('code-invalid', table.columns.id);
      return { id, name: cells.required(table.columns.name) };
    }, ({ id }) => id);
  },
};
