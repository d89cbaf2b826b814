import { describe, expect, it } from 'vitest';
import type { CredentialFacts, PayFacts } from '../facts.ts';
import { LPN_PAY, RN_PAY, credential, figure, from, occupation, pay } from '../testing.ts';
import { findRoutes } from './answer.ts';
import { routeAtlas } from './from-facts.ts';
import { routeQuestion } from './question.ts';
import type { RouteGoal, RouteQuestion } from './question.ts';

const opens = (id: string, soc: string, facts: PayFacts | null, extra: Partial<CredentialFacts> = {}): CredentialFacts => credential(id, {
  links: [{ relation: 'required-by-law', evidence: null, occupation: occupation(soc, soc, facts) }],
  times: [{ kind: 'training', low: 12, high: null, unit: 'months', unknown: null, from }],
  costs: [{ line: 'exam', label: { en: '', es: '' }, amount: figure(50_000), per: 'once', priceYear: null, payers: [] }], ...extra,
});
const NAME = (id: string) => ({ en: id, es: id });
const diploma = { kind: 'diploma', answer: 'yes' as const, amount: null, label: { en: '', es: '' }, from };
const atlas = routeAtlas([
  opens('aged', 'rn', RN_PAY, { minAge: 18 }), opens('plain', 'rn', RN_PAY), opens('school', 'rn', RN_PAY, { requirements: [diploma] }), opens('lpn', 'lpn', LPN_PAY), opens('dark', 'dark', null), credential('idle', {}),
  opens('after', 'rn', RN_PAY, { leadsTo: [] }),
]);
const soc = (code: string): number => atlas.occupations.findIndex((each) => each.soc === code);
const area = { ...atlas.area, baseline: 30_000 };
const TO_RN: RouteGoal = { kind: 'occupation', occupation: soc('rn') };
const ask = (over: Partial<RouteQuestion> = {}, popular: readonly string[] = [], goal: RouteGoal = TO_RN) => findRoutes(atlas, routeQuestion(goal, area, over), popular);
const person = routeQuestion(TO_RN, area).person;
const miles = (of: Record<string, number>): Int32Array => Int32Array.from(atlas.graph.ids, (id) => of[id] ?? 10);
const stepReasons = (answer: ReturnType<typeof ask>, id: string) => answer.routes.flatMap((route) => route.steps).find((each) => each.credentialId === id)?.reasons;

describe('what is said of a step', () => {
  it('is an age that was not told, or that has to be waited for', () => {
    const alone = routeAtlas([opens('aged', 'rn', RN_PAY, { minAge: 18 })]);
    const say = (ageMonths: number | null) => findRoutes(alone, routeQuestion({ kind: 'occupation', occupation: 0 }, { ...alone.area, baseline: null }, { person: { ...person, ageMonths } })).routes[0]?.steps[0]?.reasons;
    expect(say(null)).toEqual([{ code: 'route.age-not-said', params: { name: NAME('aged'), age: 18 } }]);
    expect(say(200)).toEqual([{ code: 'route.wait-for-age', params: { name: NAME('aged'), age: 18 } }]);
    expect(say(216)).toEqual([]);
  });
  it('is a diploma that has to be waited for', () => {
    const alone = routeAtlas([opens('school', 'rn', RN_PAY, { requirements: [diploma] })]);
    const say = (diplomaInMonths: number) => findRoutes(alone, routeQuestion({ kind: 'occupation', occupation: 0 }, { ...alone.area, baseline: null }, { person: { ...person, diplomaInMonths } })).routes[0]?.steps[0]?.reasons;
    expect(say(8)).toEqual([{ code: 'route.wait-for-diploma', params: { name: NAME('school') } }]);
    expect(say(0)).toEqual([]);
  });
  it('is a distance that nobody knows, where one is asked for', () => {
    expect(stepReasons(ask({ limits: { months: null, cents: null, miles: 50 }, miles: miles({ after: -1 }) }), 'after')).toEqual([{ code: 'route.distance-unknown', params: { name: NAME('after') } }]);
    expect(stepReasons(ask({ limits: { months: null, cents: null, miles: 50 }, miles: miles({}) }), 'after')).toEqual([]);
    expect(stepReasons(ask({ limits: { months: null, cents: null, miles: 50 }, miles: null }), 'after')).toEqual([{ code: 'route.distance-unknown', params: { name: NAME('after') } }]);
    expect(stepReasons(ask({ miles: miles({ after: -1 }) }), 'after')).toEqual([]);
  });
});

describe('why a credential is on no route', () => {
  const why = (id: string, over: Partial<RouteQuestion> = {}, goal: RouteGoal = TO_RN) => ask(over, [id], goal).missing[0]?.reason;
  it('is that it opens other work, or none, or is not known at all', () => {
    for (const id of ['lpn', 'idle', 'nowhere']) expect(why(id)).toEqual({ code: 'missing.opens-other-work', params: {} });
    expect(why('idle', {}, { kind: 'good-job', floor: 1 })?.code).toBe('missing.opens-other-work');
    expect(why('dark')?.code).toBe('missing.opens-other-work');
  });
  it('is pay that is not published, or under the floor', () => {
    expect(why('dark', {}, { kind: 'good-job', floor: 1 })).toEqual({ code: 'missing.pay-unknown', params: {} });
    expect(why('lpn', {}, { kind: 'good-job', floor: 70_000 })).toEqual({ code: 'missing.under-floor', params: {} });
  });
  it('is a place that is too far, with how far it is', () => {
    const limits = { months: null, cents: null, miles: 50 };
    expect(why('plain', { limits, miles: miles({ plain: 80 }) })).toEqual({ code: 'missing.too-far', params: { name: NAME('plain'), miles: 80 } });
    expect(why('plain', { limits, miles: miles({ plain: 50 }) })?.code).not.toBe('missing.too-far');
  });
  it('is time or money, by the least that would do', () => {
    expect(why('plain', { limits: { months: 11, cents: null, miles: null } })).toEqual({ code: 'missing.too-long', params: { months: 12 } });
    expect(why('plain', { limits: { months: 12, cents: 49_999, miles: null } })).toEqual({ code: 'missing.too-dear', params: { dollars: 500 } });
    expect(why('plain', { limits: { months: 12, cents: 50_000, miles: null } })?.code).toBe('missing.beaten');
  });
});

describe('why there is no route', () => {
  const dear = pay(90_000, 95_000, 99_000, 110_000, 120_000);
  const two = routeAtlas([opens('far', 'x', dear, { times: [{ kind: 'training', low: 20, high: null, unit: 'months', unknown: null, from }] })]);
  const nothing = (over: Partial<RouteQuestion>) => findRoutes(two, routeQuestion({ kind: 'occupation', occupation: 0 }, { ...two.area, baseline: null }, over)).nothing;
  it('is the limit that has to move least, by its own measure', () => {
    // Either alone is not enough: then both are named.
    expect(nothing({ limits: { months: 10, cents: 100, miles: null } })).toEqual({ code: 'nothing.needs-all', params: { months: 20, dollars: 500 } });
    expect(nothing({ limits: { months: 19, cents: 50_000, miles: null } })).toEqual({ code: 'nothing.needs-months', params: { months: 20 } });
    expect(nothing({ limits: { months: 20, cents: 0, miles: null } })).toEqual({ code: 'nothing.needs-dollars', params: { dollars: 500 } });
    expect(nothing({ limits: { months: 20, cents: 50_000, miles: null } })).toBeNull();
  });
});
