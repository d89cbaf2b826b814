import type { CredentialFacts, PayFacts } from '../facts.ts';
import { amountOf } from '../money/amount.ts';
import { totalCost } from '../money/costs.ts';
import { trainingTime } from '../money/time.ts';
import type { PayRange, RouteCost, RouteGrant, RouteStep } from './input.ts';

/** Pay of nobody: what is known where nothing is published. */
export const NO_PAY: PayRange = { low: null, middle: null, high: null };

/** Annual p25, median and p75 in cents. Example: a median of $60,330 is a middle of 6033000. */
export function payRange(pay: PayFacts | null): PayRange {
  const cents = (dollars: number | null): number | null => (dollars === null ? null : dollars * 100);
  return pay ? { low: cents(pay.p25), middle: cents(pay.p50), high: cents(pay.p75) } : NO_PAY;
}

export interface StepOptions {
  /** Share of the pay before that is earned while in school, 0 to 1. */
  readonly workShare: number;
  /** Tuition a year that a person typed in, cents; null leaves what the facts know. */
  readonly tuitionCentsPerYear: number | null;
  /** Grants a year of school, cents; no more than is known to be paid, and none for training that is paid. */
  readonly grantCentsPerYear: number;
}

function costsOf({ costs }: CredentialFacts, tuition: number | null): RouteCost[] {
  const counted = costs.filter((cost) => cost.per !== 'renewal' && cost.line !== 'renewal' && (tuition === null || cost.line !== 'tuition'));
  const known = counted.map(({ line, amount, per }): RouteCost => ({ line, amount: amountOf(amount), per: per === 'year' ? 'year' : 'once' }));
  const typed: RouteCost[] = tuition === null ? [] : [{ line: 'tuition', amount: { lowCents: tuition, highCents: tuition, incomplete: false, nothingKnown: false }, per: 'year' }];
  // Nobody has looked up a single cost: what it costs is unknown, not nothing.
  const open: RouteCost[] = counted.length === 0 && tuition === null ? [{ line: 'other', amount: { lowCents: 0, highCents: 0, incomplete: true, nothingKnown: true }, per: 'once' }] : [];
  return [...known, ...typed, ...open];
}

/**
 * One credential as a step of a route: its training time, costs and renewal, and the pay of the
 * occupation it opens. Apprentices are paid by an assumed schedule: no program's own is known.
 *
 * Example: a credential without a known time gives a step whose `months` are null.
 */
export function stepOfCredential(facts: CredentialFacts, pay: PayFacts | null, options: StepOptions): RouteStep {
  const time = trainingTime(facts.times);
  const months = time?.months ?? null;
  const costs = costsOf(facts, options.tuitionCentsPerYear);
  const years = (months ?? 0) / 12;
  const paid = costs.reduce((sum, { amount, per }) => sum + ((amount.lowCents + amount.highCents) / 2) * (per === 'year' ? years : 1), 0);
  const grant = years === 0 || time?.paid ? 0 : Math.min(options.grantCentsPerYear, Math.round(paid / years));
  const grants: RouteGrant[] = grant > 0 ? [{ payer: 'any', cents: grant, per: 'year' }] : [];
  const renewals = facts.costs.filter((cost) => cost.per === 'renewal' || cost.line === 'renewal');
  return {
    months, waitMonths: 0, costs, grants, payAfter: payRange(pay), completion: null,
    earning: time?.paid ? { kind: 'apprentice', journey: payRange(pay), periods: null } : { kind: 'work', share: options.workShare },
    renewal: facts.renewMonths === null || renewals.length === 0 ? null : { amount: totalCost(renewals.map((cost) => ({ ...cost, per: 'once', line: 'other' }))), everyMonths: facts.renewMonths },
  };
}
