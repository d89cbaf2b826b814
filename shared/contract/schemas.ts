/** Schemas of the values that several methods share. They mirror the engine's types. */
import { z } from 'zod';
import {
  COST_LINES, CREDENTIAL_KINDS, DEMAND_TYPES, FIELDS, JURISDICTIONS, MARKS, PAYERS, RELATIONS, STACKING_KINDS, UNITS, UNKNOWN_WORDS,
} from '../domain/facts.ts';
import type { CredentialFacts, Figure, OccupationFacts, PayFacts } from '../domain/facts.ts';
import { ASSUMPTIONS, CRITERIA, CRITERION_STATES, VERDICTS } from '../domain/results.ts';
import { isIsoDay, isIsoMonth } from '../kernel/plain-date.ts';
import type { BaselinePay, CostTotal, GoodJobFloor, VerdictResult } from '../domain/results.ts';

export const text = (max: number) => z.string().max(max);
export const id = z.string().min(1).max(80).regex(/^[A-Za-z0-9._-]+$/);
export const areaId = z.string().regex(/^(us|\d{2,7})$/);
export const soc = z.string().regex(/^\d{2}-\d{4}$/);
export const lang = z.enum(['en', 'es']);
export type Lang = z.infer<typeof lang>;
export const isoDay = z.string().refine(isIsoDay);
export const isoMonth = z.string().refine(isIsoMonth);
export const localized = z.strictObject({ en: text(400), es: text(400) });
export const int = z.number().int();
const maybeInt = int.nullable();
export const unknownWord = z.enum(UNKNOWN_WORDS);

export const provenance = z.strictObject({
  source: text(80).nullable(), evidence: text(80).nullable(), vintage: text(60).nullable(),
  area: text(20).nullable(), basis: z.enum(['published', 'estimate']), method: text(60).nullable(),
});
export const figure = z.strictObject({
  value: maybeInt, high: maybeInt, atLeast: z.boolean(), unit: z.enum(UNITS), unknown: unknownWord.nullable(), from: provenance,
}) satisfies z.ZodType<Figure>;
export const reasonSchema = z.strictObject({
  code: text(60), params: z.record(z.string(), z.union([z.number(), z.string(), localized])),
});
export const payFacts = z.strictObject({
  askedArea: text(20), area: text(20), areaName: text(200), basis: z.enum(['both', 'annual-only', 'hourly-only', 'none']),
  p10: maybeInt, p25: maybeInt, p50: maybeInt, p75: maybeInt, p90: maybeInt, mean: maybeInt,
  hourlyP25Cents: maybeInt, hourlyP50Cents: maybeInt, topCoded: z.boolean(), from: provenance,
}) satisfies z.ZodType<PayFacts>;
export const outlookFacts = z.strictObject({
  fromYear: int, toYear: int, changePermille: maybeInt, openingsPerYear: maybeInt, from: provenance,
});
export const occupationFacts = z.strictObject({
  soc, title: localized, entryEducation: text(40).nullable(), selfEmployedPermille: maybeInt, employmentHere: figure,
  pay: payFacts.nullable(), outlook: outlookFacts.nullable(),
}) satisfies z.ZodType<OccupationFacts>;
export const costFact = z.strictObject({
  line: z.enum(COST_LINES), label: localized, amount: figure, per: z.enum(['once', 'year', 'renewal']),
  priceYear: maybeInt, payers: z.array(z.enum(PAYERS)),
});
export const timeFact = z.strictObject({
  kind: z.enum(['training', 'paid-training', 'experience']), low: maybeInt, high: maybeInt,
  unit: z.enum(['hours', 'weeks', 'months', 'years']), unknown: unknownWord.nullable(), from: provenance,
});
export const requirementFact = z.strictObject({
  kind: text(40), answer: z.enum(['yes', 'ask']), amount: maybeInt, label: localized, from: provenance,
});
export const stackingEdge = z.strictObject({
  fromId: id, toId: id, kind: z.enum(STACKING_KINDS), skippable: z.boolean(), credits: maybeInt, terms: localized,
  evidence: text(80).nullable(),
});
export const credentialFacts = z.strictObject({
  id, code: text(12), name: localized, shortName: localized, kind: z.enum(CREDENTIAL_KINDS), role: z.enum(['main', 'add-on']),
  field: z.enum(FIELDS), demandType: z.enum(DEMAND_TYPES),
  jurisdiction: z.enum(JURISDICTIONS), minAge: maybeInt, renewMonths: maybeInt,
  links: z.array(z.strictObject({
    relation: z.enum(RELATIONS), occupation: occupationFacts, evidence: text(80).nullable(), demand: z.strictObject({ ads: figure, month: isoMonth }).optional(),
  })),
  costs: z.array(costFact), times: z.array(timeFact), requirements: z.array(requirementFact), leadsTo: z.array(stackingEdge),
  marks: z.partialRecord(z.enum(MARKS), z.boolean().nullable()).optional(),
  results: z.strictObject({
    completionPermille: maybeInt, placementPermille: maybeInt, earnings: figure.nullable(), highSchoolEarnings: maybeInt, people: maybeInt,
  }).optional(),
  authority: z.strictObject({ name: text(200), phone: text(40).nullable(), url: text(500).nullable(), evidence: text(80).nullable() }).optional(),
}) satisfies z.ZodType<CredentialFacts>;

export const verdictResult = z.strictObject({
  verdict: z.enum(VERDICTS), label: localized.nullable(), closeCall: z.boolean(), soc: soc.nullable(), job: z.array(reasonSchema), part: z.array(reasonSchema),
  criteria: z.array(z.strictObject({
    id: z.enum(CRITERIA), state: z.enum(CRITERION_STATES), figure: figure.nullable(), threshold: figure.nullable(), reason: reasonSchema,
  })),
  better: z.strictObject({ credentialId: id, name: localized }).nullable(),
  stillRight: z.array(reasonSchema),
  sensitivity: z.array(z.strictObject({
    assumption: z.enum(ASSUMPTIONS), from: z.number(), to: z.number(), unit: z.enum([...UNITS, 'years']), movePermille: maybeInt,
    verdict: z.enum(VERDICTS), reason: reasonSchema,
  })),
  missing: z.array(z.enum(CRITERIA)), rubric: z.strictObject({ id: text(40), edition: text(20) }),
}) satisfies z.ZodType<VerdictResult>;
export const baselinePay = z.strictObject({ pay: payFacts, occupations: int, jobs: int }) satisfies z.ZodType<BaselinePay>;
export const goodJobFloor = z.strictObject({
  definition: text(40), age: int, floor: figure, published: int, dollarsOf: int, priceParityMilli: int.nullable().optional(),
}) satisfies z.ZodType<GoodJobFloor>;
/** Prices of an area against the nation's, in thousandths of a percent; `area` is the name of the area whose they are, for the survey knows states and not parts of them. */
export const priceParity = z.strictObject({ milli: int, area: text(200), source: text(80), vintage: text(60) });
export const costTotal = z.strictObject({
  lowCents: int, highCents: int, incomplete: z.boolean(), nothingKnown: z.boolean(),
}) satisfies z.ZodType<CostTotal>;

/** A credential as a row of a list: what a counselor asks first. */
export const credentialRow = z.strictObject({
  id, code: text(12), name: localized, shortName: localized, kind: z.enum(CREDENTIAL_KINDS), role: z.enum(['main', 'add-on']),
  field: z.enum(FIELDS), jurisdiction: z.enum(JURISDICTIONS),
  verdict: z.enum(VERDICTS), closeCall: z.boolean(), time: timeFact.nullable(), pay: payFacts.nullable(), cost: costTotal,
  minAge: maybeInt,
});
export type CredentialRow = z.infer<typeof credentialRow>;
