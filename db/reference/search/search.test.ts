import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { OHIO, rowsFrom } from '../test-reference.ts';
import { countOf, hasBit } from './bitmap.ts';
import { gramsOf, slips } from './distance.ts';
import { searchHits } from './hits.ts';
import { openSearchIndex, type SearchIndex } from './index.ts';
import { intentOf } from './intent.ts';
import { normalize, queryWords, stemOf, wordsOf } from './normalize.ts';
import { search, type SearchKind } from './search.ts';

let folder: string;
let db: ReferenceDb;
let index: SearchIndex;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark search '));
  db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(OHIO)), out: join(folder, 'r.sqlite') })).path);
  index = openSearchIndex(db);
});
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

const BOTH: readonly SearchKind[] = ['credential', 'occupation'];
const find = (text: string, kinds = BOTH, limit = 40) => searchHits(index, { text, lang: 'en', kinds, limit });
const ids = (text: string, kinds = BOTH) => find(text, kinds).hits.map(({ id }) => id);
const whyOf = (text: string, id: string) => find(text).hits.find((hit) => hit.id === id)?.why;

describe('search', () => {
  test('finds by name, code, alias, issuer and occupation, and says why', () => {
    expect(whyOf('practical nurse lic', 'lpn')).toEqual({ by: 'name', text: 'Practical nurse license' });
    expect(whyOf('practical nurse', 'lpn')).toEqual({ by: 'short-name', text: 'Practical nurse' });
    expect(whyOf('cna', 'cna')).toEqual({ by: 'code', text: 'CNA' });
    expect(whyOf('lvn', 'lpn')).toEqual({ by: 'alias', text: 'LVN' });
    expect(whyOf('ohio board', 'lpn')).toEqual({ by: 'issuer', text: 'Ohio Board of Nursing' });
    expect(whyOf('29-2061', '29-2061')).toEqual({ by: 'code', text: '29-2061' });
    expect(whyOf('wireman', '47-2111')).toEqual({ by: 'alias', text: 'Wireman' });
    expect(whyOf('wireman', 'inside-wireman')).toEqual({ by: 'occupation', text: 'Electricians' });
  });

  test('follows every keystroke of a name', () => {
    const name = 'Nurse aide registry listing';
    for (let end = 2; end <= name.length; end += 1) expect(ids(name.slice(0, end)), name.slice(0, end)).toContain('cna');
  });

  test('needs every word, wherever in the credential it stands', () => {
    expect(ids('nurse license')).toContain('lpn');
    expect(ids('nurse license')).not.toContain('cna');
    expect(ids('lpn ohio')).toEqual(['lpn']);
    expect(find('lpn ohio').hits[0]?.why.by).toBe('alias');
  });

  test('puts what was typed first, and credentials before occupations that match as well', () => {
    expect(ids('cna').slice(0, 2)).toEqual(['cna', '31-1131']);
    expect(ids('lpn')[0]).toBe('lpn');
    expect(ids('electrician')[0]).toBe('inside-wireman');
    expect(ids('nurse aide')[0]).toBe('cna');
    const kinds = find('nurs').hits.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('credential')).toBeLessThan(kinds.indexOf('occupation'));
  });

  test('reads Spanish, with accents or without', () => {
    for (const text of ['enfermería', 'enfermeria', 'ENFERMERÍA']) expect(ids(text), text).toEqual(expect.arrayContaining(['lpn', 'cna']));
    expect(ids('auxiliar de enfermeria')[0]).toBe('cna');
    expect(ids('instalador electrico')[0]).toBe('47-2111');
    expect(searchHits(index, { text: 'wireman', lang: 'es', kinds: BOTH, limit: 9 }).hits.find(({ id }) => id === 'inside-wireman')?.why)
      .toEqual({ by: 'occupation', text: 'Electricistas' });
  });

  test('finds singular and plural, A+ and codes', () => {
    expect(ids('nurses')).toEqual(expect.arrayContaining(['lpn', 'cna', '29-2061']));
    expect(ids('electricians')).toContain('inside-wireman');
    expect(ids('a+')).toEqual(['a-plus']);
    expect(ids('comptia a')).toEqual(['a-plus']);
  });

  test('forgives a slip when little is found, and says so', () => {
    expect(whyOf('electrcian', 'inside-wireman')?.by).toBe('typo');
    expect(ids('pratcical nurse')).toContain('lpn');
    expect(ids('comtpia')).toEqual(['a-plus']);
    expect(ids('apprentiseship')).toEqual(['inside-wireman']);
    expect(find('electrician').hits.every(({ why }) => why.by !== 'typo')).toBe(true);
    expect(ids('29-2062')).toEqual([]);
    expect(ids('xyzzyplugh')).toEqual([]);
  });

  test('hears what a person wants of a thing, where no name holds those words', () => {
    expect(ids('cna classes near me').slice(0, 2)).toEqual(ids('cna').slice(0, 2));
    expect(whyOf('how to become a wireman', '47-2111')).toEqual({ by: 'alias', text: 'Wireman' });
    // "License" stands in the name of one and is left out; nothing is left out where enough has every word.
    expect(ids('nurse without license')).toContain('cna');
    expect(ids('nurse without license')).not.toContain('lpn');
    expect(ids('nurse license near me')).toEqual(ids('nurse license'));
    expect(intentOf('nurse no degree')).toEqual({ words: ['nurse'], without: [], withoutKinds: ['associate', 'bachelor'] });
    expect(intentOf('enfermería sin una licencia')).toEqual({ words: ['enfermeria'], without: ['licencia'], withoutKinds: [] });
    expect([intentOf('nurse'), intentOf('training program'), intentOf('')]).toEqual([null, null, null]);
  });

  test('finds what has the most telling of the words when nothing has all, but never part of a code', () => {
    expect(ids('wireman zeppelin')).toEqual(['47-2111']);
    expect(ids('zeppelin xyzzyplugh')).toEqual([]);
    expect(ids('29 2062')).toEqual([]);
  });

  test('browses when nothing is typed: credentials, the most useful first', () => {
    // By jobs that each opens (2,030,000, 1,400,000, 740,000, none known), an add-on last.
    expect(ids('')).toEqual(['lpn', 'cna', 'inside-wireman', 'a-plus', 'cpr']);
    expect(find('').hits[0]).toMatchObject({ id: 'lpn', why: { by: 'browse', text: '' } });
    expect(ids('', ['occupation'])[0]).toBe('31-1131');
    expect(ids('  ')).toEqual(ids(''));
    expect(ids('...')).toEqual([]);
  });

  test('counts everything and shows what was asked for', () => {
    const all = find('nurs');
    expect(all.total).toBe(all.hits.length);
    expect(all.credentials + all.occupations).toBe(all.total);
    const two = find('nurs', BOTH, 2);
    expect([two.total, two.hits]).toEqual([all.total, all.hits.slice(0, 2)]);
    const credentials = all.hits.filter(({ kind }) => kind === 'credential').map(({ id }) => id);
    const { docs } = search(index, { text: 'nurs', kinds: ['credential'] });
    expect([...index.docsOf(credentials).values()].every((doc) => hasBit(docs, doc))).toBe(true);
    expect([countOf(docs), all.credentials]).toEqual([credentials.length, credentials.length]);
    expect(find('nurs', ['occupation']).credentials).toBe(0);
    expect(find('nurs', ['credential']).hits).toEqual(all.hits.filter(({ kind }) => kind === 'credential'));
  });

  test('takes any text at all, the same way each time', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.stringMatching(/^[a-z+#"*():^ -]{0,40}$/)), (text) => {
      expect(find(text)).toEqual(find(text));
    }), { examples: [['"'], ['* OR NOT'], ['a AND'], ['(nurse'], ['norm:x'], ["'; DROP TABLE meta"], ['\u0000'], ['%_']] });
  });
});

describe('its parts', () => {
  test('words', () => {
    expect(wordsOf("Driver's License, Class-A (CDL)")).toEqual(['drivers', 'license', 'class', 'a', 'cdl']);
    expect(normalize('Técnico en A+')).toBe('tecnico en a+');
    expect(queryWords('técnico en farm')).toEqual(['tecnico', 'farm']);
    expect(queryWords('licencia de')).toEqual(['licencia', 'de']);
    expect(queryWords('a b c d e f g h i j')).toHaveLength(8);
    expect([stemOf('nurses'), stemOf('class'), stemOf('ems'), stemOf('gas')]).toEqual(['nurse', 'class', 'ems', 'gas']);
  });
  test('slips', () => {
    expect(slips('electrcian', 'electricians', true)).toBe(1);
    expect([slips('ab', 'ba', false), slips('abc', 'abc', false), slips('', 'abc', false), slips('', 'abc', true), slips('abd', 'abc', false)]).toEqual([1, 0, 3, 0, 1]);
    fc.assert(fc.property(fc.stringMatching(/^[a-c]{0,6}$/), fc.stringMatching(/^[a-c]{0,6}$/), (a, b) => {
      expect(slips(a, b, false)).toBe(slips(b, a, false));
      expect(slips(a, b, true)).toBeLessThanOrEqual(slips(a, b, false));
      expect(slips(a, b, false) === 0).toBe(a === b);
    }));
    expect(gramsOf('cna')).toEqual(['^^c', '^cn', 'cna']);
  });
});
