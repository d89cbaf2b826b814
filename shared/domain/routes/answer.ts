/** The finder's answer with its reasons: each route explained, what is missing, what is in the way. */
import type { Localized } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { createWalker, eachGoal, findFront } from './find-routes.ts';
import type { Walker } from './find-routes.ts';
import { Front, covers } from './front.ts';
import type { FrontRoute } from './front.ts';
import type { RouteAtlas } from './from-facts.ts';
import { FLAG, UNKNOWN_MONTHS } from './graph.ts';
import { rowEnd, rowStart } from './measure.ts';
import { LIMITS } from './question.ts';
import type { RouteQuestion } from './question.ts';
import { bestOf, isWhole, spread } from './spread.ts';

export interface RouteStep {
  readonly credentialId: string;
  readonly name: Localized;
  /** What this step asks for or gains from, and what is not known of it. */
  readonly reasons: readonly Reason[];
}

export interface ExplainedRoute {
  readonly steps: readonly RouteStep[];
  readonly soc: string;
  /** Months from today; "at least" when `monthsOpen`. */
  readonly months: number;
  /** Net cost, cents; "at least" when `centsOpen`. */
  readonly cents: number;
  /** Dollars a year, or dollars ahead, as the question asked. */
  readonly value: number;
  readonly risk: number;
  readonly monthsOpen: boolean;
  readonly centsOpen: boolean;
  /** Why it is shown. */
  readonly reasons: readonly Reason[];
}

export interface RouteAnswer {
  readonly routes: readonly ExplainedRoute[];
  /** Routes of the whole front, of which at most twelve are shown. */
  readonly found: number;
  /** For each credential asked about that is on no route shown: why. */
  readonly missing: readonly { readonly credentialId: string; readonly reason: Reason }[];
  /** When nothing was found: the limit in the way and how far it must move. */
  readonly nothing: Reason | null;
}

const dollars = (cents: number): number => Math.ceil(cents / 100);
const nameOf = (atlas: RouteAtlas, node: number): Localized => atlas.credentials[node]?.name ?? { en: '', es: '' };


function stepOf(atlas: RouteAtlas, question: RouteQuestion, nodes: readonly number[], place: number): RouteStep {
  const { graph } = atlas;
  const { person } = question;
  const node = nodes[place] ?? 0;
  const step = nameOf(atlas, node);
  const minAge = graph.minAge[node] ?? 0;
  const reasons: Reason[] = [];
  const earlier = new Set([...nodes.slice(0, place), ...person.held]);
  const among = (rows: typeof graph.credits, say: (first: number) => Reason): Reason | null => {
    for (let edge = rowStart(rows, node); edge < rowEnd(rows, node); edge += 1) {
      const from = rows.items[edge] ?? 0;
      if (earlier.has(from)) return say(from);
    }
    return null;
  };
  for (const rows of [graph.admission, graph.law]) {
    const found = among(rows, (first) => reason('route.needs-first', { step, first: nameOf(atlas, first) }));
    if (found) reasons.push(found);
  }
  const credit = among(graph.credits, (first) => reason('route.credit-from', { step, first: nameOf(atlas, first) }));
  if (credit) reasons.push(credit);
  if (minAge > 0 && person.ageMonths === null) reasons.push(reason('route.age-not-said', { name: step, age: minAge }));
  if (minAge > 0 && person.ageMonths !== null && person.ageMonths < minAge * 12) reasons.push(reason('route.wait-for-age', { name: step, age: minAge }));
  if (((graph.flags[node] ?? 0) & FLAG.needsDiploma) !== 0 && (person.diplomaInMonths ?? 0) > 0) reasons.push(reason('route.wait-for-diploma', { name: step }));
  if (graph.months[node] === UNKNOWN_MONTHS) reasons.push(reason('route.time-unknown', { name: step }));
  if (((graph.flags[node] ?? 0) & FLAG.costIncomplete) !== 0) reasons.push(reason('route.cost-unknown', { name: step }));
  if (question.limits.miles !== null && (question.miles === null || question.miles[node] === -1)) reasons.push(reason('route.distance-unknown', { name: step }));
  return { credentialId: graph.ids[node] ?? '', name: step, reasons };
}

function explain(atlas: RouteAtlas, question: RouteQuestion, route: FrontRoute, best: ReturnType<typeof bestOf>): ExplainedRoute {
  const { nodes, occupation, ...measures } = route;
  const reasons: Reason[] = [];
  if (best && isWhole(route)) {
    if (route.value === best.value) reasons.push(reason(question.value.by === 'pay' ? 'route.best-paid' : 'route.most-ahead'));
    if (route.months === best.months) reasons.push(reason('route.fastest'));
    if (route.cents === best.cents) reasons.push(reason('route.cheapest'));
    if (route.risk === best.risk) reasons.push(reason('route.fewest-hurdles'));
  }
  if (reasons.length === 0) reasons.push(reason('route.in-between'));
  return { ...measures, steps: nodes.map((_, place) => stepOf(atlas, question, nodes, place)), soc: atlas.occupations[occupation]?.soc ?? '', reasons };
}

/** The routes to one credential without any limit: what could be, to say what is in the way. */
function freeRoutes(atlas: RouteAtlas, question: RouteQuestion, node: number, occupation: number): { readonly front: readonly FrontRoute[]; readonly walker: Walker } {
  const walker = createWalker(atlas.graph, { ...question, limits: { months: null, cents: null, miles: question.limits.miles } });
  const front = new Front();
  walker.walk(node, occupation, front);
  return { front: front.routes, walker };
}

const least = (routes: readonly FrontRoute[], pick: (route: FrontRoute) => number): number => routes.reduce((low, each) => Math.min(low, pick(each)), Number.POSITIVE_INFINITY);

/** Why a credential that people ask about is on no route of the front; null when it is on one. */
export function whyMissing(atlas: RouteAtlas, question: RouteQuestion, front: readonly FrontRoute[], credentialId: string): Reason | null {
  const { graph } = atlas;
  const node = graph.ids.indexOf(credentialId);
  if (node < 0) return reason('missing.opens-other-work');
  if (front.some((route) => route.nodes.includes(node))) return null;
  const { goal, person, limits } = question;
  if (person.held.includes(node)) return reason('missing.held');
  const goals: number[] = [];
  eachGoal(graph, question, (each, reached) => { if (each === node) goals.push(reached); });
  const occupation = goals[0];
  if (occupation === undefined) {
    const opened = [...graph.opens.items.slice(graph.opens.start[node], graph.opens.start[node + 1])];
    if (goal.kind !== 'occupation' && opened.length > 0 && opened.every((each) => (question.area.pay[each] ?? -1) < 0)) return reason('missing.pay-unknown');
    return goal.kind === 'good-job' && opened.length > 0 ? reason('missing.under-floor') : reason('missing.opens-other-work');
  }
  const name = nameOf(atlas, node);
  const { front: free, walker } = freeRoutes(atlas, question, node, occupation);
  if (walker.isBarred(node)) {
    if (person.diplomaInMonths === null && ((graph.flags[node] ?? 0) & FLAG.needsDiploma) !== 0) return reason('missing.needs-diploma', { name });
    const miles = question.miles?.[node] ?? -1;
    return limits.miles !== null && miles > limits.miles ? reason('missing.too-far', { name, miles }) : reason('missing.barred', { name });
  }
  if (free.length === 0) return reason('missing.no-way-to', { name });
  const fits = free.filter((route) => (limits.months === null || route.months <= limits.months) && (limits.cents === null || route.cents <= limits.cents));
  if (fits.length === 0) {
    const months = least(free, (route) => route.months);
    return limits.months !== null && months > limits.months ? reason('missing.too-long', { months }) : reason('missing.too-dear', { dollars: dollars(least(free, (route) => route.cents)) });
  }
  const by = front.find((route) => fits.some((each) => covers(route, each)));
  return reason('missing.beaten', { by: nameOf(atlas, by?.nodes.at(-1) ?? node) });
}

/** When a question has no route: the one limit that must move, and how far; all of them when one is not enough. */
export function whyNothing(atlas: RouteAtlas, question: RouteQuestion): Reason {
  const { limits } = question;
  const without = (names: readonly (typeof LIMITS)[number][]): RouteQuestion => ({ ...question, limits: { ...limits, ...Object.fromEntries(names.map((name) => [name, null])) } });
  let any = false;
  eachGoal(atlas.graph, question, () => { any = true; });
  if (!any) return reason('nothing.no-credential');
  const needed = LIMITS.flatMap((limit) => {
    const set = limits[limit];
    if (set === null) return [];
    const front = findFront(atlas.graph, without([limit]));
    if (front.length === 0) return [];
    const value = limit === 'months' ? least(front, (route) => route.months) : limit === 'cents' ? least(front, (route) => route.cents) : least(front, (route) => Math.max(...route.nodes.map((node) => question.miles?.[node] ?? 0)));
    return [{ limit, value, share: (value - set) / Math.max(1, set) }];
  }).sort((a, b) => a.share - b.share);
  const [first] = needed;
  if (first) {
    switch (first.limit) {
      case 'months': return reason('nothing.needs-months', { months: first.value });
      case 'cents': return reason('nothing.needs-dollars', { dollars: dollars(first.value) });
      case 'miles': return reason('nothing.needs-miles', { miles: first.value });
    }
  }
  const free = findFront(atlas.graph, without(LIMITS));
  const [closest] = [...free].sort((a, b) => a.months / Math.max(1, limits.months ?? a.months) + a.cents / Math.max(1, limits.cents ?? a.cents) - b.months / Math.max(1, limits.months ?? b.months) - b.cents / Math.max(1, limits.cents ?? b.cents));
  return closest ? reason('nothing.needs-all', { months: closest.months, dollars: dollars(closest.cents) }) : reason('nothing.barred');
}

/** Answers a question over an atlas; `popular` are ids of credentials that people ask about. */
export function findRoutes(atlas: RouteAtlas, question: RouteQuestion, popular: readonly string[] = []): RouteAnswer {
  const front = findFront(atlas.graph, question);
  const best = bestOf(front);
  return {
    routes: spread(front).map((route) => explain(atlas, question, route, best)),
    found: front.length,
    missing: popular.flatMap((credentialId) => { const why = whyMissing(atlas, question, front, credentialId); return why ? [{ credentialId, reason: why }] : []; }),
    nothing: front.length === 0 ? whyNothing(atlas, question) : null,
  };
}
