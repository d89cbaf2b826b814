import { describe, expect, it } from 'vitest';
import { renewalMonths, renewalOf } from './renewals.ts';
import type { EarnedTime } from './renewals.ts';
import { inOrderOfNeed, monthOfAge, scheduleBackward, scheduleForward } from './schedule.ts';
import type { PlanPerson, StepTime } from './schedule.ts';

const TODAY = '2026-11-25';
const step = (id: string, extra: Partial<StepTime> = {}): StepTime => ({ id, name: { en: id, es: id }, months: 3, needs: [], minAge: null, needsDiploma: false, waitingList: false, ...extra });
const adult: PlanPerson = { birthMonth: '1990-04', graduates: null, hasDiploma: true, held: [] };
const pupil: PlanPerson = { birthMonth: '2009-10', graduates: '2027-06', hasDiploma: false, held: [] };
const forward = (steps: readonly StepTime[], person = adult) => { const found = scheduleForward(steps, person, TODAY); return found.ok ? found.value : found.error; };
const dates = (steps: readonly StepTime[], person = adult) => { const found = scheduleForward(steps, person, TODAY); return found.ok ? found.value.map(({ id, startsOn, endsOn }) => `${id} ${startsOn} ${endsOn}`) : []; };
const blocked = (steps: readonly StepTime[], person = adult, at = 0) => { const found = scheduleForward(steps, person, TODAY); return found.ok ? found.value[at]?.blocked : undefined; };

describe('dates forward', () => {
  it('follow each other from this month', () => {
    expect(dates([step('a', { months: 11 }), step('b', { months: 1 })])).toEqual(['a 2026-11 2027-09', 'b 2027-10 2027-10']);
    expect(forward([])).toEqual([]);
  });
  it('put what is needed first, and say so of what waits for it', () => {
    const steps = [step('lpn', { needs: ['aide'] }), step('aide', { months: 2 })];
    expect(dates(steps)).toEqual(['aide 2026-11 2026-12', 'lpn 2027-01 2027-03']);
    expect(blocked(steps, adult, 1)).toEqual([{ code: 'plan.needs-first', params: { name: { en: 'aide', es: 'aide' } } }]);
    expect(blocked([step('lpn', { needs: ['aide'] })], { ...adult, held: ['aide'] })).toEqual([]);
    expect(forward([step('lpn', { needs: ['aide'] })])).toMatchObject([{ startsOn: '2026-11', atLeast: true, blocked: [{ code: 'plan.needs-more' }] }]);
  });
  it('refuse steps that wait for each other', () => {
    expect(forward([step('a', { needs: ['b'] }), step('b', { needs: ['a'] }), step('c')])).toEqual({ circle: ['a', 'b'] });
    expect(inOrderOfNeed([step('a', { needs: ['a'] })])).toMatchObject({ ok: true });
  });
  it('wait for an age, of which only the month of birth is known', () => {
    expect(monthOfAge('2009-10', 18)).toBe('2027-11');
    expect(forward([step('cdl', { minAge: 18 })], pupil)).toEqual([{ id: 'cdl', startsOn: '2027-11', endsOn: '2028-01', atLeast: false, blocked: [{ code: 'plan.too-young', params: { age: 18, month: '2027-11' } }] }]);
    expect(forward([step('a', { minAge: 17 })], pupil)).toMatchObject([{ startsOn: '2026-11', blocked: [] }]);
    expect(forward([step('a', { minAge: 18 })], { ...pupil, birthMonth: null })).toMatchObject([{ startsOn: '2026-11', atLeast: true, blocked: [{ code: 'plan.age-ask', params: { age: 18 } }] }]);
    expect(blocked([step('a', { minAge: 18 })])).toEqual([]);
    expect(forward([step('a')], { ...pupil, birthMonth: null })).toMatchObject([{ startsOn: '2026-11', atLeast: false, blocked: [] }]);
  });
  it('wait for a diploma', () => {
    expect(forward([step('a', { needsDiploma: true })], pupil)).toMatchObject([{ startsOn: '2027-07', atLeast: false, blocked: [{ code: 'plan.after-diploma', params: { month: '2027-07' } }] }]);
    expect(forward([step('a', { needsDiploma: true })], { ...pupil, graduates: null, hasDiploma: null })).toMatchObject([{ startsOn: '2026-11', atLeast: true, blocked: [{ code: 'plan.diploma-ask' }] }]);
    expect(blocked([step('a', { needsDiploma: true })], { ...pupil, graduates: '2026-06' })).toEqual([]);
    expect(blocked([step('a', { needsDiploma: true })])).toEqual([]);
    expect(blocked([step('a', { needsDiploma: true })], { ...pupil, graduates: '2026-10' })).toEqual([]);
  });
  it('are "not before" behind a waiting list, and stop at a length nobody knows', () => {
    expect(forward([step('a', { waitingList: true }), step('b')])).toMatchObject([{ startsOn: '2026-11', atLeast: true, blocked: [{ code: 'plan.waiting-list' }] }, { startsOn: '2027-02', atLeast: true, blocked: [] }]);
    expect(forward([step('a', { waitingList: null })])).toMatchObject([{ atLeast: false, blocked: [{ code: 'plan.waiting-list-ask' }] }]);
    expect(forward([step('a', { months: null }), step('b')])).toMatchObject([{ startsOn: '2026-11', endsOn: null, blocked: [{ code: 'plan.time-unknown' }] }, { startsOn: null, endsOn: null, atLeast: false }]);
    expect(forward([step('a', { months: null, waitingList: true }), step('b')])).toMatchObject([{ startsOn: '2026-11', atLeast: true }, { startsOn: null, atLeast: false }]);
  });
});

describe('dates back', () => {
  const back = (steps: readonly StepTime[], doneBy = '2027-06', person = adult) => { const found = scheduleBackward(steps, person, doneBy, TODAY); return found.ok ? found.value : found.error; };
  it('end when they must, each as late as it can be', () => {
    expect(back([step('b', { needs: ['a'] }), step('a', { months: 2 })])).toMatchObject({
      startBy: '2027-02', reason: { code: 'plan.start-by', params: { month: '2027-02' } },
      steps: [{ id: 'a', startsOn: '2027-02', endsOn: '2027-03' }, { id: 'b', startsOn: '2027-04', endsOn: '2027-06' }],
    });
  });
  it('say when it is too late, by how much, and when this month will just do', () => {
    expect(back([step('a', { months: 12 })])).toMatchObject({ startBy: '2026-07', reason: { code: 'plan.too-late', params: { months: 4 } } });
    expect(back([step('a', { months: 8 })])).toMatchObject({ startBy: '2026-11', reason: { code: 'plan.start-by' } });
  });
  it('check ages against those dates', () => {
    expect(back([step('a', { minAge: 18 })], '2027-06', pupil)).toMatchObject({ steps: [{ startsOn: '2027-04', blocked: [{ code: 'plan.too-young' }] }] });
    expect(back([step('a', { minAge: 18 })], '2028-06', pupil)).toMatchObject({ steps: [{ startsOn: '2028-04', blocked: [] }] });
  });
  it('are unknown before a length nobody knows, and need steps', () => {
    expect(back([step('a'), step('b', { months: null })])).toMatchObject({ startBy: null, reason: { code: 'plan.time-unknown' }, steps: [{ startsOn: null, endsOn: null }, { startsOn: null, endsOn: '2027-06' }] });
    expect(back([])).toMatchObject({ startBy: null, reason: { code: 'plan.nothing-to-do' } });
    expect(back([step('a', { needs: ['b'] }), step('b', { needs: ['a'] })])).toEqual({ circle: ['a', 'b'] });
  });
});

describe('renewals', () => {
  const of = (extra: Partial<EarnedTime>) => renewalOf({ id: 'x', earnedOn: '2025-03-10', expiresOn: null, renewMonths: 24, neverRenewed: false, ...extra }, TODAY);
  it.each<[Partial<EarnedTime>, string, string | null, string]>([
    [{}, 'soon', '2027-03', 'plan.renew-soon'], [{ renewMonths: 27 }, 'current', '2027-06', 'plan.renew-by'], [{ renewMonths: 26 }, 'soon', '2027-05', 'plan.renew-soon'], [{ renewMonths: 20 }, 'soon', '2026-11', 'plan.renew-soon'],
    [{ renewMonths: 19 }, 'lapsed', '2026-10', 'plan.lapsed'], [{ expiresOn: '2026-11-24' }, 'lapsed', '2026-11', 'plan.lapsed'], [{ expiresOn: '2026-11-25' }, 'soon', '2026-11', 'plan.renew-soon'],
    [{ expiresOn: '2026-11' }, 'soon', '2026-11', 'plan.renew-soon'], [{ expiresOn: '2029-01' }, 'current', '2029-01', 'plan.renew-by'],
    [{ renewMonths: null }, 'unknown', null, 'plan.renewal-ask'], [{ earnedOn: null }, 'unknown', null, 'plan.renewal-ask'], [{ neverRenewed: true }, 'never', null, 'plan.never-renewed'],
  ])('%j: %s', (extra, state, dueOn, code) => {
    expect(of(extra)).toMatchObject({ id: 'x', state, dueOn, reason: { code } });
  });
  it('say the month', () => {
    expect([of({}), of({ renewMonths: 27 }), of({ renewMonths: 19 })].map(({ reason }) => reason.params)).toEqual([{ month: '2027-03' }, { month: '2027-06' }, { month: '2026-10' }]);
  });
  it('come again and again', () => {
    expect(renewalMonths('2027-01', 24, '2031-01')).toEqual(['2029-01', '2031-01']);
    expect(renewalMonths('2027-01', 24, '2028-12')).toEqual([]);
    expect(renewalMonths('2027-01', null, '2031-01')).toEqual([]);
    expect(renewalMonths('2027-01', 0, '2031-01')).toEqual([]);
    expect(renewalMonths('2027-01', 12, '2026-01')).toEqual([]);
  });
});
