/**
 * Draws that depend on a seed, a place and a purpose alone: any row can be made by itself, in any order
 * and again, so that an edition of any size needs no memory but its vocabulary.
 */

/** A number from 0 (inclusive) to 1 (exclusive); the same arguments give the same number. */
export function draw(seed: number, index: number, purpose: number): number {
  let mixed = (seed ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  mixed = (mixed ^ (mixed >>> 15) ^ Math.imul(index + 7, 0xc2b2ae35)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b5);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** Member of a list that a draw falls on, all alike. */
export function pick<T>(from: readonly T[], at: number): T {
  const found = from[Math.floor(at * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** Weighted choice: the index that a draw falls on. */
export class Weights {
  readonly #sums: Float64Array;

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.#sums = Float64Array.from(weights, (weight) => (sum += weight));
  }

  at(value: number): number {
    const wanted = value * (this.#sums.at(-1) ?? 0);
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Zipf's weights of `count` ranks: the n-th weighs 1 / n^exponent. */
export const zipf = (count: number, exponent: number): Weights => new Weights(Array.from({ length: count }, (_, rank) => (rank + 1) ** -exponent));
