/** Schools on the starter, through the door that the page uses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOnStarter } from './testing.ts';

const SOUTHERN_OHIO = '3900004';
const HOCKING = '203155';
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 240_000);
afterAll(() => service.end());
const near = (credentialId: string, areaId: string) => service.call('schools.listNear', { credentialId, areaId });
const find = (text: string) => service.call('reference.search', { text, areaId: SOUTHERN_OHIO, lang: 'en', limit: 40 });

describe('schools near here', () => {
  it('come by distance in a nonmetropolitan area, each figure with its source', async () => {
    const { scope, schools, years } = await near('registered-nurse-associate', SOUTHERN_OHIO);
    expect(scope).toBe('distance');
    expect(years).toBe(5);
    const miles = schools.map((each) => each.miles ?? -1);
    expect(miles).toEqual([...miles].sort((a, b) => a - b));
    expect(Math.max(...miles)).toBeLessThanOrEqual(100);
    const hocking = schools.find(({ school }) => school.id === HOCKING);
    // IPEDS 2022-23 and 2023-24, and College Scorecard of April 2025.
    expect(hocking).toMatchObject({
      school: { name: 'Hocking College', city: 'Nelsonville', control: 'public', tuitionInState: { value: 5300, from: { source: 'cost2023' } }, tuitionOutOfState: { value: 9810 }, awarded: { value: 300 }, awardedCohort: 2015 },
      awards: [{ level: 'associate', completions: { value: 39, from: { source: 'c2023', vintage: '2022–23' } } }],
      earnings: [{ level: 'associate', median: { value: 64_471, from: { source: 'sc-5yr' } } }],
    });
  });

  it('are those of the state for a state, and none for the nation', async () => {
    const { scope, schools } = await near('practical-nurse', '35');
    expect(scope).toBe('state');
    expect(schools.length).toBeGreaterThan(5);
    expect(new Set(schools.map(({ school }) => school.state))).toEqual(new Set(['NM']));
    expect(await near('practical-nurse', 'us')).toMatchObject({ scope: 'nation', schools: [] });
    expect((await near('osha-10', '39')).program).toBeNull();
  });
});

describe('a school', () => {
  it('shows the credentials here in whose field its programs are', async () => {
    const { programs, website, school } = await service.call('schools.getSchool', { id: HOCKING, areaId: SOUTHERN_OHIO });
    expect(school.name).toBe('Hocking College');
    expect(website).toBe('https://www.hocking.edu/');
    const nursing = programs.find(({ cip, level }) => cip === '51.3801' && level === 'associate');
    expect(nursing?.credentials.map(({ id }) => id)).toContain('registered-nurse-associate');
  });

  it('is found by its name before what only shares a word, and after the work that is named', async () => {
    expect((await find('hocking college')).results[0]).toMatchObject({ kind: 'school', id: HOCKING });
    const { results, schools, total, credentials, occupations } = await find('welding');
    expect(results[0]?.kind).toBe('credential');
    expect(schools).toBeGreaterThan(0);
    expect(total).toBe(credentials + occupations + schools);
    const kinds = results.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('credential')).toBeLessThan(kinds.indexOf('school'));
  });
});
