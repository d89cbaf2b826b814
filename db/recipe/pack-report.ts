/** What is in a pack, told from the pack alone: counts, how much is known, what is missing, licenses. */
import { readPack } from '../pack/pack-reader.ts';
import type { PackHeader } from '../pack/header.ts';
import type { Cell } from '../pack/order.ts';
import { tableNamed } from '../pack/tables.ts';

export interface PackReport {
  readonly header: PackHeader;
  /** Credentials by kind, field and status. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of all credentials, how many have at least one of each. */
  readonly coverage: Readonly<Record<string, number>>;
  readonly credentials: number;
  /** Sources with their license and the number of rows that name them. */
  readonly sources: readonly { readonly id: string; readonly publisher: string; readonly title: string; readonly vintage: string; readonly license: string; readonly rows: number }[];
}

const COUNTED = ['kind', 'field', 'status', 'demand_type'] as const;
/** What a credential may have: a row in the table, by its column that names the credential; or a cell of its own. */
const HAVING: readonly (readonly [string, string, string])[] = [
  ['an occupation', 'credential_occupation', 'credential'], ['a price', 'credential_cost', 'credential'], ['a length', 'credential_time', 'credential'],
  ['a step before or after', 'stacking', 'from_credential'], ["a state's list", 'recognition', 'credential'],
];
const OWN: readonly (readonly [string, string])[] = [['an issuer', 'issuer'], ['a program code', 'cip'], ['a registry id', 'ctid'], ['a name in Spanish', 'name_es']];

/** Reads a whole pack. Errors: those of `readPack`. */
export async function reportOnPack(path: string): Promise<PackReport> {
  const counts: Record<string, Record<string, number>> = Object.fromEntries(COUNTED.map((name) => [name, {}]));
  const having = new Map<string, Set<string>>(HAVING.map(([name]) => [name, new Set()]));
  const own = new Map<string, number>(OWN.map(([name]) => [name, 0]));
  const named = new Map<string, number>();
  const sources: { id: string; publisher: string; title: string; vintage: string; license: string }[] = [];
  let credentials = 0;
  const header = await readPack(path, ({ table, rows }) => {
    const at = new Map(tableNamed(table.name).columns.map((column, index) => [column.name, index]));
    const cell = (row: readonly Cell[], name: string): Cell => row[at.get(name) ?? -1] ?? null;
    for (const row of rows) {
      const source = cell(row, 'source_id');
      if (source !== null) named.set(String(source), (named.get(String(source)) ?? 0) + 1);
    }
    if (table.name === 'source') {
      for (const row of rows) sources.push({ id: String(cell(row, 'id')), publisher: String(cell(row, 'publisher')), title: String(cell(row, 'title')), vintage: String(cell(row, 'vintage')), license: String(cell(row, 'license')) });
    }
    if (table.name === 'credential') {
      credentials += rows.length;
      for (const row of rows) {
        for (const name of COUNTED) {
          const counted = counts[name] ?? {};
          const word = String(cell(row, name));
          counted[word] = (counted[word] ?? 0) + 1;
        }
        for (const [name, column] of OWN) if (cell(row, column) !== null) own.set(name, (own.get(name) ?? 0) + 1);
      }
    }
    for (const [name, wanted, column] of HAVING) {
      if (table.name === wanted) for (const row of rows) having.get(name)?.add(String(cell(row, column)));
    }
  });
  return {
    header, credentials, counts,
    coverage: Object.fromEntries([...[...own], ...[...having].map(([name, ids]) => [name, ids.size] as const)]),
    sources: sources.map((source) => ({ ...source, rows: named.get(source.id) ?? 0 })),
  };
}
