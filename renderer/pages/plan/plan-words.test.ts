import { describe, expect, it } from 'vitest';
import type { PlanAction, PlanCost } from '../../../shared/contract/plans.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { costWords, isOverdue, planAnswer, stepTime, totalWords } from './plan-words.ts';

const en = createTranslator('en');
const es = createTranslator('es');
const cost = (lowCents: number | null, highCents: number | null = null, atLeast = false): PlanCost => ({
  id: 'c', stepId: null, label: 'Fees', lowCents, highCents, atLeast, unknown: lowCents === null ? 'varies-ask' : null, priceYear: null, payers: [], askWhom: '', phone: '', evidence: null,
});
const action = (text: string, dueOn: string | null, done = false): PlanAction => ({ id: text, text, who: '', phone: '', dueOn, done });

describe('words of a cost', () => {
  it('says what is known, and a word for what is not', () => {
    expect([cost(20_000), cost(20_000, 30_050), cost(20_000, null, true), cost(0), cost(null)].map((each) => costWords(each, en)))
      .toEqual(['$200', '$200 to $300.50', 'at least $200', 'free', 'varies, ask']);
    expect(costWords(cost(null), es)).not.toBe('');
  });
  it('never adds up what is not known', () => {
    expect(totalWords([cost(20_000), cost(7_500)], en)).toBe('$275');
    expect(totalWords([cost(20_000), cost(null)], en)).toBe('at least $200 plus costs we don’t know');
    expect(totalWords([cost(20_000, 30_000), cost(7_500)], en)).toBe('$275 to $375');
    expect(totalWords([cost(null)], en)).toBe('not collected');
  });
});

describe('what is next', () => {
  it('is the open thing with the earliest date, with how many are overdue', () => {
    const actions = [action('later', '2027-02-01'), action('first', '2026-12-18'), action('done', '2026-11-01', true), action('some day', null)];
    expect(planAnswer({ actions }, '2026-11-25', en)).toEqual({ text: 'Next: first, by December 18, 2026.', overdue: 0 });
    expect(planAnswer({ actions }, '2026-12-19', en).overdue).toBe(1);
  });
  it('is something without a date when nothing has one, and nothing when all is done', () => {
    expect(planAnswer({ actions: [action('some day', null)] }, '2026-11-25', en).text).toBe('Next: some day.');
    expect(planAnswer({ actions: [action('done', null, true)] }, '2026-11-25', en).text).toBe('Nothing is left to do.');
  });
  it('is overdue from the day after', () => {
    expect([isOverdue(action('a', '2026-11-24'), '2026-11-25'), isOverdue(action('a', '2026-11-25'), '2026-11-25')]).toEqual([true, false]);
  });
});

describe('when a step is', () => {
  it('says one month once', () => {
    expect(stepTime({ startsOn: '2028-08', endsOn: '2028-08' }, en)).toBe('August 2028');
    expect(stepTime({ startsOn: '2028-08', endsOn: '2029-07' }, es)).toBe('agosto de 2028 a julio de 2029');
    expect(stepTime({ startsOn: null, endsOn: null }, en)).toBe('');
  });
});
