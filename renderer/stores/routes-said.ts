/** What is said of a person who looks for ways, and the person whom the finder takes for it. */
import type { InputOf } from '../../shared/contract/index.ts';
import type { Student } from '../../shared/contract/students.ts';
import type { Barrier } from '../../shared/domain/routes/graph.ts';
import { monthOf, monthsBetween } from '../../shared/kernel/plain-date.ts';
import type { IsoDay } from '../../shared/kernel/plain-date.ts';

/** Share of full time for school, percent. */
const STUDY_PERCENT = { full: 100, half: 50, quarter: 25 } as const;

export interface RoutesSaid {
  /** Years; null when not said. */
  readonly age: number | null;
  readonly school: 'has' | 'later' | 'none';
  /** Months until high school is finished; counts with `later` only. */
  readonly schoolMonths: number;
  readonly study: keyof typeof STUDY_PERCENT;
  readonly mostMonths: number | null;
  readonly mostCents: number | null;
  /** Credentials the person has. */
  readonly held: readonly string[];
  /** What the person cannot meet. */
  readonly cannot: readonly Barrier[];
}

/** A person of whom nothing is said: a diploma, full time, no limit. */
export const NOTHING_SAID: RoutesSaid = { age: null, school: 'has', schoolMonths: 6, study: 'full', mostMonths: null, mostCents: null, held: [], cannot: [] };
/** More than anybody has; the service takes no more. */
export const MOST_HELD = 50;
const MOST_SCHOOL_MONTHS = 240;

/** True when something is said. */
export const isSaid = (said: RoutesSaid): boolean => JSON.stringify(said) !== JSON.stringify({ ...NOTHING_SAID, schoolMonths: said.schoolMonths });

/** The person as the finder takes one. Example: 17 years are 204 months. */
export function personOf(said: RoutesSaid): InputOf<'routes.find'>['person'] {
  const { age, school, schoolMonths, study, held, cannot } = said;
  return { ageMonths: age === null ? null : age * 12, diplomaInMonths: school === 'none' ? null : school === 'has' ? 0 : schoolMonths, held: [...held], cannot: [...cannot], studyPercent: STUDY_PERCENT[study] };
}

/** What the record of a student says. A pupil whose last month of school is not known finishes later; of the rest, what is not known is as at the start. */
export function saidOf({ birthMonth, graduates, hasDiploma, grade }: Pick<Student, 'birthMonth' | 'graduates' | 'hasDiploma' | 'grade'>, earnedIds: readonly string[], today: IsoDay): RoutesSaid {
  const now = monthOf(today);
  const left = graduates === null ? null : monthsBetween(now, graduates);
  const school = hasDiploma === true ? 'has' : left !== null ? (left > 0 ? 'later' : 'has') : grade !== null ? 'later' : hasDiploma === false ? 'none' : 'has';
  return {
    ...NOTHING_SAID, school, age: birthMonth === null ? null : Math.max(0, Math.floor(monthsBetween(birthMonth, now) / 12)),
    ...(left !== null && left > 0 ? { schoolMonths: Math.min(MOST_SCHOOL_MONTHS, left) } : {}), held: [...new Set(earnedIds)].slice(0, MOST_HELD),
  };
}
