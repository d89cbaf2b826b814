/** The rubrics that verdicts can be made by; which one is in force is a setting. */
import { z } from 'zod';
import { nothing, query } from './method.ts';
import { text } from './schemas.ts';

export const rubrics = {
  /** The newest edition of each, the usual one first. */
  'rubrics.list': query({ input: nothing, output: z.strictObject({ rubrics: z.array(z.strictObject({ id: text(40), edition: text(20), name: text(200) })) }) }),
};
