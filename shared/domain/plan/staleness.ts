import { monthOf, monthsBetween } from '../../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../../kernel/plain-date.ts';
import type { Localized } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { Verdict } from '../results.ts';

/** The figures a plan was made with, or those of another edition. Dollars a year. */
export interface PlanFigures {
  readonly edition: string;
  readonly dataChecked: IsoMonth;
  /** Good-job floor. */
  readonly floor: number | null;
  readonly jobs: readonly { readonly credentialId: string; readonly name: Localized; readonly soc: string | null; readonly median: number | null; readonly verdict: Verdict | null }[];
}

export interface StaleFigure {
  readonly credentialId: string | null;
  readonly reason: Reason;
  /** True for a change that a person should be told of: a verdict, an occupation, or pay by a twentieth or more. */
  readonly large: boolean;
}

export interface Staleness {
  /** True when the figures are of another edition than the one at hand. */
  readonly otherEdition: boolean;
  readonly changes: readonly StaleFigure[];
  /** Age and prices: said even when nothing newer is at hand. */
  readonly notes: readonly Reason[];
}

/** A twentieth: the margin that also makes a close call. */
const LARGE_SHARE = 20;
/** Prices this old are shown with their year and "call first". */
const OLD_PRICE_MONTHS = 24;
const OLD_DATA_MONTHS = 18;

const isLarge = (from: number, to: number): boolean => Math.abs(to - from) * LARGE_SHARE >= from;

function jobChanges(then: PlanFigures['jobs'][number], now: PlanFigures['jobs'][number] | undefined): StaleFigure[] {
  const { credentialId, name } = then;
  const change = (why: Reason, large: boolean): StaleFigure => ({ credentialId, reason: why, large });
  if (!now) return [change(reason('plan.credential-gone', { name }), true)];
  const changes: StaleFigure[] = [];
  if (then.verdict !== null && now.verdict !== null && then.verdict !== now.verdict) changes.push(change(reason('plan.verdict-changed', { name, from: then.verdict, to: now.verdict }), true));
  if (then.soc !== now.soc) return [...changes, change(reason('plan.other-job', { name }), true)];
  if (then.median === now.median) return changes;
  if (now.median === null) changes.push(change(reason('plan.pay-gone', { name }), true));
  else if (then.median === null) changes.push(change(reason('plan.pay-new', { name, to: now.median }), false));
  else changes.push(change(reason(now.median > then.median ? 'plan.pay-rose' : 'plan.pay-fell', { name, from: then.median, to: now.median }), isLarge(then.median, now.median)));
  return changes;
}

/** What of a plan's figures differs in the edition at hand, and what is simply old by today. Changes are in the plan's order, the floor last. */
export function stalenessOf(then: PlanFigures, now: PlanFigures, today: IsoDay): Staleness {
  const changes = then.jobs.flatMap((job) => jobChanges(job, now.jobs.find(({ credentialId }) => credentialId === job.credentialId)));
  if (then.floor !== null && now.floor !== null && then.floor !== now.floor) {
    changes.push({ credentialId: null, reason: reason('plan.floor-changed', { from: then.floor, to: now.floor }), large: isLarge(then.floor, now.floor) });
  }
  const old = monthsBetween(monthOf(then.dataChecked), monthOf(today)) > OLD_DATA_MONTHS;
  return { otherEdition: then.edition !== now.edition, changes, notes: old ? [reason('plan.figures-old', { month: monthOf(then.dataChecked) })] : [] };
}

/** The note for a price: its year when it is over 24 months old by today, counted from the end of that year; null when it is new enough or undated. */
export function priceNote(priceYear: number | null, today: IsoDay): Reason | null {
  if (priceYear === null) return null;
  const age = monthsBetween(`${String(priceYear).padStart(4, '0')}-12`, monthOf(today));
  return age > OLD_PRICE_MONTHS ? reason('plan.price-old', { year: String(priceYear) }) : null;
}
