/** Orders of a list hold over the whole of it, and its first rows are the first of all, on the starter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { SORTS } from '../../shared/domain/bands.ts';
import { inMonths } from '../../shared/domain/money/time.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import { startOnStarter } from './testing.ts';

type Row = Extract<OutputOf<'reference.search'>['results'][number], { kind: 'credential' }>['row'];
const SOUTHERN_OHIO = '3900004';
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 120_000);
afterAll(() => service.end());

const rowsBy = async (asked: Partial<InputOf<'reference.search'>>): Promise<Row[]> => {
  const { results } = await service.call('reference.search', { text: '', areaId: SOUTHERN_OHIO, lang: 'en', kinds: ['credential'], limit: 1000, ...asked });
  return results.flatMap((each) => (each.kind === 'credential' ? [each.row] : []));
};
/** What each order goes by, least first; unknown last. */
const KEYS: { readonly [S in 'verdict' | 'pay' | 'time' | 'cost']: (row: Row) => number } = {
  verdict: ({ verdict }) => VERDICTS.indexOf(verdict),
  pay: ({ pay }) => (pay === null || pay.p50 === null ? Infinity : -pay.p50),
  time: ({ time }) => (time === null || time.low === null ? Infinity : inMonths(time.low, time.unit)),
  cost: ({ cost }) => (cost.incomplete ? Infinity : cost.lowCents),
};

describe('orders', () => {
  it.each(Object.keys(KEYS) as (keyof typeof KEYS)[])('by %s: least first, unknown last', async (sort) => {
    const keys = (await rowsBy({ sort })).map(KEYS[sort]);
    expect(keys).toHaveLength(145);
    expect(keys).toEqual([...keys].sort((a, b) => (a === b ? 0 : a - b)));
    expect(new Set(keys).size).toBeGreaterThan(1);
  });

  it('by name: in the language of the person', async () => {
    const [english, spanish] = [await rowsBy({ sort: 'name' }), await rowsBy({ sort: 'name', lang: 'es' })];
    const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}+|['’]/gu, '').toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
    for (const [rows, lang] of [[english, 'en'], [spanish, 'es']] as const) {
      const names = rows.map(({ name }) => plain(name[lang]));
      expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }
    expect(english.map(({ id }) => id)).not.toEqual(spanish.map(({ id }) => id));
  });

  it('by distance: the nearest program first, then those in the state, then the rest', async () => {
    const rows = await rowsBy({ sort: 'distance' });
    const miles = await Promise.all(rows.map(async ({ id }) => {
      const { schools, match } = await service.call('schools.listNear', { credentialId: id, areaId: SOUTHERN_OHIO });
      const nearest = match === 'program' ? (schools[0]?.miles ?? Infinity) : Infinity;
      return nearest <= 50 ? nearest : Infinity;
    }));
    const known = miles.filter(Number.isFinite);
    expect(known.length).toBeGreaterThan(10);
    expect(miles.slice(0, known.length)).toEqual([...known].sort((a, b) => a - b));
  });

  it.each(SORTS)('by %s: a short list is the start of the long one', async (sort) => {
    for (const text of ['', 'nurs']) {
      const long = await rowsBy({ sort, text });
      expect((await rowsBy({ sort, text, limit: 7 })).map(({ id }) => id)).toEqual(long.slice(0, 7).map(({ id }) => id));
    }
  });
});
