import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../../shared/contract/plans.ts';
import { ageIn, notesOfSteps } from './plan-notes.ts';

const step = (id: string, startsOn: string | null, endsOn: string | null, rest: Partial<PlanStep> = {}): PlanStep => ({
  id, kind: 'credential', credentialId: null, title: id, startsOn, endsOn, skippable: false, done: false, note: '', ...rest,
});
const nobody = { graduates: null, birthMonth: null, minAges: {} };

describe('dates that cannot hold', () => {
  it('says nothing of steps in order, or without dates', () => {
    expect(notesOfSteps([step('a', '2028-08', '2029-07'), step('b', '2029-08', null), step('c', null, null)], nobody).size).toBe(0);
  });
  it('tells an end before the start, but not a step of one month', () => {
    expect(notesOfSteps([step('a', '2028-08', '2028-07'), step('b', '2028-09', '2028-09')], nobody)).toEqual(new Map([['a', [{ kind: 'ends-before-start' }]]]));
  });
  it('tells a start before high school ends, except of what happens in it and of what is done', () => {
    const pupil = { ...nobody, graduates: '2028-06' };
    const early = [step('school', '2026-11', '2028-06', { kind: 'high-school' }), step('a', '2028-05', null), step('b', '2028-05', null, { done: true }), step('c', '2028-06', null)];
    expect(notesOfSteps(early, pupil)).toEqual(new Map([['a', [{ kind: 'before-graduation', month: '2028-06' }]]]));
  });
  it('tells a start before the longest step above ends', () => {
    const steps = [step('a', '2028-01', '2029-07'), step('b', '2029-07', '2029-08'), step('c', '2029-06', null), step('d', '2028-02', null, { skippable: true })];
    expect(notesOfSteps(steps, nobody)).toEqual(new Map([['c', [{ kind: 'starts-before-last' }]]]));
  });
  it('tells an age under the least one at the start', () => {
    const facts = { graduates: null, birthMonth: '2010-09', minAges: { lpn: 18, card: null } };
    const steps = [step('a', '2028-08', null, { credentialId: 'lpn' }), step('b', '2028-09', null, { credentialId: 'lpn' }), step('c', '2020-01', null, { credentialId: 'card' })];
    expect(notesOfSteps(steps, facts)).toEqual(new Map([['a', [{ kind: 'under-age', age: 17, minimum: 18 }]]]));
  });
  it('counts full years', () => {
    expect([ageIn('2010-05', '2028-04'), ageIn('2010-05', '2028-05'), ageIn('2010-05', '2029-04')]).toEqual([17, 18, 18]);
  });
});
