/** The route finder over a nation: 500 questions on a graph of 1.85 million credentials. A part of the benchmark `engine`. */
import { join } from 'node:path';
import { listWages } from '../../db/reference/queries/list-wages.ts';
import { openReference } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { createJudgeSource } from '../../electron/service/judge-source.ts';
import { createJudge } from '../../electron/service/judge.ts';
import { FIELDS } from '../../shared/domain/facts.ts';
import { findFront } from '../../shared/domain/routes/find-routes.ts';
import { routeAtlas } from '../../shared/domain/routes/from-facts.ts';
import { buildRouteGraph } from '../../shared/domain/routes/graph.ts';
import type { RouteGraph, RouteNode } from '../../shared/domain/routes/graph.ts';
import { routeQuestion } from '../../shared/domain/routes/question.ts';
import type { AreaPay, RouteGoal, RouteQuestion } from '../../shared/domain/routes/question.ts';
import { spread } from '../../shared/domain/routes/spread.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { RESOURCES } from '../../scripts/lib/paths.ts';
import { nationalNodes, seeded } from './route-graph.ts';

const NATIONAL_SIZE = 1_850_000;
const TODAY = '2026-11-25';
const QUESTIONS = 500;
const SEED = 7;

/** The starter's credentials, what comes first first, with references to the new order. */
export function templatesOf(db: ReferenceDb, today: string): readonly RouteNode[] {
  const { graph, nodes } = routeAtlas(createJudge(createJudgeSource(db, () => today))('us').credentials.values());
  const order = nodes.map((_, at) => at).sort((a, b) => (graph.rank[a] ?? 0) - (graph.rank[b] ?? 0));
  const place = new Map(order.map((at, to) => [at, to]));
  const moved = <T extends { readonly from: number }>(edges: readonly T[], to: number): T[] =>
    edges.map((edge) => ({ ...edge, from: place.get(edge.from) ?? 0 })).filter(({ from }) => from < to);
  return order.flatMap((at, to) => {
    const node = nodes[at];
    return node ? [{ ...node, required: moved(node.required, to), credits: moved(node.credits, to) }] : [];
  });
}

export function areaOf(db: ReferenceDb, area: string, today: string): AreaPay {
  const wages = listWages(db, area);
  const { baseline } = createJudge(createJudgeSource(db, () => today))(area);
  return { pay: Int32Array.from(wages, ({ p50 }) => p50 ?? -1), jobs: Int32Array.from(wages, ({ employment }) => employment ?? -1), baseline: baseline?.pay.p50 ?? null };
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

/** Two series a question: the clock's, and the processor's, which another program's load does not stretch as much. */
export async function run(): Promise<readonly Series[]> {
  const db = openReference(join(RESOURCES, 'starter.sqlite'));
  try {
    const area = areaOf(db, 'us', TODAY);
    const templates = templatesOf(db, TODAY);
    const started = performance.now();
    const graph = buildRouteGraph(nationalNodes(templates, NATIONAL_SIZE, area.pay.length, SEED), area.pay.length);
    const built = performance.now() - started;
    const [wall, cpu, shown]: [number[], number[], number[]] = [[], [], []];
    // The first twenty warm the machine up.
    for (const [asked, question] of questionsFor(graph, area, QUESTIONS + 20, SEED + 1).entries()) {
      const [from, used] = [performance.now(), process.cpuUsage()];
      const front = findFront(graph, question);
      const routes = spread(front);
      const { user, system } = process.cpuUsage(used);
      if (asked < 20) continue;
      wall.push(performance.now() - from);
      cpu.push((user + system) / 1000);
      shown.push(routes.length);
    }
    return [
      { label: `finder, ${graph.size.toLocaleString('en-US')} credentials, ${(graph.admission.items.length + graph.law.items.length + graph.credits.items.length).toLocaleString('en-US')} edges`, unit: 'ms', samples: wall },
      { label: 'finder, processor time', unit: 'ms', samples: cpu },
      { label: 'routes shown', unit: 'routes', samples: shown },
      { label: 'building the graph', unit: 'ms', samples: [built] },
      { label: 'memory of the graph', unit: 'MB', samples: [bytesOf(graph) / 1e6] },
      { label: 'memory of the program', unit: 'MB', samples: [process.memoryUsage().rss / 1e6] },
    ];
  } finally {
    db.close();
  }
}

function bytesOf(graph: RouteGraph): number {
  const rows = [graph.opens, graph.openers, graph.admission, graph.law, graph.credits].flatMap(({ start, items }) => [start, items]);
  const columns = [graph.months, graph.cents, graph.risk, graph.minAge, graph.flags, graph.barriers, graph.field, graph.creditMonths, graph.creditCents, graph.mostMonthsSaved, graph.mostCentsSaved, graph.rank];
  return [...rows, ...columns].reduce((sum, each) => sum + each.byteLength, 0);
}
