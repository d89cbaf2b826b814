/** Verdicts of the pure engine, facts at hand: one, all of an area, and rules. */
import fc from 'fast-check';
import waymark from '../../resources/rubrics/waymark-1.json' with { type: 'json' };
import type { Series } from '../../scripts/lib/bench.ts';
import { time } from '../../scripts/lib/bench.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { workforcePell } from '../../shared/domain/rules/workforce-pell.ts';
import { NO_TRAINING_PAY } from '../../shared/domain/testing.ts';
import { rubricOf } from '../../shared/domain/value/testing.ts';
import { judgeAll, judgeCredential } from '../../shared/domain/value/verdict.ts';
import { anyCredential, contextOf } from '../engine/arbitrary-facts.ts';
import { VERDICT_PROPERTIES } from '../engine/judgement-properties.ts';
import { RULE_PROPERTIES } from '../engine/rule-properties.ts';

export const name = 'engine-verdicts';

/** As many as a large state's list of recognized credentials. */
const CREDENTIALS = 2000;
const PROPERTY_RUNS = 100_000;
const SEED = 20_261_125;

/** Credentials from a seeded generator, half of them with a further step among their neighbors. */
function credentials(): readonly CredentialFacts[] {
  return Array.from({ length: CREDENTIALS }, (_, id) => {
    const [facts] = fc.sample(anyCredential(id, CREDENTIALS), { numRuns: 1, seed: SEED + id });
    if (!facts) throw new Error('nothing was drawn');
    return facts;
  });
}

export async function run(): Promise<readonly Series[]> {
  const all = credentials();
  const context = contextOf(rubricOf(waymark), all, { pay: NO_TRAINING_PAY, occupations: 80, jobs: 9000 });
  const whole = await time(`verdicts of ${CREDENTIALS} credentials with their sensitivity`, 30, () => judgeAll(context));
  const one = await time('one verdict on its own', 300, (at) => judgeCredential(all[(at + CREDENTIALS) % CREDENTIALS] ?? (all[0] as CredentialFacts), context));
  const asked = {
    clockHours: 300, weeks: 10, completionRate: 0.8, placementRate: 0.7, tuitionAndFees: 4000, completerMedianEarnings: 40_000, priceParity: 92,
    stackable: true, portable: true, onlyCredential: false, creditBearing: true, monthsRunning: 12,
  };
  const rule = { clockHoursFrom: 150, clockHoursUnder: 600, weeksFrom: 8, weeksUnder: 15, completionPermille: 700, placementPermille: 700, povertyPermille: 1500, monthsRunning: 12 };
  const rules = await time('a thousand answers about Workforce Pell', 50, () => { for (let call = 0; call < 1000; call += 1) workforcePell(asked, rule, { year: 2026, onePerson: 15_960 }); });
  const properties = [...VERDICT_PROPERTIES, ...RULE_PROPERTIES].map(({ name: label, property }): Series => {
    const start = performance.now();
    fc.assert(property, { numRuns: PROPERTY_RUNS });
    return { label, unit: `s for ${PROPERTY_RUNS} runs`, samples: [(performance.now() - start) / 1000] };
  });
  return [whole, { label: 'verdicts a second', unit: 'a second', samples: whole.samples.map((ms) => (CREDENTIALS / ms) * 1000) }, one, rules, ...properties];
}
