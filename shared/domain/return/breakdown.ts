/** Finer than any cent, coarser than what adding in another order changes. */
const SNAP = 1e4;

/**
 * A sum of exact cents as whole cents. Sums that differ only by the order of adding round alike.
 *
 * Example: wholeCents(0.1 + 0.2 + 0.2) gives 1, as does 0.5.
 */
export function wholeCents(exact: number): number {
  return Math.round(Math.round(exact * SNAP) / SNAP) + 0;
}

/**
 * Rounds parts to whole numbers that add up to the rounded total: each is rounded down, and the
 * units that are left go to the largest remainders (ties to the earlier part).
 *
 * Example: wholeParts([0.4, 0.4, 0.4]) gives [1, 0, 0]: their sum 1.2 is 1.
 */
export function wholeParts(parts: readonly number[]): number[] {
  const floors = parts.map(Math.floor);
  const total = wholeCents(parts.reduce((sum, part) => sum + part, 0));
  const left = total - floors.reduce((sum, part) => sum + part, 0);
  const order = parts.map((part, index) => ({ index, rest: part - (floors[index] ?? 0) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order.slice(0, Math.max(0, left))) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
