/** The counts beside the filters hold: each is what one finds when one chooses it, on the starter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { startOnStarter } from './testing.ts';

type Filters = NonNullable<InputOf<'reference.search'>['filters']>;
type Facet = keyof OutputOf<'reference.search'>['facets'];
const FACETS: readonly Facet[] = ['verdict', 'kind', 'field', 'time', 'cost', 'pay', 'age', 'recognized', 'near', 'delivery', 'leaveOut'];
/** A credential may have several of these: on two lists, or within 25 miles and so within 50. */
const SEVERAL: ReadonlySet<Facet> = new Set(['leaveOut', 'recognized', 'near']);

let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 120_000);
afterAll(() => service.end());

const find = (filters: Filters, areaId = '39', text = '') => service.call('reference.search', { text, areaId, lang: 'en', kinds: ['credential'], filters, limit: 1000 });
const rowsOf = ({ results }: OutputOf<'reference.search'>) => results.flatMap((each) => (each.kind === 'credential' ? [each.row] : []));

describe('filters and their counts', () => {
  it.each([['all there is', {}, ''], ['one field', { field: ['health'] }, ''], ['a text', {}, 'nurse'], ['two filters', { kind: ['license', 'certificate'], leaveOut: ['background-check'] }, '']] as const)(
    'leave as many as they say: %s', async (_, chosen, text) => {
      const start: Filters = structuredClone(chosen) as Filters;
      const { facets, credentials } = await find(start, '39', text);
      expect(credentials).toBeGreaterThan(2);
      for (const facet of FACETS) {
        const own: readonly string[] = start[facet] ?? [];
        for (const [value, count] of Object.entries(facets[facet])) {
          const next = facet === 'leaveOut' ? [...new Set([...own, value])] : [value];
          const found = await find({ ...start, [facet]: next } as Filters, '39', text);
          expect(found.credentials, `${facet} ${value}`).toBe(count);
          expect(rowsOf(found)).toHaveLength(count);
        }
        // Where each credential has one value of a facet the values add up.
        if (!SEVERAL.has(facet) && own.length === 0) expect(Object.values(facets[facet]).reduce((sum, each) => sum + each, 0), facet).toBe(credentials);
      }
    }, 60_000);

  it('keep good pay by the line of the very area', async () => {
    for (const areaId of ['39', '28']) {
      const found = await find({ pay: ['good-job'] }, areaId);
      const floor = found.floor.floor.value ?? Infinity;
      expect(found.credentials).toBeGreaterThan(10);
      for (const row of rowsOf(found)) expect(row.pay?.p50, row.id).toBeGreaterThanOrEqual(floor);
      for (const row of rowsOf(await find({ pay: ['under-line'] }, areaId))) expect(row.pay?.p50, row.id).toBeLessThan(floor);
    }
  });

  it('leave out what may ask for a thing: what is said to, and what one is told to ask about', async () => {
    const asks = async (id: string) => (await service.call('reference.getCredential', { id, areaId: '39' })).facts.requirements.map(({ kind }) => kind);
    const kept = rowsOf(await find({ leaveOut: ['background-check', 'diploma'] }));
    const all = rowsOf(await find({}));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(all.length);
    for (const { id } of all) {
      const may = (await asks(id)).some((kind) => kind === 'background-check' || kind === 'diploma');
      expect(kept.some((row) => row.id === id), id).toBe(!may);
    }
  });

  it('know an age only where one is said, the highest where several are', async () => {
    for (const row of rowsOf(await find({ age: ['unknown'] }))) expect(row.minAge, row.id).toBeNull();
    for (const row of rowsOf(await find({ age: ['up-to-16'] }))) expect(row.minAge ?? 0, row.id).toBeLessThanOrEqual(16);
    expect((await find({ age: ['18'] })).credentials).toBeGreaterThan(5);
  });
});
