/** What lies around an area, as the search narrows by it, on the starter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { startOnStarter } from './testing.ts';
import { nearBandsOf, recognitionsOf } from './surroundings.ts';

const [SOUTHERN_OHIO, OHIO, NEW_MEXICO, NEW_JERSEY, CALIFORNIA] = ['3900004', '39', '35', '34', '06'];
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 240_000);
afterAll(() => service.end());
type Asked = InputOf<'reference.search'>;
const find = (areaId: string, asked: Partial<Asked> = {}) => service.call('reference.search', { text: '', areaId, lang: 'en', limit: 1000, ...asked });
const idsOf = async (areaId: string, filters: Asked['filters']): Promise<readonly string[]> => (await find(areaId, { ...(filters ? { filters } : {}) })).results.map(({ id }) => id);

describe('words for what lists say', () => {
  it('part this one from its kind, a list of schools from one of training, and not listed from not known', () => {
    const entry = (purpose: 'school' | 'training', match: 'same' | 'family') => ({ credential: 'x', purpose, match });
    expect(recognitionsOf(null)).toEqual(['unknown']);
    expect(recognitionsOf([])).toEqual(['no']);
    expect(recognitionsOf([entry('school', 'family')])).toEqual(['perhaps']);
    expect(recognitionsOf([entry('school', 'same'), entry('school', 'family'), entry('training', 'same')])).toEqual(['yes', 'training']);
    expect(recognitionsOf([entry('training', 'family')])).toEqual(['perhaps']);
  });
  it('put what is nearer into what is wider', () => {
    const near = { reported: true, miles: null, inState: false, atDistance: false };
    expect(nearBandsOf({ ...near, miles: 25, inState: true })).toEqual(['within-25', 'within-50', 'in-state']);
    expect(nearBandsOf({ ...near, miles: 26 })).toEqual(['within-50']);
    expect(nearBandsOf(near)).toEqual(['none']);
    expect(nearBandsOf({ ...near, reported: false })).toEqual(['unreported']);
  });
});

describe('filters by what lies around', () => {
  it('find what the newest list of New Mexico names, as the page of each says', async () => {
    const yes = await idsOf(NEW_MEXICO, { recognized: ['yes'] });
    expect(yes.length).toBeGreaterThan(5);
    for (const id of yes) {
      const { standing } = await service.call('reference.getCredential', { id, areaId: NEW_MEXICO });
      expect(standing.lists.some(({ purpose, listed }) => purpose === 'school' && listed.some(({ match }) => match === 'same')), id).toBe(true);
    }
    expect(Object.keys((await find(NEW_MEXICO)).facets.recognized).sort()).toEqual(['no', 'perhaps', 'yes']);
  });
  it('know New Jersey’s list for training money alone, and no list of Ohio', async () => {
    const { recognized } = (await find(NEW_JERSEY)).facets;
    expect(Object.keys(recognized).sort()).toEqual(['no', 'perhaps', 'training']);
    expect(Object.keys((await find(OHIO)).facets.recognized)).toEqual(['unknown']);
    expect((await find('us')).facets.recognized).toEqual({});
  });
  it('find programs within 25 and 50 miles that the page of the credential lists there', async () => {
    const { near } = (await find(SOUTHERN_OHIO)).facets;
    expect(near['within-25']).toBeGreaterThan(0);
    expect(near['within-50'] ?? 0).toBeGreaterThanOrEqual(near['within-25'] ?? 0);
    expect(near['unreported']).toBeGreaterThan(5);
    const within = await idsOf(SOUTHERN_OHIO, { near: ['within-50'] });
    for (const id of within) {
      const { schools, match } = await service.call('schools.listNear', { credentialId: id, areaId: SOUTHERN_OHIO });
      expect(match, id).toBe('program');
      expect(schools[0]?.miles ?? Infinity, id).toBeLessThanOrEqual(50);
    }
    // And none of the others has one.
    for (const id of (await idsOf(SOUTHERN_OHIO, { near: ['none'] })).slice(0, 30)) {
      const { schools, match } = await service.call('schools.listNear', { credentialId: id, areaId: SOUTHERN_OHIO });
      expect(match === 'program' && (schools[0]?.miles ?? Infinity) <= 50, id).toBe(false);
    }
    expect(Object.keys((await find(OHIO)).facets.near).sort()).toEqual(['in-state', 'none', 'unreported']);
    expect((await find('us')).facets.near).toEqual({});
  });
  it('count a training place of the state’s list where no school reports the course', async () => {
    const inState = new Set(await idsOf(NEW_JERSEY, { near: ['in-state'] }));
    const { programs, match } = await service.call('training.listHere', { credentialId: 'commercial-driver-license', areaId: NEW_JERSEY });
    expect(match === 'program' && programs.some(({ state }) => state === 'NJ')).toBe(true);
    expect(inState.has('commercial-driver-license')).toBe(true);
  });
  it('say "at a distance" only where a school teaches only so, or the state’s list has the program online', async () => {
    const national = await idsOf('us', { delivery: ['distance'] });
    expect(national).toContain('registered-nurse-associate');
    const inCalifornia = await idsOf(CALIFORNIA, { delivery: ['distance'] });
    expect(inCalifornia.length).toBeGreaterThan(national.length);
    expect(inCalifornia).toEqual(expect.arrayContaining([...national]));
    expect((await find('us')).facets.delivery).toEqual({ distance: national.length, unknown: 145 - national.length });
  });
});

describe('filters of schools', () => {
  it('leave schools alone, each count what choosing it leaves', async () => {
    const all = await find(SOUTHERN_OHIO, { text: 'college' });
    expect(all.schools).toBeGreaterThan(500);
    for (const facet of ['control', 'level', 'place'] as const) {
      for (const [value, count] of Object.entries(all.schoolFacets[facet])) {
        const found = await find(SOUTHERN_OHIO, { text: 'college', schoolFilters: { [facet]: [value] } });
        expect([found.schools, found.credentials, found.occupations, found.total], `${facet} ${value}`).toEqual([count, 0, 0, count]);
      }
    }
  });
  it('know what is near, over the state line too, with its miles', async () => {
    const { results } = await find(SOUTHERN_OHIO, { text: 'college', schoolFilters: { place: ['near'] } });
    expect(results.length).toBeGreaterThan(2);
    for (const each of results) expect(each.kind === 'school' && (each.miles ?? Infinity) <= 50, each.id).toBe(true);
    const { results: there } = await find(SOUTHERN_OHIO, { text: 'college', schoolFilters: { place: ['elsewhere'], control: ['public'] } });
    for (const each of there) expect(each.kind === 'school' && each.state !== 'OH' && each.control === 'public', each.id).toBe(true);
    expect(Object.keys((await find('us', { text: 'college' })).schoolFacets.place)).toEqual([]);
  });
  it('stand beside filters of credentials: then both are narrowed, and jobs are not asked for', async () => {
    const found = await find(OHIO, { text: 'nurs', filters: { kind: ['license'] }, schoolFilters: { control: ['public'] } });
    expect(found.occupations).toBe(0);
    for (const each of found.results) expect(each.kind === 'credential' ? each.row.kind === 'license' : each.kind === 'school' && each.control === 'public').toBe(true);
    expect((await find(OHIO, { text: 'nurs', filters: { kind: ['license'] } })).schools).toBe(0);
  });
});
