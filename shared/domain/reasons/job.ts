import type { Shapes } from './slot.ts';

/** What is true of the job that a credential opens. */
export const jobReasons = {
  'job.pay-over-floor': { occupation: 'name', area: 'text', median: 'dollars', gap: 'dollars' },
  'job.pay-under-floor': { occupation: 'name', area: 'text', median: 'dollars', gap: 'dollars' },
  'job.pay-over-line': { area: 'text', median: 'dollars', line: 'dollars' },
  'job.pay-under-line': { area: 'text', median: 'dollars', line: 'dollars' },
  'job.measured-over-line': { median: 'dollars', line: 'dollars' },
  'job.measured-under-line': { median: 'dollars', line: 'dollars' },
  'job.measured-people': { people: 'count' },
  'job.above-no-training': { percent: 'percent' },
  'job.same-as-no-training': {},
  'job.below-no-training': { percent: 'percent' },
  'job.no-training-unknown': {},
  'job.floor-unknown': {},
  'job.reaches-from-start': {},
  'job.pay-from-wider-area': { area: 'text' },
  'job.many-self-employed': { percent: 'percent' },
  'job.pay-unknown': { occupation: 'name' },
  'job.pay-hourly-only': { occupation: 'name' },
  'job.openings': { openings: 'count', jobs: 'count', percent: 'percent' },
  'job.openings-nation-only': { openings: 'count', percent: 'percent' },
  'job.openings-unknown': {},
  'job.other-jobs-unknown': {},
  'job.shrinking': { percent: 'percent' },
  'job.few-jobs-here': { jobs: 'count' },
  'job.none-opened': {},
} as const satisfies Shapes;
