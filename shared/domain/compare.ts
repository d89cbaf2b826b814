import { addMonths } from '../kernel/plain-date.ts';
import type { CredentialFacts, Localized, OccupationFacts } from './facts.ts';
import { totalCost } from './money/costs.ts';
import { trainingTime } from './money/time.ts';
import { ownWageRange } from './pay/baselines.ts';
import { oewsPeople } from './percentiles/people.ts';
import { overlapOf } from './percentiles/overlap.ts';
import { reason } from './reason.ts';
import type { Reason } from './reason.ts';
import type { BaselinePay, CompareAssumptions, CompareResult, CurvePoint, RouteResult } from './results.ts';
import { NO_PAY, payRange, stepOfCredential } from './return/from-facts.ts';
import { DEFAULT_OPTIONS } from './return/input.ts';
import { bestAhead, returnOf, staysAheadFrom } from './return/return-of.ts';
import type { ReturnKnown, ScenarioReturn } from './return/return-of.ts';
import { ASSUMED_SCHEDULE } from './return/schedule.ts';
import { openedOccupation } from './value/verdict.ts';

export interface CompareInput {
  readonly credentials: readonly { readonly facts: CredentialFacts }[];
  readonly baseline: BaselinePay | null;
}

const FULL_TIME_HOURS = 40;

const risksOf = (facts: CredentialFacts): Reason[] => {
  const risks: Reason[] = [];
  const asks = facts.requirements.filter((each) => each.answer === 'ask').length;
  if (asks > 0) risks.push(reason('risk.questions', { count: asks }));
  if (facts.minAge !== null) risks.push(reason('risk.min-age', { age: facts.minAge }));
  if (facts.renewMonths !== null) risks.push(reason('risk.renewal', { months: facts.renewMonths }));
  risks.push(reason('risk.completion-unknown'));
  return risks;
};

/**
 * The first month from which the curve stays at or above zero; null when it does not within the
 * curve. Example: of points 0, 5, -1, 0 it is month 3.
 */
export function breakEvenMonth(curve: readonly CurvePoint[]): number | null {
  const after = staysAheadFrom(curve.map(({ cents }) => cents));
  return after === null ? null : (curve[after]?.month ?? null);
}

const WHY_UNKNOWN = { pay: 'compare.pay-unknown', baseline: 'compare.baseline-unknown', time: 'compare.time-unknown' } as const;

interface Computed {
  readonly route: RouteResult;
  readonly returned: ReturnKnown | null;
}

function routeOf(facts: CredentialFacts, occupation: OccupationFacts | null, baseline: BaselinePay | null, assumptions: CompareAssumptions): Computed {
  const time = trainingTime(facts.times);
  const tuition = assumptions.tuitionCentsPerYear[facts.id] ?? null;
  const counted = tuition === null ? facts.costs : facts.costs.filter((cost) => cost.line !== 'tuition');
  const known = totalCost(counted);
  // A step of no known length still costs a month of tuition.
  const added = tuition === null ? 0 : Math.round((tuition * Math.max(time?.months ?? 0, 1)) / 12);
  const total = { ...known, lowCents: known.lowCents + added, highCents: known.highCents + added, nothingKnown: known.nothingKnown && tuition === null };
  const risks = risksOf(facts);
  const unknown = (code: 'compare.opens-no-job' | (typeof WHY_UNKNOWN)[keyof typeof WHY_UNKNOWN]): Computed => ({
    returned: null,
    route: { credentialId: facts.id, months: time?.months ?? null, total, curve: null, breakEven: { outcome: 'unknown' }, aheadCents: null, value: null, risks, reasons: [reason(code)] },
  });
  if (!occupation) return unknown('compare.opens-no-job');
  const { ownWage } = assumptions;
  const step = stepOfCredential(facts, occupation.pay, {
    workShare: Math.min(1, assumptions.workHoursInSchool / (ownWage?.hoursPerWeek ?? FULL_TIME_HOURS)), tuitionCentsPerYear: tuition, grantCentsPerYear: assumptions.grantCentsPerYear,
  });
  const { horizonYears } = assumptions;
  // Present values are told at the engine's own horizons too, whatever the curve's.
  const horizons = [...new Set([...DEFAULT_OPTIONS.horizons, horizonYears])].sort((a, b) => a - b);
  const without = ownWage ? ownWageRange({ per: 'hour', cents: ownWage.centsPerHour }, ownWage.hoursPerWeek) : baseline ? payRange(baseline.pay) : NO_PAY;
  const returned = returnOf({ steps: [step], baseline: without }, { rate: assumptions.annualRate ?? DEFAULT_OPTIONS.rate, horizons });
  if (returned.outcome === 'unknown') return unknown(WHY_UNKNOWN[returned.missing]);
  const cents = returned.middle.curve.slice(0, horizonYears * 12 + 1);
  const after = staysAheadFrom(cents);
  const aheadOf = (scenario: ScenarioReturn | null): number | null => scenario?.curve[horizonYears * 12] ?? null;
  const reasons: Reason[] = [];
  if (returned.atMost) reasons.push(reason('compare.costs-unknown'));
  if (time?.fromHours) reasons.push(reason('compare.hours-full-time'));
  if (time?.paid) reasons.push(reason('compare.apprentice-wage', { from: ASSUMED_SCHEDULE.middle.from * 100, to: ASSUMED_SCHEDULE.middle.to * 100 }));
  return {
    returned,
    route: {
      credentialId: facts.id, months: step.months, total, curve: cents.map((sum, month) => ({ month, cents: sum })),
      breakEven: after === null ? { outcome: 'not-within', years: horizonYears } : { outcome: 'reached', month: addMonths(assumptions.startMonth, after), afterMonths: after },
      aheadCents: cents.at(-1) ?? null,
      value: {
        horizons: returned.middle.horizons.map(({ years, npvCents, breakdown }) => ({ years, npvCents, breakdown })),
        lowAheadCents: aheadOf(returned.low), highAheadCents: aheadOf(returned.high), annualRate: returned.irr.irr, atMost: returned.atMost, isBest: false,
      },
      risks, reasons,
    },
  };
}

/** "N in 10" of a share, with the word that fits: more than 9, about 6, fewer than 1. */
function tenths(share: number): { readonly code: 'insight.overlap-more-than' | 'insight.overlap-about' | 'insight.overlap-fewer-than'; readonly n: number } {
  // Nine tenths read off a published percentile are nine tenths: binary fractions lie a hair beside.
  const exact = Math.round(share * 1e9) / 1e9;
  if (exact > 0.9) return { code: 'insight.overlap-more-than', n: 9 };
  if (exact < 0.1) return { code: 'insight.overlap-fewer-than', n: 1 };
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
 * Compares routes of one credential each with going to work without training, by the return
 * engine: cumulative money ahead, in dollars of the survey's year, undiscounted, middle workers.
 * Costs unknown are left out and said so: a break-even is then the earliest there can be, and the
 * route is never the best.
 *
 * Example: a year of school without work and $275, then $60,330 a year beside $34,850, is ahead
 * for good 29 months after the start.
 */
export function compareRoutes(input: CompareInput, assumptions: CompareAssumptions): CompareResult {
  const computed = input.credentials.map(({ facts }) => {
    const occupation = facts.role === 'add-on' ? null : (openedOccupation(facts.links)?.occupation ?? null);
    return { name: facts.shortName, occupation, ...routeOf(facts, occupation, input.baseline, assumptions) };
  });
  const best = bestAhead(computed.map(({ returned }) => returned), assumptions.horizonYears * 12);
  const named = computed.map((each, index): Named => (index === best && each.route.value ? { ...each, route: { ...each.route, value: { ...each.route.value, isBest: true } } } : each));
  return { routes: named.map((each) => each.route), insights: insightsOf(named, assumptions) };
}
