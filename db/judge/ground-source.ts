/** What an area's ground is made from, of an open reference database, with its dated data parsed. */
import { z } from 'zod';
import { NATION_PARITY_MILLI } from '../../shared/domain/value/price-parity.ts';
import { DEFAULT_RUBRIC } from '../../shared/domain/value/default-rubric.ts';
import { readRubric } from '../../shared/domain/value/rubric.ts';
import type { OccupationFacts } from '../../shared/domain/facts.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { getOccupationFacts } from '../reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../reference/queries/get-price-parity.ts';
import { getRubric } from '../reference/queries/get-rubric.ts';
import { listAreas } from '../reference/queries/list-areas.ts';
import { listPriceIndex } from '../reference/queries/list-price-index.ts';
import { listRules } from '../reference/queries/list-rules.ts';
import { listWages } from '../reference/queries/list-wages.ts';
import { areaChain, NATION } from '../reference/reference-db.ts';
import type { ReferenceDb } from '../reference/reference-db.ts';
import type { ClassGround, GroundSource } from './area-ground.ts';

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

/** The occupations of an area: one is read once for all that open it. */
export function createClassGround(db: ReferenceDb, areaId: string): ClassGround {
  const occupations = new Map<string, OccupationFacts | undefined>();
  return {
    chain: areaChain(db, areaId),
    occupation: (soc) => {
      if (!occupations.has(soc)) occupations.set(soc, getOccupationFacts(db, soc, areaId));
      return occupations.get(soc);
    },
  };
}

/** A source over one edition as it stands on a day (rules and floors are dated); judged by the rubric asked for, or by the usual one where the edition does not have it. */
export function createGroundSource(db: ReferenceDb, today: () => string, rubricId: string = DEFAULT_RUBRIC): GroundSource {
  const areas = new Map(listAreas(db).map((area) => [area.id, area]));
  const prices = listPriceIndex(db);
  return {
    areaName: (id) => areas.get(id)?.name ?? null,
    parentOf: (id) => areas.get(id)?.parent ?? null,
    priceParityMilli: (id) => (id === NATION ? NATION_PARITY_MILLI : (getPriceParity(db, id)?.milli ?? null)),
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
