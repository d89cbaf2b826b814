/** Sheets about a credential, a comparison and a field: from the open edition and the engine's judgement, with nobody's name. */
import { getCredential } from '../../db/reference/queries/get-credential.ts';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { listAreas } from '../../db/reference/queries/list-areas.ts';
import { listCredentialEvidence } from '../../db/reference/queries/list-credential-evidence.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { buildComparisonSheet } from '../../shared/print/comparison-sheet.ts';
import { buildCredentialSheet } from '../../shared/print/credential-sheet.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import { buildFieldSheet } from '../../shared/print/field-sheet.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import type { AreaJudgement } from './judge.ts';
import type { Asked, PrintContext } from './print-context.ts';
import { factsOf, sourcesOf } from './reference-facts.ts';
import { trailOf } from './trail.ts';

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
export function credentialSheet({ db, judge, settings, today }: SheetContext, { credentialId, areaId, lang, large }: Asked<'credential-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const [base, facts, verdict] = [getCredential(db, credentialId), judged.credentials.get(credentialId), judged.verdicts.get(credentialId)];
  if (!base || !facts || !verdict) throw new CodedError('not-found', { what: 'credential' });
  const better = verdict.better === null ? undefined : judged.credentials.get(verdict.better.credentialId);
  return buildCredentialSheet(
    {
      facts, summary: base.summary, verdict, betterCode: better?.code ?? '', baseline: judged.baseline?.pay ?? null, floor: judged.floor.floor, trail: trailOf(db, credentialId, judged),
      evidence: listCredentialEvidence(db, credentialId), sources: sourcesOf(db, planPays([facts]), judged), settings: settings(), edition: getEdition(db),
    },
    createTranslator(lang), { today: today(), large },
  );
}

/** Errors: not-found. */
export function comparisonSheet({ db, judge, settings, today }: SheetContext, { credentialIds, areaId, assumptions, lang, large }: Asked<'comparison-sheet'>): PrintDocument {
  const judged = judge(areaId);
  return buildComparisonSheet(
    {
      ...judgedItems(db, judged, [...new Set(credentialIds)]), areaName: areaNameOf(db, areaId), baseline: judged.baseline, floor: judged.floor.floor, assumptions,
      settings: settings(), edition: getEdition(db),
    },
    createTranslator(lang), { today: today(), large },
  );
}

/** Errors: not-found. */
export function fieldSheet({ db, judge, settings, today }: SheetContext, { field, areaId, lang, large }: Asked<'field-sheet'>): PrintDocument {
  const judged = judge(areaId);
  const ids = [...judged.credentials.values()].filter((each) => each.field === field).map(({ id }) => id);
  return buildFieldSheet(
    { ...judgedItems(db, judged, ids), field, areaName: areaNameOf(db, areaId), floor: judged.floor.floor, settings: settings(), edition: getEdition(db) },
    createTranslator(lang), { today: today(), large },
  );
}
