import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedObject, shapedText } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';

/** The Pell amounts of one award year, dollars. */
export const PELL_AWARD_SHAPE = shapedObject(
  { awardYear: shapedText(9), max: shapedInt({ min: 1 }), min: shapedInt({ min: 1 }) }, { noneFromStudentAidIndex: shapedInt({ min: 0 }) },
);
export type PellAward = ShapedValue<typeof PELL_AWARD_SHAPE>;

/** The least that a school may call an academic year of a clock-hour program (34 CFR 668.3). */
export const ACADEMIC_YEAR_SHAPE = shapedObject({ clockHours: shapedInt({ min: 1 }), weeks: shapedInt({ min: 1 }) });
export type AcademicYear = ShapedValue<typeof ACADEMIC_YEAR_SHAPE>;

const cents = (dollars: number): number => Math.round(dollars * 100) / 100;

/**
 * The Pell award of a clock-hour program, dollars and cents: the scheduled award times the lesser of
 * its hours and its weeks over those of the academic year, at most the whole award
 * (34 CFR 690.63(e), summed over the payment periods of one award year). Schools may round to whole
 * dollars, and may define a longer academic year, which makes it less.
 *
 * Example: 7,395 for 600 hours in 20 weeks is 7,395 x 600/900 = 4,930.
 */
export function clockHourAward(scheduledAward: number, clockHours: number, weeks: number, year: AcademicYear): number {
  return cents(scheduledAward * Math.min(1, clockHours / year.clockHours, weeks / year.weeks));
}

/** What a person may get from Pell for a program of this length, as a range; never a promise. */
export interface PellHint {
  readonly most: number | null;
  readonly reasons: readonly Reason[];
}

export interface PellQuestion {
  readonly inHighSchool: boolean;
  /** Student aid index, when the FAFSA has been answered; null when it has not. */
  readonly studentAidIndex: number | null;
  readonly clockHours: number | null;
  readonly weeks: number | null;
}

/** The most that Pell could be for a program, by its length; nothing while still in high school or above the index where Pell ends. */
export function pellHint({ inHighSchool, studentAidIndex, clockHours, weeks }: PellQuestion, award: PellAward, year: AcademicYear): PellHint {
  if (inHighSchool) return { most: 0, reasons: [reason('payer.pell-not-in-high-school')] };
  const end = award.noneFromStudentAidIndex;
  if (studentAidIndex !== null && end !== undefined && studentAidIndex >= end) return { most: 0, reasons: [reason('payer.pell-index-too-high', { index: studentAidIndex, end })] };
  if (clockHours === null || weeks === null) return { most: award.max, reasons: [reason('payer.pell-up-to', { most: award.max }), reason('payer.pell-length-unknown')] };
  const most = clockHourAward(award.max, clockHours, weeks, year);
  return { most, reasons: [reason('payer.pell-up-to', { most: Math.round(most) }), reason('payer.needs-fafsa')] };
}
