/** Who might pay for a credential, by the rules that hold today. What is said of a person is kept nowhere. */
import { z } from 'zod';
import { PAYERS } from '../domain/facts.ts';
import { query } from './method.ts';
import { areaId, id, provenance, reasonSchema } from './schemas.ts';

const maybe = z.boolean().nullable();
export const payerPerson = z.strictObject({
  inHighSchool: z.boolean(), studentAidIndex: z.number().int().min(-1500).max(999_999).nullable(), veteran: maybe, getsSnap: maybe, disability: maybe,
});
const hint = z.strictObject({
  payer: z.enum(PAYERS), fit: z.enum(['yes', 'ask', 'no']), reasons: z.array(reasonSchema),
  /** Tests of the rule, each on its own; empty where the rule has none. */
  tests: z.array(z.strictObject({ state: z.enum(['met', 'not-met', 'unknown']), reason: reasonSchema })),
  /** The rule; null where only asking tells. */
  from: provenance.nullable(),
});
export type PayerHintRow = z.infer<typeof hint>;

export const payers = {
  'payers.listHints': query({ input: z.strictObject({ credentialId: id, areaId, person: payerPerson }), output: z.strictObject({ hints: z.array(hint) }), errors: ['not-found'] }),
};
