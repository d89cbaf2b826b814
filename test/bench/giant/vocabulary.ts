/** What the starter's own tables say that names, issuers and links of a giant edition are made of. */
import { wordsOf } from '../../../db/reference/search/normalize.ts';
import type { PackRows } from '../../../db/pack/starter.ts';
import { tableNamed, type Rows } from '../../../db/pack/tables.ts';
import { zipf, type Weights } from './draws.ts';
import { fieldOf } from './fields.ts';

export interface Program { readonly cip: string; readonly title: string; readonly field: Rows['credential']['field']; readonly socs: readonly string[] }
export interface Job { readonly soc: string; readonly title: string; readonly titleEs: string | null }
export interface Offered { readonly program: Program; readonly level: Rows['offering']['level'] }
export interface School {
  readonly organization: string; readonly name: string; readonly area: string; readonly tuition: number | null; readonly offers: readonly Offered[];
}
export interface State { readonly area: string; readonly name: string; readonly code: string }

export interface Vocabulary {
  readonly programs: readonly Program[];
  readonly jobs: readonly Job[];
  /** By awards given, most first: few schools issue most credentials. */
  readonly schools: readonly School[];
  readonly schoolRank: Weights;
  readonly states: readonly State[];
  readonly issuers: readonly string[];
  readonly organizations: readonly Rows['organization'][];
  readonly lists: readonly Rows['recognition_program'][];
}

/** Rows of a table as objects. */
export function objectsOf<T extends keyof Rows>(rows: PackRows, name: T): Rows[T][] {
  const columns = tableNamed(name).columns.map((column) => column.name);
  return (rows.get(name) ?? []).map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])) as Rows[T]); // The reader checked each cell against the same column list.
}

const COMMON = new Set(['and', 'of', 'the', 'in', 'other', 'all', 'general', 'related', 'services', 'studies', 'science', 'technology', 'except', 'workers']);
const telling = (text: string): string[] => [...new Set(wordsOf(text).filter((word) => word.length > 3 && !COMMON.has(word)).map((word) => word.slice(0, 6)))];

/** Jobs whose title shares telling words with a program's title, the nearest first: at most three. */
function jobsFor(title: string, byWord: ReadonlyMap<string, readonly string[]>): string[] {
  const scores = new Map<string, number>();
  for (const word of telling(title)) {
    const jobs = byWord.get(word) ?? [];
    for (const soc of jobs) scores.set(soc, (scores.get(soc) ?? 0) + 1 / jobs.length);
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 3).map(([soc]) => soc);
}

const ZIPF_OF_SCHOOLS = 0.7;
const BOARDS = ['Nursing', 'Cosmetology', 'Contractors', 'Electrical Examiners', 'Plumbing', 'Pharmacy', 'Real Estate', 'Public Safety', 'Education', 'Medical Licensure'];

/** Reads a starter's rows once; it is all that a generator keeps in memory. */
export function vocabularyOf(rows: PackRows): Vocabulary {
  const jobs = objectsOf(rows, 'occupation').map(({ soc, title, title_es }): Job => ({ soc, title, titleEs: title_es }));
  const byWord = new Map<string, string[]>();
  for (const { soc, title } of jobs) for (const word of telling(title)) byWord.set(word, [...(byWord.get(word) ?? []), soc]);
  const programs = objectsOf(rows, 'program').filter(({ cip, title }) => cip.length === 7 && !title.endsWith('Other'))
    .map(({ cip, title }): Program => ({ cip, title, field: fieldOf(cip), socs: jobsFor(title, byWord) }));
  const byCip = new Map(programs.map((program) => [program.cip, program]));
  const offers = new Map<string, Offered[]>();
  const awards = new Map<string, number>();
  for (const { institution, cip, level, completions } of objectsOf(rows, 'offering')) {
    const program = byCip.get(cip);
    if (!program) continue;
    const known = offers.get(institution);
    if (known) known.push({ program, level });
    else offers.set(institution, [{ program, level }]);
    awards.set(institution, (awards.get(institution) ?? 0) + completions);
  }
  const areas = objectsOf(rows, 'area');
  const states = areas.filter(({ kind }) => kind === 'state').map(({ id, name, state }): State => ({ area: id, name, code: state ?? id }));
  const byCode = new Map(states.map(({ area, code }) => [code, area]));
  const institutions = objectsOf(rows, 'institution').filter(({ id }) => offers.has(id))
    .sort((a, b) => (awards.get(b.id) ?? 0) - (awards.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const schools = institutions.map(({ id, name, state, tuition_in_state }): School => (
    { organization: `school-${id}`, name, area: byCode.get(state) ?? 'us', tuition: tuition_in_state, offers: offers.get(id) ?? [] }
  ));
  const plain = { url: null, phone: null } as const;
  const made: Rows['organization'][] = [
    ...schools.map(({ organization, name }) => ({ id: organization, name, kind: 'school' as const, ...plain })),
    ...jobs.map(({ soc, title }) => ({ id: `association-${soc}`, name: `National Association of ${title}`.slice(0, 300), kind: 'issuer' as const, ...plain })),
    ...states.flatMap(({ area, name }) => BOARDS.map((board, at) => ({ id: `board-${area}-${at}`, name: `${name} Board of ${board}`, kind: 'government' as const, ...plain }))),
  ];
  const own = objectsOf(rows, 'organization');
  return {
    programs, jobs, schools, schoolRank: zipf(schools.length, ZIPF_OF_SCHOOLS), states, organizations: made,
    issuers: own.filter(({ kind }) => kind === 'issuer').map(({ id }) => id), lists: objectsOf(rows, 'recognition_program'),
  };
}

export const BOARDS_OF_A_STATE = BOARDS.length;
