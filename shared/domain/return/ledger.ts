import type { Amount } from '../money/amount.ts';
import type { ReturnInput, RouteStep, Scenario } from './input.ts';
import { apprenticePay } from './schedule.ts';

/** What a flow is: the lines of a breakdown. Costs and the baseline are negative. */
export type LedgerLine = 'pay-while-training' | 'pay' | 'baseline' | 'renewal' | `cost:${string}` | `grant:${string}`;

/** Whole cents a month for each line, from the first month on. */
export type Ledger = ReadonlyMap<LedgerLine, readonly number[]>;

/** Which of a route's amounts is not known, so that nothing can be computed. */
export type Missing = 'pay' | 'baseline' | 'time';

/** Spreads a running total over months so that whole cents never drift from it by more than half a cent. */
class Book {
  readonly #lines = new Map<LedgerLine, { exact: number; booked: number; months: number[] }>();
  readonly #length: number;
  constructor(length: number) { this.#length = length; }

  /** Books an amount, cents with a fraction, in a month; beyond the last month nothing is booked. */
  add(line: LedgerLine, month: number, cents: number): void {
    if (month >= this.#length || cents === 0) return;
    const found = this.#lines.get(line) ?? { exact: 0, booked: 0, months: Array.from({ length: this.#length }, () => 0) };
    this.#lines.set(line, found);
    found.exact += cents;
    const whole = Math.round(found.exact) - found.booked;
    found.booked += whole;
    found.months[month] = (found.months[month] ?? 0) + whole;
  }

  close(): Ledger {
    return new Map([...this.#lines].map(([line, { months }]) => [line, months]));
  }
}

/** Costs are at their high end where pay is low, and the reverse. */
function ofScenario({ lowCents, highCents }: Amount, scenario: Scenario): number {
  return scenario === 'low' ? highCents : scenario === 'high' ? lowCents : (lowCents + highCents) / 2;
}

/** Books what a step costs and brings in grants; lines in month order, as a running total needs. */
function bookMoney(book: Book, { costs, grants }: RouteStep, months: number, start: number, scenario: Scenario): void {
  for (let month = 0; month < Math.max(1, months); month += 1) {
    const share = (per: 'once' | 'year'): number => (per === 'once' ? (month === 0 ? 1 : 0) : months === 0 ? 0 : 1 / 12);
    for (const { line, amount, per } of costs) book.add(`cost:${line}`, start + month, -ofScenario(amount, scenario) * share(per));
    for (const { payer, cents, per } of grants) book.add(`grant:${payer}`, start + month, cents * share(per));
  }
}

/**
 * The monthly flows of a route in one scenario. `leaveAt` is the index of a step that is not
 * finished: its months and costs are spent, its pay is not reached, nothing follows. Null
 * finishes all.
 *
 * Source: docs/methods.md, "Return of a route": flow = earnings - baseline - cost + grants.
 */
export function ledgerOf(
  { steps, baseline }: ReturnInput, scenario: Scenario, months: number, leaveAt: number | null = null,
): { readonly ledger: Ledger; readonly trainingMonths: number } | { readonly missing: Missing } {
  const without = baseline[scenario];
  if (without === null) return { missing: 'baseline' };
  const book = new Book(months);
  const renewals: { readonly cents: number; readonly every: number; readonly from: number }[] = [];
  let level = without;
  let at = 0;
  const earn = (line: LedgerLine, length: number, yearly: (month: number) => number): void => {
    for (let month = 0; month < length && at + month < months; month += 1) book.add(line, at + month, yearly(month) / 12);
    at += length;
  };
  for (const [index, step] of steps.entries()) {
    const { months: length } = step;
    if (length === null) return { missing: 'time' };
    const before = level;
    earn('pay', step.waitMonths, () => before);
    bookMoney(book, step, length, at, scenario);
    if (step.earning.kind === 'work') {
      const { share } = step.earning;
      earn('pay-while-training', length, () => before * share);
    } else {
      const wages = apprenticePay(step.earning.journey, step.earning.periods, length, scenario);
      if (!wages) return { missing: 'pay' };
      earn('pay-while-training', length, (month) => wages[month] ?? 0);
    }
    if (leaveAt === index) break;
    if (step.payAfter) {
      const after = step.payAfter[scenario];
      if (after === null) return { missing: 'pay' };
      level = after;
    }
    if (step.renewal) renewals.push({ cents: ofScenario(step.renewal.amount, scenario), every: step.renewal.everyMonths, from: at });
  }
  const trainingMonths = at;
  const after = level;
  earn('pay', Math.max(0, months - at), () => after);
  for (let month = 0; month < months; month += 1) {
    book.add('baseline', month, -without / 12);
    for (const { cents, every, from } of renewals) if (month > from && (month - from) % every === 0) book.add('renewal', month, -cents);
  }
  return { ledger: book.close(), trainingMonths };
}
