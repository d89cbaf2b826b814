import { reason } from '../reason.ts';
import type { CriterionState, Flip, Verdict } from '../results.ts';
import { climb } from './ladder.ts';
import type { Grades } from './ladder.ts';
import type { Alone } from './judge-alone.ts';
import { gradeOpenings } from './read-openings.ts';
import { gradePay, judgedPay, lineOf } from './read-pay.ts';
import type { JudgingContext, ReadFacts } from './reading.ts';
import type { PayLine } from './rubric.ts';

type Move = Omit<Flip, 'movePermille' | 'verdict' | 'reason'> & { readonly grades: Grades; readonly say: (verdict: Verdict) => Flip['reason'] };

/** The value on the other side of a line: the line itself from below, one unit under it from above. */
const across = (value: number, line: number): number => (value >= line ? line - 1 : line);

/** The whole that puts its line on the other side of `value`: the largest whose line `value` still reaches, or the next one up. */
function wholeAcross({ of, permille }: PayLine, value: number, whole: number): number | null {
  if (permille === 0) return null;
  const line = (amount: number): number => lineOf({ of, permille }, amount, amount) ?? 0;
  // Rounded down it is at most the one sought: a whole that `value` reaches unrounded it reaches rounded too.
  let most = Math.floor((value * 1000) / permille);
  while (line(most + 1) <= value) most += 1;
  return whole > most ? most : most + 1;
}

function payMoves(alone: Alone, context: JudgingContext<ReadFacts>): Move[] {
  const rule = context.rubric.criteria.pay;
  const pay = alone.judged && rule ? judgedPay(alone.facts, alone.judged.occupation, context) : null;
  if (!rule || !pay) return [];
  const floor = context.floor.floor.value;
  const { value, base } = pay;
  const lines = [rule.met, ...(rule.partly ? [rule.partly] : [])];
  const graded = (at: { readonly value?: number; readonly floor?: number; readonly base?: number }): Grades =>
    ({ ...alone.grades, pay: gradePay(rule, at.value ?? value, at.floor ?? floor, at.base ?? base) });
  return lines.flatMap((line): Move[] => {
    const whole = line.of === 'good-job-floor' ? floor : base;
    const at = lineOf(line, floor, base);
    if (whole === null || at === null) return [];
    const to = across(value, at);
    const moves: Move[] = [{
      assumption: 'pay', from: value, to, unit: 'usd-per-year', grades: graded({ value: to }),
      say: (verdict) => (to > value ? reason('sense.pay-more', { gap: to - value, verdict }) : reason('sense.pay-less', { gap: value - to, verdict })),
    }];
    const other = wholeAcross(line, value, whole);
    if (other === null) return moves;
    return [...moves, line.of === 'good-job-floor'
      ? { assumption: 'good-job-floor', from: whole, to: other, unit: 'usd-per-year', grades: graded({ floor: other }), say: (verdict) => reason('sense.floor', { to: other, verdict }) }
      : { assumption: 'no-training-pay', from: whole, to: other, unit: 'usd-per-year', grades: graded({ base: other }), say: (verdict) => reason('sense.no-training', { to: other, verdict }) }];
  });
}

function openingsMoves(alone: Alone, { rubric }: JudgingContext<ReadFacts>): Move[] {
  const rule = rubric.criteria.openings;
  if (!alone.judged || !rule) return [];
  const jobs = alone.judged.occupation.employmentHere.value;
  const change = alone.judged.occupation.outlook?.changePermille ?? null;
  const moves: Move[] = [];
  if (jobs !== null) {
    const to = across(jobs, rule.employmentUnder);
    moves.push({ assumption: 'jobs-here', from: jobs, to, unit: 'jobs', grades: { ...alone.grades, openings: gradeOpenings(rule, change, to, alone.certain) }, say: (verdict) => reason('sense.jobs-here', { to, verdict }) });
  }
  if (change !== null) {
    const to = across(change, rule.changeBelowPermille);
    moves.push({ assumption: 'job-change', from: change, to, unit: 'permille', grades: { ...alone.grades, openings: gradeOpenings(rule, to, jobs, alone.certain) }, say: (verdict) => reason('sense.job-change', { to: to / 10, verdict }) });
  }
  return moves;
}

/** Floors of another age or definition, whole: not moves of a figure but other questions. */
function floorMoves(alone: Alone, context: JudgingContext<ReadFacts>): Move[] {
  const rule = context.rubric.criteria.pay;
  const pay = alone.judged && rule ? judgedPay(alone.facts, alone.judged.occupation, context) : null;
  if (!rule || !pay) return [];
  return (context.otherFloors ?? []).flatMap((other): Move[] => {
    const floor = other.floor.value;
    if (floor === null) return [];
    const grades: Grades = { ...alone.grades, pay: gradePay(rule, pay.value, floor, pay.base) };
    return other.definition === context.floor.definition
      ? [{ assumption: 'age', from: context.floor.age, to: other.age, unit: 'years', grades, say: (verdict) => reason('sense.older-worker', { age: other.age, floor, verdict }) }]
      : [{ assumption: 'floor-definition', from: context.floor.floor.value ?? 0, to: floor, unit: 'usd-per-year', grades, say: (verdict) => reason('sense.other-floor', { floor, verdict }) }];
  });
}

/**
 * The smallest moves that give another verdict, nearest first: a figure of the job, the floor, the
 * pay without training, one at a time with all else equal, then other ages and definitions. What
 * the credential counts toward is held as it is.
 */
export function sensitivityOf(alone: Alone, stepping: CriterionState, verdict: Verdict, context: JudgingContext<ReadFacts>): readonly Flip[] {
  const finish = ({ grades, say, ...move }: Move): Flip[] => {
    const after = climb(context.rubric.ladder, { ...grades, stepping });
    if (after === verdict) return [];
    return [{ ...move, movePermille: move.from === 0 ? null : Math.round(((move.to - move.from) * 1000) / Math.abs(move.from)), verdict: after, reason: say(after) }];
  };
  const size = ({ movePermille }: Flip): number => (movePermille === null ? Infinity : Math.abs(movePermille));
  const figures = [...payMoves(alone, context), ...openingsMoves(alone, context)].flatMap(finish).sort((a, b) => size(a) - size(b));
  return [...figures, ...floorMoves(alone, context).flatMap(finish)];
}

const FIGURES: ReadonlySet<Flip['assumption']> = new Set(['pay', 'jobs-here', 'job-change']);

/** A close call: a measured figure within the rubric's margin of a line would give another verdict. The margin is a share of the line. */
export function isCloseCall(flips: readonly Flip[], marginPermille: number): boolean {
  return flips.some(({ assumption, from, to }) => {
    if (!FIGURES.has(assumption)) return false;
    const line = from > to ? to + 1 : to;
    return Math.abs(from - line) * 1000 <= Math.abs(line) * marginPermille;
  });
}
