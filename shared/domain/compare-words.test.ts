import { describe, expect, it } from 'vitest';
import { compareRoutes } from './compare.ts';
import type { CostFact, CredentialFacts, PayFacts, TimeFact } from './facts.ts';
import type { BaselinePay, CompareAssumptions } from './results.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation, pay } from './testing.ts';

const baseline: BaselinePay = { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 };
const assumptions: CompareAssumptions = { startMonth: '2027-01', horizonYears: 10, workHoursInSchool: 0, tuitionCentsPerYear: {}, grantCentsPerYear: 0 };
const months = (low: number | null, kind: TimeFact['kind'] = 'training', unit: TimeFact['unit'] = 'months'): TimeFact => ({ kind, low, high: null, unit, unknown: null, from });
const cost = (line: CostFact['line'], cents: number | null, per: CostFact['per'] = 'once'): CostFact => ({ line, label: { en: line, es: line }, amount: figure(cents), per, priceYear: null, payers: [] });
const opens = (id: string, facts: PayFacts | null, length: number, extra: Partial<CredentialFacts> = {}): CredentialFacts =>
  credential(id, { links: [{ relation: 'required-by-law', evidence: null, occupation: occupation(id, id, facts) }], times: [months(length)], costs: [cost('exam', 0)], ...extra });
const compare = (facts: readonly CredentialFacts[], extra: Partial<CompareAssumptions> = {}) => compareRoutes({ credentials: facts.map((each) => ({ facts: each })), baseline }, { ...assumptions, ...extra });
const risks = (facts: CredentialFacts) => compare([facts]).routes[0]?.risks;
const codes = (facts: readonly CredentialFacts[]): string[] => compare(facts).insights.map((each) => each.code);

describe('what can go wrong', () => {
  it('is that nobody knows how many finish, at least', () => {
    expect(risks(opens('a', LPN_PAY, 12))).toEqual([{ code: 'risk.completion-unknown', params: {} }]);
  });
  it('is what must be asked, an age, and a renewal', () => {
    const ask = { kind: 'drug-test', amount: null, label: { en: '', es: '' }, from };
    expect(risks(opens('a', LPN_PAY, 12, { requirements: [{ ...ask, answer: 'ask' }, { ...ask, answer: 'yes' }, { ...ask, answer: 'ask' }], minAge: 18, renewMonths: 24 }))).toEqual([
      { code: 'risk.questions', params: { count: 2 } }, { code: 'risk.min-age', params: { age: 18 } }, { code: 'risk.renewal', params: { months: 24 } }, { code: 'risk.completion-unknown', params: {} },
    ]);
  });
});

describe('what is assumed', () => {
  const reasons = (facts: CredentialFacts) => compare([facts]).routes[0]?.reasons;
  it('is nothing where all is known', () => { expect(reasons(opens('a', LPN_PAY, 12))).toEqual([]); });
  it('is full time for hours of class, and a wage for apprentices', () => {
    expect(reasons(opens('a', LPN_PAY, 1, { times: [months(480, 'training', 'hours')] }))).toEqual([{ code: 'compare.hours-full-time', params: {} }]);
    expect(reasons(opens('a', LPN_PAY, 1, { times: [months(48, 'paid-training')] }))).toEqual([{ code: 'compare.apprentice-wage', params: { from: 50, to: 90 } }]);
  });
  it('leaves a route without a line unknown in everything but cost and time', () => {
    expect(compare([opens('a', null, 12)]).routes[0]).toMatchObject({ months: 12, curve: null, breakEven: { outcome: 'unknown' }, aheadCents: null, value: null, total: { lowCents: 0 } });
    expect(compare([opens('a', null, 12, { times: [] })]).routes[0]?.months).toBeNull();
  });
});

describe('what would change the answer', () => {
  it('names the year in which the better of two passes the other', () => {
    // After two years the longer is 115,633 behind and gains 1,523.33 a month: it passes in the hundredth.
    expect(compare([opens('short', LPN_PAY, 1), opens('long', RN_PAY, 24)]).insights).toEqual([
      { code: 'insight.passes', params: { later: { en: 'long', es: 'long' }, earlier: { en: 'short', es: 'short' }, year: '2035' } },
      { code: 'insight.overlap-more-than', params: { n: 9, a: { en: 'long', es: 'long' }, b: { en: 'short', es: 'short' } } },
      { code: 'insight.extrapolated', params: {} },
    ]);
  });
  it('says that one is ahead throughout', () => {
    expect(compare([opens('slow', AIDE_PAY, 12), opens('quick', LPN_PAY, 12)], { horizonYears: 1 }).insights).toContainEqual({ code: 'insight.ahead-throughout', params: { first: { en: 'slow', es: 'slow' }, second: { en: 'quick', es: 'quick' } } });
    expect(codes([opens('good', RN_PAY, 1), opens('less', LPN_PAY, 1)])[0]).toBe('insight.ahead-throughout');
  });
  it('tells how pay overlaps, in tenths', () => {
    const near = pay(40000, 48000, 58000, 66000, 80000);
    const [much, about] = [opens('much', pay(90000, 95000, 99000, 110000, 120000), 12), opens('about', near, 12)];
    expect(compare([much, about]).insights.map(({ code, params }) => [code, params['n']])).toContainEqual(['insight.overlap-more-than', 9]);
    // Better after ten years by a shorter school, though its pay is lower: 4 in 10 and fewer than 1 in 10.
    expect(compare([opens('a', near, 1), opens('b', LPN_PAY, 36)]).insights.slice(1)).toEqual([{ code: 'insight.overlap-about', params: { n: 4, a: { en: 'a', es: 'a' }, b: { en: 'b', es: 'b' } } }]);
    expect(codes([opens('a', AIDE_PAY, 1), opens('b', pay(60000, 61000, 62000, 63000, 64000), 100)])).toEqual(['insight.ahead-throughout', 'insight.overlap-fewer-than', 'insight.extrapolated']);
  });
  it('calls exactly nine tenths, and one, what they are', () => {
    const [high, low] = [pay(60000, 61000, 62000, 63000, 64000), pay(30000, 40000, 60000, 62000, 64000)];
    const found = (a: PayFacts, b: PayFacts) => compare([opens('a', a, 1), opens('b', b, 48)]).insights.slice(1).map(({ code, params }) => [code, params['n']]);
    expect(found(high, low)).toEqual([['insight.overlap-about', 9]]);
    expect(found(pay(20000, 30000, 40000, 50000, 60000), pay(60000, 60000, 60000, 60000, 60000))).toEqual([['insight.overlap-about', 1]]);
  });
  it('says nothing of overlap for one occupation, or without its pay', () => {
    const one = opens('a', LPN_PAY, 12);
    expect(codes([one, { ...one, id: 'b', times: [months(24)] }]).filter((code) => code.includes('overlap'))).toEqual([]);
    expect(codes([one, opens('b', pay(null, null, 61000, null, null), 12)]).filter((code) => code.includes('overlap'))).toEqual([]);
  });
  it('looks only at routes that have a line, and says when costs are open', () => {
    expect(codes([opens('a', LPN_PAY, 12), opens('b', null, 12)])).toEqual([]);
    const [poor, poorer] = [pay(10000, 15000, 20000, 25000, 30000), pay(9000, 14000, 19000, 24000, 29000)];
    expect(codes([opens('a', null, 12), opens('b', poor, 12), opens('c', poorer, 12)])[0]).toBe('insight.ahead-throughout');
    expect(codes([opens('a', null, 12), opens('b', null, 12), opens('c', LPN_PAY, 24), opens('d', RN_PAY, 24)])[0]).toMatch(/^insight\.(passes|ahead)/);
    expect(codes([opens('a', LPN_PAY, 12), opens('b', null, 12, { costs: [cost('exam', null)] })])).toEqual(['insight.costs-unknown']);
  });
});

describe('a tuition typed in', () => {
  const school = opens('s', LPN_PAY, 24, { costs: [cost('tuition', null), cost('exam', 20_000)] });
  it('takes the place of the one in the facts, for each month of school', () => {
    const [route] = compare([school], { tuitionCentsPerYear: { s: 600_000 } }).routes;
    expect(route?.total).toEqual({ lowCents: 1_220_000, highCents: 1_220_000, incomplete: false, nothingKnown: false });
    expect(route?.value?.atMost).toBe(false);
    expect(route?.value?.horizons[1]?.breakdown.find(({ line }) => line === 'cost:tuition')?.cents).toBe(-Math.round(600_000 + 600_000 / 1.03));
    expect(compare([opens('s', LPN_PAY, 24, { costs: [cost('tuition', 50_000)] })]).routes[0]?.total.lowCents).toBe(50_000);
    expect(compare([opens('s', LPN_PAY, 24, { costs: [cost('tuition', 50_000)] })], { tuitionCentsPerYear: { s: 0 } }).routes[0]?.total.lowCents).toBe(0);
  });
  it('makes a total known of which nothing was', () => {
    const open = opens('o', LPN_PAY, 12, { costs: [cost('tuition', null)] });
    expect(compare([open]).routes[0]?.total).toMatchObject({ incomplete: true, nothingKnown: true });
    expect(compare([open], { tuitionCentsPerYear: { o: 12_000 } }).routes[0]?.total).toMatchObject({ lowCents: 12_000, nothingKnown: false });
    expect(compare([opens('o', null, 1, { times: [] })], { tuitionCentsPerYear: { o: 12_000 } }).routes[0]?.total.lowCents).toBe(1_000);
  });
});
