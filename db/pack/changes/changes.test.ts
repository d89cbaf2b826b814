import { expect, test } from 'vitest';
import { OHIO, rowsFrom, type SparseRows } from '../../reference/test-reference.ts';
import { diffRows } from '../patch/diff-rows.ts';
import type { ReadBatch } from '../row-reader.ts';
import type { PackRows } from '../starter.ts';
import { TABLES } from '../tables.ts';
import { ChangeCollector } from './change-collector.ts';
import { warningsOf } from './guards.ts';
import type { ChangeGroup, ChangeReport } from './report.ts';

/** Rows in memory as a pack would give them, in batches of a few. */
async function* batchesOf(rows: PackRows): AsyncGenerator<ReadBatch> {
  for (const table of TABLES) {
    const all = rows.get(table.name) ?? [];
    for (let at = 0; at < all.length; at += 3) {
      const some = all.slice(at, at + 3);
      yield await Promise.resolve({ table, rows: some, lines: some.map((row) => JSON.stringify(row)) });
    }
  }
}
const briefOf = (rows: PackRows, edition: string) => ({ name: 'Small edition', edition, digest: edition, scope: 'us', tables: [...rows].map(([name, all]) => [name, all.length] as const) });

async function reportOf(before: SparseRows, after: SparseRows, most?: number): Promise<ChangeReport> {
  const [from, to] = [rowsFrom(before), rowsFrom(after)];
  const collector = new ChangeCollector(most);
  for await (const { placed } of diffRows(batchesOf(from), batchesOf(to))) for (const { change } of placed) collector.note(change);
  const names = collector.wanted();
  for (const rows of [from, to]) for await (const batch of batchesOf(rows)) names.take(batch);
  return collector.report(briefOf(from, 'e1'), briefOf(to, 'e2'));
}

/** The small edition with rows of one table handed to `edit`. */
function edited<T extends keyof SparseRows>(table: T, edit: (rows: NonNullable<SparseRows[T]>) => SparseRows[T], of: SparseRows = OHIO): SparseRows {
  const rows = of[table];
  if (rows === undefined) throw new Error(`no rows of ${table}`);
  return { ...of, [table]: edit(rows) };
}
const told = ({ groups }: ChangeReport): Partial<Record<ChangeGroup, unknown>> =>
  Object.fromEntries(Object.entries(groups).filter(([, { count }]) => count > 0).map(([group, { items }]) => [group, items]));
const lpn = { id: 'lpn', name: 'Practical nurse license', field: 'health' };
const us = { area: 'us', areaName: 'United States' };
const ohio = { area: '39', areaName: 'Ohio' };
const base = { name: null, field: null, what: null, area: null, areaName: null, from: null, to: null, successor: null, successorName: null, source: null };
const ledger = (id: string) => ({ table: 'evidence', id });

test('two editions that are the same have nothing to tell', async () => {
  expect(await reportOf(OHIO, OHIO)).toMatchObject({ scope: 'us', warnings: [], tables: [], pay: { count: 0, items: [], more: 0 }, schools: { added: 0, removed: 0, changed: 0 } });
  expect(told(await reportOf(OHIO, OHIO))).toEqual({});
});

test('credentials come, are retired with what follows them, are left out, and are called otherwise', async () => {
  const after = edited('credential', (rows) => rows.flatMap((row) => {
    if (row.id === 'a-plus') return [{ ...row, status: 'retired' as const, successor: 'lpn' }];
    if (row.id === 'cpr') return [];
    return [row.id === 'lpn' ? { ...row, name: 'Vocational nurse license', min_age: 18, renew_months: 24 } : row];
  }).concat([{ ...rows[0], id: 'rn', code: 'RN', name: 'Registered nurse license' }]));
  const renamed = { ...lpn, name: 'Vocational nurse license' };
  const aPlus = { ...base, id: 'a-plus', name: 'CompTIA A+', field: 'information-technology', successor: 'lpn', successorName: 'Vocational nurse license' };
  expect(told(await reportOf(OHIO, after))).toEqual({
    added: [{ ...base, id: 'rn', name: 'Registered nurse license', field: 'health', to: { status: 'active' } }],
    retired: [
      { ...aPlus, from: { status: 'active' }, to: { status: 'retired' } },
      { ...base, id: 'cpr', name: 'First aid and CPR card', field: 'health', from: { status: 'active' } },
    ],
    successor: [{ ...aPlus, what: 'successor', from: { successor: null }, to: { successor: 'lpn' } }],
    name: [{ ...base, ...renamed, what: 'name', from: { name: 'Practical nurse license' }, to: { name: 'Vocational nurse license' } }],
    time: [{ ...base, ...renamed, what: 'renew_months', from: { renew_months: null }, to: { renew_months: 24 } }],
    requirement: [{ ...base, ...renamed, what: 'min_age', from: { min_age: null }, to: { min_age: 18 } }],
  });
  expect(told(await reportOf(after, OHIO))).toMatchObject({ added: [{ id: 'a-plus', from: { status: 'retired' } }, { id: 'cpr', from: null }], retired: [{ id: 'rn', to: null }] });
});

test('prices are told by line and area; a price looked up anew is no change', async () => {
  const after = edited('credential_cost', (rows) => rows.flatMap((row) => {
    if (row.area === 'us' && row.line === 'exam') return [{ ...row, price_year: 2027, label: 'The exam' }];
    if (row.line === 'license') return [];
    if (row.line === 'tuition') return [{ ...row, low_cents: 450000, high_cents: 900000, unknown: null }];
    return [row.area === '39' ? { ...row, low_cents: 30000 } : row];
  }));
  const cents = (low: number | null, high: number | null, unknown: string | null = null) => ({ low_cents: low, high_cents: high, at_least: 0, unknown, per: 'once' });
  expect(told(await reportOf(OHIO, after))).toEqual({
    price: [
      { ...base, ...lpn, ...ohio, what: 'exam', from: cents(27500, 30000), to: cents(30000, 30000), source: ledger('lpn-exam-oh') },
      { ...base, ...lpn, ...us, what: 'tuition', from: cents(null, null, 'varies-ask'), to: cents(450000, 900000) },
      { ...base, ...lpn, area: '18', areaName: 'Indiana', what: 'license', from: cents(5000, 5000) },
    ],
  });
});

test('time is told by kind', async () => {
  const after = edited('credential_time', (rows) => rows.map((row) => (row.kind === 'training' ? { ...row, low: 10, high: 15 } : row)));
  expect(told(await reportOf(OHIO, after))).toEqual({
    time: [{ ...base, ...lpn, ...us, what: 'training', from: { low: 12, high: 18, unit: 'months', unknown: null }, to: { low: 10, high: 15, unit: 'months', unknown: null } }],
  });
});

test('a requirement put in before others is the one that is new', async () => {
  const first = { credential: 'lpn', position: 1, kind: 'drug-test', area: 'us', answer: 'yes', label: 'A drug test', label_es: 'Prueba de drogas', evidence_id: 'lpn-exam' } as const;
  const after = edited('requirement', (rows) => [first, ...rows.map((row) => ({ ...row, position: (row.position ?? 0) + 1 }))]);
  const report = await reportOf(OHIO, after);
  expect(report.tables).toEqual([{ table: 'requirement', added: 3, removed: 2, changed: 1 }]);
  expect(told(report)).toEqual({
    requirement: [{ ...base, ...lpn, ...us, what: 'drug-test', to: { answer: 'yes', amount: null, label: 'A drug test' }, source: ledger('lpn-exam') }],
  });
});

test("the next edition of a state's list is told by what came, went and is counted otherwise", async () => {
  const program = edited('recognition_program', (rows) => rows.map((row) => (row.edition === '2025-26' ? { ...row, edition: '2026-27' } : row)));
  const after = edited('recognition', (rows) => rows.flatMap((row) => {
    const next = { ...row, edition: row.edition === '2025-26' ? '2026-27' : row.edition ?? '' };
    if (row.code === '7') return [];
    return [row.code === '9' ? { ...next, points: 6 } : next];
  }), program);
  const listed = { tier: null, valid_from: null, valid_to: null, successor: null };
  expect(told(await reportOf(OHIO, after))).toEqual({
    recognition: [
      { ...base, ...lpn, ...ohio, what: 'seal 9', from: { ...listed, listed_as: 'Practical nurse', match: 'same', points: 12 }, to: { ...listed, listed_as: 'Practical nurse', match: 'same', points: 6 }, source: { table: 'source', id: 'own' } },
      { ...base, ...lpn, ...ohio, what: 'seal 7', from: { ...listed, listed_as: 'Nursing', match: 'family', points: 12 }, source: { table: 'source', id: 'own' } },
    ],
  });
});

test('rules and rubrics are told by their dates and editions', async () => {
  const rules = edited('rule', (rows) => rows.map((row) => (row.id === 'floor-new' ? { ...row, params: '{"floor":47233}' } : row)));
  const after = edited('rubric', (rows) => rows.map((row) => (row.edition === '2026' ? { ...row, body: '{"v":3}' } : row)), rules);
  const rule = { valid_from: '2024-07-30', valid_to: null };
  const own = { table: 'source', id: 'own' };
  expect(told(await reportOf(OHIO, after))).toEqual({
    rules: [
      { ...base, id: 'floor-new', what: 'good-job-floor', from: { ...rule, params: '{"floor":43000}' }, to: { ...rule, params: '{"floor":47233}' }, source: own },
      { ...base, id: 'w', what: 'New', from: { edition: '2026', name: 'New' }, to: { edition: '2026', name: 'New' }, source: own },
    ],
  });
});

test('pay is one line for each occupation, and a median that jumps is asked about', async () => {
  const after = edited('wage', (rows) => rows.flatMap((row) => {
    if (row.soc === '31-1131') return row.area === 'us' ? [{ ...row, p50: 52_001 }] : [];
    if (row.soc === '29-2061') return [{ ...row, mean: 1, ...(row.area === '39' ? { p50: 61_500 } : {}) }];
    if (row.soc === '27-2011') return [{ ...row, hourly_p50_cents: 2400 }];
    return [row.soc === '47-2111' ? { ...row, p50: 83_133 } : row];
  }));
  const report = await reportOf(OHIO, after);
  const source = { table: 'source', id: 'oews' };
  const year = (annual: number) => ({ annual, hourlyCents: null });
  const aides = { soc: '31-1131', title: 'Nursing Assistants' };
  expect(told(report)).toEqual({});
  expect(report.pay).toEqual({
    count: 5, more: 0,
    items: [
      { soc: '27-2011', title: 'Actors', areas: 1, national: { from: { annual: null, hourlyCents: 2300 }, to: { annual: null, hourlyCents: 2400 } }, source },
      { soc: '29-2061', title: 'Licensed Practical and Licensed Vocational Nurses', areas: 1, national: null, source },
      { ...aides, areas: 2, national: { from: year(39_000), to: year(52_001) }, source },
      { soc: '47-2111', title: 'Electricians', areas: 1, national: { from: year(62_350), to: year(83_133) }, source },
    ],
  });
  // 13,001 of 39,000 is more than a third; 20,783 of 62,350 is not.
  expect(report.warnings).toEqual([
    { code: 'rows-removed', table: 'wage', removed: 1, added: 0, of: 8, examples: [] },
    { code: 'national-median-moved', count: 1, more: 0, items: [{ ...aides, from: year(39_000), to: year(52_001) }] },
  ]);
});

test('verdicts are told, and asked about from a tenth on; rows that go from more than a tenth on', async () => {
  const codes = (verdicts: { readonly of: number; readonly changed: number; readonly gone: number } | null, removed: number) => warningsOf({
    tables: [{ table: 'credential', added: 0, removed, changed: 0 }], before: new Map([['credential', 20]]), verdicts, gone: () => [], moved: { count: 0, items: [], more: 0 },
  });
  const rows = { code: 'rows-removed', table: 'credential', removed: 3, added: 0, of: 20, examples: [] };
  expect(codes(null, 0)).toEqual([]);
  expect(codes({ of: 20, changed: 0, gone: 0 }, 2)).toEqual([]);
  expect(codes({ of: 20, changed: 1, gone: 0 }, 0)).toEqual([]);
  expect(codes({ of: 20, changed: 2, gone: 0 }, 0)).toEqual([{ code: 'verdicts-changed', changed: 2, of: 20 }]);
  // Those that are gone are no verdicts that changed; their rows are asked about.
  expect(codes({ of: 20, changed: 1, gone: 3 }, 3)).toEqual([rows]);
  expect(codes({ of: 20, changed: 2, gone: 3 }, 3)).toEqual([rows, { code: 'verdicts-changed', changed: 2, of: 17 }]);
  const collector = new ChangeCollector(1);
  collector.noteVerdict('lpn', '39', ['high', 'limited']);
  collector.noteVerdict('cna', '39', ['modest', 'limited']);
  const names = collector.wanted();
  for await (const batch of batchesOf(rowsFrom(OHIO))) names.take(batch);
  const report = collector.report(briefOf(rowsFrom(OHIO), 'e1'), briefOf(rowsFrom(OHIO), 'e2'));
  expect(report.groups.verdict).toEqual({ count: 2, more: 1, items: [{ ...base, ...lpn, ...ohio, from: { verdict: 'high' }, to: { verdict: 'limited' } }] });
  expect(report.verdicts).toBeNull();
});

test('what is gone is named, as far as a sentence holds it', async () => {
  const fewer: SparseRows = { ...OHIO, credential: (OHIO.credential ?? []).slice(-1), credential_alias: [], credential_cost: [], credential_time: [], credential_occupation: [], requirement: [], stacking: [], authority: [], recognition: [] };
  const gone = (OHIO.credential ?? []).slice(0, -1).toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)).map(({ name }) => name);
  const [warning] = (await reportOf(OHIO, fewer)).warnings.filter((each) => each.code === 'rows-removed' && each.table === 'credential');
  expect(gone.length).toBeGreaterThan(0);
  expect(warning).toMatchObject({ removed: gone.length, examples: gone.slice(0, 5) });
});

test('schools are counted', async () => {
  const school = { city: 'Columbus', state: 'OH', area: '39', control: 'public', source_id: 'own' } as const;
  const [state, columbus, hocking] = [
    { ...school, id: '204796', name: 'Ohio State University-Main Campus', level: 'four-year', latitude_micro: 40_000_000, longitude_micro: -83_014_000, tuition_in_state: 12_859 },
    { ...school, id: '202222', name: 'Columbus State Community College', level: 'two-year', latitude_micro: 39_969_000, longitude_micro: -82_987_000 },
    { ...school, id: '203155', name: 'Hocking College', city: 'Nelsonville', level: 'two-year', latitude_micro: 39_444_000, longitude_micro: -82_223_000 },
  ] as const;
  const { schools, tables } = await reportOf({ ...OHIO, institution: [state, columbus] }, { ...OHIO, institution: [{ ...state, tuition_in_state: 13_244 }, hocking] });
  expect(schools).toEqual({ added: 1, removed: 1, changed: 1 });
  expect(tables).toEqual([{ table: 'institution', ...schools }]);
});

test('counts stay exact when only the first items are told', async () => {
  const after: SparseRows = { ...OHIO, credential_cost: [], credential_time: [], wage: [] };
  const [all, few] = [await reportOf(OHIO, after), await reportOf(OHIO, after, 2)];
  expect(few.groups.price).toEqual({ count: 5, items: all.groups.price.items.slice(0, 2), more: 3 });
  expect([few.pay.count, few.pay.items.length]).toEqual([all.pay.count, 2]);
  expect(few.pay.items.reduce((sum, { areas }) => sum + areas, few.pay.more)).toBe(few.pay.count);
  expect(few.warnings).toEqual(all.warnings);
});
