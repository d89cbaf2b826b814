/** The one search: credentials, jobs and schools by what is typed, narrowed and in order. */
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { addAll, setBit } from '../../../db/reference/search/bitmap.ts';
import type { Bitmap } from '../../../db/reference/search/bitmap.ts';
import { hitsOf } from '../../../db/reference/search/hits.ts';
import { openSearchIndex } from '../../../db/reference/search/index.ts';
import type { SearchIndex } from '../../../db/reference/search/index.ts';
import type { Match } from '../../../db/reference/search/rank.ts';
import { hasAllWords, searchSchools } from '../../../db/reference/search/schools.ts';
import { search } from '../../../db/reference/search/search.ts';
import type { SearchFound } from '../../../db/reference/search/search.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { credentialList } from '../credential-list.ts';
import type { CredentialList } from '../credential-list.ts';
import type { Handlers } from '../dispatcher.ts';
import { narrow } from '../facets.ts';
import type { AreaJudgement } from '../judge.ts';
import { firstBy } from '../order.ts';
import { narrowSchools } from '../school-facets.ts';
import { createSurroundings } from '../surroundings.ts';
import type { Surroundings } from '../surroundings.ts';

export type SearchHandlers = Pick<Handlers, 'reference.search'>;
type Asked = ParsedInputOf<'reference.search'>;
type SearchResult = OutputOf<'reference.search'>['results'][number];

/** A code as paper shows it, three letters, a dash and one more sign: with its dash, without, or with a space. */
const printedCode = (text: string): string | null => /^([A-Z]{3})([A-Z0-9])$/.exec(text.trim().toUpperCase().replace(/[\s\u2010-\u2015-]/g, ''))?.slice(1).join('-') ?? null;
/** Codes are exact matches and so among the first; the same letters may be a name of something. */
const CODES_AMONG = 10;

const narrows = (filters: object): boolean => Object.values(filters).some((each: readonly unknown[]) => each.length > 0);

/** An area with all that its lists are made of. */
interface Ground {
  readonly index: SearchIndex;
  readonly judged: AreaJudgement;
  readonly around: Surroundings;
  readonly list: CredentialList;
}

export function searchHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): SearchHandlers {
  const surroundings = createSurroundings(db);
  let opened: SearchIndex | undefined;
  // As long as an area's judgement is kept, its list is.
  const lists = new WeakMap<AreaJudgement, CredentialList>();
  const groundOf = (areaId: string): Ground => {
    const index = (opened ??= openSearchIndex(db));
    const [judged, around] = [judge(areaId), surroundings(areaId)];
    const list = lists.get(judged) ?? credentialList(index, areaId, judged, around);
    lists.set(judged, list);
    return { index, judged, around, list };
  };
  return {
    'reference.search': (asked) => {
      const ground = groundOf(asked.areaId);
      const { index, judged, around, list } = ground;
      const { text, filters, schoolFilters, kinds, limit } = asked;
      const found = search(index, { text, kinds: kinds.filter((kind) => kind !== 'school') });
      const named = namedByCode(ground, asked, found);
      if (named) return named;
      // Filters of one kind say which kind is looked for: alone they leave nothing of another.
      const [isFiltered, areSchoolsFiltered] = [narrows(filters), narrows(schoolFilters)];
      const applied = narrow(index, list, found.docs, filters);
      const credentials = isFiltered || !areSchoolsFiltered ? applied.count : 0;
      const showsJobs = !isFiltered && !areSchoolsFiltered;
      const matches = matchesOf(ground, asked, found, credentials === 0 ? index.scratch.borrow() : applied.kept, showsJobs);
      const results = resultsOf(ground, asked, found, matches);
      const occupations = showsJobs ? found.occupations : 0;
      const schools = narrowSchools(kinds.includes('school') ? searchSchools(db, text) : [], schoolFilters, around.schools);
      const shown = areSchoolsFiltered || !isFiltered ? schools.kept : [];
      const asSchools = shown.slice(0, limit).map(({ hit, school, miles }): SearchResult => ({
        kind: 'school', id: hit.id, name: school.name, city: school.city, state: school.state, alias: hit.alias, control: school.control, level: school.level, miles,
      }));
      // A school comes after the work that it teaches, but before a guess at what else was meant.
      const [first] = asSchools.length === 0 ? [] : hitsOf(index, found, found.first(1), asked);
      const isGuess = !first || (shown[0]?.hit.starts === true && !hasAllWords(text, [first.name.en, first.name.es, first.why.text]));
      return {
        total: credentials + occupations + shown.length, credentials, occupations, schools: shown.length,
        results: (isGuess ? [...asSchools, ...results] : [...results, ...asSchools]).slice(0, limit), facets: applied.facets, schoolFacets: schools.facets, floor: judged.floor,
      };
    },
  };
}

/** What is typed off paper is that one credential, whatever narrows the list; null when it is not a code of one. */
function namedByCode(ground: Ground, asked: Asked, found: SearchFound): OutputOf<'reference.search'> | null {
  const { index, judged, list } = ground;
  const code = printedCode(asked.text);
  if (code === null) return null;
  const matches = found.first(CODES_AMONG);
  const refs = index.refsOf(matches.map(({ doc }) => doc));
  const id = judged.rowsOf([...refs.values()]).find((row) => row.code === code)?.id;
  const match = matches.find(({ doc }) => refs.get(doc) === id);
  if (!match) return null;
  const only = index.scratch.borrow();
  setBit(only, match.doc);
  return {
    total: 1, credentials: 1, occupations: 0, schools: 0, results: resultsOf(ground, asked, found, [match]),
    facets: narrow(index, list, only, asked.filters).facets, schoolFacets: { control: {}, level: {}, place: {} }, floor: judged.floor,
  };
}

/** Best first keeps jobs and credentials in one order; any other order is of credentials, with jobs after them. */
function matchesOf({ index, list }: Ground, { sort, lang, limit }: Asked, found: SearchFound, kept: Bitmap, showsJobs: boolean): readonly Match[] {
  // Where nothing narrows, what is kept is all that was found.
  if (sort === 'best' && kept === found.docs) return found.first(limit);
  const jobs = showsJobs ? index.occupationsOf(found.docs) : index.scratch.borrow();
  if (sort === 'best') {
    addAll(jobs, kept);
    return found.first(limit, jobs);
  }
  const credentials = firstBy(sort, kept, limit, list, index, lang).flatMap((doc) => found.matchOf(doc) ?? []);
  return [...credentials, ...found.first(limit - credentials.length, jobs)];
}

function resultsOf({ index, judged }: Ground, asked: Asked, found: SearchFound, matches: readonly Match[]): SearchResult[] {
  const hits = hitsOf(index, found, matches, asked);
  const rows = new Map(judged.rowsOf(hits.filter(({ kind }) => kind === 'credential').map(({ id }) => id)).map((row) => [row.id, row]));
  return hits.flatMap(({ kind, id, why }): SearchResult[] => {
    if (kind === 'credential') {
      const row = rows.get(id);
      return row ? [{ kind, id, name: row.name, why, row }] : [];
    }
    const occupation = judged.occupation(id);
    return occupation ? [{ kind, id, name: occupation.title, why, occupation }] : [];
  });
}
