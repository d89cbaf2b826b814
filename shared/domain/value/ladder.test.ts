import { describe, expect, it } from 'vitest';
import { allOf, anyOf, climb, undecidedBy } from './ladder.ts';
import type { Grades } from './ladder.ts';
import type { Rung } from './rubric.ts';

const LADDER: readonly Rung[] = [
  { verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }, { criterion: 'openings', is: ['met', 'unknown'] }] },
  { verdict: 'modest', all: [{ criterion: 'pay', is: ['met', 'partly'] }] },
  { verdict: 'limited', all: [{ criterion: 'law-or-employers', is: ['met'] }], any: [{ criterion: 'pay', is: ['not-met'] }, { criterion: 'openings', is: ['not-met'] }] },
];

describe('three-valued answers', () => {
  it('a part that fails decides all, one that holds decides any; else an unknown part leaves it unknown', () => {
    expect([allOf([]), allOf([true]), allOf([true, 'unknown']), allOf(['unknown', false])]).toEqual([true, true, 'unknown', false]);
    expect([anyOf([]), anyOf([false]), anyOf([false, 'unknown']), anyOf(['unknown', true])]).toEqual([false, false, 'unknown', true]);
  });
});

describe('a ladder', () => {
  it.each<[Grades, string]>([
    [{ pay: 'met', openings: 'met' }, 'high'],
    [{ pay: 'met', openings: 'unknown' }, 'high'],
    [{ pay: 'met' }, 'high'],
    [{ pay: 'met', openings: 'not-met' }, 'modest'],
    [{ pay: 'partly', openings: 'met' }, 'modest'],
    [{ pay: 'unknown', openings: 'met' }, 'unknown'],
    [{ pay: 'not-met', 'law-or-employers': 'met' }, 'limited'],
    [{ pay: 'not-met', 'law-or-employers': 'not-met' }, 'unknown'],
    [{ pay: 'not-met', 'law-or-employers': 'unknown' }, 'unknown'],
    [{ pay: 'unknown', openings: 'not-met', 'law-or-employers': 'met' }, 'limited'],
    [{}, 'unknown'],
  ])('%j gives %s', (grades, verdict) => {
    expect(climb(LADDER, grades)).toBe(verdict);
  });

  it('names what to find out', () => {
    expect(undecidedBy(LADDER, { pay: 'unknown', openings: 'met', 'law-or-employers': 'met' })).toEqual(['pay']);
    expect(undecidedBy(LADDER, { pay: 'not-met', 'law-or-employers': 'unknown' })).toEqual(['law-or-employers']);
    expect(undecidedBy(LADDER, { pay: 'met', openings: 'met', 'law-or-employers': 'met' })).toEqual([]);
    expect(undecidedBy([{ verdict: 'high', all: [{ criterion: 'career', is: ['met'] }, { criterion: 'stepping', is: ['met'] }] }], {})).toEqual([]);
  });
});
