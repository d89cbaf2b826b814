/** What a set of credentials takes and brings, for one person in one area. */
import type { Measures } from './front.ts';
import { FLAG, UNKNOWN_MONTHS } from './graph.ts';
import type { RouteGraph, Rows } from './graph.ts';
import type { RouteQuestion } from './question.ts';

/** Mean share of full pay over an apprenticeship when its schedule is not known: half at first, nine tenths at last. */
const APPRENTICE_SHARE = 0.7;

const at = (list: Int32Array | Uint8Array, index: number): number => list[index] ?? 0;
export const rowStart = (rows: Rows, row: number): number => at(rows.start, row);
export const rowEnd = (rows: Rows, row: number): number => at(rows.start, row + 1);

/** A credential that reaches the goal, with the occupation that counts. */
export interface Goal {
  readonly node: number;
  readonly occupation: number;
}

export interface Measurer {
  /** Measures of a set that reaches a goal: exact where `bound` is false; else no completion of the set is better in anything. */
  measure(set: readonly number[], goal: Goal, bound: boolean): Measures;
  isHeld(node: number): boolean;
}

export interface NpvTerms {
  readonly pay: number;
  readonly baseline: number;
  readonly months: number;
  readonly cents: number;
  readonly paidMonths: number;
}

/**
 * A function for money ahead of a job without training after `years`, in whole dollars of today
 * at `annualRate` (0.03 is 3 %), flows at the end of each month: costs at the start, pay while
 * training only where training is paid, then the job. Never rises with longer training or with cost.
 */
export function routeNpv(annualRate: number, years: number): (terms: NpvTerms) => number {
  const horizon = years * 12;
  const monthly = (1 + annualRate) ** (1 / 12);
  /** Present value of 1 a month over the first `n` months. */
  const annuity = Float64Array.from({ length: horizon + 1 }, (_, n) => (annualRate === 0 ? n : (1 - monthly ** -n) / (monthly - 1)));
  const whole = annuity[horizon] ?? 0;
  return ({ pay, baseline, months, cents, paidMonths }) => {
    const training = annuity[Math.min(months, horizon)] ?? whole;
    const paidShare = months === 0 ? 0 : Math.min(1, paidMonths / months);
    return Math.round((training * paidShare * APPRENTICE_SHARE * pay + (whole - training) * pay - whole * baseline) / 12 - cents / 100);
  };
}

/** The measurer of one question. */
export function createMeasurer(graph: RouteGraph, question: RouteQuestion): Measurer {
  const { person, value, area, grantCents } = question;
  const held = new Set(person.held);
  const npv = value.by === 'npv' ? routeNpv(value.annualRate, value.years) : null;
  const savedBy = (node: number, set: readonly number[], saved: Int32Array): number => {
    let most = 0;
    for (let edge = rowStart(graph.credits, node); edge < rowEnd(graph.credits, node); edge += 1) {
      const from = at(graph.credits.items, edge);
      if (at(saved, edge) > most && (held.has(from) || set.includes(from))) most = at(saved, edge);
    }
    return most;
  };
  const measure = (set: readonly number[], goal: Goal, bound: boolean): Measures => {
    let months = 0;
    let cents = 0;
    let risk = 0;
    let paidMonths = 0;
    let afterDiploma = 0;
    let wait = 0;
    let monthsOpen = false;
    let centsOpen = false;
    for (const node of set) {
      const flags = at(graph.flags, node);
      const full = at(graph.months, node);
      const isPaid = (flags & FLAG.paid) !== 0;
      const hasCredit = at(graph.mostMonthsSaved, node) > 0 || at(graph.mostCentsSaved, node) > 0;
      if (full === UNKNOWN_MONTHS) monthsOpen = true;
      else {
        const saved = !hasCredit ? 0 : bound ? at(graph.mostMonthsSaved, node) : savedBy(node, set, graph.creditMonths);
        const own = isPaid ? Math.max(0, full - saved) : Math.ceil(Math.max(0, full - saved) / person.studyShare);
        months += own;
        // Earlier steps are in other work: only the goal's own training is paid by its pay.
        if (isPaid && node === goal.node) paidMonths = own;
        if ((flags & FLAG.needsDiploma) !== 0) afterDiploma += own;
      }
      const saved = !hasCredit ? 0 : bound ? at(graph.mostCentsSaved, node) : savedBy(node, set, graph.creditCents);
      cents += Math.max(0, at(graph.cents, node) - saved);
      if ((flags & FLAG.costIncomplete) !== 0) centsOpen = true;
      risk += at(graph.risk, node);
      const minAge = at(graph.minAge, node);
      if (person.ageMonths !== null && minAge > 0) wait = Math.max(wait, minAge * 12 - person.ageMonths);
      if ((flags & FLAG.needsDiploma) !== 0 && person.diplomaInMonths !== null) wait = Math.max(wait, person.diplomaInMonths + afterDiploma);
    }
    // A route is over no sooner than the person is old enough, and than what needs a diploma can follow it.
    months = Math.max(months, wait);
    const isPaidGoal = (at(graph.flags, goal.node) & FLAG.paid) !== 0;
    const net = Math.max(0, cents - grantCents);
    const pay = at(area.pay, goal.occupation);
    const worth =
      npv === null ? pay
      : area.baseline === null || pay < 0 ? Number.NEGATIVE_INFINITY
      // Nothing that is added to a set brings more than the same months paid in full.
      : npv({ pay, baseline: area.baseline, months, cents: net, paidMonths: bound && isPaidGoal ? months : paidMonths });
    return { months, cents: net, value: worth, risk, monthsOpen, centsOpen };
  };
  return { measure, isHeld: (node) => held.has(node) };
}
