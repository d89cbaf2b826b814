/** Which columns of which tables make up a report, by group: everything else is counted by table only. Verdicts are in no table: they are judged. */
import type { Row } from '../order.ts';
import { tableNamed, type TableName } from '../tables.ts';
import type { Cells, ChangeGroup } from './report.ts';

export interface Watched {
  readonly table: TableName;
  readonly group: ChangeGroup;
  /** First column of the key: the credential, or the rule. */
  readonly id: string;
  /** What a row is the same thing by, before and after: seldom the key, which holds positions and editions. */
  readonly same: readonly string[];
  /** Names it among others of its credential. */
  readonly what: readonly string[];
  /** Told, and a change when they differ. */
  readonly cells: readonly string[];
  /** A change when they differ, but too long to tell. */
  readonly silent?: readonly string[];
}

export const WATCHED: readonly Watched[] = [
  // The year of a price that stays as it is was looked up anew: no change to a family.
  { table: 'credential_cost', group: 'price', id: 'credential', same: ['line', 'area'], what: ['line'], cells: ['low_cents', 'high_cents', 'at_least', 'unknown', 'per'] },
  { table: 'credential_time', group: 'time', id: 'credential', same: ['kind', 'area'], what: ['kind'], cells: ['low', 'high', 'unit', 'unknown'] },
  // A requirement put in between moves the position of all that follow: they are the same by kind.
  { table: 'requirement', group: 'requirement', id: 'credential', same: ['kind', 'area'], what: ['kind'], cells: ['answer', 'amount', 'label'] },
  // A list's next edition brings every entry again: those that are still there are no news, but for what is said of them.
  {
    table: 'recognition', group: 'recognition', id: 'credential', same: ['area', 'program', 'code'], what: ['program', 'code'],
    cells: ['listed_as', 'match', 'tier', 'points', 'valid_from', 'valid_to', 'successor'],
  },
  { table: 'rule', group: 'rules', id: 'id', same: ['valid_from'], what: ['kind'], cells: ['valid_from', 'valid_to', 'params'] },
  { table: 'rubric', group: 'rules', id: 'id', same: ['edition'], what: ['name'], cells: ['edition', 'name'], silent: ['body'] },
];

/** Columns of a credential that stand for themselves. */
export const CREDENTIAL_COLUMNS: readonly (readonly [string, ChangeGroup])[] = [
  ['name', 'name'], ['name_es', 'name'], ['short_name', 'name'], ['short_name_es', 'name'], ['renew_months', 'time'], ['min_age', 'requirement'],
];

/** Cells of one table by the name of their column. */
export class Columns {
  readonly #at: ReadonlyMap<string, number>;

  constructor(table: TableName) {
    this.#at = new Map(tableNamed(table).columns.map(({ name }, index) => [name, index]));
  }

  has(name: string): boolean {
    return this.#at.has(name);
  }

  cell(row: Row, name: string): Row[number] {
    const at = this.#at.get(name);
    if (at === undefined) throw new Error(`no column ${name}`);
    return row[at] ?? null;
  }

  text(row: Row, name: string): string | null {
    const cell = this.cell(row, name);
    return cell === null ? null : String(cell);
  }

  cells(row: Row, names: readonly string[]): Cells {
    return Object.fromEntries(names.map((name) => [name, this.cell(row, name)]));
  }

  /** Texts that are equal when all these cells are. */
  key(row: Row, names: readonly string[]): string {
    return JSON.stringify(names.map((name) => this.cell(row, name)));
  }
}
