import { describe, expect, it } from 'vitest';
import type { TimeFact } from '../facts.ts';
import { monthsToStart, sumPublished } from './good-jobs.ts';

const time = (low: number | null, unit: TimeFact['unit']): TimeFact => ({
  kind: 'training', low, high: null, unit, unknown: low === null ? 'varies-ask' : null, from: { source: null, evidence: null, vintage: null, area: null, basis: 'published', method: null },
});
const atWork = { entryEducation: 'high-school', entryExperience: 'none', entryTraining: 'moderate' };

describe('how soon one can do a job', () => {
  it('is the shortest of the credentials that open it', () => {
    expect(monthsToStart({ ...atWork, times: [time(2, 'years'), time(12, 'weeks')] })).toBeCloseTo(2.77, 2);
    expect(monthsToStart({ ...atWork, times: [null, time(null, 'months'), time(9, 'months')] })).toBe(9);
  });

  it('is at once where the job is learned at work within a year and nothing opens it', () => {
    expect(monthsToStart({ ...atWork, times: [] })).toBe(0);
    expect(monthsToStart({ ...atWork, entryEducation: 'none', entryTraining: 'none', times: [] })).toBe(0);
  });

  it.each([
    ['a credential opens it whose time nobody states', { ...atWork, times: [time(null, 'months')] }],
    ['it takes an apprenticeship that is not here', { ...atWork, entryTraining: 'apprenticeship', times: [] }],
    ['it asks for school beyond high school', { ...atWork, entryEducation: 'associate', times: [] }],
    ['nothing is published of it', { entryEducation: null, entryExperience: null, entryTraining: null, times: [] }],
    ['it asks for years in another job first', { ...atWork, entryExperience: 'under-5-years', times: [time(1, 'months')] }],
  ])('is not known where %s', (_, entry) => {
    expect(monthsToStart(entry)).toBeNull();
  });
});

it('adds up what is published', () => {
  expect(sumPublished([3, null, 4])).toBe(7);
  expect(sumPublished([])).toBe(0);
});
