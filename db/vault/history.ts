/** The change log: what each command did to which rows, inside the vault, so that it can be taken back and done again. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { applyImage, imageOf, type RowChange, type Statements } from './handles.ts';
import { isUndoable, KINDS_OF, type ChangedKind, type ChangeLogRow, type ChangeRowRow } from './tables.ts';

/** Commands that can be undone, newest first; older ones are forgotten. */
export const HISTORY_DEPTH = 200;

const NEXT = {
  undo: 'SELECT * FROM change_log WHERE undone = 0 ORDER BY seq DESC LIMIT 1',
  redo: 'SELECT * FROM change_log WHERE undone = 1 ORDER BY seq LIMIT 1',
} as const;
export type Direction = keyof typeof NEXT;

/** Name of the command that would be undone or redone next, or null. */
export function nextIn(statements: Statements, direction: Direction): string | null {
  const row = statements.of(NEXT[direction]).get() as ChangeLogRow | undefined;
  return row?.operation ?? null;
}

/** Remembers a command. What had been undone can no longer be redone. */
export function remember(statements: Statements, operation: string, at: string, rows: readonly RowChange[]): void {
  statements.of('DELETE FROM change_log WHERE undone = 1').run();
  const { lastInsertRowid } = statements.of('INSERT INTO change_log (operation, at, undone) VALUES (?, ?, 0)').run(operation, at);
  rows.forEach(({ table, id, before, after }, n) => {
    statements.of('INSERT INTO change_row (seq, n, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)').run(lastInsertRowid, n, table, id, before, after);
  });
  statements.of('DELETE FROM change_log WHERE seq <= (SELECT seq FROM change_log ORDER BY seq DESC LIMIT 1 OFFSET ?)').run(HISTORY_DEPTH);
}

/**
 * Takes the newest command back, or does the one undone last again, within the caller's transaction.
 * Errors: nothing-to-undo, nothing-to-redo, conflict (a row is not as the command left it).
 */
export function step(statements: Statements, direction: Direction): { readonly operation: string; readonly kinds: ReadonlySet<ChangedKind> } {
  const entry = statements.of(NEXT[direction]).get() as ChangeLogRow | undefined;
  if (entry === undefined) throw new CodedError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
  const order = direction === 'undo' ? 'DESC' : 'ASC';
  const rows = statements.of(`SELECT * FROM change_row WHERE seq = ? ORDER BY n ${order}`).all(entry.seq) as ChangeRowRow[];
  const kinds = new Set<ChangedKind>();
  for (const { table_name: table, row_id: id, before, after } of rows) {
    if (!isUndoable(table)) throw new CodedError('vault-damaged', { part: 'history' });
    const [present, wanted] = direction === 'undo' ? [after, before] : [before, after];
    if (imageOf(statements, table, id) !== present) throw new CodedError('conflict');
    applyImage(statements, table, id, wanted);
    for (const kind of KINDS_OF[table]) kinds.add(kind);
  }
  statements.of('UPDATE change_log SET undone = ? WHERE seq = ?').run(direction === 'undo' ? 1 : 0, entry.seq);
  return { operation: entry.operation, kinds };
}
