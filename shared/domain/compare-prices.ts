import type { CompareInput } from './compare.ts';
import type { CostFact, CredentialFacts, Figure, PayFacts } from './facts.ts';
import type { BaselinePay, CompareAssumptions } from './results.ts';
import { NATION_PARITY_MILLI } from './value/price-parity.ts';

/** The nation's own id: its pay is paid at its prices already. */
const NATION = 'us';

/**
 * Dollars paid where prices are `parityMilli` thousandths of a percent of the nation's, as dollars that buy as much at the
 * nation's prices: divided by the regional price parity (BEA, all items).
 *
 * @example toNationalPrices(40_000, 92_145) // 43_410
 */
export const toNationalPrices = (amount: number, parityMilli: number): number => Math.round((amount * NATION_PARITY_MILLI) / parityMilli);

/** Pay at the nation's prices. Where the nation's pay stands in for a place without its own, it stays: it is of people all over, at prices that are the nation's on average. */
export function payAtNationalPrices(pay: PayFacts, parityMilli: number): PayFacts {
  if (pay.area === NATION) return pay;
  const at = (amount: number | null): number | null => (amount === null ? null : toNationalPrices(amount, parityMilli));
  return {
    ...pay, p10: at(pay.p10), p25: at(pay.p25), p50: at(pay.p50), p75: at(pay.p75), p90: at(pay.p90), mean: at(pay.mean),
    hourlyP25Cents: at(pay.hourlyP25Cents), hourlyP50Cents: at(pay.hourlyP50Cents),
    from: { ...pay.from, basis: 'estimate', method: 'pay-at-national-prices' },
  };
}

function costAtNationalPrices(cost: CostFact, parityMilli: number): CostFact {
  const at = (amount: number | null): number | null => (amount === null ? null : toNationalPrices(amount, parityMilli));
  const amount: Figure = { ...cost.amount, value: at(cost.amount.value), high: at(cost.amount.high) };
  return { ...cost, amount };
}

/** What a comparison reads of a credential, at the nation's prices: pay of the jobs it opens, and what it costs a person here. */
export function factsAtNationalPrices<F extends CredentialFacts>(facts: F, parityMilli: number): F {
  return {
    ...facts,
    costs: facts.costs.map((cost) => costAtNationalPrices(cost, parityMilli)),
    links: facts.links.map((link) => ({ ...link, occupation: { ...link.occupation, pay: link.occupation.pay && payAtNationalPrices(link.occupation.pay, parityMilli) } })),
  };
}

export const baselineAtNationalPrices = (baseline: BaselinePay, parityMilli: number): BaselinePay => ({ ...baseline, pay: payAtNationalPrices(baseline.pay, parityMilli) });

/** What a person typed is in dollars as paid here. */
export function assumedAtNationalPrices(assumptions: CompareAssumptions, parityMilli: number): CompareAssumptions {
  const { ownWage } = assumptions;
  return {
    ...assumptions, grantCentsPerYear: toNationalPrices(assumptions.grantCentsPerYear, parityMilli),
    tuitionCentsPerYear: Object.fromEntries(Object.entries(assumptions.tuitionCentsPerYear).map(([id, cents]) => [id, toNationalPrices(cents, parityMilli)])),
    ...(ownWage ? { ownWage: { ...ownWage, centsPerHour: toNationalPrices(ownWage.centsPerHour, parityMilli) } } : {}),
  };
}

/** The parity by which all is divided; null while dollars stay as paid here: because that was chosen, or because nobody measured the prices of the place. */
export const parityInForce = (assumptions: Pick<CompareAssumptions, 'prices'>, parityMilli: number | null): number | null => (assumptions.prices === 'nation' ? parityMilli : null);

/**
 * A comparison at the prices that the assumptions name: as it is for dollars as paid here, and
 * with every amount of this place divided by its regional price parity for the nation's prices.
 * The good-job line is the nation's and stays what it is.
 */
export function atPrices<I extends CompareInput>(input: I, assumptions: CompareAssumptions, parityMilli: number | null): { readonly input: I; readonly assumptions: CompareAssumptions } {
  const parity = parityInForce(assumptions, parityMilli);
  if (parity === null) return { input, assumptions };
  return {
    input: {
      ...input, baseline: input.baseline && baselineAtNationalPrices(input.baseline, parity),
      credentials: input.credentials.map((each) => ({ ...each, facts: factsAtNationalPrices(each.facts, parity) })),
    },
    assumptions: assumedAtNationalPrices(assumptions, parity),
  };
}
