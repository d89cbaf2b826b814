import { expect, test } from 'vitest';
import { padded } from './padded.ts';

test('a list comes in one of a few lengths and has no other members', () => {
  const lists = Array.from({ length: 600 }, (_, length) => Array.from({ length }, (__, at) => at));
  for (const list of lists) expect(new Set(padded(list))).toEqual(new Set(list));
  expect(new Set(lists.slice(0, 501).map((list) => padded(list).length))).toEqual(new Set([0, 1, 4, 12, 40, 120, 300, 500]));
});
