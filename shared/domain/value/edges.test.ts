import { describe, expect, it } from 'vitest';
import waymark from '../../../resources/rubrics/waymark-1.json' with { type: 'json' };
import type { CredentialFacts, OccupationFacts, ProgramResults, Relation } from '../facts.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, occupation, pay } from '../testing.ts';
import { undecidedBy } from './ladder.ts';
import type { Rubric } from './rubric.ts';
import { rubricOf } from './testing.ts';
import { judgeCredential } from './verdict.ts';
import type { VerdictContext } from './verdict.ts';

const floor = { definition: 'cew-2024', age: 25, floor: figure(47233, 'usd-per-year'), published: 43000, dollarsOf: 2022 };
const CONTEXT: VerdictContext = { rubric: rubricOf(waymark), floor, baseline: { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 }, credentials: new Map() };
const judge = (facts: CredentialFacts, others: readonly CredentialFacts[] = [], context = CONTEXT) =>
  judgeCredential(facts, { ...context, credentials: new Map([facts, ...others].map((each) => [each.id, each])) });
const link = (soc: string, facts = LPN_PAY as OccupationFacts['pay'], extra: Partial<OccupationFacts> = {}, relation: Relation = 'qualifies') => ({ relation, evidence: null, occupation: occupation(soc, soc, facts, extra) });
const edge = (toId: string, kind: 'credit-granted' | 'often-before') => ({ fromId: '', toId, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null });
const results = (extra: Partial<ProgramResults>): ProgramResults => ({ completionPermille: null, placementPermille: null, earnings: null, highSchoolEarnings: null, people: null, ...extra });
const jobs = (value: number | null) => ({ employmentHere: figure(value, 'jobs') });
const openings = (facts: CredentialFacts) => judge(facts).criteria.find(({ id }) => id === 'openings');

describe('the better choice', () => {
  const weak = (...next: readonly string[]) => credential('weak', { links: [link('31-1131', AIDE_PAY)], leadsTo: next.map((each) => edge(each, 'often-before')) });
  const high = (id: string, low: number, here = 500) => credential(id, { links: [link('29-2061', LPN_PAY, jobs(here))], times: [{ kind: 'training', low, high: null, unit: 'months', unknown: null, from: LPN_PAY.from }] });
  it.each([
    [high('a', 6), high('b', 18)], [high('b', 6), high('a', 18)], [high('a', 6), high('b', 6)], [high('a', 6, 900), high('b', 6, 300)], [high('b', 6, 900), high('a', 6, 300)],
  ])('does not depend on which comes first (%#)', (best, other) => {
    for (const list of [[best, other], [other, best]]) {
      expect(judge(weak(), list).better?.credentialId).toBe(best.id);
      expect(judge(weak(best.id, other.id), list).better?.credentialId).toBe(best.id);
      expect(judge(weak(other.id, best.id), list).better?.credentialId).toBe(best.id);
    }
  });
});

describe('a stepping stone', () => {
  const bare = credential('bare', { leadsTo: [edge('rn', 'credit-granted')] });
  const rn = (extra: Partial<CredentialFacts>, occupationExtra: Partial<OccupationFacts> = {}) => credential('rn', { links: [link('29-1141', RN_PAY, occupationExtra)], ...extra });
  it('rests on measured earnings, but not on earnings yet to be measured', () => {
    expect(judge(bare, [rn({ results: results({ earnings: figure(80_000, 'usd-per-year') }) })]).verdict).toBe('stepping');
    expect(judge(bare, [rn({ results: results({}) })]).verdict).toBe('unknown');
  });
  it('does not rest on openings that are not known', () => {
    expect(judge(bare, [rn({}, { outlook: null })]).verdict).toBe('unknown');
    expect(judge(bare, [rn({})]).verdict).toBe('stepping');
  });
});

describe('what is not known', () => {
  it('is not asked of a rung that fails anyway', () => {
    expect(undecidedBy([{ verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }], any: [{ criterion: 'openings', is: ['met'] }] }], { openings: 'not-met' })).toEqual([]);
  });
  it('leaves a job’s size in doubt only where it could be the larger', () => {
    const two = (rival: OccupationFacts['pay'], here: number | null) => credential('two', { links: [link('29-2061', LPN_PAY, jobs(50)), link('31-1131', rival, jobs(here))] });
    expect(openings(two(null, 49))).toMatchObject({ state: 'not-met', reason: { code: 'job.few-jobs-here' } });
    expect(openings(two(null, 50))).toMatchObject({ state: 'unknown', reason: { code: 'job.other-jobs-unknown' } });
    const good = credential('good', { links: [link('29-2061', LPN_PAY, jobs(500)), link('31-1131', AIDE_PAY, jobs(null))] });
    expect(openings(good)).toMatchObject({ state: 'met', reason: { code: 'job.openings' } });
    const dark = credential('dark', { links: [link('29-2061', LPN_PAY, { ...jobs(500), outlook: null }), link('31-1131', AIDE_PAY, jobs(null))] });
    expect(openings(dark)).toMatchObject({ state: 'unknown', reason: { code: 'job.openings-unknown' } });
  });
  it('is a count of ads for a link that is only related', () => {
    const facts = credential('r', { links: [{ ...link('15-1232', LPN_PAY, {}, 'related'), demand: { ads: figure(200, 'count'), month: '2026-10' } }] });
    expect(judge(facts)).toMatchObject({ verdict: 'unknown', soc: null });
  });
  it('is measured earnings without a figure: then the occupation’s pay is used', () => {
    const facts = credential('m', { links: [link('29-2061')], results: results({ earnings: figure(null, 'usd-per-year'), people: 40 }) });
    expect(judge(facts)).toMatchObject({ verdict: 'high', job: [{ code: 'job.pay-over-floor' }, { code: 'job.above-no-training' }, { code: 'job.reaches-from-start' }, { code: 'job.openings' }] });
  });
  it('is a change of jobs, where no growth too would be too little', () => {
    const growing = { ...CONTEXT, rubric: rubricOf({ ...waymark, criteria: { ...waymark.criteria, openings: { changeBelowPermille: 50, employmentUnder: 100 } } }) };
    const facts = (changePermille: number | null) => credential('g', { links: [link('29-1141', RN_PAY, { outlook: { fromYear: 2024, toYear: 2034, changePermille, openingsPerYear: 5, from: RN_PAY.from } })] });
    const told = (changePermille: number | null) => judge(facts(changePermille), [], growing).criteria.find(({ id }) => id === 'openings');
    expect(told(null)).toMatchObject({ state: 'unknown', reason: { code: 'job.openings-unknown' } });
    expect([told(49)?.state, told(50)?.state]).toEqual(['not-met', 'met']);
  });
  it('is a share of nothing', () => {
    const facts = credential('z', { links: [link('29-2061')] });
    expect(judge(facts, [], { ...CONTEXT, baseline: { pay: pay(0, 0, 0, 0, 0), occupations: 1, jobs: 1 } }).job[1]?.code).toBe('job.no-training-unknown');
  });
});

describe('at a line', () => {
  it('is over it, and says so', () => {
    const byBase = { ...CONTEXT, rubric: rubricOf({ ...waymark, criteria: { ...waymark.criteria, pay: { ...waymark.criteria.pay, met: { of: 'no-training', permille: 1200 }, partly: null } } }) };
    const at = (median: number) => judge(credential('m', { links: [link('31-9092', pay(1, 2, median, 90_000, 95_000))] }), [], byBase).job[0]?.code;
    expect([at(41_820), at(41_819)]).toEqual(['job.pay-over-line', 'job.pay-under-line']);
    const measured = (value: number) => judge(credential('m', { links: [link('31-9092')], results: results({ earnings: figure(value, 'usd-per-year') }) })).job[0]?.code;
    expect([measured(47_233), measured(47_232)]).toEqual(['job.measured-over-line', 'job.measured-under-line']);
  });
  it('is a close call within a twentieth of it, from both sides', () => {
    const close = (median: number) => judge(credential('m', { links: [link('31-9092', pay(1, 2, median, 90_000, 95_000))] })).closeCall;
    expect([44_871, 44_872, 49_594, 49_595].map(close)).toEqual([false, true, true, false]);
    const size = (here: number) => judge(credential('m', { links: [link('29-1141', RN_PAY, jobs(here))] })).closeCall;
    expect([94, 95, 105, 106].map(size)).toEqual([false, true, true, false]);
  });
  it('has no share of a move from nothing, and no move of a line that is always reached', () => {
    const still = credential('s', { links: [link('29-1141', RN_PAY, { outlook: { fromYear: 2024, toYear: 2034, changePermille: 0, openingsPerYear: 5, from: RN_PAY.from } })] });
    expect(judge(still).sensitivity.find(({ assumption }) => assumption === 'job-change')).toMatchObject({ from: 0, to: -101, movePermille: null });
    const free = { ...CONTEXT, rubric: rubricOf({ ...waymark, criteria: { ...waymark.criteria, pay: { ...waymark.criteria.pay, met: { of: 'good-job-floor', permille: 0 }, partly: null } } }) };
    expect(judge(still, [], free).sensitivity.map(({ assumption }) => assumption)).toEqual(['jobs-here', 'pay', 'job-change']);
  });
});

/** Ladders that a publisher may write, though neither of the two that come along does. */
describe('a ladder of somebody else', () => {
  const other = (ladder: Rubric['ladder'], criteria: Partial<Rubric['criteria']> = waymark.criteria as Rubric['criteria']) => ({ ...CONTEXT, rubric: rubricOf({ ...waymark, criteria, ladder }) });
  const high = (criterion: Rubric['ladder'][number], more: Rubric['ladder'] = []) => [criterion, { verdict: 'stepping', all: [{ criterion: 'stepping', is: ['met'] }] }, ...more] as const;
  const to = (id: string) => credential('first', { links: [], leadsTo: [edge(id, 'credit-granted')] });

  it('may ask that something counts toward nothing, and does not know it of what may', () => {
    const paid: Rubric['ladder'][number] = { verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }, { criterion: 'openings', is: ['met', 'unknown'] }] };
    const target = credential('rn', { links: [link('29-1141', RN_PAY, { outlook: null })] });
    expect(judge(to('rn'), [target], other(high(paid, [{ verdict: 'modest', all: [{ criterion: 'stepping', is: ['unknown'] }] }]))).verdict).toBe('modest');
    const alone = other(high(paid, [{ verdict: 'limited', all: [{ criterion: 'stepping', is: ['not-met'] }] }]));
    expect(judge(to('none'), [], alone).verdict).toBe('limited');
    expect(judge(credential('known', { links: [link('31-1131', RN_PAY)] }), [], alone).sensitivity[0]).toMatchObject({ assumption: 'pay', verdict: 'limited' });
  });
  it('may ask whether it is for a career', () => {
    const ladder: Rubric['ladder'] = [{ verdict: 'modest', all: [{ criterion: 'career', is: ['met'] }] }];
    expect(judge(credential('main', {}), [], other(ladder)).verdict).toBe('modest');
    expect(judge(credential('extra', { role: 'add-on' }), [], other(ladder)).verdict).toBe('unknown');
  });
  it('may be content with less pay: a step toward that is firm', () => {
    const ladder = high({ verdict: 'high', all: [{ criterion: 'pay', is: ['met', 'partly'] }] });
    const target = credential('aide', { links: [link('31-1131', pay(1, 2, 42_000, 90_000, 95_000))] });
    expect(judge(to('aide'), [target], other(ladder)).verdict).toBe('stepping');
  });
  it('may look at no job at all: what is sound in itself is firm, and named in place of another', () => {
    const ladder = high({ verdict: 'high', all: [{ criterion: 'assessed', is: ['met'] }] });
    const sound = credential('sound', { marks: { assessed: true } });
    const loose = credential('loose');
    const context = other(ladder, { assessed: {} });
    expect(judge(to('sound'), [sound], context).verdict).toBe('stepping');
    expect(judge(loose, [sound], context)).toMatchObject({ verdict: 'unknown', better: { credentialId: 'sound' } });
    expect(judge(credential('before', { leadsTo: [edge('sound', 'often-before')] }), [sound], context).better?.credentialId).toBe('sound');
  });
  it('may not allow unknown jobs: how many there are is then no figure to move', () => {
    const ladder = high({ verdict: 'high', all: [{ criterion: 'openings', is: ['met'] }] });
    const facts = credential('dim', { links: [link('29-1141', RN_PAY, jobs(null))] });
    expect(judge(facts, [], other(ladder))).toMatchObject({ verdict: 'unknown' });
    expect(judge(facts, [], other(ladder)).sensitivity).toEqual([]);
  });
  it('may compare with high school: the line is from where the earnings are from', () => {
    const byBase = { ...waymark.criteria, pay: { ...waymark.criteria.pay, met: { of: 'no-training', permille: 1200 }, partly: null } } as Rubric['criteria'];
    const ladder = high({ verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }] });
    const context = other(ladder, byBase);
    const earned = { ...figure(50_000, 'usd-per-year'), from: { ...LPN_PAY.from, source: 'program' } };
    const measured = credential('m', { links: [link('31-1131', AIDE_PAY)], results: results({ earnings: earned, highSchoolEarnings: 30_000 }) });
    for (const each of [context, { ...context, baseline: null }]) expect(judge(measured, [], each).criteria[0]?.threshold).toMatchObject({ value: 36_000, from: { source: 'program' } });
    const surveyed = credential('s', { links: [link('31-1131', { ...AIDE_PAY, from: { ...AIDE_PAY.from, source: 'other' } })] });
    expect(judge(surveyed, [], context).criteria[0]?.threshold).toMatchObject({ value: 41_820, from: { source: NO_TRAINING_PAY.from.source } });
  });
});

describe('a floor of another age that is not known', () => {
  it('is said to change nothing', () => {
    const facts = credential('n', { links: [link('29-2061')] });
    const older = (value: number | null) => judge(facts, [], { ...CONTEXT, otherFloors: [{ ...floor, age: 45, floor: figure(value, 'usd-per-year') }] }).sensitivity.map(({ assumption }) => assumption);
    expect(older(90_000)).toContain('age');
    expect(older(null)).not.toContain('age');
  });
});
