/** One change of one row: what a patch carries and what a report of changes is made of. */
import type { Row } from '../order.ts';
import type { Table } from '../tables/column.ts';

export type ChangeKind = 'delete' | 'insert' | 'update';

/** A row before and after; an update never touches a key, so its two rows are the same thing. */
export type RowChange = { readonly table: Table } & (
  | { readonly kind: 'delete'; readonly before: Row; readonly after: null }
  | { readonly kind: 'insert'; readonly before: null; readonly after: Row }
  | { readonly kind: 'update'; readonly before: Row; readonly after: Row }
);

/** A change where it happens: after `gap` rows that stay as they are since the change before it in the table. */
export interface PlacedChange {
  readonly change: RowChange;
  readonly gap: number;
  /** The row of the new edition that stands before it; null at the start of a table. */
  readonly previous: Row | null;
  /** The canonical line of the old row; null for an insert. */
  readonly line: string | null;
}
