/** Programs on a state's list of training in the field of a credential. Names of programs are as the list has them. */
import { z } from 'zod';
import {
  COST_FLAGS, COST_PARTS, OUTCOME_COUNTS, OUTCOME_FLAGS, TRAINING_AWARDS, TRAINING_DELIVERIES, TRAINING_LENGTHS, TRAINING_MEASURES,
} from '../domain/training.ts';
import { query } from './method.ts';
import { areaId, figure, id, isoMonth, localized, text } from './schemas.ts';

const maybeInt = z.number().int().nullable();

const trainingProgram = z.strictObject({
  id, provider: text(120), name: text(160), place: text(60).nullable(), state: text(2).nullable(),
  /** In a county of the area; false where its county is not known. */
  here: z.boolean(),
  cost: figure, parts: z.array(z.strictObject({ part: z.enum(COST_PARTS), cents: z.number().int() })), costFlag: z.enum(COST_FLAGS).nullable(),
  length: z.strictObject({ clockHours: maybeInt, weeks: maybeInt, weekHours: maybeInt, calendar: z.enum(TRAINING_LENGTHS).nullable(), ownPace: z.boolean() }),
  delivery: z.enum(TRAINING_DELIVERIES).nullable(), award: z.enum(TRAINING_AWARDS).nullable(),
  leadsToLicense: z.boolean().nullable(), license: text(80).nullable(), industryCredential: text(100).nullable(),
  outcomes: z.array(z.strictObject({
    measure: z.enum(TRAINING_MEASURES), figure, counts: z.enum(OUTCOME_COUNTS), people: maybeInt, flag: z.enum(OUTCOME_FLAGS).nullable(),
  })),
});
export type TrainingProgram = z.infer<typeof trainingProgram>;

export const trainingHere = z.strictObject({
  state: z.strictObject({ id: areaId, name: text(200) }).nullable(),
  /** Null where no list of the state is in the edition. */
  list: z.strictObject({
    label: localized, asOf: isoMonth, held: z.number().int(), listed: maybeInt, priceYear: z.number().int(), ask: localized, url: text(200).nullable(), source: id,
  }).nullable(),
  /** `field`: none has the credential's own program, these are of the wider field. */
  match: z.enum(['program', 'field']).nullable(),
  field: text(200).nullable(),
  programs: z.array(trainingProgram),
});
export type TrainingHere = z.infer<typeof trainingHere>;

export const training = {
  'training.listHere': query({ input: z.strictObject({ credentialId: id, areaId }), output: trainingHere, errors: ['not-found', 'reference-damaged'] }),
};
