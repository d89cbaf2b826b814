import { describe, expect, it } from 'vitest';
import type { CredentialFacts, PayFacts, StackingEdge } from '../facts.ts';
import type { BaselinePay, GoodJobFloor } from '../results.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, occupation, pay } from '../testing.ts';
import { judgeCredential, openedOccupation } from './verdict.ts';
import { rubricOf } from './testing.ts';
import rubricFile from '../../../resources/rubrics/waymark-1.json' with { type: 'json' };

const rubric = rubricOf(rubricFile);
const floor: GoodJobFloor = { definition: 'cew-2024', age: 25, floor: figure(47233, 'usd-per-year'), published: 43000, dollarsOf: 2022 };
const baseline: BaselinePay = { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 };
const edge = (toId: string, kind: StackingEdge['kind']): StackingEdge => ({ fromId: 'x', toId, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null });
const opens = (soc: string, facts: PayFacts | null, relation: 'required-by-law' | 'qualifies' | 'preferred' | 'related' = 'required-by-law', extra = {}) => [{ relation, evidence: null, occupation: occupation(soc, soc, facts, extra) }];
const judge = (facts: CredentialFacts, others: readonly CredentialFacts[] = [], base: BaselinePay | null = baseline) =>
  judgeCredential(facts, { rubric, floor, baseline: base, credentials: new Map([facts, ...others].map((each) => [each.id, each])) });

const rn = credential('rn', { links: opens('29-1141', RN_PAY) });
const lpn = credential('lpn', { links: opens('29-2061', LPN_PAY) });

describe('the default rubric', () => {
  it('finds high value where the median reaches the good-job line and openings do not fail', () => {
    const result = judge(lpn);
    expect(result.verdict).toBe('high');
    expect(result.closeCall).toBe(false);
    expect(result.job[0]).toEqual({ code: 'job.pay-over-floor', params: expect.objectContaining({ median: 60330, gap: 13097 }) });
    expect(result.job[1]).toEqual({ code: 'job.above-no-training', params: { percent: 73 } });
    expect(result.part[0]?.code).toBe('part.required-by-law');
  });

  it('finds a nurse aide limited, names the better choice and says when it is still right', () => {
    const aide = credential('aide', { links: opens('31-1131', AIDE_PAY), leadsTo: [edge('lpn', 'often-before')] });
    const result = judge(aide, [lpn, rn]);
    expect(result.verdict).toBe('limited');
    expect(result.better).toEqual({ credentialId: 'lpn', name: lpn.name });
    expect(result.stillRight.map((each) => each.code)).toEqual(['still.try-the-work', 'still.first-paycheck']);
  });

  it('finds a stepping stone only over credit, required admission or law, also through a further step', () => {
    const aide = (kind: StackingEdge['kind']) => credential('aide', { links: opens('31-1131', AIDE_PAY), leadsTo: [edge('middle', kind)] });
    const middle = credential('middle', { links: opens('31-9092', pay(30000, 35000, 40000, 45000, 50000)), leadsTo: [edge('rn', 'credit-granted')] });
    expect(judge(aide('credit-granted'), [middle, rn]).verdict).toBe('stepping');
    expect(judge(aide('required-admission'), [middle, rn]).verdict).toBe('stepping');
    expect(judge(aide('required-law'), [middle, rn]).verdict).toBe('stepping');
    expect(judge(aide('often-before'), [middle, rn]).verdict).toBe('limited');
    expect(judge(aide('counts-experience'), [middle, rn]).verdict).toBe('limited');
  });

  it('survives a ladder that goes in a circle', () => {
    const a = credential('a', { links: opens('31-1131', AIDE_PAY), leadsTo: [edge('b', 'credit-granted')] });
    const b = credential('b', { links: opens('31-1131', AIDE_PAY), leadsTo: [edge('a', 'credit-granted')] });
    expect(judge(a, [b]).verdict).toBe('limited');
  });

  it('finds modest value from 1.2 times jobs without training up to the line', () => {
    expect(judge(credential('m', { links: opens('31-9092', pay(1, 2, 41820, 50000, 60000)) })).verdict).toBe('modest');
    expect(judge(credential('m', { links: opens('31-9092', pay(1, 2, 41819, 50000, 60000)) })).verdict).toBe('limited');
    expect(judge(credential('m', { links: opens('31-9092', pay(1, 2, 47232, 50000, 60000)) })).verdict).toBe('modest');
    expect(judge(credential('m', { links: opens('31-9092', pay(1, 2, 47233, 50000, 60000)) })).verdict).toBe('high');
  });

  it('calls it close within five percent of a line', () => {
    const at = (median: number) => judge(credential('m', { links: opens('31-9092', pay(1, 2, median, 90000, 95000)) })).closeCall;
    expect(at(49594)).toBe(true);
    expect(at(49596)).toBe(false);
    expect(at(44900)).toBe(true);
    expect(at(44400)).toBe(false);
    expect(at(41820)).toBe(true);
  });

  it('does not call a well-paid job high when it shrinks or hardly exists here; unpublished does not fail', () => {
    const shrinking = { outlook: { fromYear: 2024, toYear: 2034, changePermille: -101, openingsPerYear: 10, from: LPN_PAY.from } };
    expect(judge(credential('m', { links: opens('29-2061', LPN_PAY, 'qualifies', shrinking) })).verdict).toBe('modest');
    expect(judge(credential('m', { links: opens('29-2061', LPN_PAY, 'qualifies', { employmentHere: figure(99, 'jobs') }) })).verdict).toBe('modest');
    expect(judge(credential('m', { links: opens('29-2061', LPN_PAY, 'qualifies', { employmentHere: figure(100, 'jobs') }) })).verdict).toBe('high');
    expect(judge(credential('m', { links: opens('29-2061', LPN_PAY, 'qualifies', { employmentHere: figure(null, 'jobs'), outlook: null }) })).verdict).toBe('high');
  });

  it('leaves preferred and related links without evidence, and never lets a card inherit a trade’s pay', () => {
    expect(judge(credential('p', { links: opens('15-1232', LPN_PAY, 'preferred') })).verdict).toBe('unknown');
    expect(judge(credential('p', { links: opens('15-1232', LPN_PAY, 'related') })).verdict).toBe('unknown');
    expect(judge(credential('p')).verdict).toBe('unknown');
    const card = judge(credential('osha', { role: 'add-on', kind: 'course-card', links: opens('47-2061', LPN_PAY) }));
    expect(card.verdict).toBe('limited');
    expect(card.soc).toBeNull();
    expect(card.part[0]?.code).toBe('part.add-on');
    expect(judge(credential('ready', { demandType: 'general-readiness', links: opens('47-2061', LPN_PAY) })).verdict).toBe('limited');
  });

  it('keeps unknown unknown: no pay, or no baseline to tell modest from limited', () => {
    expect(judge(credential('u', { links: opens('29-2061', null) })).verdict).toBe('unknown');
    expect(judge(credential('u', { links: opens('31-1131', AIDE_PAY) }), [], null).verdict).toBe('unknown');
    expect(judge(lpn, [], null).verdict).toBe('high');
  });

  it('knows pay only in part where many work for themselves', () => {
    const result = judge(credential('hair', { links: opens('39-5012', AIDE_PAY, 'required-by-law', { selfEmployedPermille: 480 }) }));
    expect(result.criteria[0]?.state).toBe('partly');
    expect(result.job.map((each) => each.code)).toContain('job.many-self-employed');
  });
});

describe('the occupation judged', () => {
  it('is the directly opened one with most jobs here, never the best paid', () => {
    const small = { relation: 'qualifies' as const, evidence: null, occupation: occupation('29-1141', 'well paid', RN_PAY, { employmentHere: figure(50, 'jobs') }) };
    const large = { relation: 'qualifies' as const, evidence: null, occupation: occupation('31-1131', 'common', AIDE_PAY, { employmentHere: figure(900, 'jobs') }) };
    expect(openedOccupation([small, large])?.occupation.soc).toBe('31-1131');
    expect(openedOccupation([{ ...small, relation: 'related' }])).toBeNull();
  });
});
