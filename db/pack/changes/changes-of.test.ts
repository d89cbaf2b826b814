import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Row } from '../order.ts';
import { writePack } from '../pack-writer.ts';
import { writePatch } from '../patch/patch-writer.ts';
import { editedEdition } from '../patch/test-edits.ts';
import type { PackRows } from '../starter.ts';
import { META, testEdition } from '../test-edition.ts';
import { TABLES, type TableName } from '../tables.ts';
import type { Table } from '../tables/column.ts';
import { changesOf, changesOfPatch } from './changes-of.ts';
import { CHANGE_GROUPS } from './report.ts';
import { Columns } from './watched.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark changes ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
const file = (name: string): string => join(folder, name);

/** Both rows of every key, told without any stream. */
function keyed(name: TableName, key: readonly string[], from: PackRows, to: PackRows): readonly (readonly [Row | undefined, Row | undefined])[] {
  const columns = new Columns(name);
  const [was, is] = [from, to].map((rows) => new Map((rows.get(name) ?? []).map((row) => [columns.key(row, key), row])));
  return [...new Set([...was?.keys() ?? [], ...is?.keys() ?? []])].map((id) => [was?.get(id), is?.get(id)]);
}
const differing = (name: TableName, key: readonly string[], cells: readonly string[], from: PackRows, to: PackRows): number => {
  const columns = new Columns(name);
  return keyed(name, key, from, to).filter(([a, b]) => (a && columns.key(a, cells)) !== (b && columns.key(b, cells))).length;
};

test('the report is the same from two packs and from the patch between them, and its counts are those of the rows', async () => {
  const seen = new Map<string, number>();
  await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 14 }), fc.constantFrom(0.05, 0.3, 0.8), fc.constantFrom(0, 2, 1_000), async (seed, size, share, most) => {
    const from = testEdition(seed, size);
    const to = editedEdition(from, seed, share);
    await writePack({ rows: from, out: file('a.pack') });
    await writePack({ rows: to, out: file('b.pack') });
    await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('p.patch') });
    const report = await changesOf({ from: file('a.pack'), to: file('b.pack'), most });
    expect(await changesOfPatch({ pack: file('a.pack'), patch: file('p.patch'), most })).toEqual(report);

    for (const group of CHANGE_GROUPS) {
      const { count, items, more } = report.groups[group];
      expect([items.length, items.length + more], group).toEqual([Math.min(count, most), count]);
      for (const item of items) expect(item.from ?? item.to).not.toBeNull();
      seen.set(group, (seen.get(group) ?? 0) + count);
    }
    expect(report.pay.items.reduce((sum, { areas }) => sum + areas, report.pay.more)).toBe(report.pay.count);
    expect(report.groups.price.count).toBe(differing('credential_cost', ['credential', 'line', 'area'], ['low_cents', 'high_cents', 'at_least', 'unknown', 'per'], from, to));
    expect(report.groups.verdict.count).toBe(differing('credential_verdict', ['credential', 'area'], ['verdict'], from, to));
    expect(report.tables).toEqual(TABLES.flatMap((table: Table & { readonly name: TableName }) => {
      const pairs = keyed(table.name, table.key, from, to);
      const added = pairs.filter(([a]) => !a).length;
      const removed = pairs.filter(([, b]) => !b).length;
      const changed = pairs.filter(([a, b]) => a && b && JSON.stringify(a) !== JSON.stringify(b)).length;
      return added + removed + changed === 0 ? [] : [{ table: table.name, added, removed, changed }];
    }));
  }), { numRuns: 40 });
  // Every group was told of, more than once.
  for (const group of CHANGE_GROUPS) expect(seen.get(group), group).toBeGreaterThan(5);
}, 120_000);

test('packs of two scopes are not compared', async () => {
  await writePack({ rows: new Map([['meta', META]]), out: file('a.pack') });
  await writePack({ rows: new Map([['meta', META.map((row) => (row[0] === 'scope' ? ['scope', 'oh'] : row))]]), out: file('b.pack') });
  await expect(changesOf({ from: file('a.pack'), to: file('b.pack') })).rejects.toMatchObject({ code: 'patch-other-scope' });
});
