/** Packs of other times: one written before a table came is read, one written by a later program is refused as newer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReference, feedFromPack } from '../reference/build-reference.ts';
import { getEdition } from '../reference/queries/get-edition.ts';
import { openReference } from '../reference/reference-db.ts';
import { changesOf } from './changes/changes-of.ts';
import { readPackHeader, readPackRows } from './pack-reader.ts';
import { writePack } from './pack-writer.ts';
import { testEdition } from './test-edition.ts';
import { forge } from './test-forge.ts';
import { TABLES } from './tables.ts';
import type { Table } from './tables/column.ts';

const ALL: readonly Table[] = TABLES;
const LATER = ALL.filter(({ mayBeAbsent }) => mayBeAbsent === true).map(({ name }) => name);

let folder: string;
let good: string;
let forged: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark age '));
  [good, forged] = [join(folder, 'good.pack'), join(folder, 'forged.pack')];
  await writePack({ rows: new Map(testEdition(4, 8)).set('rubric', []), out: good });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

/** The pack as it was before these tables came. */
async function without(names: readonly string[]): Promise<void> {
  const { tables } = await readPackHeader(good);
  let isKept = true;
  await forge(good, forged, (lines) => lines.filter((line) => {
    if (line.startsWith('{"table":')) isKept = !names.includes((JSON.parse(line) as { table: string }).table);
    return isKept;
  }), { tables: tables.filter(([name]) => !names.includes(name)) });
}

describe('a pack that was written before a table came', () => {
  test('is read, becomes a database with that table empty, and is compared with a later one', async () => {
    expect(LATER.length).toBeGreaterThan(0);
    await without(LATER);
    const { rows } = await readPackRows(forged);
    const whole = await readPackRows(good);
    for (const { name } of TABLES) expect(rows.get(name) ?? [], name).toEqual(LATER.includes(name) ? [] : whole.rows.get(name));
    const out = join(folder, 'older.sqlite');
    const { digest } = await buildReference({ feed: feedFromPack(forged), out });
    const db = openReference(out, { digest });
    expect(LATER.map((name) => getEdition(db).counts[name])).toEqual(LATER.map(() => 0));
    db.close();
    const { tables } = await changesOf({ from: forged, to: good, today: '2026-11-25' });
    const added = LATER.map((table) => ({ table, added: whole.rows.get(table)?.length ?? 0, removed: 0, changed: 0 })).filter((each) => each.added > 0);
    expect(tables.filter(({ table }) => LATER.includes(table))).toEqual(added);
    expect(added.length).toBeGreaterThan(0);
  });
  test('is read whichever of those tables it lacks', async () => {
    for (const name of LATER) {
      await without([name]);
      expect((await readPackHeader(forged)).tables.map(([each]) => each)).not.toContain(name);
      expect((await readPackRows(forged)).rows.get(name)).toBeUndefined();
    }
  });
  test('is refused when it lacks a table that was always there', async () => {
    for (const { name, mayBeAbsent } of ALL) {
      if (mayBeAbsent === true) continue;
      await without([name]);
      await expect(readPackRows(forged), name).rejects.toMatchObject({ code: 'pack-row-invalid', params: { table: name, reason: 'table-missing' } });
    }
  });
});

describe('a pack that names a table which was dropped since', () => {
  const withDropped = async (rows: number, more: readonly string[] = []): Promise<void> => {
    const { tables } = await readPackHeader(good);
    const at = tables.findIndex(([name]) => name === 'authority') + 1;
    const next = tables[at]?.[0] ?? '';
    await forge(good, forged, (lines) => lines.flatMap((line) => (line.startsWith(`{"table":"${next}"`) ? [`{"table":"credential_verdict","rows":${rows}}`, ...more, line] : [line])), { tables: tables.toSpliced(at, 0, ['credential_verdict', rows]) });
  };
  test('is read when the table is empty, as it always was', async () => {
    await withDropped(0);
    const { rows } = await readPackRows(forged);
    const whole = await readPackRows(good);
    for (const { name } of TABLES) expect(rows.get(name), name).toEqual(whole.rows.get(name));
    const { digest } = await buildReference({ feed: feedFromPack(forged), out: join(folder, 'dropped.sqlite') });
    openReference(join(folder, 'dropped.sqlite'), { digest }).close();
    expect((await changesOf({ from: forged, to: good, today: '2026-11-25' })).tables).toEqual([]);
  });
  test('is refused when it has a row of it', async () => {
    await withDropped(1, ['["a","us","high",1,1,1]']);
    await expect(readPackHeader(forged)).rejects.toMatchObject({ code: 'pack-row-invalid', params: { table: 'credential_verdict', reason: 'row-too-many' } });
  });
});

describe('a pack of a later program', () => {
  test('that has a table more is refused as newer, wherever the table stands', async () => {
    const { tables } = await readPackHeader(good);
    for (const at of [0, 5, tables.length]) {
      await forge(good, forged, (lines) => [...lines, '{"table":"later_table","rows":0}'], { tables: tables.toSpliced(at, 0, ['later_table', 0]) });
      await expect(readPackHeader(forged)).rejects.toMatchObject({ code: 'pack-newer-format' });
    }
  });
  test('that has a column more is refused as newer before a row of it counts', async () => {
    await forge(good, forged, (lines) => lines.map((line, at) => (lines[at - 1]?.startsWith('{"table":"source"') === true ? JSON.stringify([...JSON.parse(line) as unknown[], null]) : line)));
    await expect(readPackRows(forged)).rejects.toMatchObject({ code: 'pack-newer-format' });
  });
  test('is not guessed at: the same table twice or in another place is a fault', async () => {
    const { tables } = await readPackHeader(good);
    const [first = ['meta', 0], second = ['source', 0], ...rest] = tables;
    for (const wrong of [[second, first, ...rest], [first, second, ...rest, second]]) {
      await forge(good, forged, (lines) => lines, { tables: wrong });
      await expect(readPackHeader(forged)).rejects.toMatchObject({ code: 'pack-row-invalid' });
    }
  });
});
