import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { OHIO, rowsFrom, type SparseRows } from '../test-reference.ts';
import { programsNear } from './programs-near.ts';
import { listRecognized } from './list-recognized.ts';
import { listSchoolPlaces } from './list-school-places.ts';
import { middleOfArea } from './middle-of-area.ts';

const source = { publisher: 'P', url: 'https://example.org/', license: 'public domain', citation: 'P.' };
const school = { state: 'OH', area: '39', control: 'public', level: 'two-year', longitude_micro: -83_500_000, source_id: 's' } as const;
const award = { cip: '51.3901', level: 'certificate', completions: 5, source_id: 's' } as const;
const list = { as_of: '2026-01', label: 'List', label_es: 'Lista', held: 3, price_year: 2026, ask: 'a counselor', ask_es: 'un consejero', source_id: 's' } as const;
const program = { provider: 'Provider', name: 'Class', own_pace: 0, source_id: 's' } as const;
const entry = { credential: 'lpn', area: '39', code: '', listed_as: 'LPN' } as const;
const of = (area: string, program: string, edition: string, purpose: 'school' | 'training') => ({ area, program, edition, purpose, label: 'L', label_es: 'L', entries: 9, source_id: 's' });
const ROWS: SparseRows = {
  ...OHIO,
  source: [...(OHIO.source ?? []), { id: 's', title: 'S', vintage: '2026', ...source }],
  county: [{ fips: '39001', name: 'Adams County', area: '3900004', source_id: 'oews' }],
  credential: (OHIO.credential ?? []).map((each) => (each.id === 'lpn' ? { ...each, cip: '51.3901' } : each.id === 'cna' ? { ...each, kind: 'registry-listing', cip: '51.3902' } : each)),
  program: ['51.3901', '51.3902', '51.3999', '51.39'].map((cip) => ({ cip, title: cip, source_id: 's' })),
  institution: [
    // The only school of the area's county is its middle; a degree of latitude is 69 miles.
    { ...school, id: '100001', name: 'Middle', city: 'A', county: '39001', latitude_micro: 38_800_000 },
    { ...school, id: '100002', name: 'Forty miles on', city: 'B', state: 'KY', area: '18', latitude_micro: 38_220_000 },
    { ...school, id: '100003', name: 'Far in the state', city: 'C', latitude_micro: 41_600_000 },
    { ...school, id: '100004', name: 'Only at a distance', city: 'D', state: 'AZ', area: null, latitude_micro: 33_400_000, at_distance: 1, distance_source: 's' },
  ],
  offering: [
    { ...award, institution: '100001', cip: '51.3999' }, { ...award, institution: '100002' }, { ...award, institution: '100003', cip: '51.3902' }, { ...award, institution: '100004' },
  ],
  training_list: [{ ...list, id: 'oh-2025', area: '39' }, { ...list, id: 'oh-2026', area: '39' }],
  training_program: [
    { ...program, id: 'old', list: 'oh-2025', cip: '51.3901', state: 'OH', delivery: 'online' },
    { ...program, id: 'online', list: 'oh-2026', cip: '51.3902', state: 'KY', delivery: 'online' },
    { ...program, id: 'nobody', list: 'oh-2026', cip: '51.3902', state: 'OH', provider: null },
  ],
  recognition_program: [of('39', 'a', '2024', 'school'), of('39', 'a', '2026', 'school'), of('39', 'b', '2025', 'training')],
  recognition: [
    { ...entry, program: 'a', edition: '2024', match: 'same' }, { ...entry, program: 'a', edition: '2026', match: 'family' }, { ...entry, program: 'b', edition: '2025', match: 'same' },
  ],
};

describe('what lies around an area', () => {
  let folder = '';
  let db: ReferenceDb;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark near '));
    db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(ROWS)), out: join(folder, 'r.sqlite') })).path);
  });
  afterAll(async () => {
    db.close();
    await rm(folder, { recursive: true, force: true });
  });
  const near = (id: string, stateId: string | null, middle = middleOfArea(db, '3900004')) => {
    const asked = db.first(db.from('credential').innerJoin('judged_class', 'judged_class.credential', 'credential.id').select(['kind', 'role', 'cip', 'class']).where('id', '=', id));
    return asked && programsNear(db, { stateId, middle }, listSchoolPlaces(db)).of(asked);
  };

  it('has the nearest school with the very program, over the state line too, and not one of the wider field', () => {
    expect(near('lpn', '39')).toEqual({ reported: true, miles: 40, inState: false, atDistance: true });
  });
  it('has no miles for a state, and nothing but what teaches at a distance for the nation', () => {
    expect(near('cna', '39', null)).toEqual({ reported: true, miles: null, inState: true, atDistance: true });
    expect(near('lpn', null, null)).toEqual({ reported: true, miles: null, inState: false, atDistance: true });
    expect(near('cna', null, null)).toEqual({ reported: true, miles: null, inState: false, atDistance: false });
  });
  it('takes programs of the newest training list: online ones, in the state only those held in it, none without a provider', () => {
    // The school of the nurse aide lies far off in the state; its online class of the list is of another state.
    expect(near('cna', '39')).toEqual({ reported: true, miles: null, inState: true, atDistance: true });
    expect(near('cna', '18', null)).toMatchObject({ inState: false, atDistance: false });
  });
  it('knows of schools no courses of a card', () => {
    const cards = (OHIO.credential ?? []).filter(({ kind }) => kind === 'course-card').map(({ id }) => id ?? '');
    for (const id of cards) expect(near(id, '39')).toEqual({ reported: false, miles: null, inState: false, atDistance: false });
    expect(cards.length).toBeGreaterThan(0);
  });
  it('names what the newest edition of each list names, and tells no list from an empty one', () => {
    expect(listRecognized(db, '39')).toEqual([{ credential: 'lpn', purpose: 'school', match: 'family' }, { credential: 'lpn', purpose: 'training', match: 'same' }]);
    expect(listRecognized(db, '18')).toBeNull();
  });
});
