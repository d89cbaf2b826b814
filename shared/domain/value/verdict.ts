import type { CredentialFacts, Figure, Localized, OccupationFacts, OccupationLink } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { BaselinePay, Criterion, GoodJobFloor, Verdict, VerdictResult } from '../results.ts';
import type { Rubric } from './rubric.ts';

/** What a verdict is judged against in one area. */
export interface VerdictContext {
  readonly rubric: Rubric;
  readonly floor: GoodJobFloor;
  readonly baseline: BaselinePay | null;
  /** Every credential that can be reached, for stepping stones and better choices. */
  readonly credentials: ReadonlyMap<string, CredentialFacts>;
}

/** Edges that make a stepping stone; "often comes before" and experience do not. */
const STEPPING = new Set(['credit-granted', 'required-admission', 'required-law']);

/** The occupation a credential directly opens: by law or as the usual way in; the one with most jobs, never the best paid. */
export function openedOccupation(links: readonly OccupationLink[]): OccupationLink | null {
  const direct = links.filter((link) => link.relation === 'required-by-law' || link.relation === 'qualifies');
  const size = (link: OccupationLink): number => link.occupation.employmentHere.value ?? 0;
  return [...direct].sort((a, b) => size(b) - size(a) || (a.occupation.soc < b.occupation.soc ? -1 : 1))[0] ?? null;
}

const dollars = (value: number, from: Figure['from']): Figure => ({ value, high: null, atLeast: false, unit: 'usd-per-year', unknown: null, from });

interface PayJudgement {
  readonly criterion: Criterion;
  readonly band: 'high' | 'modest' | 'limited' | 'unknown';
  readonly closeCall: boolean;
  readonly job: readonly Reason[];
}

function judgePay(occupation: OccupationFacts, { rubric, floor, baseline }: VerdictContext): PayJudgement {
  const median = occupation.pay?.p50 ?? null;
  const line = floor.floor.value;
  if (occupation.pay === null || median === null || line === null) {
    const why = reason(occupation.pay?.basis === 'hourly-only' ? 'job.pay-hourly-only' : 'job.pay-unknown', { occupation: occupation.title });
    return { criterion: { id: 'pay', state: 'unknown', figure: null, threshold: floor.floor, reason: why }, band: 'unknown', closeCall: false, job: [why] };
  }
  const modestLine = baseline?.pay.p50 == null ? null : Math.round((baseline.pay.p50 * rubric.modestPermilleOfBaseline) / 1000);
  const band = median >= line ? 'high' : modestLine === null ? 'unknown' : median >= modestLine ? 'modest' : 'limited';
  const near = (value: number | null): boolean => value !== null && Math.abs(median - value) * 1000 <= value * rubric.closeCallPermille;
  const partly = (occupation.selfEmployedPermille ?? 0) > rubric.selfEmployedPartlyAbovePermille;
  const state = partly ? 'partly' : band === 'high' ? 'met' : band === 'modest' ? 'partly' : band === 'unknown' ? 'unknown' : 'not-met';
  const params = { occupation: occupation.title, area: occupation.pay.areaName, median, gap: Math.abs(median - line) };
  const job: Reason[] = [reason(median >= line ? 'job.pay-over-floor' : 'job.pay-under-floor', params)];
  const low = baseline?.pay.p50;
  if (low != null) {
    const permille = Math.round(((median - low) * 1000) / low);
    job.push(reason(permille >= 0 ? 'job.above-no-training' : 'job.below-no-training', { percent: Math.abs(Math.round(permille / 10)) }));
  }
  if (median >= line && (occupation.pay.p25 ?? 0) >= line) job.push(reason('job.reaches-from-start'));
  if (occupation.pay.area !== occupation.pay.askedArea) job.push(reason('job.pay-from-wider-area', { area: occupation.pay.areaName }));
  if (partly) job.push(reason('job.many-self-employed', { percent: Math.round((occupation.selfEmployedPermille ?? 0) / 10) }));
  return {
    criterion: { id: 'pay', state, figure: dollars(median, occupation.pay.from), threshold: floor.floor, reason: job[0] ?? reason('job.pay-unknown', params) },
    band,
    closeCall: near(line) || (band !== 'high' && near(modestLine)),
    job,
  };
}

function judgeOpenings(occupation: OccupationFacts, { rubric }: VerdictContext): { readonly criterion: Criterion; readonly fails: boolean } {
  const change = occupation.outlook?.changePermille ?? null;
  const jobs = occupation.employmentHere.value;
  const openings = occupation.outlook?.openingsPerYear ?? null;
  const figure: Figure | null = occupation.outlook && openings !== null
    ? { value: openings, high: null, atLeast: false, unit: 'jobs-per-year', unknown: null, from: occupation.outlook.from }
    : null;
  const criterion = (state: Criterion['state'], why: Reason): Criterion => ({ id: 'openings', state, figure, threshold: null, reason: why });
  if (change !== null && change < rubric.openings.changeBelowPermille) {
    return { criterion: criterion('not-met', reason('job.shrinking', { percent: Math.round(-change / 10) })), fails: true };
  }
  if (jobs !== null && jobs < rubric.openings.employmentUnder) {
    return { criterion: criterion('not-met', reason('job.few-jobs-here', { jobs })), fails: true };
  }
  if (change === null || openings === null) return { criterion: criterion('unknown', reason('job.openings-unknown')), fails: false };
  if (jobs === null) return { criterion: criterion('partly', reason('job.openings-nation-only', { openings, percent: Math.round(change / 10) })), fails: false };
  return { criterion: criterion('met', reason('job.openings', { openings, jobs, percent: Math.round(change / 10) })), fails: false };
}

/** The credential's own part: what it does toward the job, apart from what the job pays. */
function judgePart(facts: CredentialFacts, opened: OccupationLink | null): { readonly criterion: Criterion; readonly part: Reason } {
  const make = (state: Criterion['state'], part: Reason): { criterion: Criterion; part: Reason } => ({
    criterion: { id: 'law-or-employers', state, figure: null, threshold: null, reason: part }, part,
  });
  if (facts.role === 'add-on') return make('not-met', reason('part.add-on'));
  if (facts.demandType === 'general-readiness') return make('not-met', reason('part.general-readiness'));
  if (opened?.relation === 'required-by-law') return make('met', reason('part.required-by-law', { occupation: opened.occupation.title }));
  if (opened) return make('met', reason('part.qualifies', { occupation: opened.occupation.title }));
  const asked = facts.links.find((link) => link.relation === 'preferred');
  if (asked) return make('unknown', reason('part.preferred', { occupation: asked.occupation.title }));
  const related = facts.links[0];
  if (related) return make('unknown', reason('part.related', { occupation: related.occupation.title }));
  return make('unknown', reason('part.no-link'));
}

/** Pay, openings and part of one credential, before the ladder and the neighbors are looked at. */
function judgeAlone(facts: CredentialFacts, context: VerdictContext): { readonly verdict: Verdict; readonly result: Omit<VerdictResult, 'better' | 'stillRight' | 'verdict'> } {
  const opened = openedOccupation(facts.links);
  const { criterion: law, part } = judgePart(facts, opened);
  const results: Criterion = { id: 'program-results', state: 'unknown', figure: null, threshold: null, reason: reason('part.results-not-collected') };
  const rubric = { id: context.rubric.id, edition: context.rubric.edition };
  const noCareer = facts.role === 'add-on' || facts.demandType === 'general-readiness';
  if (!opened || noCareer) {
    const unknown = (id: 'pay' | 'openings'): Criterion => ({ id, state: 'unknown', figure: null, threshold: null, reason: reason('job.none-opened') });
    return {
      verdict: noCareer ? 'limited' : 'unknown',
      result: { closeCall: false, soc: null, job: [reason('job.none-opened')], part: [part], criteria: [unknown('pay'), unknown('openings'), law, results], rubric },
    };
  }
  const pay = judgePay(opened.occupation, context);
  const openings = judgeOpenings(opened.occupation, context);
  // A good wage without openings is still pay above the modest line.
  const verdict: Verdict = pay.band === 'high' && openings.fails ? 'modest' : pay.band;
  return {
    verdict,
    result: {
      closeCall: pay.closeCall, soc: opened.occupation.soc, job: [...pay.job, openings.criterion.reason], part: [part],
      criteria: [pay.criterion, openings.criterion, law, results], rubric,
    },
  };
}

/** A high-value credential that `facts` gives credit, admission or standing toward; null when none is reached. */
function steppingTarget(facts: CredentialFacts, context: VerdictContext): { readonly id: string; readonly name: Localized } | null {
  const seen = new Set([facts.id]);
  const queue = [facts];
  for (let current = queue.shift(); current; current = queue.shift()) {
    for (const edge of current.leadsTo) {
      const next = STEPPING.has(edge.kind) ? context.credentials.get(edge.toId) : undefined;
      if (!next || seen.has(next.id)) continue;
      seen.add(next.id);
      if (judgeAlone(next, context).verdict === 'high') return { id: next.id, name: next.name };
      queue.push(next);
    }
  }
  return null;
}

const RANK: Readonly<Record<Verdict, number>> = { high: 0, stepping: 1, modest: 2, unknown: 3, limited: 3 };

/** The better reachable choice in the same field: what this one often comes before first, then by verdict, then by id. */
function betterChoice(facts: CredentialFacts, context: VerdictContext): VerdictResult['better'] {
  const next = new Set(facts.leadsTo.map((edge) => edge.toId));
  const candidates = [...context.credentials.values()]
    .filter((each) => each.id !== facts.id && each.role === 'main' && each.field === facts.field && facts.field !== 'general')
    .map((each) => ({ each, rank: RANK[judgeAlone(each, context).verdict] }))
    .filter(({ rank }) => rank < RANK.limited)
    .sort((a, b) => Number(next.has(b.each.id)) - Number(next.has(a.each.id)) || a.rank - b.rank || (a.each.id < b.each.id ? -1 : 1));
  const best = candidates[0]?.each;
  return best ? { credentialId: best.id, name: best.name } : null;
}

/**
 * Judges one credential in one area by a rubric: criteria, then a verdict with the reasons that
 * decided it. Pure and total; unknown evidence is neither good nor bad.
 *
 * high: median pay reaches the good-job floor and openings do not fail. stepping: not high, but
 * gives credit, required admission or legal standing toward a high-value credential. modest:
 * median at least 1.2 times the pay of jobs open without training. limited: below that, or
 * general career readiness, or an add-on. unknown: otherwise.
 */
export function judgeCredential(facts: CredentialFacts, context: VerdictContext): VerdictResult {
  const { verdict: alone, result } = judgeAlone(facts, context);
  const noCareer = facts.role === 'add-on' || facts.demandType === 'general-readiness';
  const target = alone === 'high' || noCareer ? null : steppingTarget(facts, context);
  const verdict: Verdict = target ? 'stepping' : alone;
  const weak = verdict === 'limited' || verdict === 'unknown';
  const stillRight: Reason[] = [];
  if (verdict === 'limited') {
    stillRight.push(reason(noCareer ? 'still.when-asked' : 'still.try-the-work'));
    if (!noCareer && facts.leadsTo.length > 0) stillRight.push(reason('still.first-paycheck'));
  }
  return {
    ...result,
    verdict,
    part: target ? [...result.part, reason('part.stepping', { to: target.name })] : result.part,
    better: weak ? betterChoice(facts, context) : null,
    stillRight,
  };
}
