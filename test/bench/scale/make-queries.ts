/**
 * Writes queries.csv: a thousand searches as people type them, drawn from a seed. The hundred of the typed-queries tables and the hundred of
 * relevance.csv as they are, the rest from what the starter says: other names of jobs, programs, credentials, schools, codes, Spanish titles,
 * initials, with slips of the finger and words of wishing. `node test/bench/scale/make-queries.ts`; the file is data from then on.
 */
import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { wordsOf } from '../../../db/reference/search/normalize.ts';
import { readStarter } from '../../../db/pack/starter.ts';
import { ROOT } from '../../../scripts/lib/paths.ts';
import { draw, pick } from '../giant/draws.ts';
import { giantSource } from '../giant/source.ts';
import { objectsOf } from '../giant/vocabulary.ts';
import { QUERIES_FILE, QUERY_COUNT, type Query } from './queries.ts';

const SEED = 41_188;
const MOST_LETTERS = 60;
const table = (path: string): Record<string, string>[] => parse(readFileSync(join(ROOT, path)), { columns: true });

const starter = await readStarter({ starterDir: join(ROOT, 'resources', 'starter'), rubricsDir: join(ROOT, 'resources', 'rubrics') });
const employment = new Map(objectsOf(starter, 'wage').flatMap(({ soc, area, employment: jobs }) => (area === 'us' ? [[soc, jobs ?? 0] as const] : [])));
const busy = (soc: string): number => employment.get(soc) ?? 0;
/** Jobs that many people have are looked for most. */
const jobs = objectsOf(starter, 'occupation').sort((a, b) => busy(b.soc) - busy(a.soc)).slice(0, 300);
const known = new Set(jobs.map(({ soc }) => soc));
const wordsIn = (text: string): number => text.split(' ').length;
const aliases = objectsOf(starter, 'occupation_alias').filter(({ soc, alias }) => known.has(soc) && wordsIn(alias) <= 3).sort((a, b) => busy(b.soc) - busy(a.soc));
const awards = new Map<string, number>();
for (const { cip, completions } of objectsOf(starter, 'offering')) awards.set(cip, (awards.get(cip) ?? 0) + completions);
/** Programs that most awards are given in come first. */
const programs = objectsOf(starter, 'program').filter(({ cip, title }) => cip.length === 7 && !/Other|General/.test(title)).sort((a, b) => (awards.get(b.cip) ?? 0) - (awards.get(a.cip) ?? 0));
const credentials = objectsOf(starter, 'credential');
const schools = objectsOf(starter, 'institution');
const states = objectsOf(starter, 'area').filter(({ kind }) => kind === 'state');
const made = [...giantSource({ starter, credentials: 18_500 }).rows('credential')].flatMap(([, ctid]) => (typeof ctid === 'string' ? [ctid] : []));

let purpose = 0;
/** The next `count` draws from a list, more from its beginning than from its end. */
function some<T>(from: readonly T[], count: number): T[] {
  purpose += 1;
  return Array.from({ length: count }, (_, at) => pick(from, draw(SEED, at, purpose) ** 2));
}
const plain = (text: string): string => text.replace(/\s*[(/,].*$/, '').toLowerCase();
const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');
/** Two letters changed places, one left out or one doubled, past the first. */
function slip(text: string, at: number): string {
  const place = 1 + Math.floor(draw(SEED, at, 901) * Math.max(1, text.length - 2));
  const [before, here, next, after] = [text.slice(0, place), text.charAt(place), text.charAt(place + 1), text.slice(place + 2)];
  return pick([`${before}${next}${here}${after}`, `${before}${next}${after}`, `${before}${here}${here}${next}${after}`], draw(SEED, at, 902));
}
const initials = (title: string): string => wordsOf(title).filter((word) => word.length > 3).map((word) => word.charAt(0)).join('');
const WISHES = ['near me', 'classes', 'certification', 'training', 'school', 'jobs', 'program online', 'no degree', 'license', 'course free'];
const WISHES_ES = ['cerca de mi', 'clases', 'curso', 'certificado', 'licencia'];

const asEnglish = (kind: string, texts: readonly string[]): Query[] => texts.map((typed) => ({ typed, lang: 'en', kind }));
const asSpanish = (kind: string, texts: readonly string[]): Query[] => texts.map((typed) => ({ typed, lang: 'es', kind }));
const spanish = jobs.flatMap(({ title_es }) => (title_es === null ? [] : [plain(title_es)]));
const names = [...some(aliases, 60).map(({ alias }) => plain(alias)), ...some(programs, 40).map(({ title }) => plain(title))];

const all: Query[] = [
  ...['typed-queries.csv', 'typed-queries-unseen.csv'].flatMap((file) => table(`db/reference/search/${file}`))
    .map(({ typed = '', kind = '' }): Query => ({ typed, lang: kind.startsWith('spanish') ? 'es' : 'en', kind: 'typed' })),
  ...table('test/bench/relevance.csv').map(({ typed = '', lang }): Query => ({ typed, lang: lang === 'es' ? 'es' : 'en', kind: 'graded' })),
  ...asEnglish('job', some(aliases, 150).map(({ alias }) => plain(alias))),
  ...asEnglish('program', some(programs, 90).map(({ title }) => firstWords(plain(title), 3))),
  ...asEnglish('credential', some(credentials, 45).map(({ name, short_name }) => (short_name ?? name).toLowerCase())),
  ...asSpanish('spanish', some(spanish, 110)),
  ...asSpanish('wish', some(spanish, 30).map((text, at) => `${firstWords(text, 2)} ${pick(WISHES_ES, draw(SEED, at, 903))}`)),
  ...asEnglish('code', [
    ...some(jobs, 30).map(({ soc }) => soc), ...some(programs, 25).map(({ cip }) => cip), ...some(credentials, 20).flatMap(({ code }) => (code === null ? [] : [code])),
    ...some(made, 12),
  ]),
  ...asEnglish('initials', [...some(programs, 25), ...some(jobs, 15)].map(({ title }) => initials(title)).filter((text) => text.length > 1)),
  ...asEnglish('slip', some(names, 85).map((text, at) => slip(text, at))),
  ...asEnglish('school', some(schools, 80).map(({ name, city }, at) => (draw(SEED, at, 904) < 0.7 ? name.toLowerCase() : `${firstWords(name, 1)} ${city}`.toLowerCase()))),
  ...asEnglish('place', some(programs, 40).map(({ title }, at) => {
    const { name, state } = pick(states, draw(SEED, at, 905));
    return `${firstWords(plain(title), 1)} ${draw(SEED, at, 906) < 0.5 ? (state ?? name) : name}`.toLowerCase();
  })),
  ...asEnglish('mix', some(programs, 60).map(({ title }, at) => `${firstWords(plain(title), 1)} ${pick(['certificate', 'associate', 'bachelor', 'badge', 'apprenticeship', 'technician', firstWords(plain(pick(schools, draw(SEED, at, 907)).name), 1)], draw(SEED, at, 908))}`)),
  ...asEnglish('wish', some(aliases, 90).map(({ alias }, at) => `${firstWords(plain(alias), 2)} ${pick(WISHES, draw(SEED, at, 909))}`)),
];

const seen = new Set<string>();
const queries = all.map((query) => ({ ...query, typed: query.typed.slice(0, MOST_LETTERS).trim() })).filter(({ typed }) => {
  const isNew = typed.length > 1 && !typed.includes('"') && !seen.has(typed.toLowerCase());
  seen.add(typed.toLowerCase());
  return isNew;
}).slice(0, QUERY_COUNT);
if (queries.length < QUERY_COUNT) throw new Error(`only ${queries.length} queries: draw more`);
const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
await writeFile(QUERIES_FILE, `typed,lang,kind\n${queries.map(({ typed, lang, kind }) => `${cell(typed)},${lang},${kind}\n`).join('')}`);
process.stdout.write(`${queries.length} queries of ${all.length} drawn, ${queries.reduce((sum, { typed }) => sum + typed.length, 0)} letters\n`);
