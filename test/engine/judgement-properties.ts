/** What is true of every verdict and every rule: run a thousand times in tests, a hundred thousand in the bench. */
import fc from 'fast-check';
import nsc from '../../resources/rubrics/nsc-2019.json' with { type: 'json' };
import waymark from '../../resources/rubrics/waymark-1.json' with { type: 'json' };
import type { CredentialFacts, OccupationFacts } from '../../shared/domain/facts.ts';
import type { Verdict } from '../../shared/domain/results.ts';
import { figure, pay } from '../../shared/domain/testing.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import { rubricOf } from '../../shared/domain/value/testing.ts';
import { judgeAll, judgeCredential } from '../../shared/domain/value/verdict.ts';
import type { VerdictContext } from '../../shared/domain/value/verdict.ts';
import { anyBaseline, anyCredentials, contextOf } from './arbitrary-facts.ts';
import { check, state } from './state.ts';
import type { EngineProperty } from './state.ts';

const WAYMARK = rubricOf(waymark);
const RUBRICS: readonly Rubric[] = [WAYMARK, rubricOf(nsc)];
const anyRubric = fc.constantFrom(...RUBRICS);

const withOccupations = (facts: CredentialFacts, change: (occupation: OccupationFacts) => OccupationFacts): CredentialFacts =>
  ({ ...facts, links: facts.links.map((link) => ({ ...link, occupation: change(link.occupation) })) });

/** Every unknown of a credential filled in; what is known stays. */
function told(facts: CredentialFacts, draw: { readonly median: number; readonly jobs: number; readonly change: number; readonly yes: boolean; readonly share: number }): CredentialFacts {
  const { results } = facts;
  const tell = (known: boolean | null | undefined): boolean => known ?? draw.yes;
  return {
    ...withOccupations(facts, (each) => ({
      ...each,
      pay: each.pay ?? pay(draw.median - 9000, draw.median - 4000, draw.median, draw.median + 4000, draw.median + 9000),
      employmentHere: each.employmentHere.value === null ? figure(draw.jobs, 'jobs') : each.employmentHere,
      outlook: { fromYear: 2024, toYear: 2034, from: each.employmentHere.from, changePermille: each.outlook?.changePermille ?? draw.change, openingsPerYear: each.outlook?.openingsPerYear ?? 10 },
    })),
    marks: { assessed: tell(facts.marks?.assessed), competencies: tell(facts.marks?.competencies), employers: tell(facts.marks?.employers), portable: tell(facts.marks?.portable) },
    results: results && {
      completionPermille: results.completionPermille ?? draw.share, placementPermille: results.placementPermille ?? draw.share,
      earnings: results.earnings ?? figure(draw.median, 'usd-per-year'), highSchoolEarnings: results.highSchoolEarnings ?? 30_000, people: results.people ?? 40,
    },
  };
}
const anyDraw = fc.record({ median: fc.integer({ min: 20_000, max: 70_000 }), jobs: fc.constantFrom(50, 5000), change: fc.constantFrom(-200, 50), yes: fc.boolean(), share: fc.constantFrom(300, 800) });

const RANK: Readonly<Record<Exclude<Verdict, 'unknown'>, number>> = { high: 3, stepping: 2, modest: 1, limited: 0 };
const first = (context: VerdictContext): CredentialFacts => {
  const [facts] = context.credentials.values();
  if (!facts) throw new Error('no credential');
  return facts;
};
const raised = (facts: CredentialFacts, by: number): CredentialFacts => ({
  ...withOccupations(facts, (each) => ({ ...each, pay: each.pay && { ...each.pay, p25: (each.pay.p25 ?? 0) + by, p50: (each.pay.p50 ?? 0) + by } })),
  results: facts.results && { ...facts.results, earnings: facts.results.earnings && { ...facts.results.earnings, value: (facts.results.earnings.value ?? 0) + by } },
});

export const VERDICT_PROPERTIES: readonly EngineProperty[] = [
  state('more knowledge never turns a known verdict into unknown', anyRubric, anyCredentials, anyBaseline, anyDraw, (rubric, credentials, baseline, draw) => {
    const before = judgeAll(contextOf(rubric, credentials, baseline));
    const after = judgeAll(contextOf(rubric, credentials.map((each) => told(each, draw)), baseline ?? { pay: pay(1, 2, 33_000, 4, 5), occupations: 1, jobs: 1 }));
    for (const [id, { verdict, criteria }] of before) {
      check(verdict === 'unknown' || after.get(id)?.verdict !== 'unknown', `${id} was ${verdict}`);
      for (const [index, { id: criterion, state: known }] of criteria.entries()) {
        check(known === 'unknown' || after.get(id)?.criteria[index]?.state !== 'unknown', `${criterion} was ${known}`);
      }
    }
  }),
  state('a verdict never gets worse when pay rises with all else equal', anyRubric, anyCredentials, anyBaseline, fc.integer({ min: 0, max: 40_000 }), (rubric, credentials, baseline, by) => {
    const before = judgeAll(contextOf(rubric, credentials, baseline));
    const after = judgeAll(contextOf(rubric, credentials.map((each) => raised(each, by)), baseline));
    for (const [id, { verdict }] of before) {
      const then = after.get(id)?.verdict ?? 'unknown';
      check(verdict === 'unknown' || (then !== 'unknown' && RANK[then] >= RANK[verdict]), `${id}: ${verdict} became ${then}`);
    }
  }),
  state('what is said to flip a verdict does, and one unit less does not', anyCredentials, anyBaseline, (credentials, baseline) => {
    const context = contextOf(WAYMARK, credentials, baseline);
    const facts = first(context);
    const asked = judgeCredential(facts, context);
    const judged = asked.soc;
    const at = (assumption: string, value: number): Verdict => {
      const only = (change: (occupation: OccupationFacts) => OccupationFacts): Verdict => {
        const moved = withOccupations(facts, (each) => (each.soc === judged ? change(each) : each));
        return judgeCredential(moved, { ...context, credentials: new Map([...context.credentials, [moved.id, moved]]) }).verdict;
      };
      switch (assumption) {
        case 'jobs-here': return only((each) => ({ ...each, employmentHere: figure(value, 'jobs') }));
        case 'job-change': return only((each) => ({ ...each, outlook: each.outlook && { ...each.outlook, changePermille: value } }));
        default: return only((each) => ({ ...each, pay: each.pay && { ...each.pay, p50: value } }));
      }
    };
    // One link a job, so that a moved figure does not change which job is judged; measured earnings stand in for pay, and are moved by other means.
    if (facts.links.length !== 1 || facts.results?.earnings || facts.leadsTo.length > 0) return;
    for (const { assumption, from, to, verdict } of asked.sensitivity) {
      if (assumption !== 'pay' && assumption !== 'jobs-here' && assumption !== 'job-change') continue;
      check(verdict !== asked.verdict, 'the flip changes nothing');
      check(at(assumption, to) === verdict, `${assumption} at ${to}: ${at(assumption, to)}, said ${verdict}`);
      const short = to + Math.sign(from - to);
      const nearer = asked.sensitivity.some((other) => other.assumption === assumption && other.to !== to && Math.abs(other.to - from) < Math.abs(to - from) && Math.sign(other.to - from) === Math.sign(to - from));
      if (!nearer) check(at(assumption, short) === asked.verdict, `${assumption} at ${short} already flips`);
    }
  }),
  state('a verdict does not depend on the order in which facts come', anyRubric, anyCredentials, anyBaseline, (rubric, credentials, baseline) => {
    const turned = [...credentials].reverse().map((each) => ({ ...each, links: [...each.links].reverse() }));
    const [one, other] = [judgeAll(contextOf(rubric, credentials, baseline)), judgeAll(contextOf(rubric, turned, baseline))];
    for (const [id, { verdict, closeCall, better }] of one) {
      const same = other.get(id);
      check(same?.verdict === verdict && same.closeCall === closeCall, `${id}: ${verdict}, then ${same?.verdict}`);
      check(same.better?.credentialId === better?.credentialId, 'another better choice');
    }
  }),
  state('a better choice is better, in the same field, and not itself', anyRubric, anyCredentials, anyBaseline, (rubric, credentials, baseline) => {
    const context = contextOf(rubric, credentials, baseline);
    for (const [id, { better, verdict }] of judgeAll(context)) {
      if (!better) continue;
      check(verdict === 'limited' || verdict === 'unknown', `a better choice beside ${verdict}`);
      const [here, there] = [context.credentials.get(id), context.credentials.get(better.credentialId)];
      check(better.credentialId !== id && here?.field === there?.field && there?.role === 'main', 'not of the field');
    }
  }),
];
