/** The route finder: ways from what a person has to a job, a field, or any good job here. Nothing of it is kept. */
import { z } from 'zod';
import { FIELDS } from '../domain/facts.ts';
import { BARRIERS } from '../domain/routes/graph.ts';
import { query } from './method.ts';
import { areaId, goodJobFloor, id, localized, payFacts, reasonSchema, soc } from './schemas.ts';

const goal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('occupation'), soc }),
  z.strictObject({ kind: z.literal('field'), field: z.enum(FIELDS) }),
  /** Median pay here reaches the good-job floor. */
  z.strictObject({ kind: z.literal('good-job') }),
]);
export const routePerson = z.strictObject({
  ageMonths: z.number().int().min(0).max(1500).nullable(), diplomaInMonths: z.number().int().min(0).max(240).nullable(),
  held: z.array(id).max(50), cannot: z.array(z.enum(BARRIERS)),
  /** Share of full time for school, percent. */
  studyPercent: z.number().int().min(10).max(100),
});
export const routeLimits = z.strictObject({ months: z.number().int().min(0).max(600).nullable(), cents: z.number().int().min(0).max(100_000_000).nullable() });
const step = z.strictObject({ credentialId: id, name: localized, reasons: z.array(reasonSchema) });
const route = z.strictObject({
  steps: z.array(step), months: z.number().int(), cents: z.number().int(),
  /** The job reached, with what it pays here and where that is published; null when it is not. */
  job: z.strictObject({ soc, title: localized, pay: payFacts.nullable() }),
  hurdles: z.number().int(), monthsOpen: z.boolean(), centsOpen: z.boolean(), reasons: z.array(reasonSchema),
});
export type FoundRoute = z.infer<typeof route>;

export const routes = {
  'routes.find': query({
    input: z.strictObject({ areaId, goal, person: routePerson, limits: routeLimits, /** Credentials people ask about: why each is missing. */ popular: z.array(id).max(12).default([]) }),
    output: z.strictObject({
      routes: z.array(route), found: z.number().int(), missing: z.array(z.strictObject({ credentialId: id, reason: reasonSchema })), nothing: reasonSchema.nullable(),
      /** The line that "a good job here" is measured by. */
      floor: goodJobFloor,
    }),
    errors: ['not-found'],
  }),
};
