import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';
import { allOf, anyOf } from '../value/ladder.ts';
import type { Truth } from '../value/ladder.ts';
import { decide, stateOf } from './criteria.ts';
import type { RuleCriterion } from './criteria.ts';
import { povertyMultiple } from './poverty.ts';
import type { PovertyGuideline } from './poverty.ts';

/** Lines of Workforce Pell. Lengths: from the first, under the second. Shares in tenths of a percent. */
export const WORKFORCE_PELL_SHAPE = shapedObject({
  clockHoursFrom: shapedInt({ min: 1 }), clockHoursUnder: shapedInt({ min: 1 }), weeksFrom: shapedInt({ min: 1 }), weeksUnder: shapedInt({ min: 1 }),
  completionPermille: shapedInt({ min: 0, max: 1000 }), placementPermille: shapedInt({ min: 0, max: 1000 }),
  povertyPermille: shapedInt({ min: 0, max: 5000 }), monthsRunning: shapedInt({ min: 0, max: 120 }),
});
export type WorkforcePellRule = ShapedValue<typeof WORKFORCE_PELL_SHAPE>;

/** What is known of one program; null is not known. */
export interface WorkforcePellQuestion {
  readonly clockHours: number | null;
  readonly weeks: number | null;
  /** Share who finish within 150 % of the normal time, a fraction. */
  readonly completionRate: number | null;
  /** Share of those who work 180 days later, a fraction. */
  readonly placementRate: number | null;
  /** Published for the whole program, dollars. */
  readonly tuitionAndFees: number | null;
  /** Median yearly earnings of those who finished, dollars. */
  readonly completerMedianEarnings: number | null;
  /** Regional price parity of the program's place; the nation is 100. */
  readonly priceParity: number | null;
  readonly stackable: boolean | null;
  readonly portable: boolean | null;
  /** The only recognized credential of its occupation: then it need not be stackable and portable. */
  readonly onlyCredential: boolean | null;
  readonly creditBearing: boolean | null;
  /** Months for which the program has been offered. */
  readonly monthsRunning: number | null;
}

export const WORKFORCE_PELL_CRITERIA = [
  'clock-hours', 'weeks', 'months-running', 'credential', 'credit-bearing', 'completion', 'placement', 'value-added', 'tuition',
] as const;
export type WorkforcePellCriterion = RuleCriterion<(typeof WORKFORCE_PELL_CRITERIA)[number]>;

export interface WorkforcePell {
  readonly eligible: Truth;
  /** Median over price parity, less the poverty multiple, dollars; null when a part is unknown. */
  readonly valueAddedEarnings: number | null;
  readonly criteria: readonly WorkforcePellCriterion[];
}

const cents = (dollars: number): number => Math.round(dollars * 100) / 100;
const between = (value: number | null, from: number, under: number): Truth => (value === null ? 'unknown' : value >= from && value < under);
const percent = (fraction: number): number => Math.round(fraction * 1000) / 10;

/**
 * Earnings above what a person needs, at national prices: the median of those who finished over the
 * place's price parity, less 150 % of the poverty guideline of one person. Null when a part is unknown.
 *
 * Example: 40,000 at parity 92 in 2026 is 40,000 / 0.92 - 23,940 = 19,538.26.
 */
export function valueAddedEarnings(median: number | null, priceParity: number | null, poverty: PovertyGuideline | null, povertyPermille: number): number | null {
  return median === null || priceParity === null || poverty === null ? null : cents((median * 100) / priceParity - povertyMultiple(poverty, povertyPermille));
}

type Line = Pick<WorkforcePellCriterion, 'figure' | 'threshold'>;
const criterion = (id: WorkforcePellCriterion['id'], truth: Truth, line: Line, reasons: { readonly yes: Reason; readonly no: Reason; readonly unknown: Reason }): WorkforcePellCriterion =>
  ({ id, state: stateOf(truth), ...line, reason: truth === 'unknown' ? reasons.unknown : truth ? reasons.yes : reasons.no });

function lengthCriteria(asked: WorkforcePellQuestion, rule: WorkforcePellRule): WorkforcePellCriterion[] {
  const { clockHours, weeks, monthsRunning } = asked;
  const hours = { hours: clockHours ?? 0, from: rule.clockHoursFrom, under: rule.clockHoursUnder };
  const span = { weeks: weeks ?? 0, from: rule.weeksFrom, under: rule.weeksUnder };
  return [
    criterion('clock-hours', between(clockHours, rule.clockHoursFrom, rule.clockHoursUnder), { figure: clockHours, threshold: rule.clockHoursFrom },
      { yes: reason('workforce-pell.hours-fit', hours), no: reason('workforce-pell.hours-do-not-fit', hours), unknown: reason('workforce-pell.hours-unknown') }),
    criterion('weeks', between(weeks, rule.weeksFrom, rule.weeksUnder), { figure: weeks, threshold: rule.weeksFrom },
      { yes: reason('workforce-pell.weeks-fit', span), no: reason('workforce-pell.weeks-do-not-fit', span), unknown: reason('workforce-pell.weeks-unknown') }),
    criterion('months-running', monthsRunning === null ? 'unknown' : monthsRunning >= rule.monthsRunning, { figure: monthsRunning, threshold: rule.monthsRunning },
      { yes: reason('workforce-pell.old-enough'), no: reason('workforce-pell.too-new', { months: rule.monthsRunning }), unknown: reason('workforce-pell.age-unknown') }),
  ];
}

function paperCriteria({ stackable, portable, onlyCredential, creditBearing }: WorkforcePellQuestion): WorkforcePellCriterion[] {
  const known = (value: boolean | null): Truth => value ?? 'unknown';
  const fits = anyOf([known(onlyCredential), allOf([known(stackable), known(portable)])]);
  const none = { figure: null, threshold: null };
  return [
    criterion('credential', fits, none, { yes: reason('workforce-pell.credential-fits'), no: reason('workforce-pell.credential-does-not-fit'), unknown: reason('workforce-pell.credential-unknown') }),
    criterion('credit-bearing', known(creditBearing), none, { yes: reason('workforce-pell.gives-credit'), no: reason('workforce-pell.gives-no-credit'), unknown: reason('workforce-pell.credit-unknown') }),
  ];
}

function shareCriteria({ completionRate, placementRate }: WorkforcePellQuestion, rule: WorkforcePellRule): WorkforcePellCriterion[] {
  const least = (rate: number | null, permille: number): Truth => (rate === null ? 'unknown' : rate * 1000 >= permille);
  const finish = { share: percent(completionRate ?? 0), line: rule.completionPermille / 10 };
  const placed = { share: percent(placementRate ?? 0), line: rule.placementPermille / 10 };
  return [
    criterion('completion', least(completionRate, rule.completionPermille), { figure: completionRate, threshold: rule.completionPermille / 1000 },
      { yes: reason('workforce-pell.enough-finish', finish), no: reason('workforce-pell.too-few-finish', finish), unknown: reason('workforce-pell.finish-unknown') }),
    criterion('placement', least(placementRate, rule.placementPermille), { figure: placementRate, threshold: rule.placementPermille / 1000 },
      { yes: reason('workforce-pell.enough-placed', placed), no: reason('workforce-pell.too-few-placed', placed), unknown: reason('workforce-pell.placed-unknown') }),
  ];
}

/**
 * Whether a program meets the tests of Workforce Pell (Higher Education Act, sections 401(k) and
 * 481(b)(3); 34 CFR 690.90 to 690.97), each on its own. What is not known stays unknown; earnings
 * that add nothing are never eligible, whatever the price. Approval by the governor and the
 * Secretary is not part of it: a program that meets every test still needs both.
 */
export function workforcePell(asked: WorkforcePellQuestion, rule: WorkforcePellRule, poverty: PovertyGuideline | null): WorkforcePell {
  const added = valueAddedEarnings(asked.completerMedianEarnings, asked.priceParity, poverty, rule.povertyPermille);
  const tuition = asked.tuitionAndFees;
  const shown = { added: Math.round(added ?? 0) };
  const price = { tuition: Math.round(tuition ?? 0), added: Math.round(added ?? 0) };
  const unknown = reason(poverty === null ? 'workforce-pell.no-poverty-line' : 'workforce-pell.earnings-unknown');
  const criteria: WorkforcePellCriterion[] = [
    ...lengthCriteria(asked, rule), ...paperCriteria(asked), ...shareCriteria(asked, rule),
    criterion('value-added', added === null ? 'unknown' : added > 0, { figure: added, threshold: 0 },
      { yes: reason('workforce-pell.adds-earnings', shown), no: reason('workforce-pell.adds-no-earnings'), unknown }),
    criterion('tuition', added !== null && added <= 0 ? false : added === null || tuition === null ? 'unknown' : tuition <= added, { figure: tuition, threshold: added },
      { yes: reason('workforce-pell.price-fits', price), no: added !== null && added <= 0 ? reason('workforce-pell.adds-no-earnings') : reason('workforce-pell.price-too-high', price), unknown: added === null ? unknown : reason('workforce-pell.price-unknown') }),
  ];
  return { eligible: decide(criteria), valueAddedEarnings: added, criteria };
}
