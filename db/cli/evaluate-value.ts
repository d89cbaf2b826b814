/** Methods of value: good-job, verdict. */
import { z } from 'zod';
import { MARKS, RELATIONS, STACKING_KINDS, DEMAND_TYPES } from '../../shared/domain/facts.ts';
import { goodJobFloor } from '../../shared/domain/pay/floor.ts';
import type { FloorDefinition } from '../../shared/domain/pay/floor.ts';
import { GOOD_JOB_FLOOR_SHAPE } from '../../shared/domain/value/floor-definition.ts';
import { floorAtPrices } from '../../shared/domain/value/price-parity.ts';
import { judgeCredential } from '../../shared/domain/value/verdict.ts';
import { needRubric, priceMonth, readPrices, readRules } from './evaluate-data.ts';
import { amount, evaluateMethod, RefusedInput, type EvaluateMethod, type EvaluateWorld } from './evaluate-method.ts';
import { verdictContext } from './evaluate-verdict.ts';

const age = z.number().int('must be whole').min(0, 'must not be negative').max(120, 'must be at most 120');
const year = z.number().int('must be a whole year').min(1900, 'must be a year from 1900 on').max(2200, 'must be a year up to 2200');
const share = z.number().min(0, 'must not be negative').max(1, 'must be a fraction of at most 1 (0.7 is 70 percent)').nullable();
const parity = z.number().min(20, 'must be an index of at least 20 (the nation is 100)').max(500, 'must be an index of at most 500 (the nation is 100)');
const jobs = z.number().int('must be whole').min(0, 'must not be negative').max(1e9, 'must be at most 1e9').nullable();

/** A definition of the starter by id; the names it has are said when it is another. */
async function needDefinition(world: EvaluateWorld, id: string): Promise<FloorDefinition> {
  const rows = (await readRules(world)).filter(({ kind }) => kind === 'good-job-floor');
  const row = rows.find((each) => each.id === id);
  if (!row) throw new RefusedInput('definition', `is none of ${rows.map((each) => each.id).join(', ')}`);
  const read = GOOD_JOB_FLOOR_SHAPE.read(row.params);
  if (!read.ok) throw new RefusedInput('definition', `cannot be read (${read.error.field})`);
  return { id, source: row.source, vintage: row.validFrom, ...read.value };
}

/** What is known of one credential in one area; what is left out is not known. Dollars a year; rates as fractions. */
export const verdictFacts = z.strictObject({
  name: z.string().min(1).max(200).default('credential'),
  role: z.enum(['main', 'add-on']).default('main'),
  demandType: z.enum(DEMAND_TYPES).default('licensed-occupation'),
  relation: z.enum([...RELATIONS, 'none']),
  ads: z.strictObject({ count: z.number().int().min(1, 'must be at least 1'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month as 2026-10') }).optional(),
  medianPay: amount.nullable().default(null), lowerPay: amount.nullable().default(null), noTrainingMedian: amount.nullable().default(null),
  selfEmployedShare: share.default(null), jobsHere: jobs.default(null), openingsPerYear: jobs.default(null),
  jobChange: z.number().min(-1, 'must be at least -1').max(100, 'must be a fraction of at most 100').nullable().default(null),
  leadsTo: z.array(z.strictObject({ name: z.string().min(1).max(200), kind: z.enum(STACKING_KINDS), high: z.boolean() })).max(50).default([]),
  marks: z.partialRecord(z.enum(MARKS), z.boolean().nullable()).default({}),
  results: z.strictObject({
    completionRate: share.default(null), placementRate: share.default(null), medianEarnings: amount.nullable().default(null),
    highSchoolEarnings: amount.nullable().default(null), people: jobs.default(null),
  }).optional(),
});
export type VerdictFacts = z.output<typeof verdictFacts>;

export const VALUE_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  'good-job': evaluateMethod(
    'pay against a good-job floor; reaching it is enough',
    z.strictObject({ annualPay: amount, age, definition: z.string().min(1).max(80), payYear: year.optional(), priceParity: parity.optional() }),
    async ({ annualPay, age: years, definition: id, payYear, priceParity }, world) => {
      const definition = await needDefinition(world, id);
      const prices = await readPrices(world);
      const asked = payYear ?? definition.dollarsOf;
      const floor = goodJobFloor(definition, years, prices, { year: asked, month: priceMonth(prices, asked) });
      if (!floor.ok) throw new RefusedInput('payYear', `there is no price index for ${floor.error.missing}`);
      const placed = priceParity === undefined ? floor.value : floorAtPrices(floor.value, Math.round(priceParity * 1000));
      const line = placed.floor.value ?? placed.published;
      return { reaches: annualPay >= line, floor: line, published: placed.published, dollarsOf: placed.dollarsOf, payYear: asked, ...(priceParity === undefined ? {} : { priceParity }) };
    },
  ),
  verdict: evaluateMethod(
    'facts of one credential in one area and a rubric: criteria, verdict, reasons, sensitivity',
    z.strictObject({
      facts: verdictFacts, rubric: z.union([z.string().min(1).max(40), z.record(z.string(), z.unknown())]).default('waymark-1'),
      /** The good-job floor in the dollars of the pay; left out, it is computed from the rubric's definition, `age` and `payYear`. */
      floor: amount.optional(), age: age.default(25), payYear: year.default(2025),
    }),
    async ({ facts, rubric: asked, floor: given, age: years, payYear }, world) => {
      const rubric = await needRubric(world, asked);
      const definition = await needDefinition(world, rubric.goodJobFloor);
      const prices = await readPrices(world);
      const floors = [years, 45].map((each) => goodJobFloor(definition, each, prices, { year: payYear, month: priceMonth(prices, payYear) }));
      const [floor, older] = floors.map((each) => (each.ok ? each.value : null));
      if (given === undefined && !floor) throw new RefusedInput('payYear', `there is no price index for ${payYear}`);
      const { context, credential } = verdictContext(facts, rubric, { definition: definition.id, age: years, given: given ?? null, computed: floor ?? null, older: given === undefined ? (older ?? null) : null });
      const { job, part, stillRight, criteria, verdict, label, closeCall, sensitivity, missing } = judgeCredential(credential, context);
      return {
        verdict, label, closeCall,
        criteria: criteria.map(({ id, state, figure, threshold, reason }) => ({ id, state, figure: figure?.value ?? null, threshold: threshold?.value ?? null, reason })),
        reasons: { job, part, stillRight }, sensitivity, missing, floor: context.floor.floor.value, rubric: { id: rubric.id, edition: rubric.edition },
      };
    },
  ),
};
