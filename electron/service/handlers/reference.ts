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
import { countOccupationCredentials, listLooseCredentials } from '../../../db/reference/queries/list-occupation-credentials.ts';
import { listSources } from '../../../db/reference/queries/list-sources.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import type { AreaJudgement } from '../judge.ts';
import { byRelation, openersOf } from '../openers.ts';
import { trailOf } from '../trail.ts';
import type { HereHandlers } from './here.ts';
import type { SearchHandlers } from './search.ts';

type ReferenceHandlers = Omit<Pick<Handlers, Extract<keyof Handlers, `reference.${string}`>>, keyof HereHandlers | keyof SearchHandlers>;
type CredentialPage = OutputOf<'reference.getCredential'>;

/** Aliases shown of an occupation; all of them are searched. */
const SHOWN_ALIASES = 30;

/** Credentials listed of an occupation. */
const SHOWN_CREDENTIALS = 100;

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
      const { openers } = openersOf(judged, soc, SHOWN_CREDENTIALS);
      const loose = listLooseCredentials(db, soc, areaId, SHOWN_CREDENTIALS);
      const shown = [...byRelation(openers), ...loose].slice(0, SHOWN_CREDENTIALS);
      const rows = new Map(judged.rowsOf(shown.map(({ credential }) => credential)).map((each) => [each.id, each]));
      return {
        facts, jobZone: row.jobZone, interests: row.interests, cluster: row.cluster, entryExperience: row.entryExperience, entryTraining: row.entryTraining,
        merges: [...row.merges], aliases: row.aliases.slice(0, SHOWN_ALIASES).map((each) => each.text), baseline: judged.baseline, floor: judged.floor,
        credentials: shown.flatMap(({ credential, relation }) => {
          const found = rows.get(credential);
          return found ? [{ row: found, relation }] : [];
        }),
        credentialsTotal: countOccupationCredentials(db, soc, areaId),
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
