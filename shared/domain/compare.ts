import { addMonths } from '../kernel/plain-date.ts';
import type { CredentialFacts, Localized, OccupationFacts } from './facts.ts';
import { totalCost } from './money/costs.ts';
import { trainingTime } from './money/time.ts';
import { oewsPeople } from './percentiles/people.ts';
import { overlapOf } from './percentiles/overlap.ts';
import { reason } from './reason.ts';
import type { Reason } from './reason.ts';
import type { BaselinePay, CompareAssumptions, CompareResult, CurvePoint, RouteResult } from './results.ts';
import { openedOccupation } from './value/verdict.ts';

export interface CompareInput {
  readonly credentials: readonly { readonly facts: CredentialFacts }[];
  readonly baseline: BaselinePay | null;
}

const FULL_TIME_HOURS = 40;
/** Apprentices start near half of the journey-level wage and rise in steps; the schedule of a program is to be asked. */
const APPRENTICE_FROM = 0.5;
const APPRENTICE_TO = 0.9;

const risksOf = (facts: CredentialFacts): Reason[] => {
  const risks: Reason[] = [];
  const asks = facts.requirements.filter((each) => each.answer === 'ask').length;
  if (asks > 0) risks.push(reason('risk.questions', { count: asks }));
  if (facts.minAge !== null) risks.push(reason('risk.min-age', { age: facts.minAge }));
  if (facts.renewMonths !== null) risks.push(reason('risk.renewal', { months: facts.renewMonths }));
  risks.push(reason('risk.completion-unknown'));
  return risks;
};

interface Money {
  readonly months: number;
  readonly pay: number;
  readonly base: number;
  readonly workShare: number;
  readonly costCents: number;
  readonly paidTraining: boolean;
}

/** Cumulative cents ahead of the baseline, one point a month, from 0 to the horizon. */
function cumulative({ months, pay, base, workShare, costCents, paidTraining }: Money, horizonMonths: number): CurvePoint[] {
  const points: CurvePoint[] = [{ month: 0, cents: 0 }];
  let sum = 0;
  for (let month = 1; month <= horizonMonths; month += 1) {
    if (month <= months) {
      const share = months === 1 ? 0 : (month - 1) / (months - 1);
      const earned = paidTraining ? pay * (APPRENTICE_FROM + (APPRENTICE_TO - APPRENTICE_FROM) * share) : base * workShare;
      sum += ((earned - base) * 100) / 12 - costCents / months;
    } else sum += ((pay - base) * 100) / 12;
    points.push({ month, cents: Math.round(sum) });
  }
  return points;
}

/** The first month from which the curve stays at or above zero; null when it does not within the curve. */
export function breakEvenMonth(curve: readonly CurvePoint[]): number | null {
  let from: number | null = null;
  for (const { month, cents } of curve) {
    if (month === 0) continue;
    if (cents < 0) from = null;
    else from ??= month;
  }
  return from;
}

function routeOf(facts: CredentialFacts, occupation: OccupationFacts | null, baseline: BaselinePay | null, assumptions: CompareAssumptions): RouteResult {
  const time = trainingTime(facts.times);
  const reasons: Reason[] = [];
  const years = time ? time.months / 12 : 0;
  const tuition = assumptions.tuitionCentsPerYear[facts.id];
  const counted = tuition === undefined ? facts.costs : facts.costs.filter((cost) => cost.line !== 'tuition');
  const known = totalCost(counted);
  const added = tuition === undefined ? 0 : Math.round(tuition * Math.max(years, 1 / 12));
  const total = {
    ...known, lowCents: known.lowCents + added, highCents: known.highCents + added, nothingKnown: known.nothingKnown && tuition === undefined,
  };
  const pay = occupation?.pay?.p50 ?? null;
  const base = baseline?.pay.p50 ?? null;
  const unknown = (code: 'compare.opens-no-job' | 'compare.pay-unknown' | 'compare.baseline-unknown' | 'compare.time-unknown'): RouteResult => ({
    credentialId: facts.id, months: time?.months ?? null, total, curve: null, breakEven: { outcome: 'unknown' }, aheadCents: null,
    risks: risksOf(facts), reasons: [...reasons, reason(code)],
  });
  if (!occupation) return unknown('compare.opens-no-job');
  if (pay === null) return unknown('compare.pay-unknown');
  if (base === null) return unknown('compare.baseline-unknown');
  if (!time) return unknown('compare.time-unknown');
  if (total.incomplete) reasons.push(reason('compare.costs-unknown'));
  if (time.fromHours) reasons.push(reason('compare.hours-full-time'));
  if (time.paid) reasons.push(reason('compare.apprentice-wage', { from: APPRENTICE_FROM * 100, to: APPRENTICE_TO * 100 }));
  const grants = Math.min(added + known.lowCents, Math.round(assumptions.grantCentsPerYear * years));
  const costCents = (total.lowCents + total.highCents) / 2 - (time.paid ? 0 : grants);
  const curve = cumulative(
    { months: time.months, pay, base, workShare: Math.min(1, assumptions.workHoursInSchool / FULL_TIME_HOURS), costCents, paidTraining: time.paid },
    assumptions.horizonYears * 12,
  );
  const after = breakEvenMonth(curve);
  return {
    credentialId: facts.id, months: time.months, total, curve,
    breakEven: after === null ? { outcome: 'not-within', years: assumptions.horizonYears } : { outcome: 'reached', month: addMonths(assumptions.startMonth, after), afterMonths: after },
    aheadCents: curve.at(-1)?.cents ?? null, risks: risksOf(facts), reasons,
  };
}

/** "N in 10" of a share, with the word that fits: more than 9, about 6, fewer than 1. */
function tenths(share: number): { readonly code: 'insight.overlap-more-than' | 'insight.overlap-about' | 'insight.overlap-fewer-than'; readonly n: number } {
  if (share > 0.9) return { code: 'insight.overlap-more-than', n: 9 };
  if (share < 0.1) return { code: 'insight.overlap-fewer-than', n: 1 };
  return { code: 'insight.overlap-about', n: Math.round(share * 10) };
}

interface Named {
  readonly name: Localized;
  readonly route: RouteResult;
  readonly occupation: OccupationFacts | null;
}

function insightsOf(named: readonly Named[], assumptions: CompareAssumptions): Reason[] {
  const insights: Reason[] = [];
  const ranked = named.filter((each) => each.route.curve !== null).sort((a, b) => (b.route.aheadCents ?? 0) - (a.route.aheadCents ?? 0));
  const [first, second] = ranked;
  if (first?.route.curve && second?.route.curve) {
    const lead = first.route.curve.map((point, index) => ({ month: point.month, cents: point.cents - (second.route.curve?.[index]?.cents ?? 0) }));
    const after = breakEvenMonth(lead);
    if (after !== null && after > 1) insights.push(reason('insight.passes', { later: first.name, earlier: second.name, year: addMonths(assumptions.startMonth, after).slice(0, 4) }));
    else if (after !== null) insights.push(reason('insight.ahead-throughout', { first: first.name, second: second.name }));
    const [a, b] = [first, second].map(({ occupation }) => (occupation?.pay ? oewsPeople(occupation.pay) : null));
    const overlap = a && b && first.occupation?.soc !== second.occupation?.soc ? (overlapOf(a, b)?.aboveMedian ?? null) : null;
    if (overlap) {
      const { code, n } = tenths(overlap.value);
      insights.push(reason(code, { n, a: first.name, b: second.name }));
      if (overlap.extrapolated) insights.push(reason('insight.extrapolated'));
    }
  }
  if (named.some((each) => each.route.total.incomplete)) insights.push(reason('insight.costs-unknown'));
  return insights;
}

/**
 * Compares routes of one credential each with going to work without training: cumulative money
 * ahead in dollars of the survey's year, undiscounted, middle workers. Costs unknown are left
 * out and said so: a break-even is then the earliest there can be.
 */
export function compareRoutes(input: CompareInput, assumptions: CompareAssumptions): CompareResult {
  const named = input.credentials.map(({ facts }): Named => {
    const occupation = facts.role === 'add-on' ? null : (openedOccupation(facts.links)?.occupation ?? null);
    return { name: facts.shortName, occupation, route: routeOf(facts, occupation, input.baseline, assumptions) };
  });
  return { routes: named.map((each) => each.route), insights: insightsOf(named, assumptions) };
}
