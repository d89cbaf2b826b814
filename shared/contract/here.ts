/** What an area offers as a whole: its good jobs, and the credentials to think twice about. */
import { z } from 'zod';
import { VERDICTS } from '../domain/results.ts';
import { query } from './method.ts';
import { areaId, baselinePay, credentialRow, goodJobFloor, id, localized, occupationFacts, priceParity, text, verdictResult } from './schemas.ts';

/** The six kinds of interest of O*NET, by their letters. */
export const interest = z.enum(['R', 'I', 'A', 'S', 'E', 'C']);
export type Interest = z.infer<typeof interest>;

const goodJob = z.strictObject({
  occupation: occupationFacts, entryExperience: text(40).nullable(), entryTraining: text(40).nullable(),
  interests: z.array(interest),
  /** The first credentials that open the job, best verdict first, and how many there are. */
  credentials: z.array(credentialRow), credentialsTotal: z.number().int(),
});
export type GoodJob = z.infer<typeof goodJob>;

const warning = z.strictObject({
  row: credentialRow, verdict: verdictResult,
  /** The job judged, for the figures in the reasons. */
  occupation: occupationFacts.nullable(),
  better: z.strictObject({ id, name: localized, verdict: z.enum(VERDICTS) }).nullable(),
});
export type Warning = z.infer<typeof warning>;

export const here = {
  'reference.listGoodJobs': query({
    input: z.strictObject({ areaId, interests: z.array(interest).max(3).default([]), limit: z.number().int().min(1).max(1000).default(1000) }),
    output: z.strictObject({
      /** How many there are; `jobs` holds the first of them. */
      total: z.number().int(), jobs: z.array(goodJob), floor: goodJobFloor, baseline: baselinePay.nullable(),
      /** Null where no survey says. */
      parity: priceParity.nullable(),
    }),
    errors: ['not-found', 'reference-damaged'],
  }),
  'reference.listWarnings': query({
    input: z.strictObject({ areaId }),
    output: z.strictObject({
      /** The engine found them of little value here, or could not find out: the first of each by field, and how many there are; `judged` is how many it looked at. */
      limited: z.array(warning), limitedTotal: z.number().int(), unknown: z.array(warning), unknownTotal: z.number().int(), judged: z.number().int(), baseline: baselinePay.nullable(), floor: goodJobFloor,
    }),
    errors: ['not-found', 'reference-damaged'],
  }),
};
