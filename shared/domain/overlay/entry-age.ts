import type { IsoDay } from '../../kernel/plain-date.ts';

/**
 * After so many months a fact that somebody looked up is called about before one counts on it. Contacts and dates of
 * programs turn with the school year; a price may stand for two, as prices of the data do.
 */
export const CALL_FIRST_MONTHS = { entry: 12, price: 24 } as const;

export interface EntryAge {
  /** Whole months since it was looked at; 0 for a day that is still to come. */
  readonly months: number;
  readonly callFirst: boolean;
  readonly oldPrice: boolean;
}

/** How long ago an entry was looked at. Example: entryAge('2025-10-31', '2026-11-25') is 12 months, not over 12. */
export function entryAge(checkedOn: IsoDay, today: IsoDay): EntryAge {
  const part = (day: IsoDay, from: number, to: number): number => Number(day.slice(from, to));
  const between = (part(today, 0, 4) - part(checkedOn, 0, 4)) * 12 + part(today, 5, 7) - part(checkedOn, 5, 7) - (part(today, 8, 10) < part(checkedOn, 8, 10) ? 1 : 0);
  const months = Math.max(0, between);
  return { months, callFirst: months > CALL_FIRST_MONTHS.entry, oldPrice: months > CALL_FIRST_MONTHS.price };
}
