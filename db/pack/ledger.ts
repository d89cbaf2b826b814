/** The ledger's rule: a stated fact has its row of evidence, and that row speaks of the same thing. */
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Row } from './order.ts';
import type { PackRows } from './starter.ts';
import { tableNamed, type TableName } from './tables.ts';

/** Reads a cell of one row by its column's name. */
export type Cell = (column: string) => Row[number];

/** Readers of every row of a table, in its order. */
export function cellsOf(rows: PackRows, name: TableName): readonly Cell[] {
  const at = new Map(tableNamed(name).columns.map((column, index) => [column.name, index]));
  return (rows.get(name) ?? []).map((row) => (column) => row[at.get(column) ?? -1] ?? null);
}

/** Tables of facts about a credential: when a row states something, and whose fact it is. */
export const FACT_TABLES: readonly { readonly table: TableName; readonly owner: string; readonly states: (cell: Cell) => boolean }[] = [
  { table: 'credential_cost', owner: 'credential', states: (cell) => cell('low_cents') !== null },
  { table: 'credential_time', owner: 'credential', states: (cell) => cell('low') !== null },
  { table: 'credential_occupation', owner: 'credential', states: () => true },
  { table: 'requirement', owner: 'credential', states: (cell) => cell('answer') === 'yes' },
  { table: 'stacking', owner: 'from_credential', states: () => true },
  { table: 'authority', owner: 'credential', states: () => true },
];
/** Properties in a credential's own row; each is a fact by that name when it is there. */
export const STATED_PROPERTIES = ['third_party_assessed', 'proctored', 'portable', 'renew_months', 'min_age'] as const;

export interface LedgerFault {
  readonly table: TableName;
  /** Key of the row, its parts joined by a space. */
  readonly key: string;
  readonly reason: 'unsourced' | 'other-subject' | 'unknown-word';
}

/** Every fact without its row in the ledger, and every figure that is neither known nor said to be unknown. Empty when the ledger holds. */
export function ledgerFaults(rows: PackRows): readonly LedgerFault[] {
  const faults: LedgerFault[] = [];
  const subjects = new Map(cellsOf(rows, 'evidence').map((cell) => [cell('id'), cell('subject')]));
  const keyOf = (table: TableName, cell: Cell): string => tableNamed(table).key.map((column) => String(cell(column))).join(' ');
  for (const { table, owner, states } of FACT_TABLES) {
    for (const cell of cellsOf(rows, table)) {
      if (!states(cell)) continue;
      const subject = subjects.get(cell('evidence_id'));
      if (subject === undefined) faults.push({ table, key: keyOf(table, cell), reason: 'unsourced' });
      else if (subject !== cell(owner)) faults.push({ table, key: keyOf(table, cell), reason: 'other-subject' });
    }
  }
  const stated = new Set(cellsOf(rows, 'evidence').map((cell) => `${String(cell('subject'))} ${String(cell('fact'))}`));
  for (const cell of cellsOf(rows, 'credential')) {
    for (const property of STATED_PROPERTIES) {
      const id = String(cell('id'));
      if (cell(property) !== null && !stated.has(`${id} ${property}`)) faults.push({ table: 'credential', key: `${id} ${property}`, reason: 'unsourced' });
    }
  }
  for (const [table, column] of [['credential_cost', 'low_cents'], ['credential_time', 'low']] as const) {
    for (const cell of cellsOf(rows, table)) {
      if ((cell(column) === null) !== (cell('unknown') !== null)) faults.push({ table, key: keyOf(table, cell), reason: 'unknown-word' });
    }
  }
  return faults;
}

/** The same rows, when the ledger holds every fact; error starter-unsourced names the table and key of the first that it does not. */
export function sourced(rows: PackRows): PackRows {
  const [fault] = ledgerFaults(rows);
  if (fault) throw new CodedError('starter-unsourced', { table: fault.table, value: fault.key, reason: fault.reason });
  return rows;
}
