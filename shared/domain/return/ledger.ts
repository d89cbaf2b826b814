import type { Amount } from '../money/amount.ts';
import type { ReturnInput, RouteStep, Scenario } from './input.ts';
import { apprenticePay } from './schedule.ts';

/** What a flow is: the lines of a breakdown. Costs and the baseline are negative. */
export type LedgerLine = 'pay-while-training' | 'pay' | 'baseline' | 'renewal' | `cost:${string}` | `grant:${string}`;

/** Cents a month for each line, from the first month on: exact, with fractions; only what is told is rounded. */
export type Ledger = ReadonlyMap<LedgerLine, readonly number[]>;

/** Which of a route's amounts is not known, so that nothing can be computed. */
export type Missing = 'pay' | 'baseline' | 'time';

/** Gathers the exact cents of each line by month. */
class Book {
  readonly #lines = new Map<LedgerLine, number[]>();
  readonly #length: number;
  constructor(length: number) { this.#length = length; }

  /** Books an amount, cents with a fraction, in each of `count` months from `from` on; beyond the last month nothing is booked. */
  addMonthly(name: LedgerLine, from: number, count: number, cents: (month: number) => number): void {
    const end = Math.min(count, this.#length - from);
    if (end <= 0) return;
    const line = this.#lines.get(name) ?? new Array<number>(this.#length).fill(0);
    this.#lines.set(name, line);
    for (let month = 0; month < end; month += 1) line[from + month] = (line[from + month] ?? 0) + cents(month);
  }

  /** The lines in the order in which they were first booked; one that is 0 throughout is left out. */
  close(): Ledger {
    return new Map([...this.#lines].filter(([, months]) => months.some((cents) => cents !== 0)));
  }
}

/** Costs are at their high end where pay is low, and the reverse. */
function ofScenario({ lowCents, highCents }: Amount, scenario: Scenario): number {
  return scenario === 'low' ? highCents : scenario === 'high' ? lowCents : (lowCents + highCents) / 2;
}

/** Books what a step costs and brings in grants. */
function bookMoney(book: Book, { costs, grants }: RouteStep, months: number, start: number, scenario: Scenario): void {
  const add = (name: LedgerLine, per: 'once' | 'year', cents: number): void => {
    if (per === 'once') book.addMonthly(name, start, 1, () => cents);
    else book.addMonthly(name, start, months, () => cents / 12);
  };
  for (const { line, amount, per } of costs) add(`cost:${line}`, per, -ofScenario(amount, scenario));
  for (const { payer, cents, per } of grants) add(`grant:${payer}`, per, cents);
}

/**
 * The monthly flows of a route in one scenario. `leaveAt` is the index of a step that is not
 * finished: its months and costs are spent, its pay is not reached, nothing follows. Null
 * finishes all.
 *
 * Source: docs/methods.md, "Return of a route": flow = earnings - baseline - cost + grants.
 *
 * Example: a year of school without work has only the line `baseline`, a twelfth of it each month.
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
  const earn = (name: LedgerLine, length: number, yearly: (month: number) => number): void => {
    book.addMonthly(name, at, length, (month) => yearly(month) / 12);
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
  earn('pay', months - at, () => after);
  book.addMonthly('baseline', 0, months, () => -without / 12);
  for (const { cents, every, from } of renewals) for (let month = from + every; month < months; month += every) book.addMonthly('renewal', month, 1, () => -cents);
  return { ledger: book.close(), trainingMonths };
}
