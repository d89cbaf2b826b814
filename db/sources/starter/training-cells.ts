/** What cells of training lists mean: errors of typing are marked and left out, never mended. */

/** A short name in one line; null for none. */
export function nameOf(text: string): string | null {
  const name = text.replace(/\s+/g, ' ').trim();
  return name === '' ? null : name;
}

interface CostParts {
  readonly tuition_cents: number | null;
  readonly fees_cents: number | null;
  readonly books_cents: number | null;
  readonly supplies_cents: number | null;
  readonly other_cents: number | null;
}
export type Costs = CostParts & { readonly total_cents: number | null; readonly cost_flag: 'sum-differs' | 'zero' | null };

const NO_PARTS: CostParts = { tuition_cents: null, fees_cents: null, books_cents: null, supplies_cents: null, other_cents: null };

/**
 * Parts and total as listed. A total that is not the sum of its parts is left out: one of them is an error, and nobody
 * here knows which. Where all is 0, a free program and a form left empty look the same: nothing is known.
 *
 * @example costsOf({ tuition_cents: 419_800, … }, 4_198_419_800) // total_cents null, cost_flag 'sum-differs'
 */
export function costsOf(parts: CostParts, total: number | null): Costs {
  const sum = Object.values(parts).reduce((all: number, part: number | null) => all + (part ?? 0), 0);
  if (sum === 0 && (total ?? 0) === 0) return { ...NO_PARTS, total_cents: null, cost_flag: total === null ? null : 'zero' };
  if (total !== null && total !== sum) return { ...parts, total_cents: null, cost_flag: 'sum-differs' };
  return { ...parts, total_cents: total, cost_flag: null };
}

/** Under this many cents a quarter's pay is an hourly wage in the wrong field. */
const LEAST_QUARTER_CENTS = 100_00;

/** Pay in one quarter; an hourly wage that was entered in its place is marked and left out. */
export function quarterPay(cents: number | null): { readonly cents: number | null; readonly flag: 'hourly-entered' | null } {
  return cents !== null && cents < LEAST_QUARTER_CENTS ? { cents: null, flag: 'hourly-entered' } : { cents, flag: null };
}
