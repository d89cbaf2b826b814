import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStarter } from '../../pack/starter.ts';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { listCredentialIds } from '../queries/get-credential.ts';
import { getCredentialFacts } from '../queries/get-credential-facts.ts';
import { listAreas } from '../queries/list-areas.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { searchHits } from './hits.ts';
import { openSearchIndex } from './index.ts';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'resources');
let folder: string;
let db: ReferenceDb;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark relevance '));
  const rows = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
  db = openReference((await buildReference({ feed: feedFromRows(rows), out: join(folder, 'r.sqlite') })).path);
}, 60_000);
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

/** Place in the list, from 1; Infinity when it is not there. */
function place(text: string, id: string): number {
  const at = searchHits(openSearchIndex(db), { text, lang: 'en', kinds: ['credential', 'occupation'], limit: 100 }).hits.findIndex((hit) => hit.id === id);
  return at < 0 ? Infinity : at + 1;
}

describe('with the data that ships', () => {
  test.each<[string, string, number]>([
    // What was typed, what a counselor means, the last place at which it may stand.
    ['comptia a+', 'comptia-a-plus', 1], ['a+', 'comptia-a-plus', 1], ['security+', 'comptia-security-plus', 1], ['network plus', 'comptia-network-plus', 1],
    ['cda', 'cda-early-childhood', 1], ['child development', 'cda-early-childhood', 1], ['cosmetolog', 'cosmetology-license', 1],
    ['cosmetologist', 'cosmetology-license', 3], ['cosmotology', 'cosmetology-license', 2], ['cosmetología', 'cosmetology-license', 1], ['cpr', 'first-aid-cpr', 1],
    ['primeros auxilios', 'first-aid-cpr', 1], ['food handler', 'servsafe-food-handler', 1], ['servsafe', 'servsafe-manager', 2],
    ['servsaef', 'servsafe-manager', 3], ['microsoft office', 'microsoft-office-specialist', 1], ['excel', 'microsoft-office-specialist', 3],
    ['registered nurse', '29-1141', 6], ['29-1141', '29-1141', 1], ['enfermera', '29-1141', 10], ['electrician', '47-2111', 3], ['electrcian', '47-2111', 3],
    ['welder', '51-4121', 3], ['soldador', '51-4121', 5], ['truck driver', '53-3032', 5], ['camionero', '53-3032', 5], ['phlebotomist', '31-9097', 3],
    ['flebotomista', '31-9097', 3], ['pharmacy tech', '29-2052', 4], ['medical assistant', '31-9092', 4], ['hvac', '49-9021', 5], ['emt', '29-2042', 5],
    ['auto mechanic', '49-3023', 4], ['mecanico', '49-3023', 8], ['software developer', '15-1252', 3], ['teacher assistant', '25-9045', 4],
  ])('%j finds %s in the first %d', (text, id, most) => {
    expect(place(text, id)).toBeLessThanOrEqual(most);
  });

  test('every credential is first for its own name, in both languages, and found by its code', () => {
    for (const id of listCredentialIds(db)) {
      const facts = getCredentialFacts(db, id, 'us');
      for (const name of [facts?.name.en, facts?.name.es]) expect(place(name ?? '', id), name).toBe(1);
      expect(place(facts?.code ?? '', id), facts?.code).toBe(1);
    }
  });

  test('an occupation is found by the words of one of its names, not by words strewn over several', () => {
    const index = openSearchIndex(db);
    for (const [text, starts] of [['plant protection', ['plant', 'protection']], ['medical assistant', ['medical', 'assistant']]] as const) {
      const { occupations, hits } = searchHits(index, { text, lang: 'en', kinds: ['occupation'], limit: 100 });
      expect([hits.length, hits.length > 1], text).toEqual([occupations, true]);
      for (const { why } of hits) for (const start of starts) expect(why.text.toLowerCase(), `${text} ${why.by}`).toContain(start);
    }
  });

  test('a code is short, has no letter that reads like a digit, and is found as it is typed off paper', () => {
    const codes = listCredentialIds(db).map((id) => ({ id, code: getCredentialFacts(db, id, 'us')?.code ?? '' }));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    for (const { id, code } of codes) {
      expect(code).toMatch(/^[A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]$/);
      for (const typed of [code.toLowerCase(), code.replace('-', ''), code.replace('-', ' ').toLowerCase()]) {
        const [first] = searchHits(openSearchIndex(db), { text: typed, lang: 'es', kinds: ['credential', 'occupation'], limit: 1 }).hits;
        expect(first, typed).toMatchObject({ id, why: { by: 'code' } });
      }
    }
  });

  test('every credential has facts in every area', () => {
    const ids = listCredentialIds(db);
    for (const [turn, { id: area }] of listAreas(db).entries()) {
      // A tenth of the pairs: each area and each credential comes up many times, in seconds rather than minutes.
      for (const id of ids.filter((_, at) => (at + turn) % 10 === 0)) {
        for (const { occupation } of getCredentialFacts(db, id, area)?.links ?? []) expect(occupation.pay?.askedArea, `${id} ${area}`).toBe(area);
      }
    }
  });
});
