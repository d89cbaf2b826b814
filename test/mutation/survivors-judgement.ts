/** Mutants of rubrics, verdicts, rules and plans that no test can or need find, each with the reason. */
import type { Survivor } from './survivors.ts';

const NO_TIES = 'what is sorted has no ties: ids, codes and keys are unique';
const BEFORE = 'an equal pair was told apart before';
const GUARD = 'a guard that only the type checker needs: the case does not arise';
const NULL = 'null falls to the same side of the comparison after it';
const UNSEEN = 'what stands there is never looked up';
const TYPED = 'the parameters are types too: without them the callers do not compile';
const LAST = 'of no consequence for what is read afterwards';

const of = (file: string, rows: readonly (readonly [before: string, after: string, why: string])[]): Survivor[] =>
  rows.map(([before, after, why]) => ({ file: `shared/domain/${file}`, before, after, why }));

export const JUDGEMENT_SURVIVORS: readonly Survivor[] = [
  ...of('plan/renewals.ts', [['renewMonths === null', 'false', NULL]]),
  ...of('plan/schedule.ts', [
    ['a < b', '(a) <= (b)', 'of two equal months either is the later'],
    ['next === null', 'false', 'a month that is not known is the later of the two in no comparison'],
  ]),
  ...of('reasons/compare.ts', [["{ count: 'count' }", '{}', TYPED]]),
  ...of('reasons/job.ts', [["{ people: 'count' }", '{}', TYPED], ["{ occupation: 'name' }", '{}', TYPED]]),
  ...of('reasons/route.ts', [["{ name: 'name' }", '{}', TYPED], ["{ by: 'name' }", '{}', TYPED]]),
  ...of('reasons/rule.ts', [["{ id: 'text' }", '{}', TYPED], ["{ index: 'count', end: 'count' }", '{}', TYPED]]),
  ...of('rules/dated.ts', [
    ['a.id < b.id', '(a.id) <= (b.id)', NO_TIES],
    ['a.validFrom < b.validFrom', '(a.validFrom) <= (b.validFrom)', BEFORE],
    ['day < first', '(day) <= (first)', 'a rule that starts on the day holds on it and was found before'],
    ["a.padEnd(10, '~') < b.padEnd(10, '~')", "(a.padEnd(10, '~')) <= (b.padEnd(10, '~'))", 'two equal ends are the same text'],
    ['last !== undefined', 'true', 'where every rule has ended there is a last end'],
    ['row.validTo !== null', 'true', 'a rule without an end has not ended'],
  ]),
  ...of('rules/debt-to-earnings.ts', [['annualRate === null', 'false', 'without earnings nothing is left over either']]),
  ...of('rules/earnings-premium.ts', [['passes.length - rule.ofYears', '(passes.length) + (rule.ofYears)', 'the further spans are parts of the last one and hold no more failures']]),
  ...of('rules/ohio-seal.ts', [['a.field < b.field', '(a.field) <= (b.field)', NO_TIES]]),
  ...of('rules/pell.ts', [['end !== undefined', 'true', 'no index is at or above what is not a number']]),
  ...of('rules/workforce-pell.ts', [['added !== null', 'true', 'what is said of a failing price is not said while earnings are unknown']]),
  ...of('shape.ts', [
    ["''", '"mutated"', 'the root has no name, and no caller reads the name of a root that is no object'],
    ["typeof value !== 'number'", 'false', 'the question after it refuses what is no number as well'],
  ]),
  ...of('value/better-choice.ts', [
    ["'stepping'", '""', 'judged for itself nothing is a stepping stone by the ladders that come along'],
    ['a.occupation.soc < b.occupation.soc', '(a.occupation.soc) <= (b.occupation.soc)', NO_TIES],
    ['a.effort < b.effort', '(a.effort) <= (b.effort)', BEFORE],
    ['a.jobs > b.jobs', '(a.jobs) >= (b.jobs)', BEFORE],
    ['a.facts.id < b.facts.id', '(a.facts.id) <= (b.facts.id)', NO_TIES],
    ["facts.role !== 'main'", 'false', 'an add-on is of little value and shelved under a word nobody asks for'],
    ['!isRanked(alone.verdict)', 'false', UNSEEN],
    ['each.id === facts.id', 'false', 'what asks for a better one is not ranked itself'],
    ["each.role !== 'main'", 'false', 'an add-on is of little value, so it is not ranked'],
    ['[]', '["mutated"]', UNSEEN],
  ]),
  ...of('value/judge-alone.ts', [["'not-met'", '""', 'any grade that a ladder does not ask for fails the same']]),
  ...of('value/ladder.ts', [
    ['[]', '["mutated"]', 'neither false nor unknown, so it counts as true, as nothing does'],
    ["allOf(rung.all.map((each) => holds(each, grades))) === 'unknown'", 'true', 'of conditions that all hold none is unknown, and a rung with one that fails is not looked at'],
  ]),
  ...of('value/opened.ts', [['a.occupation.soc < b.occupation.soc', '(a.occupation.soc) <= (b.occupation.soc)', NO_TIES]]),
  ...of('value/read-part.ts', [
    ['judged && occupation', '(judged) || (occupation)', GUARD],
    ['judged.demand', 'true', 'a job that is neither required nor usual is judged only by counted demand'],
  ]),
  ...of('value/read-pay.ts', [
    ["'unknown'", '""', 'a first line that is not known was told before; as a move it gives the verdict there is'],
    ['base === null', 'false', NULL],
    ['percent > 0', '(percent) >= (0)', BEFORE],
    ['pay === null', 'false', GUARD],
    ["''", '"mutated"', 'the name of the area is said only of surveyed pay, which has one'],
    ['pay.value >= line', 'true', 'the median of a survey is no lower than its lower quarter'],
  ]),
  ...of('value/sensitivity.ts', [
    ['whole === null', 'false', 'the line of an amount that is not known is not known'],
    ['at === null', 'false', 'the line of an amount that is known is known'],
    ['whole === null || at === null', '(whole === null) && (at === null)', 'both are known or neither is'],
    ['to > value', '(to) >= (value)', 'a move ends elsewhere than it starts'],
    ['other === null', 'false', 'a move to nowhere leaves the verdict as it is and is dropped'],
    ['from > to', '(from) >= (to)', 'a move ends elsewhere than it starts'],
  ]),
  ...of('value/verdict.ts', [['[facts.id]', '[]', LAST]]),
];
