/** What the benchmark of scale measures with: its queries, its sums, its programs, and engines that count alike. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../db/reference/search/normalize.ts';
import { SHIPPED } from '../../db/reference/shipped.ts';
import { buildResources } from '../../electron/service/testing.ts';
import { AT_ONCE } from '../../renderer/stores/search.ts';
import { runPart } from '../bench/scale/child.ts';
import { FACETS, readDocuments, type SearchDocument } from '../bench/scale/documents.ts';
import { makeEngine, type OtherEngine } from '../bench/scale/make-engine.ts';
import { isSameOrder, ndcg, ndcgOfJudged, readGradedQueries } from '../bench/scale/grades.ts';
import { readOptions } from '../bench/scale/options.ts';
import { keystrokesOf, QUERY_COUNT, readQueries } from '../bench/scale/queries.ts';
import { LIMIT } from '../bench/scale/service.ts';
import { asMarkdown, asText, countOf, ratioOf } from '../bench/scale/tables.ts';
import { typeAll } from '../bench/scale/typing.ts';

let folder: string;
let documents: readonly SearchDocument[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark scale '));
  await buildResources(folder);
  documents = [...readDocuments(join(folder, SHIPPED.database), 0)];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the recorded queries', () => {
  test(`are ${QUERY_COUNT}, none twice, and any beginning of their order holds all kinds`, () => {
    const queries = readQueries();
    expect(queries).toHaveLength(QUERY_COUNT);
    expect(new Set(queries.map(({ typed }) => typed)).size).toBe(QUERY_COUNT);
    const kinds = new Set(queries.map(({ kind }) => kind));
    expect(new Set(queries.slice(0, 150).map(({ kind }) => kind))).toEqual(kinds);
  });

  test('are typed letter by letter, and a run that is out of time says how far it came', async () => {
    expect(keystrokesOf('rn ñ')).toEqual(['r', 'rn', 'rn ', 'rn ñ']);
    const queries = readQueries().slice(0, 4);
    const seen: string[] = [];
    const typed = await typeAll((text) => seen.push(text), { queries, seconds: 60 });
    expect(seen.slice(3)).toEqual(queries.flatMap((query) => keystrokesOf(query.typed)));
    expect(typed).toMatchObject({ queries: 4, asked: 4, ms: { runs: seen.length - 3 } });
    expect(await typeAll(() => 1, { queries, seconds: 0 })).toMatchObject({ queries: 0, asked: 4 });
  });

  test('are asked with the limit of the page', () => {
    expect(LIMIT).toBe(AT_ONCE);
  });
});

describe('grades', () => {
  const grades = new Map([['a', 3], ['b', 2], ['c', 1]]);
  test('are summed up as nDCG@10', () => {
    // Gains 7, 3, 1; discounts log2 2, 3, 4 = 1, 1.585, 2: the best is 7 + 1.893 + 0.5 = 9.393.
    expect(ndcg(['a', 'b', 'c'], grades)).toBe(1);
    expect(ndcg(['x', 'a'], grades)).toBeCloseTo(7 / Math.log2(3) / (7 + 3 / Math.log2(3) + 0.5), 12);
    expect(ndcg(['c', 'x', 'b'], grades)).toBeCloseTo(2.5 / 9.3928, 4);
    expect(ndcg(Array.from({ length: 10 }, () => 'x').concat('a'), grades)).toBe(0);
    expect(ndcgOfJudged(['x', 'a', 'x', 'b', 'c'], grades)).toBe(1);
  });

  test('are of things that there are', () => {
    const known = new Set(documents.map(({ id }) => id));
    const queries = readGradedQueries();
    expect(queries).toHaveLength(100);
    expect(queries.flatMap(({ typed, grades: judged }) => [...judged].filter(([id, grade]) => !known.has(id) || ![1, 2, 3].includes(grade)).map(([id]) => `${typed}: ${id}`))).toEqual([]);
  });

  test('say whether two lists keep one order', () => {
    expect(isSameOrder(['a', 'b', 'c'], ['x', 'a', 'y', 'b'])).toBe(true);
    expect(isSameOrder(['a', 'b', 'c'], ['b', 'a'])).toBe(false);
    expect(isSameOrder(['a', 'b', 'c'], ['a', 'c'])).toBe(false);
  });
});

describe('the programs that measure', () => {
  test('say why they ended', async () => {
    expect(await runPart('./nowhere.ts', {}, { timeoutSeconds: 200 })).toMatchObject({ value: null, failure: expect.stringMatching(/Error/) as string });
    expect(await runPart('./part.ts', {}, { timeoutSeconds: 200 })).toMatchObject({ value: null, failure: 'ended without an answer' });
    expect(await runPart('./nowhere.ts', {}, { timeoutSeconds: 0 })).toMatchObject({ value: null, failure: 'not done in 0 s' });
  }, 240_000);

  test('refuse options that they do not know', () => {
    expect(readOptions(['--sizes', '200,100', '--engines', 'ours fts5'], {})).toMatchObject({ sizes: [100, 200], engines: ['ours', 'fts5'], queries: 1000, out: null });
    expect(readOptions(['--queries', '5'], { WAYMARK_SCALE_QUERIES: '6', WAYMARK_SCALE_REUSE: 'yes' })).toMatchObject({ queries: 5, reuse: true });
    expect(() => readOptions(['--engines', 'other'], {})).toThrow('There is no engine other.');
    expect(() => readOptions(['--sizes', '1e9x'], {})).toThrow('--sizes wants whole numbers');
  });

  test('print tables for the screen and for a file', () => {
    const table = { title: 'T', head: ['what', 'ms'], rows: [['a|b', '10'], ['c', '2']], notes: ['N.'] };
    expect(asText(table)).toBe('\n  T\n  what  ms\n  ----  --\n  a|b   10\n  c      2\n  N.\n');
    expect(asMarkdown(table)).toBe('**T**\n\n| what | ms |\n|---|---:|\n| a\\|b | 10 |\n| c | 2 |\n\nN.\n');
    expect([countOf(1_850_000), countOf(999), ratioOf(30, 10), ratioOf(1, 20), ratioOf(2000, 1)]).toEqual(['1,850,000', '999', '3.0 ×', '0.050 ×', '2,000 ×']);
  });
});

/** Words that every engine parts alike: letters alone, and for Orama one word alone, as it takes two matches of one word for two words. */
const PLAIN = ['nurs', 'cert', 'w', 'welding cert', 'associate degree', 'electr lic', 'enfermer', 'ca', 'license state', 'medical t'];
const ONE_WORD = ['nurs', 'cert', 'enfermer'];

function countOfDocuments(text: string): { readonly total: number; readonly facets: Record<string, Record<string, number>> } {
  const facets: Record<string, Record<string, number>> = { kind: {}, field: {}, area: {} };
  const found = documents.filter(({ name, nameEs, shortNames, codes, aliases, issuer }) => {
    const words = wordsOf([name, nameEs, shortNames, codes, aliases, issuer].join(' '));
    return wordsOf(text).every((typed) => words.some((word) => word.startsWith(typed)));
  });
  for (const document of found) for (const facet of FACETS) (facets[facet] ??= {})[document[facet]] = (facets[facet]?.[document[facet]] ?? 0) + 1;
  return { total: found.length, facets };
}

describe('other ways to search', () => {
  test.each<OtherEngine>(['fts5', 'fts5-bitmaps', 'minisearch', 'flexsearch', 'orama'])('%s counts all that have every word, after it was saved and loaded too', async (name) => {
    const own = await mkdtemp(join(folder, `${name} `));
    const built = await makeEngine(name);
    await built.build(documents, own);
    await built.save(own);
    const loaded = await makeEngine(name);
    await loaded.load(own);
    for (const engine of [built, loaded]) {
      for (const text of name === 'orama' ? ONE_WORD : PLAIN) {
        const { total, facets, first } = engine.search(text);
        expect({ text, total, facets }).toEqual({ text, ...countOfDocuments(text) });
        expect(new Set(first).size).toBe(Math.min(20, total));
      }
    }
  }, 240_000);
});
