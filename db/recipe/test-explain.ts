/** For tests: what a store says of one credential's records. */
import type { Cell } from '../pack/order.ts';
import type { RowStore } from './row-store.ts';

/** Records and conflicts of a credential, without its id in each. */
export function explainRows(store: RowStore, id: string): { readonly records: readonly (readonly Cell[])[]; readonly conflicts: readonly (readonly Cell[])[] } {
  return {
    records: [...store.rows('credential_origin')].filter((row) => row[0] === id).map((row) => row.slice(1, 5)),
    conflicts: [...store.rows('credential_conflict')].filter((row) => row[0] === id).map((row) => row.slice(1)),
  };
}
