import type { GoodJob } from '../../../shared/contract/here.ts';
import { monthsToStart } from '../../../shared/domain/pay/good-jobs.ts';

/** True where one can do the work within so many months by a way that is listed. */
export function fitsIn({ occupation, entryExperience, entryTraining, credentials }: GoodJob, months: number): boolean {
  const least = monthsToStart({ entryEducation: occupation.entryEducation, entryExperience, entryTraining, times: credentials.map((row) => row.time) });
  return least !== null && least <= months;
}
