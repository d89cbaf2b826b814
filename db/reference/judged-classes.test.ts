import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReference, feedFromRows } from './build-reference.ts';
import { OHIO, rowsFrom } from './test-reference.ts';
import type { SparseRows } from './test-reference.ts';

const like = (id: string, more: object = {}) => ({ ...(OHIO.credential?.find((each) => each.id === 'lpn') ?? {}), id, code: null, name: `Practical nurse ${id}`, ...more });
const opens = (credential: string, relation: 'qualifies' | 'related', soc = '29-2061', area = 'us') => ({ credential, soc, area, relation });
const takes = (credential: string, area: string, months: number, kind: 'training' | 'experience' = 'training') => ({ credential, kind, area, low: months, high: months, unit: 'months' as const });

/** Beside the small edition: five credentials that differ in what a verdict does not read, and others that differ in one thing that it does. */
const ROWS: SparseRows = {
  ...OHIO,
  credential: [
    ...(OHIO.credential ?? []), like('x1'), like('x2', { issuer: null, cip: '51.3901' }), like('x3', { status: 'retired' }), like('x4'), like('x5', { proctored: 1 }),
    like('y-addon', { role: 'add-on' }), like('y-marked', { third_party_assessed: 1 }), like('y-ohio'), like('y-steps'), like('y-steps-too'),
  ],
  credential_occupation: [
    ...(OHIO.credential_occupation ?? []), ...['x1', 'x2', 'x3', 'x4', 'x5', 'y-addon', 'y-marked', 'y-steps', 'y-steps-too'].map((id) => opens(id, 'qualifies')),
    opens('x2', 'related', '31-1131'), opens('y-ohio', 'qualifies', '29-2061', '39'),
  ],
  stacking: [...(OHIO.stacking ?? []), ...['y-steps', 'y-steps-too'].map((id) => ({ from_credential: id, to_credential: 'x4', kind: 'credit-granted' as const, skippable: 1 as const, terms: 'All.', terms_es: 'Todo.' }))],
  credential_time: [
    ...(OHIO.credential_time ?? []), takes('x1', 'us', 60, 'experience'), takes('x2', 'us', 30), takes('x3', '39', 12), takes('x4', '39', 9), takes('x5', 'us', 9), takes('x5', '39', 30),
  ],
};

let folder: string;
let database: Database.Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark classes '));
  await buildReference({ feed: feedFromRows(rowsFrom(ROWS)), out: join(folder, 'a.sqlite') });
  database = new Database(join(folder, 'a.sqlite'), { readonly: true });
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});
const classOf = (id: string): unknown => database.prepare('SELECT class FROM judged_class WHERE credential = ?').pluck().get(id);

describe('classes of credentials', () => {
  test('hold together what a verdict cannot tell apart, and apart what differs in anything that it reads', () => {
    expect(new Set(['x1', 'x2', 'x3', 'x4', 'x5'].map(classOf)).size).toBe(1);
    expect(new Set(['x1', 'y-addon', 'y-marked', 'y-ohio', 'y-steps'].map(classOf)).size).toBe(5);
    expect(classOf('y-steps')).toBe(classOf('y-steps-too'));
  });

  test('have every credential once, their first by id, and their number', () => {
    const credentials = database.prepare('SELECT id FROM credential ORDER BY id').pluck().all();
    expect(database.prepare('SELECT credential FROM judged_class ORDER BY credential').pluck().all()).toEqual(credentials);
    expect(database.prepare('SELECT class, credential, members FROM judged_representative ORDER BY class').all()).toEqual(
      database.prepare('SELECT class, MIN(credential) AS credential, COUNT(*) AS members FROM judged_class GROUP BY class ORDER BY class').all(),
    );
    expect(database.prepare('SELECT MAX(class) + 1 FROM judged_class').pluck().get()).toBe(database.prepare('SELECT COUNT(*) FROM judged_representative').pluck().get());
  });

  test('keep edges by class, and of each effort the first that is in force, where its time is known', () => {
    expect(database.prepare('SELECT to_class, kind FROM judged_edge WHERE class = ?').all(classOf('y-steps'))).toEqual([{ to_class: classOf('x1'), kind: 'credit-granted' }]);
    expect(database.prepare('SELECT area, effort, also, credential FROM judged_candidate WHERE class = ? ORDER BY 1, 2, 3').all(classOf('x1'))).toEqual([
      { area: '', effort: 3, also: '', credential: 'x1' },
      { area: '39', effort: 0, also: '', credential: 'x4' }, { area: '39', effort: 2, also: 'us', credential: 'x5' },
      { area: 'us', effort: 0, also: '39', credential: 'x5' }, { area: 'us', effort: 2, also: '', credential: 'x2' },
    ]);
  });
});
