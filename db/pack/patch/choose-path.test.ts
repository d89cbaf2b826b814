import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePath, type EditionsIndex } from './choose-path.ts';

const index: EditionsIndex = {
  packs: [{ digest: 'a', bytes: 900 }, { digest: 'd', bytes: 1_000 }],
  patches: [
    { from: 'a', to: 'b', bytes: 10 }, { from: 'b', to: 'c', bytes: 10 }, { from: 'c', to: 'd', bytes: 10 }, { from: 'a', to: 'd', bytes: 40 },
    { from: 'd', to: 'e', bytes: 2_000 }, { from: 'b', to: 'a', bytes: 1 },
  ],
};

test.each([
  ['what is here already', 'd', 'd', { way: 'none', bytes: 0 }],
  ['three small patches rather than a larger one', 'a', 'd', { way: 'patches', digests: ['b', 'c', 'd'], bytes: 30 }],
  ['one patch', 'c', 'd', { way: 'patches', digests: ['d'], bytes: 10 }],
  ['the pack where nothing is', null, 'd', { way: 'pack', digest: 'd', bytes: 1_000 }],
  ['the pack where no patch leads on', 'x', 'a', { way: 'pack', digest: 'a', bytes: 900 }],
  ['patches to an edition without a pack, whatever they come to', 'a', 'e', { way: 'patches', digests: ['b', 'c', 'd', 'e'], bytes: 2_030 }],
  ['nothing when nothing leads there', null, 'e', null],
  ['nothing for an edition that nobody knows', 'a', 'z', null],
])('chooses %s', (_what, from, to, path) => {
  expect(choosePath(index, from, to)).toEqual(path);
});

test('takes the pack when it is no larger than the patches', () => {
  expect(choosePath({ packs: [{ digest: 'd', bytes: 30 }], patches: index.patches }, 'a', 'd')).toEqual({ way: 'pack', digest: 'd', bytes: 30 });
});

/** Every chain without a circle, the slow way. */
function fewest({ packs, patches }: EditionsIndex, from: string, to: string, seen: readonly string[] = []): number {
  if (from === to) return 0;
  const chains = patches.filter((patch) => patch.from === from && !seen.includes(patch.to)).map((patch) => patch.bytes + fewest({ packs: [], patches }, patch.to, to, [...seen, from]));
  return Math.min(Infinity, ...chains, ...packs.filter(({ digest }) => digest === to).map(({ bytes }) => bytes));
}

test('never takes more bytes than any other way would', () => {
  const edition = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const bytes = fc.integer({ min: 1, max: 50 });
  fc.assert(fc.property(
    fc.array(fc.record({ digest: edition, bytes }), { maxLength: 4 }), fc.array(fc.record({ from: edition, to: edition, bytes }), { maxLength: 12 }), edition, edition,
    (packs, patches, from, to) => {
      const path = choosePath({ packs, patches }, from, to);
      expect(path?.bytes ?? Infinity).toBe(fewest({ packs, patches }, from, to));
      // A chain is one: each of its steps is a patch, and their bytes are what it says.
      if (path?.way === 'patches') expect(path.digests.at(-1)).toBe(to);
    },
  ));
});
