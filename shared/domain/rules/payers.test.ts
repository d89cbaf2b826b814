import { describe, expect, it } from 'vitest';
import { payerHints } from './payers.ts';
import type { PayerHint, PayerQuestion } from './payers.ts';

const rules = { award: { awardYear: '2026-27', max: 7395, min: 740, noneFromStudentAidIndex: 14_790 }, year: { clockHours: 900, weeks: 26 }, tests: { testMost: 2000 } };
const adult: PayerQuestion = {
  inHighSchool: false, studentAidIndex: null, veteran: null, getsSnap: null, disability: null, paidTraining: false, clockHours: 600, weeks: 20, onStateList: null, hasTest: true, workforcePell: null,
};
const ask = (extra: Partial<PayerQuestion> = {}, given: Parameters<typeof payerHints>[1] = rules): readonly PayerHint[] => payerHints({ ...adult, ...extra }, given);
const of = (payer: string, extra: Partial<PayerQuestion> = {}) => ask(extra).find((each) => each.payer === payer);
const codes = (hint: PayerHint | undefined) => hint?.reasons.map(({ code }) => code);

describe('who might pay', () => {
  it('comes in the order in which it is worth asking', () => {
    expect(ask().map(({ payer, fit }) => `${payer} ${fit}`)).toEqual([
      'employer ask', 'pell ask', 'workforce-pell ask', 'state-grant ask', 'wioa ask', 'vocational-rehabilitation ask', 'snap-et ask', 'gi-bill ask',
    ]);
    expect(ask({ inHighSchool: true }).map(({ payer, fit }) => `${payer} ${fit}`)).toEqual([
      'district ask', 'dual-enrollment ask', 'employer ask', 'state-grant ask', 'wioa ask', 'vocational-rehabilitation ask', 'snap-et ask', 'gi-bill ask', 'pell no', 'workforce-pell no',
    ]);
    expect(ask({ paidTraining: true })[0]).toEqual({ payer: 'sponsor', fit: 'yes', reasons: [{ code: 'payer.sponsor-pays', params: {} }] });
  });
  it('says what Pell could be, and closes it where the rule does', () => {
    expect(of('pell')).toMatchObject({ fit: 'ask', reasons: [{ code: 'payer.pell-up-to', params: { most: 4930 } }, { code: 'payer.needs-fafsa' }] });
    expect(of('pell', { studentAidIndex: 100 })?.fit).toBe('yes');
    expect(of('pell', { studentAidIndex: 20_000 })?.fit).toBe('no');
    expect(ask({}, { award: null, year: null, tests: null }).some(({ payer }) => payer === 'pell')).toBe(false);
  });
  it('asks about short Pell Grants unless the program cannot fit', () => {
    expect(codes(of('workforce-pell'))).toEqual(['payer.workforce-pell-ask']);
    expect(of('workforce-pell', { workforcePell: { eligible: false, valueAddedEarnings: null, criteria: [] } })).toMatchObject({ fit: 'no', reasons: [{ code: 'payer.workforce-pell-does-not-fit' }] });
    expect(of('workforce-pell', { workforcePell: { eligible: true, valueAddedEarnings: null, criteria: [] } })?.fit).toBe('ask');
  });
  it('sends to the job center with the list and the plan it asks for', () => {
    expect(codes(of('wioa'))).toEqual(['payer.wioa-list-unknown', 'payer.wioa-plan']);
    expect(of('wioa', { onStateList: true })).toMatchObject({ fit: 'yes', reasons: [{ code: 'payer.wioa-on-list' }, { code: 'payer.wioa-plan' }] });
    expect(of('wioa', { onStateList: true, inHighSchool: true })?.fit).toBe('ask');
    expect(of('wioa', { onStateList: false })).toMatchObject({ fit: 'no', reasons: [{ code: 'payer.wioa-not-on-list' }] });
  });
  it('knows the GI Bill for those who served, with its cap on tests', () => {
    expect(of('gi-bill')).toMatchObject({ fit: 'ask', reasons: [{ code: 'payer.gi-bill-ask' }, { code: 'payer.gi-bill-tests', params: { most: 2000 } }] });
    expect(codes(of('gi-bill', { hasTest: false, veteran: true }))).toEqual(['payer.gi-bill-ask']);
    expect(of('gi-bill', { veteran: true })?.fit).toBe('yes');
    expect(codes(of('gi-bill', { veteran: false }))).toEqual(['payer.gi-bill-not-served']);
    expect(ask({ veteran: false }).at(-1)?.payer).toBe('gi-bill');
    expect(codes(ask({}, { ...rules, tests: null }).find(({ payer }) => payer === 'gi-bill'))).toEqual(['payer.gi-bill-ask']);
  });
  it('says how to ask each', () => {
    expect(codes(of('employer'))).toEqual(['payer.employer-ask']);
    expect(codes(of('district', { inHighSchool: true }))).toEqual(['payer.district-ask']);
    expect(codes(of('dual-enrollment', { inHighSchool: true }))).toEqual(['payer.dual-enrollment-ask']);
    expect(codes(of('workforce-pell', { inHighSchool: true }))).toEqual(['payer.pell-not-in-high-school']);
    expect(codes(of('vocational-rehabilitation'))).toEqual(['payer.rehabilitation-ask']);
    expect(codes(of('snap-et'))).toEqual(['payer.snap-ask']);
    expect(ask({}, { ...rules, year: null }).some(({ payer }) => payer === 'pell')).toBe(false);
  });
  it('takes what is known of a person and leaves the rest a question', () => {
    expect([of('snap-et', { getsSnap: true })?.fit, of('snap-et', { getsSnap: false })?.fit, of('snap-et')?.fit]).toEqual(['yes', 'no', 'ask']);
    expect([of('vocational-rehabilitation', { disability: true })?.fit, of('vocational-rehabilitation', { disability: false })?.fit]).toEqual(['yes', 'no']);
  });
});
