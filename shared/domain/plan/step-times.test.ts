import { describe, expect, it } from 'vitest';
import type { CredentialFacts, StackingEdge, TimeFact } from '../facts.ts';
import { credential } from '../testing.ts';
import { stepTimesOf } from './step-times.ts';
import type { WrittenStep } from './step-times.ts';

const from = { source: null, evidence: null, vintage: null, area: null, basis: 'published', method: null } as const;
const months = (low: number): TimeFact => ({ kind: 'training', low, high: null, unit: 'months', unknown: null, from });
const leads = (toId: string, kind: StackingEdge['kind'] = 'required-law', skippable = false): StackingEdge => ({ fromId: 'x', toId, kind, skippable, credits: null, terms: { en: '', es: '' }, evidence: null });
const asks = (kind: string, answer: 'yes' | 'ask') => ({ kind, answer, amount: null, label: { en: kind, es: kind }, from });
const step = (id: string, extra: Partial<WrittenStep> = {}): WrittenStep => ({ id, kind: 'credential', credentialId: id, title: id, startsOn: null, endsOn: null, skippable: false, done: false, ...extra });
const known = (...facts: readonly CredentialFacts[]) => new Map(facts.map((each) => [each.id, each]));
const needs = (steps: readonly WrittenStep[], facts: ReadonlyMap<string, CredentialFacts>, held: readonly string[] = []) => Object.fromEntries(stepTimesOf(steps, facts, held).map((each) => [each.id, each.needs]));

describe('steps of a plan for the rules of dates', () => {
  const aide = credential('aide', { times: [months(2)], leadsTo: [leads('nurse')] });
  const medic = credential('medic', { leadsTo: [leads('nurse')] });
  const nurse = credential('nurse', { times: [months(12)], minAge: 18, requirements: [asks('diploma', 'yes'), asks('waiting-list', 'ask')] });
  it('take what is known of their credential', () => {
    expect(stepTimesOf([step('nurse')], known(nurse), [])).toEqual([{ id: 'nurse', name: nurse.shortName, months: 12, needs: [], minAge: 18, needsDiploma: true, waitingList: null }]);
    expect(stepTimesOf([step('medic')], known(medic), [])).toMatchObject([{ months: null, minAge: null, needsDiploma: false, waitingList: false }]);
    expect(stepTimesOf([step('w')], known(credential('w', { requirements: [asks('waiting-list', 'yes'), asks('diploma', 'ask')] })), [])).toMatchObject([{ waitingList: true, needsDiploma: false }]);
  });
  it('need one credential of each kind of requirement', () => {
    const all = known(aide, medic, nurse);
    expect(needs([step('nurse'), step('aide')], all)).toEqual({ nurse: ['aide'], aide: [] });
    expect(needs([step('nurse')], all)).toEqual({ nurse: ['credential:aide'] });
    expect(needs([step('nurse')], all, ['medic'])).toEqual({ nurse: [] });
    expect(needs([step('aide', { done: true }), step('nurse')], all)).toEqual({ nurse: [] });
    expect(needs([step('nurse')], known(credential('aide', { leadsTo: [leads('nurse', 'required-law', true)] }), nurse))).toEqual({ nurse: [] });
    expect(needs([step('nurse')], known(credential('aide', { leadsTo: [leads('nurse', 'credit-granted')] }), nurse))).toEqual({ nurse: [] });
  });
  it('end with a proof in the month after the training', () => {
    const proof = step('proof', { credentialId: 'nurse' });
    expect(stepTimesOf([step('nurse'), proof], known(nurse), [])[1]).toMatchObject({ id: 'proof', months: 1, needs: ['nurse'], minAge: null });
    expect(stepTimesOf([step('nurse', { done: true }), proof], known(nurse), [])).toMatchObject([{ id: 'proof', months: 1, needs: [] }]);
  });
  it('leave out high school, work, what is done or may be skipped, and what has no length', () => {
    const dated = { credentialId: null, startsOn: '2027-01', endsOn: '2027-03' };
    expect(stepTimesOf([
      step('school', { ...dated, kind: 'high-school' }), step('work', { ...dated, kind: 'work' }), step('maybe', { skippable: true }), step('past', { done: true }),
      step('later', { kind: 'other', credentialId: null }), step('camp', { ...dated, kind: 'other' }), step('odd', { ...dated, kind: 'other', endsOn: '2026-01' }), step('gone', { ...dated }),
    ], known(nurse), [])).toMatchObject([{ id: 'camp', months: 3 }, { id: 'gone', months: 3 }]);
  });
});
