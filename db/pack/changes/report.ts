/** What differs between two editions, as people read it: counts are exact, items are as many as fit. */
import type { Verdict } from '../../../shared/domain/results.ts';
import type { Cell } from '../order.ts';

/** The groups that have items by credential (or by rule), in the order of reading. */
export const CHANGE_GROUPS = ['added', 'retired', 'successor', 'name', 'price', 'time', 'requirement', 'recognition', 'verdict', 'rules'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** What is told of a row, by column, in the units of the pack: cents, dollars, months. */
export type Cells = Readonly<Record<string, Cell>>;

/** Where the newer fact has its source: a row of `source`, or of the ledger. */
export interface ChangeSource {
  readonly table: 'source' | 'evidence';
  readonly id: string;
}

export interface ChangeItem {
  /** The credential, or the rule or rubric. */
  readonly id: string;
  /** As the newer edition calls it; null where it has no name. */
  readonly name: string | null;
  readonly field: string | null;
  /** Which of several: a cost line, a kind of requirement, a list, a column. */
  readonly what: string | null;
  readonly area: string | null;
  readonly areaName: string | null;
  /** Null where it was not there. */
  readonly from: Cells | null;
  /** Null where it is gone. */
  readonly to: Cells | null;
  /** What a retired credential is followed by; null where nothing is named. */
  readonly successor: string | null;
  readonly successorName: string | null;
  readonly source: ChangeSource | null;
}

/** A median as the survey has it: hourly where an occupation has no figure for a year. Null is not published. */
export interface Median {
  readonly annual: number | null;
  readonly hourlyCents: number | null;
}

export interface PayItem {
  readonly soc: string;
  readonly title: string | null;
  /** Areas whose median is another, came, or is gone; the nation is one of them. */
  readonly areas: number;
  /** Null where the national median is the same. */
  readonly national: { readonly from: Median | null; readonly to: Median | null } | null;
  /** Of the national figure, else of the first area. */
  readonly source: ChangeSource;
}

/** `count` is all of them; `more` is how many are not among the items. */
export interface Told<I> {
  readonly count: number;
  readonly items: readonly I[];
  readonly more: number;
}

export interface TableTally {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export interface MovedMedian {
  readonly soc: string;
  readonly title: string | null;
  readonly from: Median;
  readonly to: Median;
}

/** Verdicts of one area, judged from the facts of both editions: no edition stores any. */
export interface VerdictTally {
  readonly area: string;
  /** Credentials of the older edition. */
  readonly of: number;
  /** Those that both have and that are judged otherwise. */
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly count: number }[];
}

/** Why a person should be asked before the newer edition is put in use. */
export type ChangeWarning =
  | { readonly code: 'rows-removed'; readonly table: string; readonly removed: number; readonly added: number; readonly of: number; readonly examples: readonly string[] }
  | { readonly code: 'verdicts-changed'; readonly changed: number; readonly of: number }
  | ({ readonly code: 'national-median-moved' } & Told<MovedMedian>);

export interface EditionName {
  readonly name: string;
  readonly edition: string;
  readonly digest: string;
}

export interface ChangeReport {
  readonly scope: string;
  readonly from: EditionName;
  readonly to: EditionName;
  readonly warnings: readonly ChangeWarning[];
  readonly groups: Readonly<Record<ChangeGroup, Told<ChangeItem>>>;
  /** Null where the older edition has nothing to judge by: a rubric, a good-job line, the area. */
  readonly verdicts: VerdictTally | null;
  /** Counted are medians of an occupation in an area; items are occupations, and `more` medians of occupations that are not among them. */
  readonly pay: Told<PayItem>;
  /** Schools themselves; their programs are among the tables. */
  readonly schools: Omit<TableTally, 'table'>;
  /** Every table that differs, in the order of the pack. */
  readonly tables: readonly TableTally[];
}
