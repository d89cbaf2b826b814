import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writePack } from '../pack/pack-writer.ts';
import { JUDGED as OHIO } from '../reference/test-judged.ts';
import { rowsFrom, type SparseRows } from '../reference/test-reference.ts';
import { runCli } from './run-cli.ts';

const BEFORE: SparseRows = OHIO;
const AFTER: SparseRows = {
  ...OHIO,
  meta: OHIO.meta?.map((row) => (row.key === 'edition' ? { ...row, value: '2026-12' } : row)) ?? [],
  credential: OHIO.credential?.map((row) => (row.id === 'a-plus' ? { ...row, status: 'retired', successor: 'lpn' } : row)) ?? [],
  credential_cost: OHIO.credential_cost?.map((row) => (row.area === '39' ? { ...row, low_cents: 30_050 , high_cents: 30_050 } : row)) ?? [],
  credential_time: OHIO.credential_time?.map((row) => (row.kind === 'training' ? { ...row, low: null, high: null, unknown: 'varies-ask' } : row)) ?? [],
  requirement: OHIO.requirement?.slice(1) ?? [],
  recognition: OHIO.recognition?.map((row) => (row.code === '9' ? { ...row, points: 6 } : row)) ?? [],
  rule: [...OHIO.rule ?? [], { id: 'floor-next', kind: 'good-job-floor', valid_from: '2027-01', params: '{"floor":50000}', source_id: 'own' }],
  wage: OHIO.wage?.map((row) => (row.soc === '31-1131' ? { ...row, p50: (row.p50 ?? 0) * 2 } : row)) ?? [],
};

let folder: string;
let out: string;
let err: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark cli changes '));
  await writePack({ rows: rowsFrom(BEFORE), out: file('a.pack') });
  await writePack({ rows: rowsFrom(AFTER), out: file('b.pack') });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });
beforeEach(() => { out = err = ''; });
const run = (...args: string[]) => runCli(['pack', 'changes', ...args], {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: folder,
});

test('waymark pack changes tells in words what is other, and what to ask about first', async () => {
  expect(await run(file('a.pack'), file('b.pack'))).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "Small edition: edition 2026-11 to 2026-12
    Ask somebody first:
      1 of 3 rows of "requirement" are gone (33 %); 0 are new
      2 of 5 verdicts for the nation are other ones (40 %)
      middle pay in the nation moved by more than a third in 1:
        Nursing Assistants: $39,000 a year -> $78,000 a year
    Credentials no longer given: 1
      CompTIA A+ (information technology); next: Practical nurse license
    What follows a credential: 1
      CompTIA A+ (information technology): Practical nurse license
    Prices: 1
      Practical nurse license (health), exam, Ohio: $275 to $300 -> $300.50 [lpn-exam-oh]
    How long it takes: 1
      Practical nurse license (health), training, United States: 12 to 18 months -> varies, ask
    Check before you pay: 1
      Practical nurse license (health), exam, United States: gone, was "The exam" [lpn-exam]
    Lists of the states: 1
      Practical nurse license (health), seal 9, Ohio: "Practical nurse", points 12 -> "Practical nurse", points 6 [own]
    Worth it or not: 2
      Nurse aide registry listing (health), United States: modest value -> high value
      Practical nurse license (health), United States: modest value -> high value
    Rules: 1
      floor-next, good job floor: new, from 2027-01 [own]
    Middle pay, by area: 2
      Nursing Assistants: 2 areas; nation $39,000 a year -> $78,000 a year [oews]
    Rows by table:
      meta: 0 new, 0 gone, 1 changed
      wage: 0 new, 0 gone, 2 changed
      credential: 0 new, 0 gone, 1 changed
      credential cost: 0 new, 0 gone, 1 changed
      credential time: 0 new, 0 gone, 1 changed
      requirement: 0 new, 1 gone, 0 changed
      recognition: 0 new, 0 gone, 1 changed
      rule: 1 new, 0 gone, 0 changed
    "
  `);
  expect(await run(file('a.pack'), file('a.pack'))).toBe(0);
  expect(out).toMatch(/edition 2026-11 to 2026-11\nNothing differs\.\n$/);
});

test('waymark pack changes --json is the report as one object, of as many items as one wants', async () => {
  expect(await run(file('a.pack'), file('b.pack'), '--json', '--most', '0')).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    scope: 'us', from: { edition: '2026-11' }, to: { edition: '2026-12' }, pay: { count: 2, items: [], more: 2 },
    groups: { retired: { count: 1, items: [], more: 1 }, price: { count: 1 }, added: { count: 0, more: 0 } },
  });
  expect(out.split('\n')).toHaveLength(2);
});

test.each([['a'], ['a', 'b', 'c'], ['a', 'b', '--most', 'few'], ['a', 'b', '--out', 'c']])('answers a wrong use (pack changes %j …) with one sentence and 2', async (...args) => {
  expect(await run(...args)).toBe(2);
  expect(err).toMatch(/^[^\n]+\.\n$/);
});

test('a file that is no pack is refused', async () => {
  expect(await run(file('a.pack'), file('none.pack'))).toBe(1);
  expect(err).toBe('The file could not be read (ENOENT).\n');
});
