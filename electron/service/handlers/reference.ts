/** Handlers over the reference database. */
import { getCredential } from '../../../db/reference/queries/get-credential.ts';
import { getEdition } from '../../../db/reference/queries/get-edition.ts';
import { getEvidence } from '../../../db/reference/queries/get-evidence.ts';
import { getOccupation } from '../../../db/reference/queries/get-occupation.ts';
import { getOccupationFacts } from '../../../db/reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../../../db/reference/queries/get-price-parity.ts';
import { getSource } from '../../../db/reference/queries/get-source.ts';
import { getStanding } from '../../../db/reference/queries/get-standing.ts';
import { listAreas } from '../../../db/reference/queries/list-areas.ts';
import { listCounties } from '../../../db/reference/queries/list-counties.ts';
import { listCredentialEvidence } from '../../../db/reference/queries/list-credential-evidence.ts';
import { listOccupationCredentials } from '../../../db/reference/queries/list-occupation-credentials.ts';
import { listSources } from '../../../db/reference/queries/list-sources.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { hasAllWords, searchSchools } from '../../../db/reference/search/schools.ts';
import { search } from '../../../db/reference/search/search.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import { applyFilters, sortRows } from '../facets.ts';
import type { AreaJudgement } from '../judge.ts';
import { trailOf } from '../trail.ts';
import type { HereHandlers } from './here.ts';

type ReferenceHandlers = Omit<Pick<Handlers, Extract<keyof Handlers, `reference.${string}`>>, keyof HereHandlers>;
type CredentialPage = OutputOf<'reference.getCredential'>;
type SearchResult = OutputOf<'reference.search'>['results'][number];

/** Aliases shown of an occupation; all of them are searched. */
const SHOWN_ALIASES = 30;

/** True when the text is a code as paper shows it, three letters, a dash and one more sign: with its dash, without, or with a space. */
const isPrintedCode = (text: string, code: string): boolean => /^[A-Z]{3}-[A-Z0-9]$/.test(code) && text.trim().toUpperCase().replace(/[\s\u2010-\u2015-]/g, '') === code.replace('-', '');

const NO_SCHOOLS = { total: 0, hits: [] } as const;

const unknown = (what: string): CodedError => new CodedError('not-found', { what });

/** Handlers over the open edition; `judge` keeps what it computed for an area. */
export function referenceHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): ReferenceHandlers {
  return {
    'reference.listAreas': () => ({ areas: listAreas(db).map((area) => ({ ...area })) }),
    'reference.listCounties': () => ({ counties: listCounties(db).map(({ fips, name, area }) => [name, fips.slice(0, 2), area]) }),
    'reference.getEdition': () => {
      const edition = getEdition(db);
      return { ...edition, counts: { ...edition.counts } };
    },
    'reference.listSources': () => ({ sources: listSources(db).map(({ ...source }) => source) }),
    'reference.search': ({ text, areaId, lang, filters, kinds, sort, limit }) => {
      const judged = judge(areaId);
      // Where the rows are put in another order, jobs come after credentials: as many hits as it takes to say why each matched.
      const found = search(db, { text, lang, kinds: kinds.filter((kind) => kind !== 'school'), limit: Math.max(100, limit) });
      const why = new Map(found.hits.map((hit) => [hit.id, hit.why]));
      const rows = found.credentialIds.flatMap((id) => judged.rows.get(id) ?? []);
      const ground = { floor: judged.floor.floor.value, facts: judged.credentials };
      const named = rows.find(({ code }) => isPrintedCode(text, code));
      // What is typed off paper is that one credential, whatever narrows the list.
      if (named) {
        const result: SearchResult = { kind: 'credential', id: named.id, name: named.name, why: why.get(named.id) ?? { by: 'code', text: named.code }, row: named };
        return { total: 1, credentials: 1, occupations: 0, schools: 0, results: [result], facets: applyFilters([named], filters, ground).facets, floor: judged.floor };
      }
      const { kept, facets } = applyFilters(rows, filters, ground);
      const filtered = Object.values(filters).some((each) => each.length > 0);
      const credential = (row: (typeof kept)[number]): SearchResult => ({ kind: 'credential', id: row.id, name: row.name, why: why.get(row.id) ?? { by: 'browse', text: '' }, row });
      const occupation = (id: string): SearchResult[] => {
        const facts = getOccupationFacts(db, id, areaId);
        return facts ? [{ kind: 'occupation', id, name: facts.title, why: why.get(id) ?? { by: 'browse', text: '' }, occupation: facts }] : [];
      };
      const jobs = filtered ? [] : found.hits.filter((hit) => hit.kind === 'occupation').map((hit) => hit.id);
      // Best first keeps jobs and credentials in one order; any other order is of credentials, with jobs after them.
      const results: SearchResult[] =
        sort === 'best' && filtered ? kept.slice(0, limit).map(credential)
        : sort === 'best'
          ? found.hits.slice(0, limit).flatMap((hit) => {
              const row = judged.rows.get(hit.id);
              if (hit.kind === 'credential') return row ? [credential(row)] : [];
              return occupation(hit.id);
            })
          : [...sortRows(kept, sort, lang).slice(0, limit).map(credential), ...jobs.slice(0, Math.max(0, limit - kept.length)).flatMap(occupation)];
      const occupations = filtered ? 0 : found.occupations;
      const schools = filtered || !kinds.includes('school') ? NO_SCHOOLS : searchSchools(db, text, limit);
      const asSchools = schools.hits.map(({ id, name, city, state, alias }): SearchResult => ({ kind: 'school', id, name, city, state, alias }));
      // A school comes after the work that it teaches, but before a guess at what else was meant.
      const [first] = found.hits;
      const isGuess = !first || (schools.hits[0]?.starts === true && !hasAllWords(text, [first.name.en, first.name.es, first.why.text]));
      return {
        total: kept.length + occupations + schools.total, credentials: kept.length, occupations, schools: schools.total,
        results: (isGuess ? [...asSchools, ...results] : [...results, ...asSchools]).slice(0, limit), facets, floor: judged.floor,
      };
    },
    'reference.getCredential': ({ id, areaId }) => {
      const judged = judge(areaId);
      const base = getCredential(db, id);
      const [row, facts, verdict] = [judged.rows.get(id), judged.credentials.get(id), judged.verdicts.get(id)];
      if (!base || !row || !facts || !verdict) throw unknown('credential');
      return {
        standing: structuredClone(getStanding(db, id, areaId)) as CredentialPage['standing'],
        row, facts: structuredClone(facts) as CredentialPage['facts'], summary: base.summary,
        issuer: base.issuer && { name: base.issuer.name, url: base.issuer.url },
        thirdPartyAssessed: base.thirdPartyAssessed, proctored: base.proctored, portable: base.portable,
        verdict: structuredClone(verdict) as CredentialPage['verdict'], baseline: judged.baseline, floor: judged.floor, total: row.cost,
        trail: trailOf(db, id, judged), evidence: listCredentialEvidence(db, id).map((each) => ({ ...each })),
      };
    },
    'reference.getOccupation': ({ soc, areaId }) => {
      const judged = judge(areaId);
      const [facts, row] = [getOccupationFacts(db, soc, areaId), getOccupation(db, soc)];
      if (!facts || !row) throw unknown('occupation');
      return {
        facts, jobZone: row.jobZone, interests: row.interests, cluster: row.cluster, entryExperience: row.entryExperience, entryTraining: row.entryTraining,
        merges: [...row.merges], aliases: row.aliases.slice(0, SHOWN_ALIASES).map((each) => each.text), baseline: judged.baseline, floor: judged.floor,
        credentials: listOccupationCredentials(db, soc, areaId).flatMap(({ credential, relation }) => {
          const found = judged.rows.get(credential);
          return found ? [{ row: found, relation }] : [];
        }),
      };
    },
    'reference.getCompareFacts': ({ credentialIds, areaId }) => {
      const judged = judge(areaId);
      const credentials = credentialIds.map((id) => {
        const [row, facts, verdict] = [judged.rows.get(id), judged.credentials.get(id), judged.verdicts.get(id)];
        if (!row || !facts || !verdict) throw unknown('credential');
        return { row, facts: structuredClone(facts) as CredentialPage['facts'], verdict: structuredClone(verdict) as CredentialPage['verdict'] };
      });
      return { credentials, baseline: judged.baseline, floor: judged.floor, parity: getPriceParity(db, areaId) ?? null };
    },
    'reference.explainFigure': ({ source, evidence }) => ({
      source: (source === null ? null : getSource(db, source)) ?? null,
      evidence: (evidence === null ? null : getEvidence(db, evidence)) ?? null,
    }),
  };
}
