/** What a publisher lays over the starter stands; what has no evidence, no source or no sense is refused with its place. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cellsOf } from '../pack/ledger.ts';
import type { PackRows } from '../pack/starter.ts';
import { tableNamed, type TableName } from '../pack/tables.ts';
import { buildFromRecipe } from './build.ts';
import { readOwnTables } from './own-tables.ts';
import { reportOnPack } from './pack-report.ts';
import { readRecipe } from './recipe.ts';

const RESOURCES = fileURLToPath(new URL('../../resources/', import.meta.url));
const folders = { starterDir: join(RESOURCES, 'starter'), rubricsDir: join(RESOURCES, 'rubrics') };
const SOURCE = { id: 'district', files: ['x.csv'], publisher: 'A district', title: 'Prices', vintage: '2026', url: 'https://example.org/', license: 'Public domain', citation: 'A district, Prices.' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'way mark ñ #1 100% '));
  await writeFile(join(folder, 'x.csv'), 'nothing known\n1\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function recipe(extra: object): Promise<string> {
  const path = join(folder, 'recipe.json');
  await writeFile(path, JSON.stringify({ waymarkRecipe: 1, name: 'A district', edition: '2026-11', scope: 'us', dataChecked: '2026-11-25', starter: true, sources: [SOURCE], ...extra }));
  return path;
}
const read = async (extra: object): Promise<PackRows | null> => readOwnTables(await readRecipe(await recipe(extra)), folders);
/** A table of an overlay, from what its rows hold; the rest of each is empty. */
async function overlay(name: string, table: TableName, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  const columns = tableNamed(table).columns.map((column) => column.name);
  await writeFile(join(folder, name, `${table}.csv`), [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => `${cells.join(',')}\n`).join(''));
}
const TUITION = { credential: 'boilermaker-apprenticeship', line: 'tuition', area: 'us', low_cents: '12300', high_cents: '12300', at_least: '0', per: 'once', price_year: '2026', label: 'Class fees', label_es: 'Clases', payers: 'family' };
const EVIDENCE = {
  id: 'district-tuition', subject: 'boilermaker-apprenticeship', fact: 'cost', value: '123 dollars', jurisdiction: 'us', publisher: 'A district', title: 'Fees', url: 'https://example.org/fees', page_date: '2026', read_date: '2026-11-25', type: 'official',
};
const tuition = (rows: PackRows | null) => cellsOf(rows ?? new Map(), 'credential_cost').filter((cell) => cell('credential') === TUITION.credential && cell('line') === 'tuition').map((cell) => cell('low_cents'));

describe('an overlay', () => {
  test('stands where the starter has a row of the key, the first before the second, and leaves the rest', async () => {
    const before = await read({});
    await overlay('ours', 'credential_cost', [{ ...TUITION, evidence_id: 'district-tuition' }]);
    await overlay('theirs', 'credential_cost', [{ ...TUITION, low_cents: '99900', high_cents: '99900', evidence_id: 'district-tuition' }]);
    await overlay('theirs', 'evidence', [EVIDENCE]);
    const after = await read({ overlays: ['ours', 'theirs'] });
    expect([tuition(before), tuition(after)]).toEqual([[null], [12_300]]);
    expect(after?.get('credential_cost')?.length).toBe(before?.get('credential_cost')?.length);
    expect(after?.get('evidence')?.length).toBe((before?.get('evidence')?.length ?? 0) + 1);
    expect(after?.get('wage')).toEqual(before?.get('wage'));
    expect(tuition(await read({ overlays: ['theirs', 'ours'] }))).toEqual([99_900]);
  }, 60_000);
  test('with a figure that has no evidence, or tables that are none, is refused', async () => {
    await overlay('ours', 'credential_cost', [TUITION]);
    await expect(read({ overlays: ['ours'] })).rejects.toMatchObject({ code: 'starter-unsourced', params: { table: 'credential_cost' } });
    await overlay('named', 'meta', []);
    await expect(read({ overlays: ['named'] })).rejects.toMatchObject({ code: 'recipe-invalid', params: { where: 'overlays.0' } });
    await expect(read({ overlays: ['none'] })).rejects.toMatchObject({ code: 'starter-missing-table' });
    await writeFile(join(folder, 'ours', 'prices.csv'), 'a\n');
    await expect(read({ overlays: ['ours'] })).rejects.toMatchObject({ code: 'starter-header', params: { file: 'prices.csv' } });
  }, 60_000);
});

describe('a rubric of one\'s own', () => {
  const rubric = async (change: object): Promise<void> => {
    const usual = JSON.parse(await readFile(join(RESOURCES, 'rubrics', 'waymark-1.json'), 'utf8')) as object;
    await writeFile(join(folder, 'ours.json'), JSON.stringify({ ...usual, id: 'district-1', source: 'district', ...change }));
  };
  const ids = (rows: PackRows | null) => rows?.get('rubric')?.map(([id]) => id);
  test('joins those of the starter, and comes into the pack with its overlay', async () => {
    await rubric({});
    expect(ids(await read({ rubrics: ['ours.json'] }))).toEqual(['district-1', 'nsc-2019', 'waymark-1']);
    await overlay('ours', 'credential_cost', [{ ...TUITION, evidence_id: 'district-tuition' }]);
    await overlay('ours', 'evidence', [EVIDENCE]);
    const out = join(folder, 'x.pack');
    const { report } = await buildFromRecipe({ recipePath: await recipe({ rubrics: ['ours.json'], overlays: ['ours'] }), out, folders });
    expect(report.pack.rows['rubric']).toBe(3);
    expect((await reportOnPack(out)).sources.map(({ id }) => id)).toContain('district');
  }, 120_000);
  test.each([
    ['is not there', null, 'rubrics.0'], ['names a criterion that it does not have', { ladder: [{ verdict: 'high', all: [{ criterion: 'luck', at: ['met'] }] }] }, 'rubrics.0, '], ['is of nobody', { source: 'nobody' }, 'rubrics.0, source'],
  ])('that %s is refused', async (_what, change, where) => {
    if (change) await rubric(change);
    await expect(read({ rubrics: ['ours.json'] })).rejects.toMatchObject({ code: 'recipe-invalid', params: { where: expect.stringContaining(where) as string } });
  }, 60_000);
});
