import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAll, countOf, emptyBitmap, hasBit, isEmpty, keepOnly, rangeBitmap, removeAll, setBit, walk, type Bitmap } from './bitmap.ts';
import { addPosting, PostingWriter, postingOf } from './posting.ts';

const SIZE = 700;
const docs = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: SIZE }).map((each) => each.sort((a, b) => a - b));
const setOf = (members: readonly number[]): Bitmap => {
  const bits = emptyBitmap(SIZE);
  for (const doc of members) setBit(bits, doc);
  return bits;
};
const members = (bits: Bitmap, from = 0): number[] => {
  const found: number[] = [];
  walk(bits, (doc) => { found.push(doc); return true; }, from);
  return found;
};

describe('sets of documents', () => {
  test('hold what was put in, count it and walk it in order', () => {
    fc.assert(fc.property(docs, fc.integer({ min: 0, max: SIZE }), (each, from) => {
      const bits = setOf(each);
      expect(members(bits)).toEqual(each);
      expect(members(bits, from)).toEqual(each.filter((doc) => doc >= from));
      expect([countOf(bits), isEmpty(bits), each.every((doc) => hasBit(bits, doc))]).toEqual([each.length, each.length === 0, true]);
    }));
  });
  test('are united, shared and parted as sets are', () => {
    fc.assert(fc.property(docs, docs, (a, b) => {
      const [union, shared, rest] = [setOf(a), setOf(a), setOf(a)];
      addAll(union, setOf(b));
      keepOnly(shared, setOf(b));
      removeAll(rest, setOf(b));
      expect(members(union)).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
      expect(members(shared)).toEqual(a.filter((doc) => b.includes(doc)));
      expect(members(rest)).toEqual(a.filter((doc) => !b.includes(doc)));
    }));
  });
  test('are made of a range, its ends anywhere in a word', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: SIZE }), fc.integer({ min: 0, max: SIZE }), (from, to) => {
      expect(members(rangeBitmap(SIZE, from, to))).toEqual(Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at));
    }));
  });
  test('stop a walk when told to', () => {
    const seen: number[] = [];
    walk(setOf([1, 40, 41, 600]), (doc) => { seen.push(doc); return seen.length < 2; });
    expect(seen).toEqual([1, 40]);
  });
});

describe('postings', () => {
  test('come back as they went in, whichever form is smaller', () => {
    fc.assert(fc.property(docs, (each) => {
      const writer = new PostingWriter();
      for (const doc of each) { writer.add(doc); writer.add(doc); }
      const [bits, again] = [emptyBitmap(SIZE), emptyBitmap(SIZE)];
      addPosting(bits, writer.finish());
      addPosting(again, postingOf(setOf(each)));
      expect([members(bits), members(again), writer.count]).toEqual([each, each, each.length]);
    }));
  });
  test('take gaps of any size, from any place in memory', () => {
    const writer = new PostingWriter();
    const far = [0, 127, 128, 129, 16_512, 2_000_000];
    for (const doc of far) writer.add(doc);
    const stored = writer.finish();
    const moved = new Uint8Array(stored.length + 3).subarray(3);
    moved.set(stored);
    const bits = emptyBitmap(2_000_001);
    addPosting(bits, moved);
    expect(members(bits)).toEqual(far);
  });
  test('of many are no longer than their bits, and are added wherever they lie', () => {
    const all = Array.from({ length: 500 }, (_, doc) => doc);
    const stored = postingOf(setOf(all));
    expect(stored.length).toBeLessThanOrEqual(65);
    for (const shift of [0, 1, 2, 3]) {
      const moved = new Uint8Array(stored.length + shift).subarray(shift);
      moved.set(stored);
      const bits = emptyBitmap(SIZE);
      addPosting(bits, moved);
      expect(members(bits)).toEqual(all);
    }
  });
  test('refuse documents out of order', () => {
    const writer = new PostingWriter();
    writer.add(5);
    expect(() => { writer.add(4); }).toThrow(RangeError);
  });
});
