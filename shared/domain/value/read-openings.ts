import type { Figure, OccupationFacts } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { CriterionState } from '../results.ts';
import type { Reading } from './reading.ts';
import type { Rubric } from './rubric.ts';

type OpeningsRule = NonNullable<Rubric['criteria']['openings']>;

/**
 * Fails where jobs shrink nationwide or hardly exist here; partly known where one of the two is not
 * published. Where the credential opens another job that may be the larger one, a failure is not known.
 */
export function gradeOpenings(rule: OpeningsRule, changePermille: number | null, jobsHere: number | null, certain: boolean): CriterionState {
  const fails = (changePermille !== null && changePermille < rule.changeBelowPermille) || (jobsHere !== null && jobsHere < rule.employmentUnder);
  if (fails) return certain ? 'not-met' : 'unknown';
  if (changePermille === null) return 'unknown';
  return jobsHere === null ? 'partly' : 'met';
}

/** Openings are published for the nation only; what is here is how many do the work. */
export function readOpenings(occupation: OccupationFacts, rule: OpeningsRule, certain: boolean): Reading {
  const { outlook } = occupation;
  const change = outlook?.changePermille ?? null;
  const jobs = occupation.employmentHere.value;
  const openings = outlook?.openingsPerYear ?? null;
  const figure: Figure | null = outlook && openings !== null
    ? { value: openings, high: null, atLeast: false, unit: 'jobs-per-year', unknown: null, from: outlook.from } : null;
  const grade = gradeOpenings(rule, change, jobs, certain);
  const why = ((): Reason => {
    if (grade === 'unknown' && change !== null && !certain) return reason('job.other-jobs-unknown');
    if (change !== null && change < rule.changeBelowPermille) return reason('job.shrinking', { percent: Math.round(-change / 10) });
    if (jobs !== null && jobs < rule.employmentUnder) return reason('job.few-jobs-here', { jobs });
    if (change === null || openings === null) return reason('job.openings-unknown');
    const percent = Math.round(change / 10);
    return jobs === null ? reason('job.openings-nation-only', { openings, percent }) : reason('job.openings', { openings, jobs, percent });
  })();
  return { grade, criterion: { id: 'openings', state: grade, figure, threshold: null, reason: why }, job: [why] };
}
