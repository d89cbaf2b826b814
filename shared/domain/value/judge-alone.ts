import type { OccupationLink } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { CRITERIA } from '../results.ts';
import type { Criterion, CriterionId, CriterionState, Verdict } from '../results.ts';
import { climb } from './ladder.ts';
import type { Grades } from './ladder.ts';
import { isCareer, judgedOccupation } from './opened.ts';
import { readOpenings } from './read-openings.ts';
import { readLaw, readMark, readResults, readStackable } from './read-part.ts';
import { readPay } from './read-pay.ts';
import type { JudgingContext, ReadFacts, Reading } from './reading.ts';

/** One credential judged for itself, before what it leads to and what stands beside it are looked at. */
export interface Alone {
  readonly facts: ReadFacts;
  readonly judged: OccupationLink | null;
  /** False when another job it opens may be the larger one: then few or fewer jobs in this one prove nothing. */
  readonly certain: boolean;
  readonly verdict: Verdict;
  /** Grades by which the ladder was climbed; `stepping` is not among them. */
  readonly grades: Grades;
  readonly criteria: readonly Criterion[];
  readonly job: readonly Reason[];
  readonly law: Criterion;
}

/**
 * True when the verdict stays what it is whatever the unknown turns out to be: every unknown grade
 * taken as failed, and openings that are known for the nation only as failed here. Pay of the
 * occupation may yet give way to what the people of the judged program earn.
 */
export function isFirm({ facts, grades, verdict, certain }: Alone, { rubric }: Pick<JudgingContext<ReadFacts>, 'rubric'>): boolean {
  if (facts.results && facts.results.earnings === null) return false;
  const worst: Partial<Record<keyof Grades, CriterionState>> = {};
  for (const [id, grade] of Object.entries(grades) as [keyof Grades, CriterionState][]) {
    worst[id] = grade === 'unknown' || (id === 'openings' && grade === 'partly') ? 'not-met' : grade;
  }
  return certain && climb(rubric.ladder, worst) === verdict;
}

const plain = (criterion: Criterion): Reading => ({ grade: criterion.state, criterion, job: [] });
const nothingOpened = (id: 'pay' | 'openings'): Reading => plain({ id, state: 'unknown', figure: null, threshold: null, reason: reason('job.none-opened') });

/** Reads the criteria that the rubric asks, and climbs its ladder without the rungs of stepping stones. */
export function judgeAlone(facts: ReadFacts, context: JudgingContext<ReadFacts>): Alone {
  const { rubric, credentials } = context;
  const asked = rubric.criteria;
  const career = isCareer(facts);
  const job = career ? judgedOccupation(facts, rubric) : null;
  const judged = job?.link ?? null;
  const law = readLaw(facts, judged);
  const kinds: ReadonlySet<string> = new Set(rubric.stepping.kinds);
  const read = (id: CriterionId): Reading | null => {
    switch (id) {
      case 'pay': return asked.pay === undefined ? null : judged ? readPay(facts, judged.occupation, asked.pay, context) : nothingOpened(id);
      case 'openings': return asked.openings === undefined ? null : job ? readOpenings(job.link.occupation, asked.openings, job.certain) : nothingOpened(id);
      case 'law-or-employers': return asked[id] === undefined ? null : plain(law);
      case 'program-results': return asked[id] === undefined ? null : plain(readResults(facts, asked[id]));
      case 'stackable': {
        const edge = facts.leadsTo.find((each) => kinds.has(each.kind) && credentials.get(each.toId) !== undefined);
        return asked[id] === undefined ? null : plain(readStackable((edge && credentials.get(edge.toId)) ?? null));
      }
      case 'assessed': case 'competencies': case 'employers': case 'portable': return asked[id] === undefined ? null : plain(readMark(facts, id));
    }
  };
  const readings = CRITERIA.flatMap((id) => read(id) ?? []);
  const grades: Partial<Record<CriterionId | 'career' | 'stepping', CriterionState>> = { career: career ? 'met' : 'not-met', stepping: 'not-met' };
  for (const { grade, criterion } of readings) grades[criterion.id] = grade;
  return {
    facts, judged, certain: job?.certain ?? true, verdict: climb(rubric.ladder, grades), grades, criteria: readings.map(({ criterion }) => criterion),
    job: judged ? readings.flatMap(({ job }) => job) : [reason('job.none-opened')], law,
  };
}
