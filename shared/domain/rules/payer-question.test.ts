import { describe, expect, it } from 'vitest';
import type { CredentialFacts, TimeFact } from '../facts.ts';
import { hintsFor, lengthOf, payerQuestionOf, workforcePellQuestionOf } from './payer-question.ts';
import type { PayerHint } from './payers.ts';

const from = { source: null, evidence: null, vintage: null, area: null, basis: 'published', method: null } as const;
const time = (low: number | null, unit: TimeFact['unit'], extra: Partial<TimeFact> = {}): TimeFact => ({ kind: 'training', low, high: null, unit, unknown: low === null ? 'not-collected' : null, from, ...extra });
const facts = (extra: Partial<CredentialFacts>): CredentialFacts => ({
  id: 'x', code: 'XXXXX', name: { en: 'x', es: 'x' }, shortName: { en: 'x', es: 'x' }, kind: 'certification', role: 'main', field: 'health', demandType: 'employers-ask', jurisdiction: 'national',
  minAge: null, renewMonths: null, links: [], costs: [], times: [], requirements: [], leadsTo: [], ...extra,
});
const nobody = { inHighSchool: false, studentAidIndex: null, veteran: null, getsSnap: null, disability: null };
const year = { clockHours: 900, weeks: 26 };
const hint = (payer: PayerHint['payer']): PayerHint => ({ payer, fit: 'ask', reasons: [] });
const all = [hint('employer'), hint('pell'), hint('workforce-pell'), hint('state-grant'), hint('wioa')];
const short = { clockHoursFrom: 150, clockHoursUnder: 600, weeksFrom: 8, weeksUnder: 15, completionPermille: 700, placementPermille: 700, povertyPermille: 1500, monthsRunning: 12 };
const left = (extra: Partial<CredentialFacts>, rule: typeof short | null = short) => hintsFor(facts(extra), all, rule).map(({ payer }) => payer);

describe('what a credential answers of who might pay', () => {
  it.each<[TimeFact[], number | null, number | null]>([
    [[time(75, 'hours')], 75, null], [[time(12, 'weeks')], null, 12], [[time(12, 'months')], null, 52], [[time(75, 'hours', { high: 75 })], 75, null],
    [[time(75, 'hours', { high: 120 })], null, null], [[time(null, 'hours')], null, null], [[], null, null], [[time(8000, 'hours', { kind: 'paid-training' })], null, null],
  ])('%#: its length', (times, clockHours, weeks) => {
    expect(lengthOf(facts({ times }))).toEqual({ clockHours, weeks });
    expect(workforcePellQuestionOf(facts({ times }))).toMatchObject({ clockHours, weeks, completionRate: null, portable: null });
  });
  it('a degree is an academic year or more; pay while learning, a test and a mark of the paper are told', () => {
    expect(payerQuestionOf(facts({ kind: 'associate', times: [time(2, 'years')] }), nobody, null, year)).toMatchObject({ clockHours: 900, weeks: 26, paidTraining: false, hasTest: false, onStateList: null });
    expect(payerQuestionOf(facts({ kind: 'associate', times: [time(2, 'years')] }), nobody, null, null)).toMatchObject({ clockHours: null, weeks: 104 });
    const cost = { label: { en: 'x', es: 'x' }, amount: {} as never, per: 'once' as const, priceYear: null, payers: [] };
    expect(payerQuestionOf(facts({ costs: [{ ...cost, line: 'exam' }], times: [time(4, 'years', { kind: 'paid-training' })] }), { ...nobody, veteran: true }, null, year)).toMatchObject({ paidTraining: true, hasTest: true, veteran: true });
    expect(payerQuestionOf(facts({ costs: [{ ...cost, line: 'license' }] }), nobody, null, year).hasTest).toBe(true);
    expect(payerQuestionOf(facts({ costs: [{ ...cost, line: 'tuition' }] }), nobody, null, year).hasTest).toBe(false);
    expect(workforcePellQuestionOf(facts({ marks: { portable: true } })).portable).toBe(true);
  });
  it('leaves out aid for classes where there is none, and a full Pell Grant for a short one', () => {
    expect(left({})).toEqual(['employer', 'wioa']);
    expect(left({ kind: 'certificate' })).toEqual(['employer', 'pell', 'workforce-pell', 'state-grant', 'wioa']);
    expect(left({ times: [time(75, 'hours')] })).toEqual(['employer', 'workforce-pell', 'state-grant', 'wioa']);
    expect(left({ times: [time(600, 'hours')] })).toEqual(['employer', 'pell', 'workforce-pell', 'state-grant', 'wioa']);
    expect(left({ times: [time(75, 'hours')] }, null)).toContain('pell');
    expect(left({ kind: 'bachelor' })).toEqual(['employer', 'pell', 'state-grant', 'wioa']);
  });
});
