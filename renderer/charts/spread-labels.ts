/**
 * Moves labels apart so that none covers another: each stays as near as it can to where it
 * belongs, in the same order. `wanted` are their centers, `height` is what one needs.
 *
 * Labels that touch form a block that stands at the mean of where its members belong (pooling
 * of neighbors, as in isotonic regression: the least squared movement). Where all of them need
 * more room than there is, they are set evenly from `low` on.
 *
 * Example: spreadLabels([100, 104], 20, 0, 200) is [92, 112].
 */
export function spreadLabels(wanted: readonly number[], height: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const [first, last] = [low + height / 2, high - height / 2 - (order.length - 1) * height];
  // With the height of those before it taken off, a label only must not lie above its neighbor.
  const blocks: { sum: number; size: number }[] = [];
  for (const [rank, index] of order.entries()) {
    blocks.push({ sum: (wanted[index] ?? 0) - rank * height, size: 1 });
    for (let [above, below] = blocks.slice(-2); above && below && above.sum / above.size >= below.sum / below.size; [above, below] = blocks.slice(-2)) {
      blocks.splice(-2, 2, { sum: above.sum + below.sum, size: above.size + below.size });
    }
  }
  const places = new Array<number>(wanted.length).fill(first);
  let rank = 0;
  for (const { sum, size } of blocks) {
    const base = Math.max(first, Math.min(last, sum / size));
    for (let member = 0; member < size; member += 1, rank += 1) places[order[rank] ?? 0] = base + rank * height;
  }
  return places;
}
