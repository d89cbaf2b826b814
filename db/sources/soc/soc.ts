/** The Standard Occupational Classification: its definitions, and the crosswalks from one edition to the next. */
import type { Tally } from '../check/tally.ts';
import { Seen, SOC } from '../codes.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';

const GROUPS = ['Major', 'Minor', 'Broad', 'Detailed'] as const;

export interface SocDefinition {
  readonly group: (typeof GROUPS)[number];
  readonly soc: string;
  readonly title: string;
  readonly definition: string;
}

const DEFINITIONS = {
  group: ['SOCGroup', 'SOC Group'], soc: ['SOCCode', 'SOC Code'], title: ['SOCTitle', 'SOC Title'], definition: ['SOCDefinition', 'SOC Definition'],
} as const;

export const soc: SourceKind<SocDefinition> = {
  kind: 'soc',
  title: 'Standard Occupational Classification: groups, occupations and definitions',
  problems: { 'group-unknown': 'Neither a major, minor or broad group nor a detailed occupation.' },
  recognise: (input) => (findTable(input, DEFINITIONS) ? { vintage: 'SOC 2018' } : null),
  async* read(input, tally) {
    const table = findTable(input, DEFINITIONS);
    if (!table) return;
    const seen = new Seen(tally);
    for await (const { row, at } of namedRows(input, table, tally)) {
      const group = GROUPS.find((each) => each === at.group);
      if (group === undefined) tally.refuse('group-unknown', { row, column: 'SOCGroup', value: at.group });
      else if (!SOC.test(at.soc)) tally.refuse('code-invalid', { row, column: 'SOCCode', value: at.soc });
      else if (!seen.again(at.soc, row)) yield { group, soc: at.soc, title: at.title, definition: at.definition };
    }
  },
};

/** An occupation of SOC 2010 and what it became in SOC 2018. */
export interface SocChange {
  readonly soc2010: string;
  readonly title2010: string;
  readonly soc2018: string;
  readonly title2018: string;
}

const CHANGES = {
  soc2010: ['SOCCode2010', '2010 SOC Code'], title2010: ['SOCTitle2010', '2010 SOC Title'], soc2018: ['SOCCode2018', '2018 SOC Code'], title2018: ['SOCTitle2018', '2018 SOC Title'],
} as const;

/** The crosswalk of the survey has these columns too, and its own code before them. */
const HYBRID = {
  ...CHANGES, code2019: ['OES2019EstimatesCode'], estimates2019: ['OES2019EstimatesTitle'], code2018: ['OES2018EstimatesCode'], estimates2018: ['OES2018EstimatesTitle'], notes: ['NOTES'],
} as const;

function changesOf(input: SourceInput): FoundTable<keyof typeof CHANGES> | null {
  const table = findTable(input, CHANGES);
  return table && columnNamed(table.headings, HYBRID.code2019) < 0 ? table : null;
}

/** The first of the codes that is none. */
const wrongCode = <N extends string>(at: Readonly<Record<N, string>>, names: readonly N[]): N | null => names.find((name) => !SOC.test(at[name])) ?? null;

async function* readChanges(input: SourceInput, tally: Tally): AsyncGenerator<SocChange> {
  const table = changesOf(input);
  if (!table) return;
  const seen = new Seen(tally);
  for await (const { row, at } of namedRows(input, table, tally)) {
    const wrong = wrongCode(at, ['soc2010', 'soc2018']);
    if (wrong !== null) tally.refuse('code-invalid', { row, column: CHANGES[wrong][0], value: at[wrong] });
    else if (!seen.again(`${at.soc2010} ${at.soc2018}`, row)) yield at;
  }
}

export const socCrosswalk: SourceKind<SocChange> = {
  kind: 'soc-crosswalk', title: 'From SOC 2010 to SOC 2018', problems: {},
  recognise: (input) => (changesOf(input) ? { vintage: 'SOC 2010, SOC 2018' } : null),
  read: readChanges,
  * stage({ soc2010, soc2018 }) {
    yield { what: 'soc-change', before: soc2010, soc: soc2018 };
  },
};

/** A code of the wage survey between the two editions, with the SOC codes on either side of it. */
export interface HybridCode extends SocChange {
  readonly code2019: string;
  readonly estimates2019: string;
  readonly code2018: string;
  readonly estimates2018: string;
  readonly notes: string;
}

export const socHybridCrosswalk: SourceKind<HybridCode> = {
  kind: 'soc-hybrid-crosswalk', title: 'Codes of the wage survey between SOC 2010 and SOC 2018', problems: {},
  recognise: (input) => (findTable(input, HYBRID) ? { vintage: 'May 2019' } : null),
  async* read(input, tally) {
    const table = findTable(input, HYBRID);
    if (!table) return;
    const seen = new Seen(tally);
    for await (const { row, at } of namedRows(input, table, tally)) {
      const wrong = wrongCode(at, ['code2019', 'soc2018', 'code2018', 'soc2010']);
      if (wrong !== null) tally.refuse('code-invalid', { row, column: HYBRID[wrong][0], value: at[wrong] });
      else if (!seen.again([at.code2019, at.soc2018, at.code2018, at.soc2010].join(' '), row)) yield at;
    }
  },
};
