/** Sheets about a credential, a comparison and a field: from the open edition and the engine's judgement, with nobody's name. */
import { getCredential } from '../../db/reference/queries/get-credential.ts';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { getOccupationFacts } from '../../db/reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../../db/reference/queries/get-price-parity.ts';
import { getSource } from '../../db/reference/queries/get-source.ts';
import { listAreas } from '../../db/reference/queries/list-areas.ts';
import { listCredentialEvidence } from '../../db/reference/queries/list-credential-evidence.ts';
import { listGoodJobs } from '../../db/reference/queries/list-good-jobs.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { checkedFacts } from '../../shared/print/checked-facts.ts';
import { buildComparisonSheet } from '../../shared/print/comparison-sheet.ts';
import { buildCredentialSheet } from '../../shared/print/credential-sheet.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import { buildFieldSheet } from '../../shared/print/field-sheet.ts';
import type { PaperCredential } from '../../shared/print/inputs.ts';
import { buildJobsSheet } from '../../shared/print/jobs-sheet.ts';
import type { PaperJob } from '../../shared/print/jobs-sheet.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import type { AreaJudgement } from './judge.ts';
import { ofField } from './neighbors.ts';
import { openersOf } from './openers.ts';
import type { Asked, PrintContext } from './print-context.ts';
import { factsOf, sourcesOf } from './reference-facts.ts';
import { trailOf } from './trail.ts';

/** Credentials that a sheet of a field is chosen from, where fewer were reviewed. */
const MOST_OF_FIELD = 60;
/** Credentials looked at beside a job: two are printed, of links that have been checked. */
const MOST_WAYS = 8;

type SheetContext = Omit<PrintContext, 'vault'>;

function areaNameOf(db: ReferenceDb, areaId: string): string {
  const area = listAreas(db).find((each) => each.id === areaId);
  if (!area) throw new CodedError('not-found', { what: 'area' });
  return area.name;
}

/** Facts of credentials with their verdicts, in the order asked, and the ledger rows of each. */
function judgedItems(db: ReferenceDb, judged: AreaJudgement, ids: readonly string[]) {
  const items = factsOf(judged, ids).map((facts) => {
    const verdict = judged.verdicts.get(facts.id);
    if (!verdict) throw new CodedError('not-found', { what: 'credential' });
    return { facts, verdict };
  });
  return { items, evidence: ids.flatMap((id) => listCredentialEvidence(db, id)), sources: sourcesOf(db, planPays(items.map(({ facts }) => facts)), judged) };
}

/** Errors: not-found. */
export function credentialSheet({ db, judge, settings, today, own }: SheetContext, { credentialId, areaId, lang, large }: Asked<'credential-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const [base, facts, verdict] = [getCredential(db, credentialId), judged.credentials.get(credentialId), judged.verdicts.get(credentialId)];
  if (!base || !facts || !verdict) throw new CodedError('not-found', { what: 'credential' });
  const better = verdict.better === null ? undefined : judged.credentials.get(verdict.better.credentialId);
  return buildCredentialSheet(
    {
      facts, summary: base.summary, verdict, betterCode: better?.code ?? '', baseline: judged.baseline?.pay ?? null, floor: judged.floor.floor, trail: trailOf(db, credentialId, judged),
      evidence: listCredentialEvidence(db, credentialId), sources: sourcesOf(db, planPays([facts]), judged), settings: settings(), edition: getEdition(db), own: own(),
    },
    createTranslator(lang), { today: today(), large },
  );
}

/** Errors: not-found. */
export function comparisonSheet({ db, judge, settings, today }: SheetContext, { credentialIds, areaId, assumptions, lang, large }: Asked<'comparison-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const parity = getPriceParity(db, areaId);
  return buildComparisonSheet(
    {
      ...judgedItems(db, judged, [...new Set(credentialIds)]), areaName: areaNameOf(db, areaId), baseline: judged.baseline, floor: judged.floor.floor, assumptions,
      parity: parity ? { ...parity, publisher: getSource(db, parity.source)?.publisher ?? '' } : null,
      settings: settings(), edition: getEdition(db),
    },
    createTranslator(lang), { today: today(), large },
  );
}

/** Errors: not-found. */
export function fieldSheet({ db, judge, settings, today }: SheetContext, { field, areaId, lang, large }: Asked<'field-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const ids = ofField(db, judged, field, MOST_OF_FIELD);
  return buildFieldSheet(
    { ...judgedItems(db, judged, ids), field, areaName: areaNameOf(db, areaId), floor: judged.floor.floor, settings: settings(), edition: getEdition(db) },
    createTranslator(lang), { today: today(), large },
  );
}

/** What opens a job by links that have been checked, best verdict first, then by name. */
function waysInto(db: ReferenceDb, judged: AreaJudgement, soc: string): PaperCredential[] {
  return openersOf(judged, soc, MOST_WAYS).openers.flatMap(({ credential }) => {
    const [facts, row] = [judged.credentials.get(credential), judged.rows.get(credential)];
    const link = facts && checkedFacts(facts, listCredentialEvidence(db, credential)).links.find((each) => each.occupation.soc === soc);
    return row && (link?.relation === 'required-by-law' || link?.relation === 'qualifies') ? [row] : [];
  });
}

/** Errors: not-found. */
export function jobsSheet({ db, judge, settings, today }: SheetContext, { areaId, lang, large }: Asked<'jobs-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const jobs = listGoodJobs(db, areaId, judged.floor.floor.value ?? Infinity, []).flatMap((job): PaperJob[] => {
    const facts = getOccupationFacts(db, job.soc, areaId);
    if (!facts?.pay) return [];
    return [{
      title: facts.title, entryEducation: job.entryEducation, experienced: (job.entryExperience ?? 'none') !== 'none', pay: facts.pay, people: job.employment,
      // Asked for the few jobs that have room on the page.
      get credentials() { return waysInto(db, judged, job.soc); },
    }];
  });
  const pays = jobs.slice(0, 1).map(({ pay, title }) => ({ credentialId: '', soc: '', title, pay }));
  return buildJobsSheet(
    { areaName: areaNameOf(db, areaId), jobs, floor: judged.floor.floor, sources: sourcesOf(db, pays, judged), settings: settings(), edition: getEdition(db) },
    createTranslator(lang), { today: today(), large },
  );
}
