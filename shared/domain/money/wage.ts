import type { PayFacts } from '../facts.ts';

/** Full time for a year, as BLS turns hourly pay into annual: 52 weeks of 40 hours. */
export const FULL_YEAR_HOURS = 2080;

/** Pay by the hour and by the year are different things: some jobs have only one of them. */
export interface HourlyPay {
  readonly per: 'hour';
  /** Cents. */
  readonly cents: number;
}
export interface AnnualPay {
  readonly per: 'year';
  /** Whole dollars. */
  readonly dollars: number;
}

/**
 * What is published of an occupation's pay at a point, each kind or the reason why not. Nothing
 * is computed from the other kind: teachers have no hours of 2,080 a year, and actors no year.
 */
export interface PublishedPay {
  readonly annual: AnnualPay | null;
  readonly hourly: HourlyPay | null;
  readonly why: 'both' | 'annual-only' | 'hourly-only' | 'not-published';
}

/**
 * The published pay at p25 or the median.
 *
 * Example: of an occupation with `basis` 'annual-only' the hourly pay is null even if a figure
 * stands in the facts, and the reverse.
 */
export function publishedPay(pay: PayFacts, point: 'p25' | 'p50'): PublishedPay {
  const dollars = pay.basis === 'hourly-only' ? null : pay[point];
  const cents = pay.basis === 'annual-only' ? null : point === 'p25' ? pay.hourlyP25Cents : pay.hourlyP50Cents;
  return {
    annual: dollars === null ? null : { per: 'year', dollars },
    hourly: cents === null ? null : { per: 'hour', cents },
    why: dollars === null && cents === null ? 'not-published' : dollars === null ? 'hourly-only' : cents === null ? 'annual-only' : 'both',
  };
}

/**
 * A year's pay of one person from their own hourly wage, hours a week and weeks a year, whole
 * dollars: the baseline of an adult. Not for an occupation: that has published annual pay or none.
 *
 * Example: ownYear({ per: 'hour', cents: 1750 }, 32) gives { per: 'year', dollars: 29120 }: 52 weeks.
 */
export function ownYear(wage: HourlyPay, hoursPerWeek: number, weeksPerYear = 52): AnnualPay {
  return { per: 'year', dollars: Math.round((wage.cents * hoursPerWeek * weeksPerYear) / 100) };
}
