import fc from 'fast-check';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { digestOf } from '../pack/pack-writer.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import type { Staged, StagedCredential, StagedOrganization } from '../sources/staged.ts';
import { explainRows } from './test-explain.ts';
import { mergeStaged } from './merge.ts';
import type { Recipe, RecipeSource } from './recipe.ts';
import { stager } from './stage-files.ts';
import { workspaceStatements } from './workspace.ts';

const open: Database.Database[] = [];
afterEach(() => { for (const database of open.splice(0)) database.close(); });

const source = (id: string, options: Record<string, string> = {}): RecipeSource => ({
  id, files: ['x'], sha256: {}, publisher: 'P', title: 'T', vintage: '2026', url: 'https://example.org/x', license: 'CC0-1.0', citation: 'C', options,
});
const SOURCES = [source('registry'), source('list', { area: '39', program: 'seal', edition: '2025-26', purpose: 'school' })];
const recipe: Recipe = {
  waymarkRecipe: 1, name: 'Test', edition: '2026-11', scope: 'us', dataChecked: '2026-11-25', starter: true, sources: SOURCES, order: [], overlays: [], rubrics: [], folder: '.',
};
const staged = (record: string, extra: Partial<StagedCredential> = {}): StagedCredential => ({
  what: 'credential', record, ctid: null, name: `Name ${record}`, nameEs: null, aliases: [], kind: 'certificate', issuer: { name: 'North College', ctid: null, url: null }, cips: [],
  occupations: [], areas: [], status: 'active', successorCtid: null, updated: '2025-01-01', renewMonths: null, minAge: null, costs: [], times: [], leadsTo: [], ...extra,
});

async function merged(records: readonly (readonly [rank: number, said: Staged])[]) {
  const database = new Database(':memory:');
  open.push(database);
  for (const statement of workspaceStatements) database.exec(statement);
  for (const [rank, said] of records) stager(database, rank, SOURCES[rank] ?? source('none'))(said);
  const { store, counts } = await mergeStaged({ database, recipe, starter: rowsFrom(OHIO), folders: { starterDir: '.', rubricsDir: null } });
  return { store, counts, explain: (id: string) => explainRows(store, id) };
}
const ctid = (letter: string): string => `ce-${letter.repeat(8)}`;

describe('records of one credential', () => {
  test('are joined by the registry id, and the later one counts', async () => {
    const { store, counts, explain } = await merged([
      [0, staged('a', { ctid: ctid('a'), name: 'Old name', updated: '2019-05-01', renewMonths: 12 })],
      [0, staged('b', { ctid: ctid('a'), name: 'New name', updated: '2024-05-01', renewMonths: 24 })],
    ]);
    expect(counts.credentials).toEqual({ added: 1, joined: 0, ambiguous: 0, superseded: 0 });
    expect(store.text('credential', ctid('a'), 'name')).toBe('New name');
    expect(explain(ctid('a')).conflicts).toEqual([
      ['renew_months', 'registry', 'a', '12', 0], ['renew_months', 'registry', 'b', '24', 1],
    ]);
  });
  test('have the occupations of SOC 2018 that a crosswalk gives for codes of SOC 2010; one that became several is said to be only related', async () => {
    const change = (before: string, soc: string): readonly [number, Staged] => [1, { what: 'soc-change', before, soc }];
    const { store, counts, explain } = await merged([
      [0, staged('a', { ctid: ctid('a'), occupations: [{ soc: '47-9999', relation: 'qualifies' }, { soc: '29-9999', relation: 'qualifies' }, { soc: '29-2061', relation: 'qualifies' }, { soc: '99-1234', relation: 'related' }] })],
      change('47-9999', '47-2111'), change('29-9999', '31-1131'), change('29-9999', '29-2061'), change('29-2061', '47-2111'),
    ]);
    const links = [...store.rows('credential_occupation')].filter((row) => row[0] === ctid('a')).map((row) => [row[1], row[3]]);
    expect(links).toEqual([['29-2061', 'qualifies'], ['31-1131', 'related'], ['47-2111', 'qualifies']]);
    expect(counts.socs).toEqual({ renamed: 1, parted: 1 });
    expect(counts.dangling['credential_occupation.soc']).toBe(1);
    expect(explain(ctid('a')).conflicts).toEqual([['occupation 29-9999', 'registry', 'a', '29-9999 of SOC 2010 became 29-2061, 31-1131', 0]]);
  });
  test('have the issuer that another file knows by its registry id, and are one with a record that names it', async () => {
    const college = (rank: number, name: string): readonly [number, StagedOrganization] => [rank, { what: 'organization', ctid: ctid('o'), name, url: 'https://north.edu' }];
    const byId = (record: string, id: string): readonly [number, StagedCredential] => [0, staged(record, { ctid: ctid(record), name: 'Welding', issuer: { name: '', ctid: id, url: null } })];
    const records = [byId('a', ctid('o')), byId('b', ctid('z')), college(1, 'South College'), college(0, 'North College'), [1, staged('l', { name: 'Welding' })] as const];
    const digests = new Set<string>();
    for (const order of [records, records.toReversed()]) {
      const { store, counts } = await merged(order);
      expect([counts.issuersUnknown, counts.credentials]).toEqual([1, { added: 2, joined: 0, ambiguous: 0, superseded: 0 }]);
      const issuer = store.text('credential', ctid('a'), 'issuer');
      expect([store.text('organization', String(issuer), 'name'), store.text('organization', String(issuer), 'url')]).toEqual(['North College', 'https://north.edu']);
      expect(store.text('credential', ctid('b'), 'issuer')).toBeNull();
      digests.add(digestOf(store).digest);
    }
    expect(digests.size).toBe(1);
  });
  test('an earlier version of one record is superseded, whichever came first', async () => {
    for (const order of [[0, 1], [1, 0]] as const) {
      const both = [staged('a', { name: 'Early', updated: '2019-05-01' }), staged('a', { name: 'Late', updated: '2020-05-01' })];
      const { counts, store } = await merged(order.flatMap((index) => { const said = both[index]; return said ? [[0, said] as const] : []; }));
      expect(counts.credentials).toMatchObject({ added: 1, superseded: 1 });
      expect([...store.rows('credential')].map((row) => row[6])).toContain('Late');
    }
  });
  test('are joined by issuer and name, however they are written', async () => {
    const { counts } = await merged([
      [0, staged('a', { ctid: ctid('a'), name: 'Medical  Assistant' })],
      [1, staged('7x', { name: 'medical assistant', issuer: { name: 'The North College, Inc.', ctid: null, url: null } })],
    ]);
    expect(counts.credentials).toMatchObject({ added: 1, ambiguous: 0 });
  });
  test('two registry ids are two credentials, and a name that fits both joins neither', async () => {
    const { counts } = await merged([
      [0, staged('a', { ctid: ctid('a'), name: 'Same' })], [0, staged('b', { ctid: ctid('b'), name: 'Same' })], [1, staged('c', { name: 'Same' })],
    ]);
    expect(counts.credentials).toMatchObject({ added: 3, ambiguous: 1 });
  });
  test("join the starter's by a reviewed table, and leave its own words as they are", async () => {
    const { store, counts, explain } = await merged([[1, staged('9', { name: 'Something else', issuer: null, cips: ['51.3901'] })]]);
    expect(counts.credentials).toMatchObject({ added: 0, joined: 1 });
    expect(store.text('credential', 'lpn', 'name')).toBe('Practical nurse license');
    expect(explain('lpn').records).toEqual([['list', '9', 'Something else', 'reviewed']]);
  });
  test("the starter's prices do not get a registry's beside them", async () => {
    const price = { line: 'other', lowCents: 100, highCents: 100, label: 'x' } as const;
    const { store } = await merged([
      [1, staged('9', { costs: [price] })], [0, staged('q', { costs: [price], updated: '2018-03-04' })],
    ]);
    const others = [...store.rows('credential_cost')].filter((row) => row[3] === 100);
    expect(others).toHaveLength(1);
    expect(others[0]).toContain(2018);
  });
  test('what refers to nothing is left out and counted', async () => {
    const { store, counts } = await merged([[0, staged('a', { ctid: ctid('a'), occupations: [{ soc: '99-9998', relation: 'related' }, { soc: '29-2061', relation: 'related' }] })]]);
    expect(counts.dangling['credential_occupation.soc']).toBe(1);
    expect([...store.rows('credential_occupation')].filter((row) => row[0] === ctid('a'))).toHaveLength(1);
  });
  test('a name that no cell may hold is told, and the rest goes on', async () => {
    const { counts } = await merged([[0, staged('a', { name: '\u0000 ' })], [0, staged('b')]]);
    expect(counts.refused).toContainEqual({ table: 'credential', column: 'name', reason: 'empty', count: 1, first: 'a' });
  });
});

test('a row fills empty cells of another, once, and awards of two levels are added', async () => {
  const database = new Database(':memory:');
  open.push(database);
  for (const statement of workspaceStatements) database.exec(statement);
  const [registry, list] = SOURCES;
  if (!registry || !list) throw new Error('no sources');
  const first = stager(database, 0, registry);
  const second = stager(database, 1, list);
  const school = { id: '1', name: 'North', city: 'A', state: 'OH', latitude_micro: 1, longitude_micro: 2, control: 'public', level: 'two-year' };
  second({ what: 'row', table: 'institution', cells: { id: '1', tuition_in_state: 5000 }, sourceColumn: 'tuition_source', fills: true });
  first({ what: 'row', table: 'institution', cells: school });
  first({ what: 'row', table: 'institution', cells: { id: '1', tuition_in_state: 4000 }, sourceColumn: 'tuition_source', fills: true });
  first({ what: 'row', table: 'program', cells: { cip: '51.3901', title: 'Nursing' } });
  for (const completions of [3, 4]) first({ what: 'row', table: 'offering', cells: { institution: '1', cip: '51.3901', level: 'certificate', completions }, adds: ['completions'] });
  second({ what: 'row', table: 'offering', cells: { institution: '1', cip: '51.3901', level: 'certificate', completions: 90 }, adds: ['completions'] });
  const { store, counts } = await mergeStaged({ database, recipe, starter: rowsFrom(OHIO), folders: { starterDir: '.', rubricsDir: null } });
  const row = [...store.rows('institution')].find(([id]) => id === '1');
  expect(row).toContain(4000);
  expect(row?.filter((cell) => cell === 'registry')).toHaveLength(2);
  expect([...store.rows('offering')].find(([id]) => id === '1')).toEqual(['1', '51.3901', 'certificate', 7, 'registry']);
  expect(counts.given).toEqual({ institution: 1, offering: 1 });
});

test('the order in which records are staged changes nothing', async () => {
  const record = fc.record({
    rank: fc.constantFrom(0, 1), record: fc.constantFrom('1', '2', '9', 'x'), ctid: fc.constantFrom(null, ctid('a'), ctid('b')), name: fc.constantFrom('One', 'Two', 'ONE', 'Practical nurse license'),
    issuer: fc.constantFrom(null, { name: 'North College', ctid: null, url: null }, { name: 'Ohio Board of Nursing', ctid: null, url: null }),
    updated: fc.constantFrom(null, '2019-01-01', '2024-01-01'), renewMonths: fc.constantFrom(null, 12, 24), cips: fc.constantFrom([], ['51.3901'], ['46.0302']),
  });
  await fc.assert(fc.asyncProperty(fc.array(record, { maxLength: 8 }), fc.integer(), async (records, seed) => {
    const items = records.map(({ rank, record: id, ...rest }) => [rank, staged(id, rest)] as const);
    const shuffled = items.map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 0 })).sort((a, b) => a.key - b.key).map(({ item }) => item);
    const [one, other] = [await merged(items), await merged(shuffled)];
    expect(digestOf(other.store)).toEqual(digestOf(one.store));
    expect(other.counts).toEqual(one.counts);
  }), { numRuns: 60 });
});
