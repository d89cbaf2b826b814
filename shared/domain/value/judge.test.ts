import { describe, expect, it } from 'vitest';
import nsc from '../../../resources/rubrics/nsc-2019.json' with { type: 'json' };
import waymark from '../../../resources/rubrics/waymark-1.json' with { type: 'json' };
import type { CredentialFacts, ProgramResults } from '../facts.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, occupation, pay } from '../testing.ts';
import type { VerdictResult } from '../results.ts';
import { rubricOf } from './testing.ts';
import { judgeAll, judgeCredential } from './verdict.ts';
import type { VerdictContext } from './verdict.ts';

const floorAt = (value: number, age = 25, definition = 'cew-2024') => ({ definition, age, floor: figure(value, 'usd-per-year'), published: 43000, dollarsOf: 2022 });
const WAYMARK: VerdictContext = { rubric: rubricOf(waymark), floor: floorAt(47233), baseline: { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 }, credentials: new Map() };
const NSC: VerdictContext = { ...WAYMARK, rubric: rubricOf(nsc) };
const judge = (facts: CredentialFacts, context = WAYMARK, others: readonly CredentialFacts[] = []): VerdictResult =>
  judgeCredential(facts, { ...context, credentials: new Map([facts, ...others].map((each) => [each.id, each])) });
const opens = (soc: string, facts = LPN_PAY, extra = {}) => ({ relation: 'qualifies' as const, evidence: null, occupation: occupation(soc, soc, facts, extra) });
const edge = (toId: string, kind: 'credit-granted' | 'often-before' = 'credit-granted') => ({ fromId: '', toId, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null });
const results = (extra: Partial<ProgramResults>): ProgramResults => ({ completionPermille: null, placementPermille: null, earnings: null, highSchoolEarnings: null, people: null, ...extra });
const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code);
const stateOf = (result: VerdictResult, id: string) => result.criteria.find((each) => each.id === id);

describe('measured earnings of a program', () => {
  const facts = (earnings: number | null, highSchool: number | null = 30_793) =>
    credential('p', { links: [opens('29-2061')], results: results({ earnings: earnings === null ? null : figure(earnings, 'usd-per-year'), highSchoolEarnings: highSchool, people: earnings === null ? null : 40 }) });
  it('beat the pay of the occupation at large, and it is said which was used', () => {
    const result = judge(facts(40_000));
    expect(result.verdict).toBe('modest');
    expect(codes(result.job).slice(0, 3)).toEqual(['job.measured-under-line', 'job.above-no-training', 'job.measured-people']);
    expect(result.job[1]?.params).toEqual({ percent: 30 });
    expect(stateOf(result, 'pay')?.figure?.value).toBe(40_000);
  });
  it('are set beside high-school earnings, never beside pay of jobs without training', () => {
    expect(judge(facts(36_952)).verdict).toBe('modest');
    expect(judge(facts(36_951)).verdict).toBe('limited');
    expect(judge(facts(36_951, null)).verdict).toBe('unknown');
    expect(codes(judge(facts(36_951, null)).job)).toContain('job.no-training-unknown');
  });
  it('leave the occupation’s pay where there are none', () => {
    expect(judge(facts(null)).verdict).toBe('high');
    expect(codes(judge(facts(null)).job)).not.toContain('job.measured-people');
  });
  it('are known in full where many work for themselves', () => {
    const hair = credential('h', { links: [opens('39-5012', AIDE_PAY, { selfEmployedPermille: 480 })], results: results({ earnings: figure(50_000, 'usd-per-year') }) });
    expect(stateOf(judge(hair), 'pay')?.state).toBe('met');
  });
});

describe('a credential that employers ask for', () => {
  const preferred = (ads: number | null) => credential('s', { links: [{ relation: 'preferred', evidence: null, occupation: occupation('15-1232', 'Help desk', LPN_PAY), demand: ads === null ? undefined : { ads: figure(ads, 'count'), month: '2026-10' } }] });
  it('is judged by a dated count of job ads, and by nothing less', () => {
    expect(judge(preferred(120))).toMatchObject({ verdict: 'high', soc: '15-1232' });
    expect(judge(preferred(120)).part[0]).toEqual({ code: 'part.preferred-counted', params: { occupation: { en: 'Help desk', es: 'Help desk' }, ads: 120, month: '2026-10' } });
    expect(judge(preferred(0)).verdict).toBe('unknown');
    expect(judge(preferred(null)).verdict).toBe('unknown');
  });
  it('is judged by what it opens first', () => {
    const both = credential('b', { links: [...preferred(500).links, opens('31-1131', AIDE_PAY)] });
    expect(judge(both).soc).toBe('31-1131');
  });
});

describe('the job that is judged', () => {
  it('is one with published pay, and fewer jobs prove nothing while another’s are not published', () => {
    const two = credential('t', { links: [opens('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') }), opens('31-1131', AIDE_PAY, { employmentHere: figure(null, 'jobs') })] });
    const result = judge(two);
    expect(result.soc).toBe('29-2061');
    expect(stateOf(result, 'openings')).toMatchObject({ state: 'unknown', reason: { code: 'job.other-jobs-unknown' } });
    expect(result.verdict).toBe('high');
    const known = credential('t', { links: [opens('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') }), opens('31-1131', AIDE_PAY, { employmentHere: figure(40, 'jobs') })] });
    expect(stateOf(judge(known), 'openings')).toMatchObject({ state: 'not-met', reason: { code: 'job.few-jobs-here', params: { jobs: 50 } } });
    const noPay = credential('t', { links: [opens('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') }), { ...opens('31-1131'), occupation: occupation('31-1131', 'x', null, { employmentHere: figure(60, 'jobs') }) }] });
    expect(judge(noPay).soc).toBe('29-2061');
    expect(stateOf(judge(noPay), 'openings')?.state).toBe('unknown');
  });
});

describe('openings', () => {
  const at = (change: number | null, jobs: number | null, openings: number | null = 10) =>
    stateOf(judge(credential('o', { links: [opens('29-2061', LPN_PAY, { employmentHere: figure(jobs, 'jobs'), outlook: { fromYear: 2024, toYear: 2034, changePermille: change, openingsPerYear: openings, from: LPN_PAY.from } })] })), 'openings');
  it.each([
    [-101, 500, 'not-met', 'job.shrinking'], [-100, 500, 'met', 'job.openings'], [0, 99, 'not-met', 'job.few-jobs-here'], [0, 100, 'met', 'job.openings'],
    [0, null, 'partly', 'job.openings-nation-only'], [null, 500, 'unknown', 'job.openings-unknown'], [null, 99, 'not-met', 'job.few-jobs-here'], [-101, null, 'not-met', 'job.shrinking'],
  ])('change %s, jobs %s: %s (%s)', (change, jobs, state, code) => {
    expect(at(change, jobs)).toMatchObject({ state, reason: { code } });
  });
  it('without a count of openings are not told', () => {
    expect(at(0, 500, null)).toMatchObject({ figure: null, reason: { code: 'job.openings-unknown' } });
    expect(at(26, 500)?.reason.params).toEqual({ openings: 10, jobs: 500, percent: 3 });
  });
});

describe('program results', () => {
  const at = (completion: number | null, placement: number | null) => stateOf(judge(credential('r', { links: [opens('29-2061')], results: results({ completionPermille: completion, placementPermille: placement }) })), 'program-results');
  it.each([
    [700, 700, 'met', 'part.results-good'], [699, 900, 'not-met', 'part.results-weak'], [900, 699, 'not-met', 'part.results-weak'],
    [null, 700, 'unknown', 'part.results-in-part'], [699, null, 'not-met', 'part.results-in-part'], [null, null, 'unknown', 'part.results-in-part'],
  ])('%s finish, %s placed: %s', (completion, placement, state, code) => {
    expect(at(completion, placement)).toMatchObject({ state, reason: { code } });
  });
  it('say their shares', () => {
    expect(at(812, 745)?.reason.params).toEqual({ finish: 81, placed: 75 });
    expect(stateOf(judge(credential('r', { links: [opens('29-2061')] })), 'program-results')?.reason.code).toBe('part.results-not-collected');
  });
});

describe('the quality criteria of the National Skills Coalition', () => {
  const good = (extra: Partial<CredentialFacts> = {}) => credential('q', {
    links: [opens('29-2061')], marks: { employers: true, competencies: true }, leadsTo: [edge('next')],
    results: results({ placementPermille: 1, earnings: figure(1, 'usd-per-year') }), ...extra,
  });
  const next = credential('next');
  it('ask for jobs by data and employers, skills, and outcomes; to stack is preferred, not required', () => {
    expect(judge(good(), NSC, [next])).toMatchObject({ verdict: 'high', label: { en: 'Quality credential' }, missing: [] });
    expect(judge(good({ leadsTo: [] }), NSC).verdict).toBe('high');
    expect(stateOf(judge(good(), NSC, [next]), 'stackable')).toMatchObject({ state: 'met', reason: { code: 'part.counts-toward-more' } });
    expect(stateOf(judge(good({ leadsTo: [edge('next', 'often-before')] }), NSC, [next]), 'stackable')).toMatchObject({ state: 'unknown', reason: { code: 'part.counts-toward-nothing-known' } });
    expect(stateOf(judge(good(), NSC), 'stackable')?.state).toBe('unknown');
  });
  it('are missed by one that fails, and unknown by one that is not known', () => {
    expect(judge(good({ marks: { employers: false, competencies: true } }), NSC).verdict).toBe('limited');
    expect(judge(good({ marks: { employers: false } }), NSC).verdict).toBe('limited');
    expect(judge(good({ marks: { employers: true } }), NSC)).toMatchObject({ verdict: 'unknown', missing: ['competencies'] });
    expect(judge(good({ results: undefined }), NSC)).toMatchObject({ verdict: 'unknown', missing: ['program-results'] });
    expect(judge(good({ results: results({ placementPermille: 1 }) }), NSC).verdict).toBe('unknown');
    expect(judge(good({ role: 'add-on' }), NSC).verdict).toBe('limited');
  });
  it('say of each mark what is known', () => {
    const said = (employers: boolean | null, competencies: boolean | null) => codes(judge(good({ marks: { employers, competencies } }), NSC).criteria.filter(({ id }) => id === 'employers' || id === 'competencies').map(({ reason }) => reason)).sort();
    expect(said(true, true)).toEqual(['part.employers-confirm', 'part.skills-published']);
    expect(said(false, false)).toEqual(['part.employers-do-not-confirm', 'part.skills-not-published']);
    expect(said(null, null)).toEqual(['part.employers-not-asked', 'part.skills-unknown']);
  });
});

describe('a stepping stone', () => {
  const rn = (jobs: number | null) => credential('rn', { links: [opens('29-1141', RN_PAY, { employmentHere: figure(jobs, 'jobs') })] });
  it('to a credential that may yet fail is one only when it is known for itself', () => {
    const aide = credential('aide', { links: [opens('31-1131', AIDE_PAY)], leadsTo: [edge('rn')] });
    const bare = credential('bare', { leadsTo: [edge('rn')] });
    expect(judge(aide, WAYMARK, [rn(500)]).verdict).toBe('stepping');
    expect(judge(aide, WAYMARK, [rn(null)]).verdict).toBe('stepping');
    expect(judge(bare, WAYMARK, [rn(500)]).verdict).toBe('stepping');
    expect(judge(bare, WAYMARK, [rn(null)]).verdict).toBe('unknown');
    expect(codes(judge(bare, WAYMARK, [rn(null)]).part)).toEqual(['part.no-link', 'part.stepping']);
  });
});

describe('sensitivity', () => {
  it('says which figure would flip the verdict, the nearest first', () => {
    const result = judge(credential('lpn', { links: [opens('29-2061')] }), { ...WAYMARK, otherFloors: [floorAt(60414, 45), floorAt(47489, 25, 'cew-2017'), floorAt(60331, 25, 'other')] });
    expect(result.sensitivity.map(({ assumption, to, movePermille, verdict }) => [assumption, to, movePermille, verdict])).toEqual([
      ['pay', 47232, -217, 'modest'], ['good-job-floor', 60331, 277, 'modest'], ['pay', 41819, -307, 'limited'], ['jobs-here', 99, -802, 'modest'], ['job-change', -101, -4885, 'modest'],
      ['age', 45, 800, 'modest'], ['floor-definition', 60331, 277, 'modest'],
    ]);
    expect(result.sensitivity[0]?.reason).toEqual({ code: 'sense.pay-less', params: { gap: 13098, verdict: 'modest' } });
    expect(result.sensitivity[5]?.reason).toEqual({ code: 'sense.older-worker', params: { age: 45, floor: 60414, verdict: 'modest' } });
  });
  it('moves pay without training too', () => {
    const result = judge(credential('m', { links: [opens('31-9092', pay(1, 2, 42000, 50000, 60000))] }));
    expect(result.verdict).toBe('modest');
    expect(result.closeCall).toBe(true);
    expect(result.sensitivity.map(({ assumption, from, to, verdict }) => [assumption, from, to, verdict])).toEqual([
      ['pay', 42000, 41819, 'limited'], ['no-training-pay', 34850, 35001, 'limited'], ['good-job-floor', 47233, 42000, 'high'], ['pay', 42000, 47233, 'high'],
    ]);
  });
  it('is empty where nothing measured decides', () => {
    expect(judge(credential('c', { role: 'add-on', links: [opens('47-2061')] })).sensitivity).toEqual([]);
    expect(judge(credential('c')).sensitivity).toEqual([]);
  });
});

describe('the better choice', () => {
  const weak = credential('weak', { links: [opens('31-1131', AIDE_PAY)], leadsTo: [edge('next', 'often-before')] });
  const bare = { ...weak, leadsTo: [] };
  const months = (low: number | null, kind: 'training' | 'paid-training' = 'training') => (low === null ? [] : [{ kind, low, high: null, unit: 'months' as const, unknown: null, from: LPN_PAY.from }]);
  const high = (id: string, time: number | null, soc = '29-2061', jobs = 500, kind: 'training' | 'paid-training' = 'training') => credential(id, { links: [opens(soc, LPN_PAY, { employmentHere: figure(jobs, 'jobs') })], times: months(time, kind) });
  const modest = credential('modest', { links: [opens('31-1131', pay(1, 2, 43000, 50000, 60000))] });
  const pick = (facts: CredentialFacts, others: readonly CredentialFacts[]) => judge(facts, WAYMARK, others).better?.credentialId;
  it('is what comes next before all, then the better verdict', () => {
    expect(pick(weak, [high('b', 12), { ...modest, id: 'next' }])).toBe('next');
    expect(pick(bare, [modest, high('b', null, '49-9021')])).toBe('b');
    expect(pick(bare, [modest])).toBe('modest');
  });
  it('is the nearer work: the same job, then its group, care and its assistants being one', () => {
    expect(pick(bare, [high('a', 6, '49-9021'), high('b', 36, '31-2011')])).toBe('b');
    expect(pick(bare, [high('a', 6, '49-9021'), high('b', 36, '29-2061')])).toBe('b');
    expect(pick(bare, [high('a', 6, '31-2011'), high('b', 36, '31-1131')])).toBe('b');
    expect(pick({ ...bare, links: [] }, [high('a', 36, '31-1131'), high('b', 6, '49-9021')])).toBe('b');
    const asked = credential('asked', { links: [{ relation: 'related', evidence: null, occupation: occupation('49-3023', 'Mechanic', null) }] });
    expect(pick(asked, [high('a', 6, '53-3032'), high('b', 36, '49-3031')])).toBe('b');
  });
  it('takes the closest link for the work of a credential that opens no job, whatever the order of its links', () => {
    const links = (...list: readonly [relation: 'related' | 'preferred', soc: string][]) => list.map(([relation, soc]) => ({ relation, evidence: null, occupation: occupation(soc, soc, null) }));
    const others = [high('mechanic', 36, '49-3031'), high('driver', 36, '53-3032'), high('clerk', 6, '43-9061')];
    for (const list of [links(['related', '53-1111'], ['preferred', '49-1111']), links(['preferred', '49-1111'], ['related', '53-1111'])]) expect(pick(credential('asked', { links: list }), others)).toBe('mechanic');
    for (const list of [links(['related', '53-1111'], ['related', '49-1111']), links(['related', '49-1111'], ['related', '53-1111'])]) expect(pick(credential('asked', { links: list }), others)).toBe('mechanic');
  });
  it('is the lesser effort: a year, then two or paid, then more, then unknown', () => {
    const pairs = [['b', 12, 'a', 13], ['b', 24, 'a', 25], ['b', 60, 'a', null]] as const;
    for (const [first, less, second, more] of pairs) expect(pick(bare, [high(second, more), high(first, less)])).toBe(first);
    const four = [high('d', null), high('c', 25), high('b', 24), high('a', 12)];
    expect(four.map((_, index) => pick(bare, four.slice(0, index + 1)))).toEqual(['d', 'c', 'b', 'a']);
    expect(pick(bare, [high('a', 25), high('b', 48, '29-2061', 500, 'paid-training')])).toBe('b');
    expect(pick(bare, [high('b', 13), high('a', 48, '29-2061', 500, 'paid-training')])).toBe('a');
  });
  it('is, among what comes next, the better verdict, then the lesser effort; never itself, an add-on, or of another field', () => {
    const to = (...ids: readonly string[]) => ({ ...weak, leadsTo: ids.map((each) => edge(each, 'often-before')) });
    expect(pick(to('m', 'h'), [{ ...modest, id: 'm' }, high('h', 48)])).toBe('h');
    expect(pick(to('slow', 'quick'), [high('slow', 30), high('quick', 6)])).toBe('quick');
    expect(pick(to('b', 'a'), [high('b', 6), high('a', 6)])).toBe('a');
    expect(pick(to('weak', 'card', 'far', 'none'), [{ ...high('card', 1), role: 'add-on' }, { ...high('far', 1), field: 'energy' }, credential('none'), high('h', 48)])).toBe('h');
  });
  it('has more jobs here, then the earlier id', () => {
    expect(pick(bare, [high('a', 12), { ...high('b', 12), links: [opens('29-2061', LPN_PAY, { employmentHere: figure(null, 'jobs') })] }])).toBe('a');
    expect(pick(bare, [high('b', 12), { ...high('a', 12), links: [opens('29-2061', LPN_PAY, { employmentHere: figure(null, 'jobs') })] }])).toBe('b');
    expect(pick(bare, [high('a', 12, '29-2061', 900), high('b', 12, '29-2061', 300)])).toBe('a');
    expect(pick(bare, [high('a', 12, '29-2061', 300), high('b', 6, '29-2061', 900)])).toBe('b');
    expect(pick(bare, [high('b', 12), high('a', 12)])).toBe('a');
  });
  it('is of the same field and stands on its own; there is none in the general field, and none beside what is good', () => {
    expect(pick(bare, [{ ...high('x', 1), role: 'add-on' }, { ...high('y', 1), field: 'energy' }])).toBeUndefined();
    expect(pick({ ...bare, field: 'general' }, [{ ...high('x', 1), field: 'general' }])).toBeUndefined();
    expect(pick(bare, [credential('z')])).toBeUndefined();
    expect(judge(high('b', 12), WAYMARK, [modest]).better).toBeNull();
  });
});

describe('when it is still right', () => {
  it('is said of what is limited, by its kind', () => {
    const said = (extra: Partial<CredentialFacts>) => codes(judge(credential('w', { links: [opens('31-1131', AIDE_PAY)], ...extra })).stillRight);
    expect(said({})).toEqual(['still.try-the-work']);
    expect(said({ leadsTo: [edge('x', 'often-before')] })).toEqual(['still.try-the-work', 'still.first-paycheck']);
    expect(said({ demandType: 'cte-assessment' })).toEqual(['still.try-the-work', 'still.counts-for-school']);
    expect(said({ demandType: 'general-readiness' })).toEqual(['still.when-asked', 'still.counts-for-school']);
    expect(said({ role: 'add-on', leadsTo: [edge('x')] })).toEqual(['still.when-asked']);
    expect(codes(judge(credential('n')).stillRight)).toEqual([]);
  });
});

describe('judging all at once', () => {
  it('gives what judging each gives', () => {
    const all = [credential('a', { links: [opens('31-1131', AIDE_PAY)], leadsTo: [edge('b')] }), credential('b', { links: [opens('29-1141', RN_PAY)] }), credential('c')];
    const context = { ...WAYMARK, credentials: new Map(all.map((each) => [each.id, each])) };
    expect([...judgeAll(context)]).toEqual(all.map((each) => [each.id, judgeCredential(each, context)]));
  });
});
