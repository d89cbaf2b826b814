/** What is typed off paper: every credential of the starter by its code, however it is typed and whatever narrows the list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOnStarter } from './testing.ts';

const AREA = '3900004';
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 120_000);
afterAll(() => service.end());

describe('a code from paper', () => {
  const all = async () => (await service.call('reference.search', { text: '', areaId: AREA, lang: 'en', kinds: ['credential'], limit: 1000 })).results.flatMap((each) => (each.kind === 'credential' ? [each.row] : []));

  it('is its credential and nothing else, with its dash, without, with a space, in small letters', async () => {
    const rows = await all();
    expect(rows.length).toBeGreaterThanOrEqual(145);
    for (const [index, { id, code }] of rows.entries()) {
      const typed = [code, code.toLowerCase().replace('-', ''), ` ${code.replace('-', ' ')} `, code.replace('-', '–')][index % 4] ?? code;
      const { results, total } = await service.call('reference.search', { text: typed, areaId: AREA, lang: index % 2 === 0 ? 'en' : 'es' });
      expect([total, results.map((each) => each.id)], typed).toEqual([1, [id]]);
    }
  });

  it('is found whatever narrows the list and in any order', async () => {
    const { results } = await service.call('reference.search', { text: 'NUR-3', areaId: AREA, lang: 'en', sort: 'pay', filters: { verdict: [], kind: ['course-card'], field: ['arts'], time: [], cost: [] } });
    expect(results).toMatchObject([{ kind: 'credential', row: { code: 'NUR-3' } }]);
  });

  it('is not what only starts like one', async () => {
    const { results } = await service.call('reference.search', { text: 'NUR', areaId: AREA, lang: 'en' });
    expect(results.length).toBeGreaterThan(5);
  });
});
