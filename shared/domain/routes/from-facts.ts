/** The finder's view of credential facts. */
import type { CredentialFacts, OccupationFacts } from '../facts.ts';
import { totalCost } from '../money/costs.ts';
import { inMonths, trainingTime } from '../money/time.ts';
import { BARRIERS, buildRouteGraph } from './graph.ts';
import type { Barrier, RouteGraph, RouteNode } from './graph.ts';
import type { AreaPay } from './question.ts';

/** A semester hour at 30 a year of full-time study, in months of a twelve-month year. */
const MONTHS_PER_CREDIT = 12 / 30;

export interface RouteAtlas {
  readonly graph: RouteGraph;
  /** What the graph was built from, in its order. */
  readonly nodes: readonly RouteNode[];
  /** Facts by position in the graph. */
  readonly credentials: readonly CredentialFacts[];
  /** Occupations by position; `area` is in the same order. */
  readonly occupations: readonly OccupationFacts[];
  readonly area: Omit<AreaPay, 'baseline'>;
}

const BARRIER_OF: Readonly<Record<string, Barrier>> = Object.fromEntries(BARRIERS.map((each) => [each, each]));

/** How long a step takes: its training, or else the work that must come before it, which is paid. */
function stepTime({ times }: CredentialFacts): { readonly months: number; readonly paid: boolean; readonly isWork: boolean } | null {
  const training = trainingTime(times);
  if (training) return { months: training.months, paid: training.paid, isWork: false };
  const work = times.find((each) => each.kind === 'experience' && each.low !== null);
  return !work || work.low === null ? null : { months: Math.ceil(inMonths(work.low, work.unit) - 1e-9), paid: true, isWork: true };
}

/**
 * Builds graph and tables of an area from facts. Add-ons are no step of a route by themselves
 * and are left out. An admission or legal edge that may be skipped asks for nothing; credit
 * shortens a step by twelve months for 30 credits, and never cheapens it: what a school takes
 * off is not published. Work done on the way ("counts as experience") shortens the work that a
 * step asks for.
 */
export function routeAtlas(facts: Iterable<CredentialFacts>): RouteAtlas {
  const credentials = [...facts].filter((each) => each.role === 'main').sort((a, b) => (a.id < b.id ? -1 : 1));
  const position = new Map(credentials.map((each, at) => [each.id, at]));
  const occupations: OccupationFacts[] = [];
  const occupationAt = new Map<string, number>();
  const placeOf = (occupation: OccupationFacts): number => {
    const known = occupationAt.get(occupation.soc);
    if (known !== undefined) return known;
    occupationAt.set(occupation.soc, occupations.length);
    return occupations.push(occupation) - 1;
  };
  const times = credentials.map(stepTime);
  const into = new Map<number, { required: RouteNode['required'][number][]; credits: RouteNode['credits'][number][] }>();
  for (const [from, each] of credentials.entries()) {
    for (const edge of each.leadsTo) {
      const to = position.get(edge.toId);
      if (to === undefined) continue;
      const row = into.get(to) ?? { required: [], credits: [] };
      into.set(to, row);
      if ((edge.kind === 'required-admission' || edge.kind === 'required-law') && !edge.skippable) row.required.push({ from, kind: edge.kind });
      const [work, done] = [times[to], times[from]];
      if (edge.kind === 'counts-experience' && work?.isWork && done?.paid) row.credits.push({ from, months: Math.min(work.months, done.months), cents: 0 });
      if (edge.kind === 'credit-granted') row.credits.push({ from, months: Math.floor((edge.credits ?? 0) * MONTHS_PER_CREDIT), cents: 0 });
    }
  }
  const nodes = credentials.map((each, at): RouteNode => {
    const time = times[at];
    const total = totalCost(each.costs);
    const asked = each.requirements.filter(({ answer }) => answer === 'ask').length;
    return {
      id: each.id, months: time?.months ?? null, paid: time?.paid ?? false, cents: total.lowCents, costIncomplete: total.incomplete || total.nothingKnown,
      risk: 1 + asked, minAge: each.minAge,
      needsDiploma: each.requirements.some(({ kind, answer }) => kind === 'diploma' && answer === 'yes'),
      barriers: [...new Set(each.requirements.flatMap(({ kind, answer }) => { const barrier = BARRIER_OF[kind]; return barrier && answer === 'yes' ? [barrier] : []; }))],
      field: each.field,
      opens: each.links.filter(({ relation }) => relation === 'required-by-law' || relation === 'qualifies').map(({ occupation }) => placeOf(occupation)),
      required: into.get(at)?.required ?? [], credits: into.get(at)?.credits ?? [],
    };
  });
  const graph = buildRouteGraph(nodes, occupations.length);
  return {
    graph, nodes, credentials, occupations,
    area: { pay: Int32Array.from(occupations, (each) => each.pay?.p50 ?? -1), jobs: Int32Array.from(occupations, (each) => each.employmentHere.value ?? -1) },
  };
}
