import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { OHIO, rowsFrom } from '../test-reference.ts';
import { getStanding } from './get-standing.ts';

let folder: string;
let db: ReferenceDb;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark standing '));
  db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(OHIO)), out: join(folder, 'r.sqlite') })).path);
});
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('how a credential stands in a state', () => {
  test('names the board of the state that the area lies in, with the row that says so', () => {
    expect(getStanding(db, 'lpn', '3900004')).toMatchObject({
      state: { id: '39', name: 'Ohio' }, authority: { name: 'Ohio Board of Nursing', phone: null, evidence: 'lpn-exam-oh' },
    });
    expect(getStanding(db, 'lpn', '18').authority).toBeNull();
  });

  test('looks at the newest edition of each list; what is surely meant comes before what may be', () => {
    const { lists } = getStanding(db, 'lpn', '39');
    expect(lists.map(({ edition, purpose }) => [edition, purpose])).toEqual([['2025-26', 'school'], ['2025', 'training']]);
    expect(lists[0]?.listed.map(({ match, as }) => [match, as])).toEqual([['same', 'Practical nurse'], ['family', 'Nursing']]);
    expect(lists[1]?.listed).toEqual([]);
  });

  test('an entry of an older list is no entry of the newest', () => {
    expect(getStanding(db, 'cna', '39').lists[0]?.listed).toEqual([]);
  });

  test('without a list nothing is said but the facts on record; the nation has no state', () => {
    expect(getStanding(db, 'lpn', '18')).toMatchObject({ lists: [], facts: [{ evidence: 'lpn-exam' }] });
    expect(getStanding(db, 'lpn', 'us')).toEqual({ state: null, authority: null, lists: [], facts: [] });
  });
});
