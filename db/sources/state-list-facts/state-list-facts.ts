/** Facts of states' lists that are not here themselves: what was read on which page. They are to be worded by people before they are shown. */
import { findTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { SourceKind } from '../source-kind.ts';

export interface StateListFact {
  /** Postal letters; US for all. */
  readonly state: string;
  readonly publisher: string;
  /** As the file has it: a day, a month, a year, or ''. */
  readonly published: string;
  readonly program: string;
  readonly fact: string;
  readonly value: string;
  readonly detail: string;
  readonly url: string;
}

const HEADINGS = {
  state: ['state'], publisher: ['publisher'], published: ['published'], program: ['list_or_program'], fact: ['fact'], value: ['value'], detail: ['detail'], url: ['source_url'],
} as const;

export const stateListFacts: SourceKind<StateListFact> = {
  kind: 'state-list-facts',
  title: 'Facts of states\' lists, each with its page',
  problems: { 'page-missing': 'The fact has no web address, so nobody can look it up.' },
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const { columns } = table;
    yield* recordsOf(input, table, tally, (cells): StateListFact => {
      const state = cells.required(columns.state);
      if (!/^[A-Z]{2}$/.test(state)) cells.refuse('code-invalid', columns.state);
      const url = cells.text(columns.url);
      if (!/^https?:\/\//.test(url) || !URL.canParse(url)) cells.refuse('page-missing', columns.url);
      return {
        state, publisher: cells.text(columns.publisher), published: cells.text(columns.published), program: cells.text(columns.program),
        fact: cells.required(columns.fact), value: cells.text(columns.value), detail: cells.text(columns.detail), url,
      };
    });
  },
};
