import { describe, expect, it } from 'vitest';
import { noRuleReason, ruleOn } from './dated.ts';
import type { RuleRow } from './dated.ts';
import { debtToEarnings } from './debt-to-earnings.ts';
import { EARNINGS_THRESHOLD_SHAPE, earningsPremium, earningsThreshold, losesLoans } from './earnings-premium.ts';
import { pointsSeal } from './ohio-seal.ts';
import { clockHourAward, pellHint } from './pell.ts';
import { POVERTY_SHAPE, povertyMultiple } from './poverty.ts';
import { wagePremium } from './wage-premium.ts';
import { valueAddedEarnings, workforcePell } from './workforce-pell.ts';
import type { WorkforcePellQuestion } from './workforce-pell.ts';

const POVERTY_2026 = { year: 2026, onePerson: 15_960 };
const YEAR = { clockHours: 900, weeks: 26 };
const row = (id: string, validFrom: string, validTo: string | null, params: unknown = { year: 2026, onePerson: 15_960 }): RuleRow => ({ id, kind: 'poverty-guideline', validFrom, validTo, params, source: 's' });
const on = (rows: readonly RuleRow[], day: string) => ruleOn(rows, 'poverty-guideline', POVERTY_SHAPE, day);

describe('a dated rule', () => {
  const rows = [row('a', '2024', '2024'), row('b', '2026-03', '2026-06-30'), row('c', '2026-03', '2026-12'), { ...row('d', '2020', null), kind: 'other' }];
  it('answers for days within its dates, a year and a month to their ends', () => {
    expect(on(rows, '2024-01-01')).toMatchObject({ ok: true, value: { id: 'a', params: POVERTY_2026 } });
    expect(on(rows, '2024-12-31')).toMatchObject({ ok: true, value: { id: 'a' } });
    expect(on(rows, '2026-06-30')).toMatchObject({ ok: true, value: { id: 'b' } });
    expect(on(rows, '2026-07-01')).toMatchObject({ ok: true, value: { id: 'c' } });
    expect(on(rows, '2026-12-31')).toMatchObject({ ok: true, value: { id: 'c' } });
    expect(on([row('old', '2020', null), row('new', '2025-01-01', null)], '2026-01-01')).toMatchObject({ ok: true, value: { id: 'new' } });
    expect(on([row('new', '2025-01-01', null), row('old', '2020', null)], '2026-01-01')).toMatchObject({ ok: true, value: { id: 'new' } });
    expect(on([row('y', '2025', null), row('x', '2025', null)], '2026-01-01')).toMatchObject({ ok: true, value: { id: 'x' } });
  });
  it('says so on a day outside: before, after, between, or none at all', () => {
    expect(on(rows, '2023-12-31')).toEqual({ ok: false, error: { why: 'not-yet', day: '2023-12-31', from: '2024' } });
    expect(on(rows, '2027-01-01')).toEqual({ ok: false, error: { why: 'over', day: '2027-01-01', to: '2026-12' } });
    expect(on(rows, '2025-05-01')).toEqual({ ok: false, error: { why: 'gap', day: '2025-05-01' } });
    expect(on([row('a', '2024', '2024'), row('b', '2027', null)], '2025-05-01')).toEqual({ ok: false, error: { why: 'gap', day: '2025-05-01' } });
    expect(on([row('b', '2025', null), row('a', '2024', null)], '2023-05-01')).toMatchObject({ error: { why: 'not-yet', from: '2024' } });
    expect(on([row('a', '2024', '2024-06'), row('b', '2023', '2024-06-15'), row('c', '2022', '2023')], '2025-05-01')).toMatchObject({ error: { why: 'over', to: '2024-06' } });
    expect(on([row('a', '2024', '2024'), row('b', '2023', '2024-06-15')], '2025-05-01')).toMatchObject({ error: { why: 'over', to: '2024' } });
    expect(on([row('b', '2023', '2024-06-15'), row('a', '2024', '2024')], '2025-05-01')).toMatchObject({ error: { why: 'over', to: '2024' } });
    expect(on([row('a', '2024-05-01', '2024-05-01')], '2024-05-01')).toMatchObject({ ok: true });
    expect(on([], '2025-05-01')).toEqual({ ok: false, error: { why: 'no-such-rule', day: '2025-05-01' } });
    expect(on([row('a', '2024', null, { year: 2024 })], '2025-05-01')).toEqual({ ok: false, error: { why: 'unreadable', id: 'a', field: 'onePerson' } });
  });
  it('has a sentence for each', () => {
    const said = (day: string, list = rows) => { const found = on(list, day); return found.ok ? null : noRuleReason(found.error); };
    expect(said('2023-12-31')).toEqual({ code: 'rule.not-yet', params: { day: '2023-12-31', from: '2024' } });
    expect(said('2027-01-01')).toEqual({ code: 'rule.over', params: { day: '2027-01-01', to: '2026-12' } });
    expect(said('2025-05-01')).toEqual({ code: 'rule.gap', params: { day: '2025-05-01' } });
    expect(said('2025-05-01', [])).toEqual({ code: 'rule.none', params: {} });
    expect(said('2025-05-01', [row('a', '2024', null, {})])).toEqual({ code: 'rule.unreadable', params: { id: 'a' } });
  });
});

describe('the earnings premium', () => {
  it('asks for more, not for as much', () => {
    expect(earningsPremium(30_793, 30_793)).toMatchObject({ passes: false, premium: 0, reason: { code: 'rule.earnings-not-over' } });
    expect(earningsPremium(30_794, 30_793)).toMatchObject({ passes: true, premium: 1, reason: { code: 'rule.earnings-over', params: { median: 30_794, line: 30_793 } } });
    expect(earningsPremium(null, 30_793)).toEqual({ passes: 'unknown', premium: null, reason: { code: 'rule.earnings-unknown', params: {} } });
    expect(earningsPremium(30_794, null).passes).toBe('unknown');
  });
  it('has a threshold by state, the nation’s for students from elsewhere, none for a place not listed', () => {
    const read = EARNINGS_THRESHOLD_SHAPE.read({ year: 2024, nation: 31_269, states: { OH: 30_793 } });
    expect(read.ok && [earningsThreshold(read.value, 'OH'), earningsThreshold(read.value, null), earningsThreshold(read.value, 'PR')]).toEqual([30_793, 31_269, null]);
  });
  it('takes the loans of a program that fails in two of three years in a row', () => {
    const rule = { yearsAfterCompletion: 4, thresholdAges: { from: 25, to: 34 }, failYears: 2, ofYears: 3 };
    expect(losesLoans(rule, [false, true, false])).toBe(true);
    expect(losesLoans(rule, [false, true, true, false])).toBe(false);
    expect(losesLoans(rule, [true, true, false, false])).toBe(true);
    expect(losesLoans(rule, [false, true, 'unknown'])).toBe('unknown');
    expect(losesLoans(rule, [false, true, true, 'unknown'])).toBe(false);
    expect(losesLoans(rule, [false])).toBe(false);
    expect(losesLoans(rule, [true, true, true, false, 'unknown'])).toBe('unknown');
    expect(losesLoans(rule, [false, 'unknown', true, true, true])).toBe('unknown');
    expect(losesLoans(rule, [])).toBe(false);
  });
});

describe('debt to earnings', () => {
  const rule = { annualOverPermille: 80, discretionaryOverPermille: 200, povertyPermille: 1500, years: { certificate: 10 } };
  const at = (debt: number, earnings: number, annualRate = 0) => debtToEarnings({ debt, annualRate, years: 10, earnings }, rule, POVERTY_2026);
  it('fails only when both rates are over their lines', () => {
    expect(at(20_000, 25_000)).toMatchObject({ annualPayment: 2000, annualRate: 0.08, passes: true, reason: { code: 'rule.debt-light' } });
    expect(at(20_000, 24_999)).toMatchObject({ passes: false, reason: { code: 'rule.debt-heavy' } });
    expect(at(100_000, 73_940)).toMatchObject({ discretionaryRate: 0.2, passes: true });
    expect(at(100_000, 73_930)).toMatchObject({ passes: false, reason: { code: 'rule.debt-heavy', params: { share: 13.5, free: 20 } } });
  });
  it('counts no earnings, or none above need, as over the line', () => {
    expect(at(20_000, 0)).toMatchObject({ annualRate: null, discretionaryRate: null, passes: false, reason: { code: 'rule.debt-heavy-all-below', params: { share: 100 } } });
    expect(at(20_000, 23_940)).toMatchObject({ discretionaryRate: null, passes: false, reason: { code: 'rule.debt-heavy-all-below', params: { share: 8.4 } } });
    expect(at(10_000, 20_000)).toMatchObject({ discretionaryRate: null, passes: true, reason: { code: 'rule.debt-light-all-below', params: { share: 5 } } });
    expect(at(20_000, 23_941).discretionaryRate).toBe(2000);
  });
  it('passes every program without debt', () => {
    expect(at(0, 0)).toMatchObject({ annualPayment: 0, passes: true, reason: { code: 'rule.no-debt' } });
  });
});

describe('Pell', () => {
  it('is cut by the lesser of hours and weeks', () => {
    expect(clockHourAward(7395, 600, 20, YEAR)).toBe(4930);
    expect(clockHourAward(7395, 600, 10, YEAR)).toBe(2844.23);
    expect(clockHourAward(7395, 1200, 40, YEAR)).toBe(7395);
    expect(clockHourAward(7395, 150, 26, YEAR)).toBe(1232.5);
  });
  it('is a hint, never a promise: nothing in high school or above the index where it ends', () => {
    const award = { awardYear: '2026-27', max: 7395, min: 740, noneFromStudentAidIndex: 14_790 };
    const asked = { inHighSchool: false, studentAidIndex: null, clockHours: 600, weeks: 20 };
    expect(pellHint(asked, award, YEAR)).toEqual({ most: 4930, reasons: [{ code: 'payer.pell-up-to', params: { most: 4930 } }, { code: 'payer.needs-fafsa', params: {} }] });
    expect(pellHint({ ...asked, weeks: null }, award, YEAR)).toMatchObject({ most: 7395, reasons: [{ code: 'payer.pell-up-to' }, { code: 'payer.pell-length-unknown' }] });
    expect(pellHint({ ...asked, clockHours: null }, award, YEAR).reasons[0]?.params).toEqual({ most: 7395 });
    expect(pellHint({ ...asked, studentAidIndex: -1500 }, { ...award, noneFromStudentAidIndex: 0 }, YEAR).most).toBe(4930);
    expect(pellHint({ ...asked, studentAidIndex: null }, { ...award, noneFromStudentAidIndex: 0 }, YEAR).most).toBe(4930);
    expect(pellHint({ ...asked, clockHours: null }, award, YEAR).reasons[1]?.code).toBe('payer.pell-length-unknown');
    expect(pellHint({ ...asked, inHighSchool: true }, award, YEAR)).toEqual({ most: 0, reasons: [{ code: 'payer.pell-not-in-high-school', params: {} }] });
    expect(pellHint({ ...asked, studentAidIndex: 14_790 }, award, YEAR)).toEqual({ most: 0, reasons: [{ code: 'payer.pell-index-too-high', params: { index: 14_790, end: 14_790 } }] });
    expect(pellHint({ ...asked, studentAidIndex: 14_789 }, award, YEAR).most).toBe(4930);
    expect(pellHint({ ...asked, studentAidIndex: 99_999 }, { awardYear: '2025-26', max: 7395, min: 740 }, YEAR).most).toBe(4930);
  });
});

describe('Workforce Pell', () => {
  const rule = { clockHoursFrom: 150, clockHoursUnder: 600, weeksFrom: 8, weeksUnder: 15, completionPermille: 700, placementPermille: 700, povertyPermille: 1500, monthsRunning: 12 };
  const good: WorkforcePellQuestion = {
    clockHours: 300, weeks: 10, completionRate: 0.7, placementRate: 0.7, tuitionAndFees: 4000, completerMedianEarnings: 40_000, priceParity: 92,
    stackable: true, portable: true, onlyCredential: false, creditBearing: true, monthsRunning: 12,
  };
  const at = (extra: Partial<WorkforcePellQuestion>, poverty: typeof POVERTY_2026 | null = POVERTY_2026) => workforcePell({ ...good, ...extra }, rule, poverty);
  const told = (extra: Partial<WorkforcePellQuestion>, id: string) => at(extra).criteria.find((each) => each.id === id);
  it('is for a program that meets each test', () => {
    expect(at({})).toMatchObject({ eligible: true, valueAddedEarnings: 19_538.26 });
    expect(at({}).criteria.map(({ state }) => state)).toEqual(Array(9).fill('met'));
    expect(at({}).criteria.map(({ id }) => id)).toEqual(['clock-hours', 'weeks', 'months-running', 'credential', 'credit-bearing', 'completion', 'placement', 'value-added', 'tuition']);
  });
  it.each<[Partial<WorkforcePellQuestion>, string, string, string]>([
    [{ clockHours: 149 }, 'clock-hours', 'not-met', 'workforce-pell.hours-do-not-fit'], [{ clockHours: 150 }, 'clock-hours', 'met', 'workforce-pell.hours-fit'],
    [{ clockHours: 599 }, 'clock-hours', 'met', 'workforce-pell.hours-fit'], [{ clockHours: 600 }, 'clock-hours', 'not-met', 'workforce-pell.hours-do-not-fit'],
    [{ clockHours: null }, 'clock-hours', 'unknown', 'workforce-pell.hours-unknown'],
    [{ weeks: 7 }, 'weeks', 'not-met', 'workforce-pell.weeks-do-not-fit'], [{ weeks: 8 }, 'weeks', 'met', 'workforce-pell.weeks-fit'], [{ weeks: 15 }, 'weeks', 'not-met', 'workforce-pell.weeks-do-not-fit'], [{ weeks: null }, 'weeks', 'unknown', 'workforce-pell.weeks-unknown'],
    [{ monthsRunning: 11 }, 'months-running', 'not-met', 'workforce-pell.too-new'], [{ monthsRunning: 12 }, 'months-running', 'met', 'workforce-pell.old-enough'], [{ monthsRunning: null }, 'months-running', 'unknown', 'workforce-pell.age-unknown'],
    [{ portable: false }, 'credential', 'not-met', 'workforce-pell.credential-does-not-fit'], [{ stackable: false }, 'credential', 'not-met', 'workforce-pell.credential-does-not-fit'],
    [{ portable: null }, 'credential', 'unknown', 'workforce-pell.credential-unknown'], [{ portable: null, stackable: false }, 'credential', 'not-met', 'workforce-pell.credential-does-not-fit'],
    [{ portable: false, onlyCredential: true }, 'credential', 'met', 'workforce-pell.credential-fits'], [{ portable: false, onlyCredential: null }, 'credential', 'unknown', 'workforce-pell.credential-unknown'],
    [{ creditBearing: false }, 'credit-bearing', 'not-met', 'workforce-pell.gives-no-credit'], [{ creditBearing: null }, 'credit-bearing', 'unknown', 'workforce-pell.credit-unknown'], [{}, 'credit-bearing', 'met', 'workforce-pell.gives-credit'],
    [{ completionRate: 0.699 }, 'completion', 'not-met', 'workforce-pell.too-few-finish'], [{ completionRate: null }, 'completion', 'unknown', 'workforce-pell.finish-unknown'], [{}, 'completion', 'met', 'workforce-pell.enough-finish'],
    [{ placementRate: 0.699 }, 'placement', 'not-met', 'workforce-pell.too-few-placed'], [{ placementRate: null }, 'placement', 'unknown', 'workforce-pell.placed-unknown'], [{}, 'placement', 'met', 'workforce-pell.enough-placed'],
    [{ tuitionAndFees: 19_538.26 }, 'tuition', 'met', 'workforce-pell.price-fits'], [{ tuitionAndFees: 19_538.27 }, 'tuition', 'not-met', 'workforce-pell.price-too-high'], [{ tuitionAndFees: null }, 'tuition', 'unknown', 'workforce-pell.price-unknown'],
    [{ completerMedianEarnings: null }, 'tuition', 'unknown', 'workforce-pell.earnings-unknown'], [{ priceParity: null }, 'value-added', 'unknown', 'workforce-pell.earnings-unknown'],
    [{ completerMedianEarnings: 23_940, priceParity: 100 }, 'value-added', 'not-met', 'workforce-pell.adds-no-earnings'], [{ completerMedianEarnings: 23_940, priceParity: 100, tuitionAndFees: 0 }, 'tuition', 'not-met', 'workforce-pell.adds-no-earnings'],
    [{ completerMedianEarnings: 23_941, priceParity: 100 }, 'value-added', 'met', 'workforce-pell.adds-earnings'],
  ])('%j: %s is %s (%s)', (extra, id, state, code) => {
    expect(told(extra, id)).toMatchObject({ state, reason: { code } });
    expect(at(extra).eligible).toBe(state === 'met' ? at(extra).eligible : state === 'unknown' ? 'unknown' : false);
  });
  it('shows each figure beside its line', () => {
    expect(told({}, 'clock-hours')).toMatchObject({ figure: 300, threshold: 150, reason: { params: { hours: 300, from: 150, under: 600 } } });
    expect(told({}, 'weeks')).toMatchObject({ figure: 10, threshold: 8, reason: { params: { weeks: 10, from: 8, under: 15 } } });
    expect(told({ monthsRunning: 3 }, 'months-running')).toMatchObject({ figure: 3, threshold: 12, reason: { params: { months: 12 } } });
    expect(told({ completionRate: 0.655 }, 'completion')).toMatchObject({ figure: 0.655, threshold: 0.7, reason: { params: { share: 65.5, line: 70 } } });
    expect(told({ placementRate: 0.81 }, 'placement')).toMatchObject({ figure: 0.81, threshold: 0.7, reason: { params: { share: 81, line: 70 } } });
    expect(told({}, 'tuition')).toMatchObject({ figure: 4000, threshold: 19_538.26, reason: { params: { tuition: 4000, added: 19_538 } } });
    for (const paper of ['credential', 'credit-bearing'] as const) expect(told({}, paper)).toMatchObject({ figure: null, threshold: null });
    expect(told({}, 'value-added')).toMatchObject({ figure: 19_538.26, threshold: 0, reason: { params: { added: 19_538 } } });
  });
  it('fails by one test, whatever else is unknown, and is unknown without a poverty line', () => {
    const nothing = { completionRate: null, placementRate: null, tuitionAndFees: null, completerMedianEarnings: null, priceParity: null, stackable: null, portable: null, creditBearing: null, monthsRunning: null };
    expect(at(nothing).eligible).toBe('unknown');
    expect(at({ ...nothing, weeks: 15 }).eligible).toBe(false);
    expect(at({}, null)).toMatchObject({ eligible: 'unknown', valueAddedEarnings: null });
    expect(at({}, null).criteria.at(-1)?.reason.code).toBe('workforce-pell.no-poverty-line');
    expect(valueAddedEarnings(40_000, 100, POVERTY_2026, 1500)).toBe(16_060);
    expect(povertyMultiple(POVERTY_2026, 1500)).toBe(23_940);
  });
});

describe('a seal by points', () => {
  const rule = { points: 12 };
  it('adds points within one field only', () => {
    expect(pointsSeal([{ field: 'health', points: 6 }, { field: 'health', points: 6 }], rule)).toMatchObject({ earned: true, best: { field: 'health', points: 12 }, reason: { code: 'seal.points', params: { field: 'health', points: 12 } } });
    expect(pointsSeal([{ field: 'health', points: 12 }], rule).earned).toBe(true);
    expect(pointsSeal([{ field: 'health', points: 6 }, { field: 'it', points: 6 }], rule)).toMatchObject({ earned: false, best: { field: 'health', points: 6 }, reason: { code: 'seal.points-in-several-fields', params: { missing: 6 } } });
    expect(pointsSeal([{ field: 'it', points: 6 }, { field: 'health', points: 3 }], rule)).toMatchObject({ earned: false, best: { field: 'it', points: 6 }, reason: { code: 'seal.points-short', params: { field: 'it', points: 6, missing: 6 } } });
    expect(pointsSeal([{ field: 'it', points: 6 }, { field: 'health', points: 6 }], rule).best?.field).toBe('health');
    expect(pointsSeal([], rule)).toMatchObject({ earned: false, best: null, reason: { code: 'seal.nothing' } });
  });
  it('takes a state license that needs an exam in place of points', () => {
    expect(pointsSeal([{ field: 'health', points: 1 }, { field: 'beauty', licenseWithExam: true }], rule)).toMatchObject({ earned: true, best: { field: 'health', points: 1 }, reason: { code: 'seal.license', params: { field: 'beauty' } } });
    expect(pointsSeal([{ field: 'beauty', licenseWithExam: false }], rule)).toMatchObject({ earned: false, reason: { code: 'seal.nothing' } });
  });
  it('is unknown while points are, unless it is earned without them', () => {
    expect(pointsSeal([{ field: 'health', points: null }], rule)).toMatchObject({ earned: 'unknown', reason: { code: 'seal.points-unknown', params: { field: 'health' } } });
    expect(pointsSeal([{ field: 'health', points: null }, { field: 'it', points: 12 }], rule).earned).toBe(true);
    expect(pointsSeal([{ field: 'health', points: null }, { field: 'it', licenseWithExam: true }], rule).earned).toBe(true);
  });
});

describe('a wage premium', () => {
  it('is reached at its line', () => {
    expect(wagePremium(36_000, 30_000, 0.2)).toEqual({ threshold: 36_000, meets: true, reason: { code: 'rule.premium-met', params: { pay: 36_000, line: 36_000 } } });
    expect(wagePremium(35_999.99, 30_000, 0.2)).toMatchObject({ meets: false, reason: { code: 'rule.premium-not-met' } });
    expect(wagePremium(30_000, 30_000, 0)).toMatchObject({ threshold: 30_000, meets: true });
    expect(wagePremium(1, 33.333, 0.1).threshold).toBe(36.67);
  });
});
