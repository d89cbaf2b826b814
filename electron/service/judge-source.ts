/** The judge's view of an open reference database, with its dated data parsed. */
import { z } from 'zod';
import { areaChain, NATION } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { listCredentialIds } from '../../db/reference/queries/get-credential.ts';
import { getOccupationFacts } from '../../db/reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../../db/reference/queries/get-price-parity.ts';
import { getRubric } from '../../db/reference/queries/get-rubric.ts';
import { listCandidates } from '../../db/reference/queries/list-candidates.ts';
import { listCredentialSummaries } from '../../db/reference/queries/list-credential-summaries.ts';
import { listClassMembers, listJudgedClasses } from '../../db/reference/queries/list-judged-classes.ts';
import type { JudgedClass } from '../../db/reference/queries/list-judged-classes.ts';
import { listAreas } from '../../db/reference/queries/list-areas.ts';
import { listPriceIndex } from '../../db/reference/queries/list-price-index.ts';
import { listRules } from '../../db/reference/queries/list-rules.ts';
import { listWages } from '../../db/reference/queries/list-wages.ts';
import type { OccupationFacts } from '../../shared/domain/facts.ts';
import { DEFAULT_RUBRIC } from '../../shared/domain/value/default-rubric.ts';
import { NATION_PARITY_MILLI } from '../../shared/domain/value/price-parity.ts';
import { readRubric } from '../../shared/domain/value/rubric.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { AreaCredentials, JudgeSource } from './judge.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const floorParams = z.object({
  dollarsOf: z.number().int(),
  bands: z.array(z.object({ fromAge: z.number().int(), toAge: z.number().int().nullable(), floor: z.number().int() })).min(1),
});

/** Year and month of a vintage written "May 2025"; null for any other form. */
export function monthOfVintage(vintage: string): { readonly year: number; readonly month: number } | null {
  const found = /^([A-Z][a-z]+) (\d{4})$/.exec(vintage);
  const month = found ? MONTHS.indexOf(found[1] ?? '') + 1 : 0;
  return found && month > 0 ? { year: Number(found[2]), month } : null;
}

/** What is asked of credentials in one area: an occupation is read once for all that open it. */
function credentialsOf(db: ReferenceDb, areaId: string, classes: () => readonly JudgedClass[]): AreaCredentials {
  const occupations = new Map<string, OccupationFacts | undefined>();
  const occupation = (soc: string): OccupationFacts | undefined => {
    if (!occupations.has(soc)) occupations.set(soc, getOccupationFacts(db, soc, areaId));
    return occupations.get(soc);
  };
  return {
    chain: areaChain(db, areaId), occupation, classes,
    members: (at, most) => listClassMembers(db, at, most),
    candidates: (field) => listCandidates(db, field, areaId),
    facts: (id) => getCredentialFacts(db, id, areaId, occupation),
    summaries: (ids) => listCredentialSummaries(db, ids, areaId),
    ids: () => listCredentialIds(db),
  };
}

/** A source over one edition as it stands on a day (rules and floors are dated); judged by the rubric asked for, or by the usual one where the edition does not have it. */
export function createJudgeSource(db: ReferenceDb, today: () => string, rubricId: string = DEFAULT_RUBRIC): JudgeSource {
  const areas = new Map(listAreas(db).map((area) => [area.id, area]));
  const prices = listPriceIndex(db);
  let known: readonly JudgedClass[] | undefined;
  const classes = (): readonly JudgedClass[] => (known ??= listJudgedClasses(db));
  return {
    areaName: (id) => areas.get(id)?.name ?? null,
    parentOf: (id) => areas.get(id)?.parent ?? null,
    priceParityMilli: (id) => (id === NATION ? NATION_PARITY_MILLI : (getPriceParity(db, id)?.milli ?? null)),
    credentials: (areaId) => credentialsOf(db, areaId, classes),
    baselineRows: (areaId) => listWages(db, areaId),
    wageSource: (areaId) => {
      const source = listWages(db, areaId)[0]?.source;
      const vintage = source === undefined ? undefined : db.vintages.get(source);
      const date = vintage === undefined ? null : monthOfVintage(vintage);
      return source !== undefined && vintage !== undefined && date ? { source, vintage, ...date } : null;
    },
    prices: () => prices,
    floorDefinition: (id) => {
      const rule = listRules(db, 'good-job-floor', today()).find((each) => each.id === id);
      const params = rule && floorParams.safeParse(rule.params);
      return rule && params?.success ? { id, source: rule.source, vintage: db.vintages.get(rule.source) ?? '', ...params.data } : null;
    },
    rubric: () => {
      const read = readRubric((getRubric(db, rubricId) ?? getRubric(db, DEFAULT_RUBRIC))?.body);
      if (!read.ok) throw new CodedError('reference-damaged', { what: 'rubric', field: read.error.field });
      return read.value;
    },
  };
}
