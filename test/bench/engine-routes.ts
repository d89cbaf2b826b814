/** The route finder over a nation: 500 questions on a graph of 1.85 million credentials. */
import { listWages } from '../../db/reference/queries/list-wages.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { createJudgeSource } from '../../electron/service/judge-source.ts';
import { FIELDS } from '../../shared/domain/facts.ts';
import { findFront } from '../../shared/domain/routes/find-routes.ts';
import { routeAtlas } from '../../shared/domain/routes/from-facts.ts';
import { buildRouteGraph } from '../../shared/domain/routes/graph.ts';
import type { RouteGraph, RouteNode } from '../../shared/domain/routes/graph.ts';
import { routeQuestion } from '../../shared/domain/routes/question.ts';
import type { AreaPay, RouteGoal, RouteQuestion } from '../../shared/domain/routes/question.ts';
import { spread } from '../../shared/domain/routes/spread.ts';
import { nationalNodes, seeded } from './route-graph.ts';

export const NATIONAL_SIZE = 1_850_000;

/** The starter's credentials, what comes first first, with references to the new order. */
export function templatesOf(db: ReferenceDb, today: string): readonly RouteNode[] {
  const { graph, nodes } = routeAtlas(createJudgeSource(db, () => today).credentials('us'));
  const order = nodes.map((_, at) => at).sort((a, b) => (graph.rank[a] ?? 0) - (graph.rank[b] ?? 0));
  const place = new Map(order.map((at, to) => [at, to]));
  const moved = <T extends { readonly from: number }>(edges: readonly T[], to: number): T[] =>
    edges.map((edge) => ({ ...edge, from: place.get(edge.from) ?? 0 })).filter(({ from }) => from < to);
  return order.flatMap((at, to) => {
    const node = nodes[at];
    return node ? [{ ...node, required: moved(node.required, to), credits: moved(node.credits, to) }] : [];
  });
}

export function areaOf(db: ReferenceDb, area: string): AreaPay {
  const wages = listWages(db, area);
  return { pay: Int32Array.from(wages, ({ p50 }) => p50 ?? -1), jobs: Int32Array.from(wages, ({ employment }) => employment ?? -1), baseline: 34_850 };
}

/** Questions as people ask them, by a seed: mostly one occupation, else a field or any good job; most with limits. */
export function questionsFor(graph: RouteGraph, area: AreaPay, count: number, seed: number): RouteQuestion[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const kind = random();
    const goal: RouteGoal =
      kind < 0.6 ? { kind: 'occupation', occupation: Math.floor(area.pay.length * random() ** 2) } : kind < 0.85 ? { kind: 'field', field: pick(FIELDS) } : { kind: 'good-job', floor: pick([40_000, 47_230, 60_000]) };
    return routeQuestion(goal, area, {
      person: {
        ageMonths: random() < 0.7 ? 16 * 12 + Math.floor(random() * 360) : null, diplomaInMonths: pick([0, 0, 0, 8, 20, null]), held: random() < 0.3 ? [Math.floor(random() * graph.size)] : [],
        cannot: random() < 0.2 ? ['drug-test'] : [], studyShare: pick([1, 1, 0.5]),
      },
      limits: { months: pick([null, 6, 12, 24, 48]), cents: pick([null, 100_000, 500_000, 2_000_000]), miles: null },
      grantCents: pick([0, 0, 739_500]),
      value: random() < 0.7 ? { by: 'pay' } : { by: 'npv', annualRate: 0.03, years: 10 },
    });
  });
}

export interface RouteTimes {
  readonly size: number;
  readonly edges: number;
  readonly buildMs: number;
  readonly graphBytes: number;
  /** Milliseconds of each question. */
  readonly times: readonly number[];
  readonly largestFront: number;
}

export function measureRoutes(db: ReferenceDb, options: { readonly today: string; readonly size: number; readonly questions: number; readonly seed: number }): RouteTimes {
  const area = areaOf(db, 'us');
  const started = performance.now();
  const graph = buildRouteGraph(nationalNodes(templatesOf(db, options.today), options.size, area.pay.length, options.seed), area.pay.length);
  const buildMs = performance.now() - started;
  const arrays = [graph.months, graph.cents, graph.risk, graph.minAge, graph.flags, graph.barriers, graph.field, graph.creditMonths, graph.creditCents, graph.mostMonthsSaved, graph.mostCentsSaved, graph.rank, ...[graph.opens, graph.openers, graph.admission, graph.law, graph.credits].flatMap((rows) => [rows.start, rows.items])];
  const asked = questionsFor(graph, area, options.questions + 20, options.seed + 1);
  let largestFront = 0;
  const times = asked.map((question) => {
    const from = performance.now();
    const front = findFront(graph, question);
    spread(front);
    largestFront = Math.max(largestFront, front.length);
    return performance.now() - from;
  });
  return {
    size: graph.size, edges: graph.admission.items.length + graph.law.items.length + graph.credits.items.length, buildMs,
    graphBytes: arrays.reduce((sum, each) => sum + each.byteLength, 0),
    // The first twenty warm the machine up.
    times: times.slice(20), largestFront,
  };
}
