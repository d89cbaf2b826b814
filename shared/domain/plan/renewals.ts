import { addMonths, monthOf, monthsBetween } from '../../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../../kernel/plain-date.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';

/** What a person has earned, as far as its renewal goes. */
export interface EarnedTime {
  readonly id: string;
  readonly earnedOn: IsoDay | IsoMonth | null;
  /** As written on it; it beats the rule of the credential. */
  readonly expiresOn: IsoDay | IsoMonth | null;
  /** Months after which it must be renewed; null when it never must, or nobody has told. */
  readonly renewMonths: number | null;
  /** True when it is known that it never must be renewed. */
  readonly neverRenewed: boolean;
}

export interface Renewal {
  readonly id: string;
  readonly state: 'never' | 'current' | 'soon' | 'lapsed' | 'unknown';
  /** Month by which it must be renewed next; when lapsed, the month it ran out. */
  readonly dueOn: IsoMonth | null;
  readonly reason: Reason;
}

/** A renewal this near is said at once: many take a course first. */
const SOON_MONTHS = 6;

/** When a credential must be renewed, seen from today. A month given without a day counts whole. */
export function renewalOf({ id, earnedOn, expiresOn, renewMonths, neverRenewed }: EarnedTime, today: IsoDay): Renewal {
  if (neverRenewed) return { id, state: 'never', dueOn: null, reason: reason('plan.never-renewed') };
  const dueOn = expiresOn !== null ? monthOf(expiresOn) : earnedOn !== null && renewMonths !== null ? addMonths(monthOf(earnedOn), renewMonths) : null;
  if (dueOn === null) return { id, state: 'unknown', dueOn, reason: reason('plan.renewal-ask') };
  const left = monthsBetween(monthOf(today), dueOn);
  const over = left < 0 || (expiresOn !== null && expiresOn.length > 7 && expiresOn < today);
  if (over) return { id, state: 'lapsed', dueOn, reason: reason('plan.lapsed', { month: dueOn }) };
  return left <= SOON_MONTHS ? { id, state: 'soon', dueOn, reason: reason('plan.renew-soon', { month: dueOn }) } : { id, state: 'current', dueOn, reason: reason('plan.renew-by', { month: dueOn }) };
}

/** Months in which a credential got in `from` must be renewed, up to and with `until`; none when it never must. */
export function renewalMonths(from: IsoMonth, renewMonths: number | null, until: IsoMonth): readonly IsoMonth[] {
  if (renewMonths === null || renewMonths <= 0) return [];
  const count = Math.floor(monthsBetween(from, until) / renewMonths);
  return Array.from({ length: Math.max(0, count) }, (_, index) => addMonths(from, renewMonths * (index + 1)));
}
