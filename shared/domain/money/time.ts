import type { TimeFact } from '../facts.ts';

const WEEKS_PER_MONTH = 52 / 12;
const HOURS_PER_WEEK = 40;

/** An amount of time in months; hours count as full-time weeks of 40 hours. Example: inMonths(520, 'hours') gives 3. */
export function inMonths(amount: number, unit: TimeFact['unit']): number {
  switch (unit) {
    case 'hours': return amount / HOURS_PER_WEEK / WEEKS_PER_MONTH;
    case 'weeks': return amount / WEEKS_PER_MONTH;
    case 'months': return amount;
    case 'years': return amount * 12;
  }
}

export interface TrainingTime {
  /** Whole months, rounded up: the middle of the range when there is one. */
  readonly months: number;
  /** True when the months are worked for pay (apprenticeship). */
  readonly paid: boolean;
  /** True when the source gives hours, read as full time. */
  readonly fromHours: boolean;
}

/**
 * How long a credential's training takes: class before paid training, the middle of a range,
 * whole months rounded up; null when unknown.
 *
 * Example: 75 hours of class are one month; a wait of four to five years for pay is 54 paid months.
 */
export function trainingTime(times: readonly Pick<TimeFact, 'kind' | 'low' | 'high' | 'unit'>[]): TrainingTime | null {
  const found = times.find((each) => each.kind === 'training' && each.low !== null) ?? times.find((each) => each.kind === 'paid-training' && each.low !== null);
  if (!found || found.low === null) return null;
  const middle = (found.low + (found.high ?? found.low)) / 2;
  return { months: Math.max(1, Math.ceil(inMonths(middle, found.unit) - 1e-9)), paid: found.kind === 'paid-training', fromHours: found.unit === 'hours' };
}
