/**
 * What must not compile of rubrics, rules, verdicts and plans. The type check of the checkout is
 * the test: a line that compiles after all makes its `@ts-expect-error` an error. Nothing here runs.
 */
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { scheduleForward } from '../../shared/domain/plan/schedule.ts';
import type { PlanPerson } from '../../shared/domain/plan/schedule.ts';
import { reason } from '../../shared/domain/reason.ts';
import type { GoodJobFloor, VerdictResult } from '../../shared/domain/results.ts';
import { decide } from '../../shared/domain/rules/criteria.ts';
import type { RuleCriterion } from '../../shared/domain/rules/criteria.ts';
import type { RuleRow } from '../../shared/domain/rules/dated.ts';
import { ruleOn } from '../../shared/domain/rules/dated.ts';
import { POINTS_SEAL_SHAPE, pointsSeal } from '../../shared/domain/rules/ohio-seal.ts';
import { workforcePell } from '../../shared/domain/rules/workforce-pell.ts';
import type { WorkforcePellCriterion, WorkforcePellRule } from '../../shared/domain/rules/workforce-pell.ts';
import { climb } from '../../shared/domain/value/ladder.ts';
import type { Rung, Rubric } from '../../shared/domain/value/rubric.ts';
import { readRubric } from '../../shared/domain/value/rubric.ts';
import { judgeCredential } from '../../shared/domain/value/verdict.ts';

declare const credential: CredentialFacts;
declare const floor: GoodJobFloor;
declare const rubric: Rubric;
declare const unread: unknown;
declare const rows: readonly RuleRow[];
declare const criteria: readonly RuleCriterion[];
declare const workforceRule: WorkforcePellRule;
declare const person: PlanPerson;

export function rubricsAreRead(): Rung {
  // @ts-expect-error What a file holds is no rubric until it has been read.
  judgeCredential(credential, { rubric: unread, floor, baseline: null, credentials: new Map() });
  // @ts-expect-error Reading can fail; the fault must be looked at.
  const { ladder }: Rubric = readRubric(unread);
  // @ts-expect-error A verdict needs a floor to be measured by.
  judgeCredential(credential, { rubric, baseline: null, credentials: new Map() });
  // @ts-expect-error There are five verdicts.
  climb([{ verdict: 'excellent', all: [{ criterion: 'pay', is: ['met'] }] }], {});
  // @ts-expect-error There is no such criterion.
  climb(ladder, { prestige: 'met' });
  // @ts-expect-error A criterion is met, partly met, not met or unknown.
  climb(ladder, { pay: 'good' });
  // @ts-expect-error A rung counts states, it does not score.
  return { verdict: 'high', all: [{ criterion: 'pay', is: 3 }] };
}

export function rulesAreDatedAndThreeValued(): boolean {
  // @ts-expect-error A rule is asked about a day.
  ruleOn(rows, 'ohio-seal', POINTS_SEAL_SHAPE);
  const found = ruleOn(rows, 'ohio-seal', POINTS_SEAL_SHAPE, '2026-11-25');
  // @ts-expect-error There may be no rule on that day: its data is reached only past that case.
  pointsSeal([], found.value.params);
  // @ts-expect-error A row of the table is not data yet.
  pointsSeal([], rows[0]?.params);
  // @ts-expect-error An item earns points or is a license with its exam.
  if (found.ok) pointsSeal([{ field: 'health' }], found.value.params);
  // @ts-expect-error What is not known is said as null, not left out.
  workforcePell({ clockHours: 300, weeks: 10 }, workforceRule, null);
  // @ts-expect-error A criterion has a name of the rule.
  const other: WorkforcePellCriterion['id'] = 'popularity';
  // @ts-expect-error A criterion says why.
  const mute: RuleCriterion = { id: other, state: 'met', figure: 1, threshold: 1 };
  // @ts-expect-error Unknown is an answer of its own: it is neither true nor false.
  return decide([...criteria, mute]);
}

export function resultsSayWhy(result: VerdictResult): void {
  // @ts-expect-error A reason is a code, never a sentence.
  const said: VerdictResult['job'] = ['Pay is good here.'];
  // @ts-expect-error A result is not changed after the fact.
  result.job = said;
  // @ts-expect-error Nor are its parts.
  result.criteria.push(...result.criteria);
  // @ts-expect-error A code has the parameters of its sentence.
  reason('job.pay-over-floor', { median: 1 });
}

export function plansAreDated(): void {
  // @ts-expect-error A plan starts in a month that is given: the engine has no clock.
  scheduleForward([], person);
}
