import { expect, it } from 'vitest';
import { inDueOrder } from './due-order.ts';

const thing = (name: string, dueOn: string | null, done = false) => ({ name, dueOn, done });

it('puts what is due first in front, what has no day after it, and what is done last', () => {
  const things = [thing('some day', null), thing('done', '2026-01-01', true), thing('later', '2027-01-08'), thing('first', '2026-12-18'), thing('another day', null)];
  expect(inDueOrder(things).map((each) => each.name)).toEqual(['first', 'later', 'some day', 'another day', 'done']);
});

it('leaves things of the same day as they were given', () => {
  expect(inDueOrder([thing('a', '2026-12-18'), thing('b', '2026-12-18')]).map((each) => each.name)).toEqual(['a', 'b']);
});
