import type { CriterionId, CriterionState, Verdict } from '../results.ts';
import type { Condition, Rubric, Rung } from './rubric.ts';

/** Yes, no, or not known. */
export type Truth = boolean | 'unknown';

/** Grades of a rubric's criteria and gates; what the rubric does not ask is absent. */
export type Grades = Readonly<Partial<Record<Condition['criterion'], CriterionState>>>;

/** All of them: one that fails decides, whatever else is unknown. Nothing asked is true. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes('unknown') ? 'unknown' : true;
}

/** One of them: one that holds decides, whatever else is unknown. Nothing asked is false. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes('unknown') ? 'unknown' : false;
}

/** Whether a grade is among those allowed. An unknown grade is allowed only when the rubric says so; else the answer is unknown. */
function holds({ criterion, is }: Condition, grades: Grades): Truth {
  const grade = grades[criterion] ?? 'unknown';
  if (is.includes(grade)) return true;
  return grade === 'unknown' ? 'unknown' : false;
}

function stands({ all, any }: Rung, grades: Grades): Truth {
  const parts: Truth[] = [];
  if (all) parts.push(allOf(all.map((each) => holds(each, grades))));
  if (any) parts.push(anyOf(any.map((each) => holds(each, grades))));
  return allOf(parts);
}

/**
 * The verdict of the first rung that stands. A rung that is unknown is passed by: what is known to
 * hold further down is said, and is the least that is true. When none stands the verdict is unknown.
 */
export function climb(ladder: Rubric['ladder'], grades: Grades): Verdict {
  return ladder.find((rung) => stands(rung, grades) === true)?.verdict ?? 'unknown';
}

/** Criteria whose being unknown leaves some rung undecided: what to find out when the verdict is unknown. */
export function undecidedBy(ladder: Rubric['ladder'], grades: Grades): readonly CriterionId[] {
  const found = new Set<CriterionId>();
  const note = (conditions: readonly Condition[]): void => {
    for (const each of conditions) {
      if (each.criterion !== 'career' && each.criterion !== 'stepping' && holds(each, grades) === 'unknown') found.add(each.criterion);
    }
  };
  for (const rung of ladder) {
    if (stands(rung, grades) !== 'unknown') continue;
    if (rung.all && allOf(rung.all.map((each) => holds(each, grades))) === 'unknown') note(rung.all);
    if (rung.any && anyOf(rung.any.map((each) => holds(each, grades))) === 'unknown') note(rung.any);
  }
  return [...found];
}
