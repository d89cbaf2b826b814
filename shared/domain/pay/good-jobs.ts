import { inMonths } from '../money/time.ts';
import type { TimeFact } from '../facts.ts';

/** Most months until one can do the work, as one may ask for; null asks for none. */
export const TIME_LIMITS = [3, 12, 24] as const;
export type TimeLimit = (typeof TIME_LIMITS)[number] | null;

/** Ways of learning at work that are over within a year, as the projections define them. */
const SHORT_AT_WORK = ['none', 'short', 'moderate'];

/** What is asked of a job to say how soon one can do it. */
export interface JobEntry {
  readonly entryEducation: string | null;
  readonly entryExperience: string | null;
  readonly entryTraining: string | null;
  /** The times of the credentials that open it. */
  readonly times: readonly (TimeFact | null)[];
}

/**
 * Months of school or paid training until one can do the work: the shortest credential that opens the job. A job
 * that no credential here opens, that asks for no more than high school and is learned at work within a year, asks
 * for none. Null where that is not known, and where one needs years in another job first.
 *
 * Example: a job opened by courses of 12 weeks and of 2 years takes 2.77 months.
 */
export function monthsToStart({ entryEducation, entryExperience, entryTraining, times }: JobEntry): number | null {
  if (entryExperience !== 'none') return null;
  const known = times.flatMap((time) => (time === null || time.low === null ? [] : [inMonths(time.low, time.unit)]));
  if (known.length > 0) return Math.min(...known);
  const isLearnedAtWork = times.length === 0 && (entryEducation === 'none' || entryEducation === 'high-school') && SHORT_AT_WORK.includes(entryTraining ?? '');
  return isLearnedAtWork ? 0 : null;
}

/** The published of several figures, added up: what is not published counts as nothing, so it is the least. */
export const sumPublished = (figures: readonly (number | null)[]): number => figures.reduce<number>((sum, each) => sum + (each ?? 0), 0);
