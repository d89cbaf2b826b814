/** Why a credential of a pack is what it is: every record taken for it, why it was taken, and where they differ. */
import { readPack } from '../pack/pack-reader.ts';
import type { Cell } from '../pack/order.ts';
import { tableNamed } from '../pack/tables.ts';

export interface Explanation {
  readonly id: string;
  readonly name: string;
  readonly records: readonly { readonly source: string; readonly record: string; readonly listedAs: string; readonly matchedBy: string; readonly updated: string | null }[];
  readonly conflicts: readonly { readonly fact: string; readonly source: string; readonly record: string; readonly value: string; readonly taken: boolean }[];
}

/** Explains one credential by its id, code or registry id; null when the pack has none. Errors: those of `readPack`. */
export async function explainCredential(path: string, asked: string): Promise<Explanation | null> {
  let found: { id: string; name: string } | null = null;
  const records: Explanation['records'][number][] = [];
  const conflicts: Explanation['conflicts'][number][] = [];
  await readPack(path, ({ table, rows }) => {
    if (!['credential', 'credential_origin', 'credential_conflict'].includes(table.name)) return;
    const at = new Map(tableNamed(table.name).columns.map((column, index) => [column.name, index]));
    for (const row of rows) {
      const cell = (name: string): Cell => row[at.get(name) ?? -1] ?? null;
      const text = (name: string): string => String(cell(name) ?? '');
      if (table.name === 'credential') {
        if ([cell('id'), cell('code'), cell('ctid')].includes(asked)) found = { id: text('id'), name: text('name') };
      } else if (found !== null && cell('credential') === found.id) {
        if (table.name === 'credential_origin') {
          const updated = cell('updated');
          records.push({ source: text('source_id'), record: text('record'), listedAs: text('listed_as'), matchedBy: text('matched_by'), updated: updated === null ? null : String(updated) });
        } else conflicts.push({ fact: text('fact'), source: text('source_id'), record: text('record'), value: text('value'), taken: cell('taken') === 1 });
      }
    }
  });
  const { id, name } = found ?? { id: '', name: '' };
  return id === '' ? null : { id, name, records, conflicts };
}
