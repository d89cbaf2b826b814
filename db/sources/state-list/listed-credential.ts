/** A credential on a state's list, whatever form the list has, and what it brings to a pack. */
import type { StageContext, Staged } from '../staged.ts';

export interface ListedCredential {
  /** The state's own code; else the number of the entry. Unique within the list. */
  readonly record: string;
  /** Null where the list gives none. */
  readonly code: string | null;
  readonly name: string;
  readonly issuer: string | null;
  readonly ctid: string | null;
  /** Two digits of the state. */
  readonly area: string;
  /** Which of the state's lists, and which edition of it, where the file or its mapping says so. */
  readonly program: string;
  readonly edition: string | null;
  readonly tier: string | null;
  readonly points: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly updated: string | null;
  readonly cips: readonly string[];
  readonly socs: readonly string[];
}

/** Sentences for what any of these lists may have wrong. */
export const LIST_PROBLEMS = {
  'code-missing': 'The list gives no code here; the entry is known by its number or its name.',
  'deleted-entry': 'The state has taken this entry off its list.',
  'left-out-by-mapping': 'The mapping says that such rows are left out.',
  'name-missing': 'The entry has no name.',
  'date-unreadable': 'This is no day that can be read; it is left out.',
  'points-unreadable': 'These are no points that can be read; they are left out.',
} as const;

/** Most letters of a name in a pack. */
const MOST_NAME = 300;

/** Options: `area`, `program` and `edition` say what the file itself leaves open. */
export function* stageListed(record: ListedCredential, { options }: StageContext): Generator<Staged> {
  const area = options['area'] ?? record.area;
  yield {
    what: 'credential', record: record.record, ctid: record.ctid, name: record.name.slice(0, MOST_NAME), nameEs: null, aliases: [],
    // These lists hold certifications and a few licenses; what is told apart elsewhere takes precedence there.
    kind: 'certification', issuer: record.issuer === null ? null : { name: record.issuer, ctid: null, url: null }, cips: record.cips,
    occupations: record.socs.map((soc) => ({ soc, relation: 'related' })), areas: [area], status: 'active', successorCtid: null, updated: record.updated,
    renewMonths: null, minAge: null, costs: [], times: [], leadsTo: [],
  };
  yield {
    what: 'recognition', record: record.record, area, program: options['program'] ?? record.program, edition: options['edition'] ?? record.edition ?? 'undated',
    tier: record.tier, points: record.points, validFrom: record.validFrom, validTo: record.validTo,
  };
}
