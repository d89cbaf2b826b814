/** Sets of documents as bits, document 0 in the lowest bit of the first word: the unit of counting and narrowing. */

export type Bitmap = Uint32Array<ArrayBuffer>;

/** An empty set with room for documents 0 to `size` - 1. */
export const emptyBitmap = (size: number): Bitmap => new Uint32Array(Math.ceil(size / 32));

/** The set of documents `from` (inclusive) to `to` (exclusive). */
export function rangeBitmap(size: number, from: number, to: number): Bitmap {
  const bits = emptyBitmap(size);
  for (let doc = from; doc < to; doc += 1) {
    if (doc % 32 === 0 && doc + 32 <= to) {
      bits[doc >>> 5] = 0xffff_ffff;
      doc += 31;
    } else setBit(bits, doc);
  }
  return bits;
}

export const hasBit = (bits: Bitmap, doc: number): boolean => (((bits[doc >>> 5] ?? 0) >>> (doc & 31)) & 1) === 1;

export function setBit(bits: Bitmap, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] ?? 0) | (1 << (doc & 31));
}

/** Adds all of `other` to `bits`. */
export function addAll(bits: Bitmap, other: Bitmap): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0);
}

/** Leaves in `bits` what is in `other` too. */
export function keepOnly(bits: Bitmap, other: Bitmap): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
}

/** Takes all of `other` out of `bits`. */
export function removeAll(bits: Bitmap, other: Bitmap): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(other[at] ?? 0);
}

/** How many documents are in the set. */
export function countOf(bits: Bitmap): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    let word = bits[at] ?? 0;
    if (word === 0) continue;
    // Bits of pairs, of fours, of bytes, then the sum of the bytes.
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

export const isEmpty = (bits: Bitmap): boolean => bits.every((word) => word === 0);

/** Calls `take` for each document from `from` on, in ascending order, until it returns false. */
export function walk(bits: Bitmap, take: (doc: number) => boolean, from = 0): void {
  for (let at = from >>> 5; at < bits.length; at += 1) {
    let word = bits[at] ?? 0;
    if (at === from >>> 5) word &= -1 << (from & 31);
    while (word !== 0) {
      const low = word & -word;
      if (!take(at * 32 + 31 - Math.clz32(low))) return;
      word ^= low;
    }
  }
}
