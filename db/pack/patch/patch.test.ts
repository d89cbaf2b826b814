import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../order.ts';
import { readPackHeader, readPackRows } from '../pack-reader.ts';
import { writePack } from '../pack-writer.ts';
import type { PackRows } from '../starter.ts';
import { META, testEdition } from '../test-edition.ts';
import { TABLES, tableNamed } from '../tables.ts';
import { applyPatch, applyPatches, readPatched } from './apply-patch.ts';
import { readPatchHeader } from './patch-reader.ts';
import { writePatch } from './patch-writer.ts';
import type { RowChange } from './row-change.ts';
import { editedEdition } from './test-edits.ts';
import { inMemory } from './test-in-memory.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark patch ñ ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
const file = (name: string): string => join(folder, name);
const told = ({ table, kind, before, after }: RowChange): unknown => [table.name, kind, before, after];

/** Writes two packs and the patch between them. */
async function diffed(from: PackRows, to: PackRows): Promise<void> {
  await writePack({ rows: from, out: file('a.pack') });
  await writePack({ rows: to, out: file('b.pack') });
  await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('a-b.patch') });
}
const same = async (a: string, b: string): Promise<boolean> => (await readFile(file(a))).equals(await readFile(file(b)));

describe('a patch', () => {
  test('leads from any edition to the next one', async () => {
    const kinds = new Map<string, number>();
    await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 0.1, 0.5, 1), async (seed, size, share) => {
      const from = testEdition(seed, size);
      const to = editedEdition(from, seed, share);
      const { rows, changes } = await inMemory(from, to);
      expect(rows).toEqual(to);
      for (const { table, kind } of changes) kinds.set(`${table.name} ${kind}`, (kinds.get(`${table.name} ${kind}`) ?? 0) + 1);
    }), { numRuns: 1_000 });
    // Most tables saw every kind of change (one without cells beside its key can have no update).
    for (const kind of ['delete', 'insert', 'update']) {
      expect(TABLES.filter(({ name }) => (kinds.get(`${name} ${kind}`) ?? 0) > 5).length, kind).toBeGreaterThan(TABLES.length * 0.7);
    }
  }, 300_000);

  test('laid over its pack is the pack of the next edition, byte for byte, with either codec', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 9 }), fc.constantFrom('zstd', 'gzip'), async (seed, size, codec) => {
      const from = testEdition(seed, size);
      const to = editedEdition(from, seed, 0.5);
      await diffed(from, to);
      await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('a-b.patch'), codec });
      await applyPatch({ pack: file('a.pack'), patch: file('a-b.patch'), out: file('c.pack') });
      expect(await same('b.pack', 'c.pack')).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['a-b.patch', 'a.pack', 'b.pack', 'c.pack']);
    }), { numRuns: 25 });
  }, 60_000);

  test('is the same bytes whenever it is made', async () => {
    const from = testEdition(5, 400);
    await diffed(from, editedEdition(from, 5, 0.2));
    await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('again.patch') });
    expect(await same('a-b.patch', 'again.patch')).toBe(true);
  });

  test('spans batches and holds the changed columns only', async () => {
    const small = testEdition(6, 10);
    const [[sourceId] = ['']] = small.get('source') ?? [];
    const index = Array.from({ length: 5_000 }, (_, at): Row => [1_000 + at, 0, 100_000 + at, sourceId ?? '']);
    const from = new Map(small).set('price_index', index);
    await diffed(from, new Map(from).set('price_index', index.map((row, at) => (at % 50 === 0 ? row.with(2, 300_000 + at) : row))));
    const header = await readPatchHeader(file('a-b.patch'));
    expect(header.changes).toEqual([['price_index', tableNamed('price_index').columns.length, 0, 0, 100]]);
    // A place and a figure each: neither the key nor the source of the row is there.
    expect(header.bytes).toBeLessThan(100 * 6 + 50);
    await applyPatch({ pack: file('a.pack'), patch: file('a-b.patch'), out: file('c.pack') });
    expect(await same('b.pack', 'c.pack')).toBe(true);
  });

  test('between two editions that are the same is empty, and leads to the same', async () => {
    const from = testEdition(7, 30);
    await diffed(from, from);
    expect(await readPatchHeader(file('a-b.patch'))).toMatchObject({ bytes: 0, changes: [] });
    await applyPatch({ pack: file('a.pack'), patch: file('a-b.patch'), out: file('c.pack') });
    expect(await same('a.pack', 'c.pack')).toBe(true);
  });

  test('fills tables that were empty and empties tables that were full', async () => {
    const [nothing, much] = [new Map([['meta', META]]), testEdition(8, 40)];
    await diffed(nothing, much);
    await applyPatch({ pack: file('a.pack'), patch: file('a-b.patch'), out: file('c.pack') });
    await writePatch({ from: file('b.pack'), to: file('a.pack'), out: file('b-a.patch') });
    await applyPatch({ pack: file('c.pack'), patch: file('b-a.patch'), out: file('d.pack') });
    expect([await same('b.pack', 'c.pack'), await same('a.pack', 'd.pack')]).toEqual([true, true]);
  });

  test('tells the same changes when it is laid over a pack as when it was made', async () => {
    const from = testEdition(9, 60);
    await diffed(from, editedEdition(from, 9, 0.3));
    const [made, applied]: [unknown[], unknown[]] = [[], []];
    await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('a-b.patch'), note: (change) => { made.push(told(change)); } });
    await readPatched({ pack: file('a.pack'), patches: [file('a-b.patch')] }, () => undefined, (change) => { applied.push(told(change)); });
    expect(applied).toEqual(made);
    expect(applied.length).toBeGreaterThan(100);
  });

  test('can follow another one', async () => {
    const editions = [testEdition(10, 40)];
    for (let turn = 0; turn < 3; turn += 1) editions.push(editedEdition(editions.at(-1) ?? new Map(), 100 + turn, 0.3, `e${turn + 2}`));
    for (const [index, rows] of editions.entries()) await writePack({ rows, out: file(`${index}.pack`) });
    for (const index of [0, 1, 2]) await writePatch({ from: file(`${index}.pack`), to: file(`${index + 1}.pack`), out: file(`${index}.patch`) });
    const patches = [0, 1, 2].map((index) => file(`${index}.patch`));
    await applyPatches({ pack: file('0.pack'), patches, out: file('end.pack') });
    expect(await same('end.pack', '3.pack')).toBe(true);
    const seen: number[] = [];
    await readPatched({ pack: file('0.pack'), patches }, () => undefined, (_change, patch) => { seen.push(patch); });
    expect(new Set(seen)).toEqual(new Set([0, 1, 2]));
    await expect(applyPatches({ pack: file('0.pack'), patches: patches.slice(1), out: file('no.pack') })).rejects.toMatchObject({ code: 'patch-wrong-base' });
    await expect(applyPatches({ pack: file('0.pack'), patches: patches.toReversed(), out: file('no.pack') })).rejects.toMatchObject({ code: 'patch-wrong-base' });
  });

  test('hands on the rows of the edition it gives', async () => {
    const from = testEdition(11, 30);
    const to = editedEdition(from, 11, 0.4);
    await diffed(from, to);
    const rows = new Map<string, Row[]>(TABLES.map(({ name }) => [name, []]));
    const promised = await readPatched({ pack: file('a.pack'), patches: [file('a-b.patch')] }, (batch) => { rows.get(batch.table.name)?.push(...batch.rows); });
    expect(rows).toEqual((await readPackRows(file('b.pack'))).rows);
    expect(promised).toMatchObject({ digest: (await readPackHeader(file('b.pack'))).digest, edition: 'e2' });
  });
});
