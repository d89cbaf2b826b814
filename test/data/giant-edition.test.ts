import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPack } from '../../db/pack/pack-reader.ts';
import { digestOf, writePack } from '../../db/pack/pack-writer.ts';
import { keyIndexes, type Row } from '../../db/pack/order.ts';
import type { RowSource } from '../../db/pack/row-source.ts';
import { readStarter, type PackRows } from '../../db/pack/starter.ts';
import { TABLES } from '../../db/pack/tables.ts';
import { CHANGED, changesOf, giantSource } from '../bench/giant/source.ts';

const resources = fileURLToPath(new URL('../../resources', import.meta.url));
const CREDENTIALS = 2_000;
let folder: string;
let starter: PackRows;
let small: RowSource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark giant '));
  starter = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
  small = giantSource({ starter, credentials: CREDENTIALS });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a giant edition', () => {
  test('is a sound pack: types, key order and references hold, and the starter is in it', async () => {
    const out = join(folder, 'giant.pack');
    const header = await writePack({ rows: small, out, codec: 'gzip' });
    const ids = new Set<string>();
    await readPack(out, ({ table, rows }) => { if (table.name === 'credential') for (const [id] of rows) ids.add(String(id)); });
    const own = (starter.get('credential') ?? []).map(([id]) => String(id));
    expect(ids.size).toBe(CREDENTIALS + own.length);
    expect(own.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Map(header.tables).get('credential')).toBe(ids.size);
  }, 60_000);

  test('is the same each time, and another by another seed', () => {
    const digest = (options: { readonly seed?: number }): string => digestOf(giantSource({ starter, credentials: 200, ...options })).digest;
    expect(digest({})).toBe(digest({}));
    expect(digest({ seed: 1 })).not.toBe(digest({}));
  }, 60_000);

  test('has a later edition in which about 2 % of the credentials differ, some new and some gone', () => {
    const later = giantSource({ starter, credentials: CREDENTIALS, change: CHANGED });
    const changed = new Set<string>();
    for (const table of TABLES) {
      const key = keyIndexes(table);
      const byKey = (rows: Iterable<Row>) => new Map([...rows].map((row) => [JSON.stringify(key.map((at) => row[at])), JSON.stringify(row)]));
      const [before, after] = [byKey(small.rows(table.name)), byKey(later.rows(table.name))];
      if (!table.name.startsWith('credential') && table.name !== 'recognition') continue;
      for (const each of new Set([...before.keys(), ...after.keys()])) if (before.get(each) !== after.get(each)) changed.add(String((JSON.parse(each) as unknown[])[0]));
    }
    expect(changed.size / CREDENTIALS).toBeGreaterThan(0.012);
    expect(changed.size / CREDENTIALS).toBeLessThan(0.028);
    expect([...changed].some((id) => id.endsWith('a'))).toBe(true);
  }, 60_000);

  test('has editions after one another: what one took away or added, the next ones keep so', () => {
    const ids = (editions: number): ReadonlySet<unknown> => {
      const source = giantSource({ starter, credentials: 1_000, change: changesOf(0.2, editions), edition: `giant-${editions}` });
      expect([...source.rows('meta')].find(([key]) => key === 'edition')).toEqual(['edition', `giant-${editions}`]);
      return new Set([...source.rows('credential')].map(([id]) => id));
    };
    const [none, one, two] = [ids(0), ids(1), ids(2)];
    const without = (from: ReadonlySet<unknown>, those: ReadonlySet<unknown>): readonly unknown[] => [...from].filter((id) => !those.has(id));
    const [added, gone] = [without(one, none), without(none, one)];
    expect(added.every((id) => String(id).endsWith('a'))).toBe(true);
    expect([added, gone, without(two, one), without(one, two)].map(({ length }) => length > 0)).toEqual([true, true, true, true]);
    expect(gone.filter((id) => two.has(id))).toEqual([]);
    // What was added beside a credential goes with it alone.
    expect(added.filter((id) => !two.has(id) && two.has(String(id).slice(0, -1)))).toEqual([]);
  }, 60_000);
});
