/** The one search: credentials, jobs and schools by what is typed, narrowed and in order. */
import { getOccupationFacts } from '../../../db/reference/queries/get-occupation-facts.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { hasAllWords, searchSchools } from '../../../db/reference/search/schools.ts';
import { search } from '../../../db/reference/search/search.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { Handlers } from '../dispatcher.ts';
import { applyFilters, sortRows } from '../facets.ts';
import type { AreaJudgement } from '../judge.ts';
import { narrowSchools } from '../school-facets.ts';
import { createSurroundings } from '../surroundings.ts';

export type SearchHandlers = Pick<Handlers, 'reference.search'>;
type SearchResult = OutputOf<'reference.search'>['results'][number];

/** True when the text is a code as paper shows it, three letters, a dash and one more sign: with its dash, without, or with a space. */
const isPrintedCode = (text: string, code: string): boolean => /^[A-Z]{3}-[A-Z0-9]$/.test(code) && text.trim().toUpperCase().replace(/[\s\u2010-\u2015-]/g, '') === code.replace('-', '');

const narrows = (filters: object): boolean => Object.values(filters).some((each: readonly unknown[]) => each.length > 0);

export function searchHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): SearchHandlers {
  const surroundings = createSurroundings(db);
  return {
    'reference.search': ({ text, areaId, lang, filters, schoolFilters, kinds, sort, limit }) => {
      const judged = judge(areaId);
      const around = surroundings(areaId);
      // Where the rows are put in another order, jobs come after credentials: as many hits as it takes to say why each matched.
      const found = search(db, { text, lang, kinds: kinds.filter((kind) => kind !== 'school'), limit: Math.max(100, limit) });
      const why = new Map(found.hits.map((hit) => [hit.id, hit.why]));
      const rows = found.credentialIds.flatMap((id) => judged.rows.get(id) ?? []);
      const ground = { floor: judged.floor.floor.value, facts: judged.credentials, around };
      const named = rows.find(({ code }) => isPrintedCode(text, code));
      // What is typed off paper is that one credential, whatever narrows the list.
      if (named) {
        const result: SearchResult = { kind: 'credential', id: named.id, name: named.name, why: why.get(named.id) ?? { by: 'code', text: named.code }, row: named };
        return { total: 1, credentials: 1, occupations: 0, schools: 0, results: [result], facets: applyFilters([named], filters, ground).facets, schoolFacets: { control: {}, level: {}, place: {} }, floor: judged.floor };
      }
      // Filters of one kind say which kind is looked for: alone they leave nothing of another.
      const [isFiltered, areSchoolsFiltered] = [narrows(filters), narrows(schoolFilters)];
      const showsCredentials = isFiltered || !areSchoolsFiltered;
      const showsSchools = areSchoolsFiltered || !isFiltered;
      const applied = applyFilters(rows, filters, ground);
      const kept = showsCredentials ? applied.kept : [];
      const credential = (row: (typeof kept)[number]): SearchResult => ({ kind: 'credential', id: row.id, name: row.name, why: why.get(row.id) ?? { by: 'browse', text: '' }, row });
      const occupation = (id: string): SearchResult[] => {
        const facts = getOccupationFacts(db, id, areaId);
        return facts ? [{ kind: 'occupation', id, name: facts.title, why: why.get(id) ?? { by: 'browse', text: '' }, occupation: facts }] : [];
      };
      const showsJobs = !isFiltered && !areSchoolsFiltered;
      const jobs = showsJobs ? found.hits.filter((hit) => hit.kind === 'occupation').map((hit) => hit.id) : [];
      // Best first keeps jobs and credentials in one order; any other order is of credentials, with jobs after them.
      const results: SearchResult[] =
        sort === 'best' && !showsJobs ? kept.slice(0, limit).map(credential)
        : sort === 'best'
          ? found.hits.slice(0, limit).flatMap((hit) => {
              const row = judged.rows.get(hit.id);
              if (hit.kind === 'credential') return row ? [credential(row)] : [];
              return occupation(hit.id);
            })
          : [...sortRows(kept, sort, lang).slice(0, limit).map(credential), ...jobs.slice(0, Math.max(0, limit - kept.length)).flatMap(occupation)];
      const occupations = showsJobs ? found.occupations : 0;
      const schools = narrowSchools(kinds.includes('school') ? searchSchools(db, text) : [], schoolFilters, around.schools);
      const shown = showsSchools ? schools.kept : [];
      const asSchools = shown.slice(0, limit).map(({ hit, school, miles }): SearchResult => ({
        kind: 'school', id: hit.id, name: school.name, city: school.city, state: school.state, alias: hit.alias, control: school.control, level: school.level, miles,
      }));
      // A school comes after the work that it teaches, but before a guess at what else was meant.
      const [first] = found.hits;
      const isGuess = !first || (shown[0]?.hit.starts === true && !hasAllWords(text, [first.name.en, first.name.es, first.why.text]));
      return {
        total: kept.length + occupations + shown.length, credentials: kept.length, occupations, schools: shown.length,
        results: (isGuess ? [...asSchools, ...results] : [...results, ...asSchools]).slice(0, limit), facets: applied.facets, schoolFacets: schools.facets, floor: judged.floor,
      };
    },
  };
}
