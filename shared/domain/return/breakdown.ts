/**
 * Rounds parts to whole numbers that add up to the rounded total: each is rounded down, and the
 * units that are left go to the largest remainders (ties to the earlier part).
 *
 * Example: wholeParts([0.4, 0.4, 0.4]) is [1, 0, 0]: their sum 1.2 is 1.
 */
export function wholeParts(parts: readonly number[]): number[] {
  const floors = parts.map(Math.floor);
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0));
  const left = total - floors.reduce((sum, part) => sum + part, 0);
  const order = parts.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, Math.max(0, left))) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
