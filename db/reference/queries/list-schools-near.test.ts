import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { hasAllWords, searchSchools } from '../search/schools.ts';
import { OHIO, rowsFrom, type SparseRows } from '../test-reference.ts';
import { getSchool } from './get-school.ts';
import { listLinkHosts } from './list-link-hosts.ts';
import { listSchoolPlaces } from './list-school-places.ts';
import { listSchoolsNear } from './list-schools-near.ts';

const source = { publisher: 'NCES', url: 'https://nces.ed.gov/', license: 'public domain', citation: 'NCES.' };
const school = { state: 'OH', area: '39', control: 'public', level: 'two-year', source_id: 'hd' } as const;
const award = { cip: '51.3901', source_id: 'c' } as const;
const SCHOOLS: SparseRows = {
  ...OHIO,
  source: [...(OHIO.source ?? []), ...['hd', 'c', 'sc-1yr', 'sc-5yr'].map((id) => ({ id, title: id, vintage: '2023', ...source }))],
  county: [{ fips: '39001', name: 'Adams County', area: '3900004', source_id: 'oews' }],
  credential: (OHIO.credential ?? []).map((each) => (each.id === 'lpn' ? { ...each, cip: '51.3901' } : each.id === 'cna' ? { ...each, kind: 'registry-listing', cip: '51.3910' } : each)),
  program: [{ cip: '51.3902', title: 'Nursing Assistant', source_id: 'hd' }, { cip: '51.3999', title: 'Nursing, Other', source_id: 'hd' }, { cip: '51.3901', title: 'Practical Nursing', source_id: 'hd' }, { cip: '51.39', title: 'Practical Nursing and Aides', source_id: 'hd' }],
  institution: [
    // The only school of the area's county: it is the middle.
    { ...school, id: '100001', name: 'Adams Career Center', aliases: 'ACC|Adams Vocational', city: 'West Union', county: '39001', latitude_micro: 38_800_000, longitude_micro: -83_500_000, website: 'https://adams.example.edu/' },
    { ...school, id: '100002', name: 'Near College', city: 'Portsmouth', latitude_micro: 38_800_000, longitude_micro: -83_000_000, tuition_in_state: 5300, tuition_source: 'hd' },
    { ...school, id: '100003', name: 'Across the River', city: 'Ashland', state: 'KY', latitude_micro: 38_500_000, longitude_micro: -82_600_000, area: '18' },
    { ...school, id: '100004', name: 'Far College', city: 'Toledo', latitude_micro: 41_660_000, longitude_micro: -83_550_000 },
    { ...school, id: '100005', name: 'Teaches Other Things', city: 'West Union', latitude_micro: 38_800_000, longitude_micro: -83_500_000 },
  ],
  offering: [
    { ...award, institution: '100001', level: 'certificate', completions: 12 }, { ...award, institution: '100002', level: 'certificate', completions: 30 },
    { ...award, institution: '100002', level: 'associate', completions: 4 }, { ...award, institution: '100002', level: 'bachelor', completions: 9 },
    { institution: '100005', cip: '51.3902', level: 'short-certificate', completions: 6, source_id: 'c' }, { institution: '100005', cip: '51.3999', level: 'certificate', completions: 2, source_id: 'c' },
    { ...award, institution: '100003', level: 'certificate', completions: 7 }, { ...award, institution: '100004', level: 'certificate', completions: 50 },
  ],
  program_earnings: [
    { institution: '100001', cip: '51.39', level: 'certificate', years: 1, median: 40_000, source_id: 'sc-1yr' },
    { institution: '100002', cip: '51.39', level: 'certificate', years: 5, median: 50_000, source_id: 'sc-5yr' },
    { institution: '100002', cip: '51.39', level: 'certificate', years: 1, median: 30_000, source_id: 'sc-1yr' },
  ],
};

describe('schools', () => {
  let folder = '';
  let db: ReferenceDb;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark schools '));
    db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(SCHOOLS)), out: join(folder, 'r.sqlite') })).path);
  });
  afterAll(async () => {
    db.close();
    await rm(folder, { recursive: true, force: true });
  });
  const names = (area: string) => listSchoolsNear(db, 'lpn', area)?.schools.map((each) => [each.school.name, each.miles]);

  it('are listed by distance from the middle of an area, over the state line too, and not from far away', () => {
    expect(names('3900004')).toEqual([['Adams Career Center', 0], ['Near College', 27], ['Across the River', 53]]);
    expect(listSchoolsNear(db, 'lpn', '3900004')).toMatchObject({ scope: 'distance', state: { id: '39' }, program: { title: 'Practical Nursing', field: 'Practical Nursing and Aides' } });
  });

  it('are listed by awards in a state, and not at all for the nation', () => {
    expect(names('39')).toEqual([['Far College', null], ['Near College', null], ['Adams Career Center', null]]);
    expect(listSchoolsNear(db, 'lpn', 'us')).toMatchObject({ scope: 'nation', schools: [] });
  });

  it('of the wider field stand in where none has the program itself, each with what it teaches of it', () => {
    // No school gives 51.3910: those with other programs of 51.39 are listed, and say which.
    const near = listSchoolsNear(db, 'cna', '3900004');
    expect(near).toMatchObject({ match: 'field', program: { field: 'Practical Nursing and Aides' } });
    expect(near?.schools.map(({ school, programs }) => [school.name, programs])).toEqual([
      ['Adams Career Center', ['Practical Nursing']], ['Teaches Other Things', ['Nursing Assistant', 'Nursing, Other']], ['Near College', ['Practical Nursing']], ['Across the River', ['Practical Nursing']],
    ]);
    expect(listSchoolsNear(db, 'lpn', '3900004')).toMatchObject({ match: 'program', schools: [{ programs: [] }, { programs: [] }, { programs: [] }] });
    expect(listSchoolsNear(db, 'cna', '18')).toMatchObject({ match: 'field', schools: [{ school: { name: 'Across the River' } }] });
  });

  it('have only levels that the kind of credential looks for', () => {
    const near = listSchoolsNear(db, 'lpn', '3900004')?.schools[1];
    expect(near?.awards.map(({ level, completions }) => [level, completions.value])).toEqual([['certificate', 30], ['associate', 4]]);
    expect(near?.awards[0]?.completions.from).toMatchObject({ source: 'c', vintage: '2023' });
    expect(near?.school.tuitionOutOfState).toMatchObject({ value: null, unknown: 'not-collected' });
  });

  it('show one measure of pay for all, and none of another number of years', () => {
    const near = listSchoolsNear(db, 'lpn', '3900004');
    expect(near?.years).toBe(5);
    expect(near?.schools.map((each) => each.earnings.map(({ median }) => median.value))).toEqual([[], [50_000], []]);
  });

  it('are none for a card, and unknown for a credential or an area that is not there', () => {
    expect(listSchoolsNear(db, 'cpr', '39')).toMatchObject({ program: null, schools: [] });
    expect(listSchoolsNear(db, 'nothing', '39')).toBeNull();
    expect(listSchoolsNear(db, 'lpn', '99')).toBeNull();
  });

  it('have a page with every program, the credentials in its field, and each measure of pay apart', () => {
    const page = getSchool(db, '100002');
    expect(page?.programs.map(({ level, credentials }) => [level, credentials])).toEqual([['certificate', ['lpn']], ['associate', ['lpn']], ['bachelor', []]]);
    expect(page?.pay).toMatchObject([{ level: 'certificate', medians: [{ years: 1, median: { value: 30_000, from: { source: 'sc-1yr' } } }, { years: 5, median: { value: 50_000, from: { source: 'sc-5yr' } } }] }]);
    expect(getSchool(db, '999999')).toBeUndefined();
  });

  it('are found by name, other name and city, while the last word is typed', () => {
    const places = listSchoolPlaces(db);
    const found = (text: string) => searchSchools(db, text).map(({ id, alias }) => [places.get(id)?.name, alias]);
    expect(found('adams vo')).toEqual([['Adams Career Center', 'Adams Vocational']]);
    expect(found('west union')).toEqual([['Adams Career Center', ''], ['Teaches Other Things', '']]);
    expect(found('col')).toEqual([['Far College', ''], ['Near College', '']]);
    expect(found('co')).toEqual([]);
    expect(hasAllWords('near coll', ['Near College'])).toBe(true);
    expect(hasAllWords('near nurse', ['Near College'])).toBe(false);
  });

  it('may have their pages opened', () => {
    expect(listLinkHosts(db).has('adams.example.edu')).toBe(true);
  });
});
