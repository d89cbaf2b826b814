/** What an area offers as a whole, on the starter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOnStarter } from './testing.ts';

const SOUTHERN_OHIO = '3900004';
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 120_000);
afterAll(() => service.end());

describe('good jobs here that need no bachelor’s degree', () => {
  const list = (input: { readonly areaId: string; readonly interests?: ('R' | 'S' | 'C')[]; readonly limit?: number }) => service.call('reference.listGoodJobs', input);

  it('pay at least the good-job line in this very area, at the middle, and ask for less than the degree', async () => {
    const { jobs, total, floor } = await list({ areaId: SOUTHERN_OHIO });
    expect(total).toBe(jobs.length);
    expect(total).toBeGreaterThan(50);
    for (const { occupation } of jobs) {
      expect(occupation.pay?.area).toBe(SOUTHERN_OHIO);
      expect(occupation.pay?.p50).toBeGreaterThanOrEqual(floor.floor.value ?? Infinity);
      expect(['none', 'high-school', 'some-college', 'postsecondary-certificate', 'associate']).toContain(occupation.entryEducation);
    }
    const names = jobs.map(({ occupation }) => occupation.title.en);
    expect(names).toContain('Electricians');
    expect(names).not.toContain('Registered Nurses');
  });

  it('come by how many people do them, with what opens each, the best first', async () => {
    const { jobs } = await list({ areaId: SOUTHERN_OHIO });
    const counts = jobs.map(({ occupation }) => occupation.employmentHere.value ?? -1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const electrician = jobs.find(({ occupation }) => occupation.soc === '47-2111');
    expect(electrician?.credentials.map(({ id }) => id)).toContain('electrician-apprenticeship');
    expect(electrician?.interests).toContain('R');
  });

  it('come all, in the largest area too', async () => {
    const every = await list({ areaId: 'us' });
    expect(every.jobs).toHaveLength(every.total);
  });

  it('fit what one likes: those with most of it first, none without', async () => {
    const { jobs, total } = await list({ areaId: '39', interests: ['S', 'C'] });
    const fits = jobs.map(({ interests }) => interests.filter((each) => each === 'S' || each === 'C').length);
    expect(Math.min(...fits)).toBe(1);
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(total).toBeLessThan((await list({ areaId: '39' })).total);
    expect((await list({ areaId: '39', limit: 5 })).jobs).toHaveLength(5);
  });

  it('say what prices are here, and whose survey that is', async () => {
    expect((await list({ areaId: SOUTHERN_OHIO })).parity).toMatchObject({ area: 'Ohio', source: 'bea-rpp-2023' });
    expect((await list({ areaId: 'us' })).parity).toBeNull();
    await expect(list({ areaId: '9900099' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('credentials to think twice about here', () => {
  it('are those the engine found of little value, and those it could not judge; nothing else, and none by hand', async () => {
    const { limited, unknown, judged } = await service.call('reference.listWarnings', { areaId: SOUTHERN_OHIO });
    const { results } = await service.call('reference.search', { text: '', areaId: SOUTHERN_OHIO, lang: 'en', kinds: ['credential'], limit: 1000 });
    const words = (word: string) => results.flatMap((each) => (each.kind === 'credential' && each.row.verdict === word ? [each.id] : [])).sort();
    expect(judged).toBe(results.length);
    expect(limited.map(({ row }) => row.id).sort()).toEqual(words('limited'));
    expect(unknown.map(({ row }) => row.id).sort()).toEqual(words('unknown'));
    expect(limited.length).toBeGreaterThan(5);
  });

  it('carry the reason, and a better choice that is judged better here', async () => {
    const { limited } = await service.call('reference.listWarnings', { areaId: '39' });
    for (const { verdict, better } of limited) {
      expect(verdict.job.length + verdict.part.length).toBeGreaterThan(0);
      if (better) expect(['high', 'stepping', 'modest']).toContain(better.verdict);
    }
    expect(limited.some(({ better }) => better !== null)).toBe(true);
  });
});
