import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
import { JUDGED, withPay } from '../../reference/test-judged.ts';
import { rowsFrom } from '../../reference/test-reference.ts';
import { changesOf, changesOfPatch } from './changes-of.ts';
import { CHANGE_GROUPS } from './report.ts';
import { Columns } from './watched.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark changes ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
const file = (name: string): string => join(folder, name);
const today = '2026-11-25';

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
    const report = await changesOf({ from: file('a.pack'), to: file('b.pack'), most, today, folder });
    expect(await changesOfPatch({ pack: file('a.pack'), patch: file('p.patch'), most, today, folder })).toEqual(report);

    for (const group of CHANGE_GROUPS) {
      const { count, items, more } = report.groups[group];
      expect([items.length, items.length + more], group).toEqual([Math.min(count, most), count]);
      for (const item of items) expect(item.from ?? item.to).not.toBeNull();
      seen.set(group, (seen.get(group) ?? 0) + count);
    }
    expect(report.pay.items.reduce((sum, { areas }) => sum + areas, report.pay.more)).toBe(report.pay.count);
    expect(report.groups.price.count).toBe(differing('credential_cost', ['credential', 'line', 'area'], ['low_cents', 'high_cents', 'at_least', 'unknown', 'per'], from, to));
    // Made up rows have no rubric that could judge.
    expect(report.verdicts).toBeNull();
    expect(report.tables).toEqual(TABLES.flatMap((table: Table & { readonly name: TableName }) => {
      const pairs = keyed(table.name, table.key, from, to);
      const added = pairs.filter(([a]) => !a).length;
      const removed = pairs.filter(([, b]) => !b).length;
      const changed = pairs.filter(([a, b]) => a && b && JSON.stringify(a) !== JSON.stringify(b)).length;
      return added + removed + changed === 0 ? [] : [{ table: table.name, added, removed, changed }];
    }));
  }), { numRuns: 40 });
  // Every group was told of, more than once.
  for (const group of CHANGE_GROUPS) if (group !== 'verdict') expect(seen.get(group), group).toBeGreaterThan(5);
}, 120_000);

test('verdicts are judged from the rows of both packs, and told with the patch between them', async () => {
  const [a, b] = [file('a.pack'), file('b.pack')];
  await writePack({ rows: rowsFrom(JUDGED), out: a });
  await writePack({ rows: rowsFrom(withPay('2026-12', '47-2111', 42_000)), out: b });
  await writePatch({ from: a, to: b, out: file('p.patch') });
  const report = await changesOf({ from: a, to: b, today, folder });
  expect(report.verdicts).toEqual({ area: 'us', of: 5, changed: 1, gone: 0, added: 0, moves: [{ from: 'high', to: 'modest', count: 1 }] });
  expect(report.groups.verdict).toMatchObject({ count: 1, more: 0, items: [{ id: 'inside-wireman', name: 'Electrician apprenticeship', areaName: 'United States', from: { verdict: 'high' }, to: { verdict: 'modest' } }] });
  expect(report.warnings).toEqual([{ code: 'verdicts-changed', changed: 1, of: 5 }]);
  expect(await changesOfPatch({ pack: a, patch: file('p.patch'), today, folder })).toEqual(report);
  expect(await changesOf({ from: a, to: a, today, folder })).toMatchObject({ verdicts: { of: 5, changed: 0, moves: [] }, warnings: [], groups: { verdict: { count: 0, items: [] } } });
  // On a day before any good-job line holds nothing can be judged.
  expect(await changesOf({ from: a, to: b, today: '2001-01-01', folder })).toMatchObject({ verdicts: null, warnings: [], groups: { verdict: { count: 0 } } });
  // What they were judged from is gone.
  expect((await readdir(folder)).sort()).toEqual(['a.pack', 'b.pack', 'p.patch']);
});

test('what can be judged no more is another verdict, and is asked about', async () => {
  await writePack({ rows: rowsFrom(JUDGED), out: file('a.pack') });
  await writePack({ rows: rowsFrom({ ...JUDGED, rubric: [] }), out: file('b.pack') });
  const { warnings, verdicts } = await changesOf({ from: file('a.pack'), to: file('b.pack'), today, folder });
  expect(verdicts).toMatchObject({ changed: 4, of: 5, moves: [{ to: 'unknown' }, { to: 'unknown' }, { to: 'unknown' }] });
  expect(warnings.map(({ code }) => code)).toEqual(['rows-removed', 'verdicts-changed']);
});

test('packs of two scopes are not compared', async () => {
  await writePack({ rows: new Map([['meta', META]]), out: file('a.pack') });
  await writePack({ rows: new Map([['meta', META.map((row) => (row[0] === 'scope' ? ['scope', 'oh'] : row))]]), out: file('b.pack') });
  await expect(changesOf({ from: file('a.pack'), to: file('b.pack'), today })).rejects.toMatchObject({ code: 'patch-other-scope' });
});
