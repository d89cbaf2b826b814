import { reason } from '../reason.ts';
import type { CredentialFacts, Field, Localized } from '../facts.ts';
import type { Reason } from '../reason.ts';
import type { CriterionState, Verdict, VerdictResult } from '../results.ts';
import { candidateOf, createBetterChoice, shelve } from './better-choice.ts';
import type { Shelf } from './better-choice.ts';
import { isFirm, judgeAlone } from './judge-alone.ts';
import type { Alone } from './judge-alone.ts';
import { climb, undecidedBy } from './ladder.ts';
import { isCareer } from './opened.ts';
import type { JudgingContext, ReadFacts, VerdictContext } from './reading.ts';
import { isCloseCall, sensitivityOf } from './sensitivity.ts';

export { openedOccupation } from './opened.ts';
export type { JudgingContext, ReadFacts, VerdictContext } from './reading.ts';

/** Each credential of a context judged for itself, once. */
type Judge<F extends ReadFacts> = (facts: F) => Alone;

function createJudge<F extends ReadFacts>(context: JudgingContext<F>): Judge<F> {
  const known = new Map<string, Alone>();
  return (facts) => {
    const found = known.get(facts.id) ?? judgeAlone(facts, context);
    known.set(facts.id, found);
    return found;
  };
}

interface Target { readonly name: Localized; readonly firm: boolean }

/** The nearest high-value credential that `facts` gives credit, admission or standing toward, a firm one before any other; null when none is reached. */
function steppingTarget<F extends ReadFacts>(facts: F, context: JudgingContext<F>, judge: Judge<F>): Target | null {
  const kinds: ReadonlySet<string> = new Set(context.rubric.stepping.kinds);
  let found: Target | null = null;
  const seen = new Set([facts.id]);
  const queue = [facts];
  for (let current = queue.shift(); current; current = queue.shift()) {
    for (const edge of current.leadsTo) {
      const next = kinds.has(edge.kind) ? context.credentials.get(edge.toId) : undefined;
      if (!next || seen.has(next.id)) continue;
      seen.add(next.id);
      const alone = judge(next);
      if (alone.verdict !== 'high') {
        queue.push(next);
        continue;
      }
      if (isFirm(alone, context)) return { name: next.name, firm: true };
      found ??= { name: next.name, firm: false };
      queue.push(next);
    }
  }
  return found;
}

/** A verdict with all that decides it, before it is explained. */
export interface Word {
  readonly alone: Alone;
  readonly target: Target | null;
  readonly grades: Alone['grades'] & { readonly stepping: CriterionState };
  readonly verdict: Verdict;
}

function wordOf<F extends ReadFacts>(facts: F, alone: Alone, context: JudgingContext<F>, judge: Judge<F>): Word {
  const target = alone.verdict === 'high' || !isCareer(facts) || facts.leadsTo.length === 0 ? null : steppingTarget(facts, context, judge);
  // What counts toward a credential that may yet fail is worth something only if it is known for itself.
  const steps = target !== null && (target.firm || alone.verdict !== 'unknown');
  const grades = { ...alone.grades, stepping: steps ? 'met' : target ? 'unknown' : 'not-met' } as const;
  return { alone, target, grades, verdict: climb(context.rubric.ladder, grades) };
}

/** Judges classes of credentials in one area, each by what a verdict reads of it; `credentials` of the context are classes too. */
export function createWords(context: JudgingContext<ReadFacts>): { readonly word: (facts: ReadFacts) => Word; readonly closeCall: (word: Word) => boolean } {
  const judge = createJudge(context);
  return {
    word: (facts) => wordOf(facts, judgeAlone(facts, context), context, judge),
    closeCall: ({ alone, grades, verdict }) => isCloseCall(sensitivityOf(alone, grades.stepping, verdict, context), context.rubric.closeCallPermille),
  };
}

/** When a credential of little value is right all the same. */
function stillRightFor(facts: CredentialFacts): Reason[] {
  const reasons: Reason[] = [reason(isCareer(facts) ? 'still.try-the-work' : 'still.when-asked')];
  if (isCareer(facts) && facts.leadsTo.length > 0) reasons.push(reason('still.first-paycheck'));
  if (facts.demandType === 'general-readiness' || facts.demandType === 'cte-assessment') reasons.push(reason('still.counts-for-school'));
  return reasons;
}

type BetterChoice = ReturnType<typeof createBetterChoice>;

function judgeWith(facts: CredentialFacts, context: JudgingContext<CredentialFacts>, judge: Judge<CredentialFacts>, better: BetterChoice): VerdictResult {
  const { rubric } = context;
  const { alone, target, grades, verdict } = wordOf(facts, judge(facts), context, judge);
  const sensitivity = sensitivityOf(alone, grades.stepping, verdict, context);
  return {
    verdict,
    label: rubric.labels?.[verdict] ?? null,
    closeCall: isCloseCall(sensitivity, rubric.closeCallPermille),
    soc: alone.judged?.occupation.soc ?? null,
    job: alone.job,
    part: target ? [alone.law.reason, reason('part.stepping', { to: target.name })] : [alone.law.reason],
    criteria: alone.criteria,
    better: verdict === 'limited' || verdict === 'unknown' ? better(facts) : null,
    stillRight: verdict === 'limited' ? stillRightFor(facts) : [],
    sensitivity,
    missing: verdict === 'unknown' ? undecidedBy(rubric.ladder, grades) : [],
    rubric: { id: rubric.id, edition: rubric.edition },
  };
}

/**
 * Judges one credential in one area by a rubric: criteria, then a verdict with the reasons that
 * decided it. Pure and total; unknown evidence is neither good nor bad, and a verdict never gets
 * worse when pay rises with all else equal.
 *
 * By `waymark-1`: high: median pay reaches the good-job floor and openings do not fail. stepping:
 * not high, but gives credit, required admission or legal standing toward a high-value credential.
 * modest: median at least 1.2 times the pay of jobs open without training. limited: below that, or
 * general career readiness, or an add-on. unknown: otherwise.
 */
export function judgeCredential(facts: CredentialFacts, context: VerdictContext): VerdictResult {
  const judge = createJudge(context);
  return judgeWith(facts, context, judge, betterOfAll(context, judge));
}

/** The same where only a part of the credentials is at hand: what may be named as a better choice comes shelved, by field. */
export function judgeShelved(facts: CredentialFacts, context: JudgingContext<CredentialFacts>, shelfOf: (field: Field) => Shelf): VerdictResult {
  const judge = createJudge(context);
  return judgeWith(facts, context, judge, createBetterChoice(context, judge, shelfOf));
}

/** Every credential of the context, each judged for itself only once. */
export function judgeAll(context: VerdictContext): ReadonlyMap<string, VerdictResult> {
  const judge = createJudge(context);
  const better = betterOfAll(context, judge);
  return new Map([...context.credentials].map(([id, facts]) => [id, judgeWith(facts, context, judge, better)]));
}

function betterOfAll(context: VerdictContext, judge: Judge<CredentialFacts>): BetterChoice {
  let shelf: Shelf | undefined;
  return createBetterChoice(context, judge, () => (shelf ??= shelve([...context.credentials.values()].filter(({ role }) => role === 'main').map((facts) => candidateOf(facts, judge(facts))))));
}
