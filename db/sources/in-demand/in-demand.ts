/** A state's list of programs, or of occupations, that it calls in demand. */
import { findTable, type FoundTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import { RESTORED_PROBLEMS } from '../program-code.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';

export interface InDemand {
  /** A program of six digits ("01.0105"), or an occupation ("13-1041"). */
  readonly what: 'program' | 'occupation';
  readonly code: string;
  readonly title: string;
}

const PROGRAMS = { code: ['CIP'], title: ['CIPTitle'] } as const;
const OCCUPATIONS = { code: ['SOC'], title: ['OCCUPATIONTITLE'] } as const;
const COLUMNS = 2;

function tableOf(input: SourceInput): { readonly what: InDemand['what']; readonly table: FoundTable<'code' | 'title'> } | null {
  const programs = findTable(input, PROGRAMS);
  const occupations = findTable(input, OCCUPATIONS);
  // Larger tables have these columns too: this list has nothing else.
  if (programs?.headings.length === COLUMNS) return { what: 'program', table: programs };
  return occupations?.headings.length === COLUMNS ? { what: 'occupation', table: occupations } : null;
}

export const inDemand: SourceKind<InDemand> = {
  kind: 'in-demand',
  title: 'Programs or occupations that a state calls in demand',
  problems: RESTORED_PROBLEMS,
  recognise: (input) => (tableOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const found = tableOf(input);
    if (!found) return;
    const { what, table } = found;
    const { code, title } = table.columns;
    yield* recordsOf(input, table, tally, (cells): InDemand => {
      if (what === 'program') return { what, code: cells.program(code), title: cells.text(title) };
      const soc = cells.required(code);
      if (!/^\d{2}-\d{4}$/.test(soc)) cells.refuse('code-invalid', code);
      return { what, code: soc, title: cells.text(title) };
    }, (record) => record.code);
  },
};
