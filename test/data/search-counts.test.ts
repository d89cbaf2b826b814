/**
 * Totals and facets of the search, against counts made by reading every text of a giant edition (`WAYMARK_COUNTED` credentials,
 * 3,000 without it). Queries are drawn from the recorded ones, whole and half typed; those that find too little are left out, as
 * there the search guesses at what was meant.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normalize, queryWords, stemOf, wordsOf } from '../../db/reference/search/normalize.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { draw } from '../bench/giant/draws.ts';
import { openDoor, type Door } from '../bench/scale/door.ts';
import { keystrokesOf, readQueries } from '../bench/scale/queries.ts';
import { makeGiantData } from './giant-data.ts';

const MADE = Number(process.env['WAYMARK_COUNTED'] ?? 3_000);
const TEXTS = 250;
const SEED = 99;

type Role = 'name' | 'short' | 'alias' | 'issuer';
/** Texts of a thing in one role: the words of all of them, each once, those of each, and the texts as they are compared. */
interface Texts { readonly role: Role; readonly words: readonly string[]; readonly wordsOfEach: readonly (readonly string[])[]; readonly norms: readonly string[] }
interface Thing { readonly id: string; readonly kind: string; readonly field: string }

let folder: string;
let door: Door;
/** All texts of each credential and occupation. */
let texts: ReadonlyMap<string, readonly Texts[]>;
let credentials: ReadonlyMap<string, Thing>;
/** Occupations, those that most people work in first. */
let occupations: ReadonlyMap<string, number>;
let opens: ReadonlyMap<string, readonly string[]>;
let codes: ReadonlySet<string>;

const TEXTS_OF: readonly (readonly [Role, string])[] = [
  ['name', 'SELECT id AS of, name AS text FROM credential'], ['name', 'SELECT id AS of, name_es AS text FROM credential'], ['short', 'SELECT id AS of, short_name AS text FROM credential'],
  ['short', 'SELECT id AS of, short_name_es AS text FROM credential'], ['short', 'SELECT id AS of, code AS text FROM credential'], ['short', "SELECT id AS of, REPLACE(code, '-', '') AS text FROM credential"],
  ['short', 'SELECT id AS of, cip AS text FROM credential'], ['alias', 'SELECT credential AS of, alias AS text FROM credential_alias'],
  ['issuer', 'SELECT c.id AS of, o.name AS text FROM credential c JOIN organization o ON o.id = c.issuer'],
  ['name', 'SELECT soc AS of, title AS text FROM occupation'], ['name', 'SELECT soc AS of, title_es AS text FROM occupation'], ['short', 'SELECT soc AS of, soc AS text FROM occupation'],
  ['alias', 'SELECT soc AS of, alias AS text FROM occupation_alias'],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark counts '));
  const database = new Database(await makeGiantData(folder, MADE), { readonly: true });
  const all = TEXTS_OF.flatMap(([role, query]) => database.prepare<[], { of: string; text: string | null }>(query).all()
    .flatMap(({ of, text }) => (text === null ? [] : [{ of, role, text }])));
  texts = new Map([...Map.groupBy(all, ({ of }) => of)].map(([of, own]) => [of, [...Map.groupBy(own, ({ role }) => role)].map(([role, each]): Texts => (
    { role, words: [...new Set(each.flatMap(({ text }) => wordsOf(text)))], wordsOfEach: each.map(({ text }) => wordsOf(text)), norms: each.map(({ text }) => normalize(text)) }
  ))]));
  credentials = new Map(database.prepare<[], Thing>('SELECT id, kind, field FROM credential').all().map((each) => [each.id, each]));
  occupations = new Map(database.prepare<[], string>(`SELECT o.soc FROM occupation o LEFT JOIN wage w ON w.soc = o.soc AND w.area = 'us'
    ORDER BY COALESCE(w.employment, 0) DESC, o.title, o.soc`).pluck().all().map((soc, place) => [soc, place]));
  const links = database.prepare<[], { soc: string; credential: string }>("SELECT DISTINCT soc, credential FROM credential_occupation WHERE relation IN ('required-by-law', 'qualifies')").all();
  opens = new Map([...Map.groupBy(links, ({ soc }) => soc)].map(([soc, each]) => [soc, each.map(({ credential }) => credential)]));
  codes = new Set(database.prepare<[], string>("SELECT REPLACE(code, '-', '') FROM credential WHERE code IS NOT NULL").pluck().all());
  database.close();
  door = await openDoor({ mode: 'thread', dataDir: folder, resourcesDir: folder, worker: '' });
}, 600_000);
afterAll(async () => {
  await door.stop();
  await rm(folder, { recursive: true, force: true });
});

const startsAny = (words: readonly string[], typed: string): boolean => words.some((word) => word.startsWith(typed));

/** How well an occupation matches, lower is better: by one text that is or starts with what was typed, else by all words in texts of one role. */
function closeness(own: readonly Texts[], words: readonly string[], typed: string): number {
  const places = { name: [0, 3, 5], short: [1, 4, 6], alias: [2, 7, 8], issuer: [9, 9, 9] } as const;
  return Math.min(10, ...own.map(({ role, norms, words: inRole }) => {
    const [exact, start, strewn] = places[role];
    if (norms.includes(typed)) return exact;
    return norms.some((norm) => norm.startsWith(typed)) ? start : words.every((word) => startsAny(inRole, word)) ? strewn : 10;
  }));
}
/** What is typed off paper leads to that one credential. */
const isPrinted = (text: string): boolean => codes.has(text.trim().toUpperCase().replaceAll('-', ''));
/** Down to an other name that starts so, an occupation leads to the credentials that open it. */
const LEADS = 7;
const LEADING = 10;
const LITTLE = 3;
/** So many jobs and fewer have to hold all words in one of their texts; of more, more will be typed. */
const FEW_JOBS = 64;
/** Codes are looked up among ids of the registry and of states' lists too. */
const CODE = /^(?=.*\d)[\w.-]+$/;

/** What has every word, and what the ten best occupations among it open; null where the search would look further. */
function read(text: string): { readonly credentials: readonly Thing[]; readonly occupations: number } | null {
  const [words, typed] = [queryWords(text).map(stemOf), normalize(text)];
  if (words.length === 0 || CODE.test(text.trim())) return null;
  const having = [...texts].filter(([, own]) => words.every((word) => own.some((each) => startsAny(each.words, word))));
  const isStrewn = words.length > 1 && having.filter(([id]) => occupations.has(id)).length <= FEW_JOBS;
  const found = having.filter(([id, own]) => !isStrewn || !occupations.has(id) || own.some(({ wordsOfEach }) => wordsOfEach.some((each) => words.every((word) => startsAny(each, word)))));
  if (found.length < LITTLE) return null;
  const jobs = found.filter(([id]) => occupations.has(id)).map(([soc, own]) => ({ soc, close: closeness(own, words, typed) }));
  const leading = typed.length < 3 ? [] : jobs.filter(({ close }) => close <= LEADS)
    .sort((a, b) => a.close - b.close || (occupations.get(a.soc) ?? 0) - (occupations.get(b.soc) ?? 0)).slice(0, LEADING);
  const all = new Set([...found.map(([id]) => id), ...leading.flatMap(({ soc }) => opens.get(soc) ?? [])]);
  return { credentials: [...all].flatMap((id) => credentials.get(id) ?? []), occupations: jobs.length };
}

const countBy = (things: readonly string[]): Record<string, number> => things.reduce<Record<string, number>>((counts, each) => ({ ...counts, [each]: (counts[each] ?? 0) + 1 }), {});
const drawn = readQueries().map(({ typed, lang }, at) => ({ lang, text: keystrokesOf(typed)[Math.floor(draw(SEED, at, 1) ** 0.5 * keystrokesOf(typed).length)] ?? typed }));

async function search(text: string, lang: 'en' | 'es', filters?: object): Promise<OutputOf<'reference.search'>> {
  const reply = await door.call('reference.search', { text, lang, areaId: '39', kinds: ['credential', 'occupation'], limit: 1000, ...(filters ? { filters } : {}) });
  if (!reply.ok) throw new Error(reply.code);
  return reply.value as OutputOf<'reference.search'>;
}

describe(`search over ${MADE} made credentials`, () => {
  test('counts what reading every text counts: total, kinds, fields, and verdicts of what it lists', async () => {
    let counted = 0;
    for (const { text, lang } of drawn) {
      if (counted === TEXTS) break;
      const wanted = isPrinted(text) ? null : read(text);
      if (wanted === null) continue;
      counted += 1;
      const answer = await search(text, lang);
      const rows = answer.results.flatMap((result) => (result.kind === 'credential' ? [result.row] : []));
      expect({ text, credentials: answer.credentials, occupations: answer.occupations, total: answer.total, kind: answer.facets.kind, field: answer.facets.field }).toEqual({
        text, credentials: wanted.credentials.length, occupations: wanted.occupations, total: wanted.credentials.length + wanted.occupations,
        kind: countBy(wanted.credentials.map(({ kind }) => kind)), field: countBy(wanted.credentials.map(({ field }) => field)),
      });
      if (rows.length === answer.credentials) expect({ text, verdict: answer.facets.verdict }).toEqual({ text, verdict: countBy(rows.map(({ verdict }) => verdict)) });
    }
    expect(counted).toBe(TEXTS);
  }, 600_000);
});
