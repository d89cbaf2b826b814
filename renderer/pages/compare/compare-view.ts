/** What the page of the comparison shows, computed from facts and assumptions. Pure. */
import type { CompareFacts } from '../../../shared/contract/reference.ts';
import type { CostFact } from '../../../shared/domain/facts.ts';
import { compareRoutes } from '../../../shared/domain/compare.ts';
import type { CompareAssumptions, CompareResult, RouteResult } from '../../../shared/domain/results.ts';

type Compared = CompareFacts['credentials'][number];

/** Each way keeps its line: color and dash follow its place. */
export const LINES = [1, 2, 3, 4] as const;

export interface Way {
  readonly credential: Compared;
  readonly route: RouteResult;
  readonly line: (typeof LINES)[number];
}

export interface CompareView {
  readonly ways: readonly Way[];
  readonly insights: CompareResult['insights'];
}

/** The ways in the order in which a person put them; facts that are still on their way are left out. */
export function compareView(facts: CompareFacts, ids: readonly string[], assumptions: CompareAssumptions): CompareView {
  const credentials = ids.flatMap((id) => facts.credentials.find((each) => each.row.id === id) ?? []);
  const result = compareRoutes({ credentials, baseline: facts.baseline }, assumptions);
  const ways = credentials.flatMap((credential, index): Way[] => {
    const [route, line] = [result.routes[index], LINES[index]];
    return route && line ? [{ credential, route, line }] : [];
  });
  return { ways, insights: result.insights };
}

/** For the words: whether the ways are set beside a job one has, or beside jobs without training. */
export const ownOf = (assumptions: CompareAssumptions): 'yes' | 'no' => (assumptions.ownWage ? 'yes' : 'no');

/** True for a credential whose tuition a school has to be asked for. */
export const hasOpenTuition = (costs: readonly CostFact[]): boolean => costs.some((cost) => cost.line === 'tuition' && cost.amount.value === null);
