/** What the page of the comparison shows, computed from facts and assumptions. Pure. */
import type { CompareFacts } from '../../../shared/contract/reference.ts';
import type { CostFact } from '../../../shared/domain/facts.ts';
import { atPrices, parityInForce, payAtNationalPrices } from '../../../shared/domain/compare-prices.ts';
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
  /** What they are set beside, and what was counted on, at the prices in force. */
  readonly baseline: CompareFacts['baseline'];
  readonly counted: CompareAssumptions;
  readonly insights: CompareResult['insights'];
}

/** The ways in the order in which a person put them, at the prices chosen; facts that are still on their way are left out. */
export function compareView(facts: CompareFacts, ids: readonly string[], assumptions: CompareAssumptions): CompareView {
  const chosen = ids.flatMap((id) => facts.credentials.find((each) => each.row.id === id) ?? []);
  const parity = parityInForce(assumptions, facts.parity?.milli ?? null);
  const { input, assumptions: counted } = atPrices({ credentials: chosen, baseline: facts.baseline }, assumptions, facts.parity?.milli ?? null);
  const result = compareRoutes(input, counted);
  const ways = input.credentials.flatMap((credential, index): Way[] => {
    const [route, line] = [result.routes[index], LINES[index]];
    const { row } = credential;
    // A row's pay is drawn as it is: it has to stand at the same prices as the rest.
    const priced = parity === null || row.pay === null ? credential : { ...credential, row: { ...row, pay: payAtNationalPrices(row.pay, parity) } };
    return route && line ? [{ credential: priced, route, line }] : [];
  });
  return { ways, baseline: input.baseline, counted, insights: result.insights };
}

/** For the words: whether the ways are set beside a job one has, or beside jobs without training. */
export const ownOf = (assumptions: CompareAssumptions): 'yes' | 'no' => (assumptions.ownWage ? 'yes' : 'no');

/** True for a credential whose tuition a school has to be asked for. */
export const hasOpenTuition = (costs: readonly CostFact[]): boolean => costs.some((cost) => cost.line === 'tuition' && cost.amount.value === null);
