import type { TimeFact } from '../facts.ts';
import { trainingTime } from '../money/time.ts';

/** How much a credential asks of a person: 0 for a year of training or less, 1 for two years or paid training, 2 for more, 3 for unknown. */
export type Effort = 0 | 1 | 2 | 3;
export const EFFORT_UNKNOWN: Effort = 3;

/** The effort of a credential by how long it takes. Example: 18 months of class are 1. */
export function effortOf(times: readonly Pick<TimeFact, 'kind' | 'low' | 'high' | 'unit'>[]): Effort {
  const time = trainingTime(times);
  if (!time) return EFFORT_UNKNOWN;
  return time.paid || (time.months > 12 && time.months <= 24) ? 1 : time.months <= 12 ? 0 : 2;
}
