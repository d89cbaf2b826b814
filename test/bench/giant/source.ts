/** A giant edition as rows in key order, made as they are asked for: the starter's own rows with the generated ones among them. */
import { rowComparer, type Row } from '../../../db/pack/order.ts';
import type { RowSource } from '../../../db/pack/row-source.ts';
import type { PackRows } from '../../../db/pack/starter.ts';
import { tableNamed, type Rows } from '../../../db/pack/tables.ts';
import { LISTS, MADE_TABLES, madeRows, REGISTRY, type Change, type MadeTable, type Plan } from './rows.ts';
import { vocabularyOf } from './vocabulary.ts';

export const GIANT_SEED = 20_261_125;
const CHANGE_SEED = 7;
/** The later edition that patches are measured by: 2 % of its credentials changed. */
export const CHANGED: Change = { share: 0.02, seed: CHANGE_SEED };
/** What `count` editions one after another change, each the same share. */
export const changesOf = (share: number, count = 1): readonly Change[] => Array.from({ length: count }, (_, at) => ({ share, seed: CHANGE_SEED + at }));

export interface GiantOptions {
  /** Rows of the starter, checked. */
  readonly starter: PackRows;
  /** Credentials to add. */
  readonly credentials: number;
  readonly seed?: number;
  /** What changed since the first edition: once, or in several editions, oldest first. */
  readonly change?: Change | readonly Change[] | null;
  /** Name of the edition; by itself it tells how many credentials it has and whether it is a later one. */
  readonly edition?: string;
}

const isMade = (table: string): table is MadeTable => MADE_TABLES.some((made) => made === table);

/** Two sequences in key order as one. */
function* merged(table: string, own: readonly Row[], made: Iterable<Row>): Generator<Row> {
  const compare = rowComparer(tableNamed(table));
  let at = 0;
  for (const row of made) {
    for (let next = own[at]; next !== undefined && compare(next, row) < 0; next = own[at]) {
      yield next;
      at += 1;
    }
    yield row;
  }
  yield* own.slice(at);
}

const source = (id: string, title: string): Rows['source'] => ({
  id, publisher: 'Waymark', title, vintage: '2026', published: null, url: 'https://example.org/', license: 'MIT', citation: 'Made from a seed for measuring: no such credential is known to exist.',
});

/** Small tables with what the giant adds to them. */
function smallTables(starter: PackRows, plan: Plan, edition: string): PackRows {
  const rowOf = (table: keyof Rows, object: Readonly<Record<string, string | number | null>>): Row => tableNamed(table).columns.map(({ name }) => object[name] ?? null);
  const sorted = (table: keyof Rows, more: readonly Row[]): Row[] => [...(starter.get(table) ?? []), ...more].sort(rowComparer(tableNamed(table)));
  const added = new Map<string, readonly Row[]>([
    ['source', sorted('source', [source(REGISTRY, 'Made registry'), source(LISTS, 'Made state lists')].map((each) => rowOf('source', { ...each })))],
    ['organization', sorted('organization', plan.vocabulary.organizations.map((each) => rowOf('organization', { ...each })))],
    ['meta', (starter.get('meta') ?? []).map(([key = null, value = null]) => [key, key === 'name' ? 'Giant edition' : key === 'edition' ? edition : value])],
  ]);
  return new Map([...starter, ...added]);
}

/** The same options give the same rows, each time they are asked for. */
export function giantSource({ starter, credentials, seed = GIANT_SEED, change = null, edition }: GiantOptions): RowSource {
  const changes: readonly Change[] = change === null ? [] : [change].flat();
  const plan: Plan = { vocabulary: vocabularyOf(starter), seed, credentials, changes };
  const small = smallTables(starter, plan, edition ?? `giant-${credentials}${changes.length > 0 ? '-later' : ''}`);
  const counts = new Map<string, number>();
  const rows = (table: string): Iterable<Row> => (isMade(table) ? merged(table, small.get(table) ?? [], madeRows(table, plan)) : (small.get(table) ?? []));
  return {
    rows,
    count(table) {
      const known = counts.get(table);
      if (known !== undefined) return known;
      let count = 0;
      // Asked for by the pack's header; made again rather than kept.
      for (const made = rows(table)[Symbol.iterator](); made.next().done !== true;) count += 1;
      counts.set(table, count);
      return count;
    },
  };
}
