import { describe, expect, it } from 'vitest';
import { LPN_PAY, RN_PAY, credential, figure, from, occupation } from '../testing.ts';
import type { CredentialFacts } from '../facts.ts';
import { findRoutes } from './answer.ts';
import { BARRIERS, barrierBits } from './graph.ts';
import { routeAtlas } from './from-facts.ts';
import { routeQuestion } from './question.ts';
import type { RouteGoal, RouteQuestion } from './question.ts';

const NAME = (id: string) => ({ en: id, es: id });
const asks = (...kinds: string[]) => kinds.map((kind) => ({ kind, answer: 'yes' as const, amount: null, label: { en: '', es: '' }, from }));
const opens = (id: string, soc: string, months: number | null, dollars: number | null, extra: Partial<CredentialFacts> = {}): CredentialFacts => credential(id, {
  links: [{ relation: 'required-by-law', evidence: null, occupation: occupation(soc, soc, soc === 'rn' ? RN_PAY : LPN_PAY) }],
  times: months === null ? [] : [{ kind: 'training', low: months, high: null, unit: 'months', unknown: null, from }],
  costs: dollars === null ? [] : [{ line: 'exam', label: { en: '', es: '' }, amount: figure(dollars * 100), per: 'once', priceYear: null, payers: [] }], ...extra,
});
const edge = (fromId: string, toId: string, kind: 'required-admission' | 'credit-granted', credits: number | null = null) =>
  ({ fromId, toId, kind, skippable: false, credits, terms: { en: '', es: '' }, evidence: null });
const atlas = routeAtlas([
  opens('first', 'lpn', 12, 1000, { leadsTo: [edge('first', 'bridge', 'required-admission')], requirements: asks('diploma') }),
  opens('bridge', 'rn', 9, 1000, { requirements: asks('background-check') }),
  opens('long', 'rn', 24, 9000, { requirements: asks('diploma', 'background-check') }),
  opens('dark', 'rn', null, null),
  opens('credited', 'lpn', 24, 500), opens('giver', 'lpn', 1, 0, { leadsTo: [edge('giver', 'credited', 'credit-granted', 30)] }),
]);
const { ids } = atlas.graph;
const soc = (code: string): number => atlas.occupations.findIndex((each) => each.soc === code);
const TO_RN: RouteGoal = { kind: 'occupation', occupation: soc('rn') };
const ask = (over: Partial<RouteQuestion> = {}, popular?: readonly string[], goal: RouteGoal = TO_RN) =>
  findRoutes(atlas, routeQuestion(goal, { ...atlas.area, baseline: null }, over), ...(popular ? [popular] : []));
const { person } = routeQuestion(TO_RN, { ...atlas.area, baseline: null });
const why = (id: string, over: Partial<RouteQuestion>) => ask(over, [id]).missing[0]?.reason;
const miles = (of: Readonly<Record<string, number>>): Int32Array => Int32Array.from(ids, (id) => of[id] ?? 1);

describe('what a step says', () => {
  it('is what is not known of it, by its name', () => {
    const dark = ask().routes.find((route) => route.steps[0]?.credentialId === 'dark');
    expect(dark?.steps).toEqual([{ credentialId: 'dark', name: NAME('dark'), reasons: [{ code: 'route.time-unknown', params: { name: NAME('dark') } }, { code: 'route.cost-unknown', params: { name: NAME('dark') } }] }]);
  });
  it('is the credit that an earlier step gives, or one that is held', () => {
    const credit = { code: 'route.credit-from', params: { step: NAME('credited'), first: NAME('giver') } };
    const reasons = (held: readonly number[]) => ask({ person: { ...person, held } }, [], { kind: 'occupation', occupation: soc('lpn') }).routes.flatMap(({ steps }) => steps).filter((step) => step.credentialId === 'credited').map((step) => step.reasons);
    expect(reasons([ids.indexOf('giver')])).toEqual([[credit]]);
    expect(reasons([])).toEqual([]);
  });
  it('names the one of several first steps that the route has', () => {
    const either = routeAtlas([opens('a-first', 'lpn', 30, 9000, { leadsTo: [edge('a-first', 'goal', 'required-admission')] }), opens('b-first', 'lpn', 2, 10, { leadsTo: [edge('b-first', 'goal', 'required-admission')] }), opens('goal', 'rn', 5, 100)]);
    const answer = findRoutes(either, routeQuestion({ kind: 'occupation', occupation: either.occupations.findIndex((each) => each.soc === 'rn') }, { ...either.area, baseline: null }));
    expect(answer.routes.map(({ steps }) => steps.map((step) => step.credentialId))).toEqual([['b-first', 'goal']]);
    expect(answer.routes[0]?.steps[1]?.reasons).toEqual([{ code: 'route.needs-first', params: { step: NAME('goal'), first: NAME('b-first') } }]);
  });
  it('never names a diploma that the step does not ask for', () => {
    const codes = ask({ person: { ...person, diplomaInMonths: 6 } }).routes.flatMap(({ steps }) => steps).map((step) => [step.credentialId, step.reasons.some((each) => each.code === 'route.wait-for-diploma')]);
    expect(codes).toContainEqual(['bridge', false]);
    expect(codes).toContainEqual(['first', true]);
  });
});

describe('what a route is called', () => {
  it('is the best paid only where no other pays more', () => {
    const answer = ask({}, [], { kind: 'field', field: 'health' });
    const best = Math.max(...answer.routes.filter((route) => !route.monthsOpen).map((route) => route.value));
    for (const route of answer.routes.filter((each) => !each.monthsOpen)) expect(route.reasons.some((each) => each.code === 'route.best-paid'), route.soc).toBe(route.value === best);
    expect(new Set(answer.routes.map((route) => route.soc))).toEqual(new Set(['rn', 'lpn']));
  });
});

describe('what is said of a credential that is on no route', () => {
  it('carries its name', () => {
    expect(why('long', { person: { ...person, diplomaInMonths: null } })).toEqual({ code: 'missing.needs-diploma', params: { name: NAME('long') } });
    expect(why('bridge', { person: { ...person, cannot: ['background-check'] } })).toEqual({ code: 'missing.barred', params: { name: NAME('bridge') } });
    expect(why('bridge', { person: { ...person, diplomaInMonths: null } })).toEqual({ code: 'missing.no-way-to', params: { name: NAME('bridge') } });
  });
  it('is the diploma only where the step asks for one, and the distance only where it is too far', () => {
    const barred = { ...person, cannot: ['background-check' as const] };
    expect(why('bridge', { person: { ...barred, diplomaInMonths: null } })?.code).toBe('missing.barred');
    expect(why('bridge', { person: barred, miles: miles({ bridge: 45 }) })?.code).toBe('missing.barred');
    for (const most of [45, 60]) expect(why('bridge', { person: barred, miles: miles({ bridge: 45 }), limits: { months: null, cents: null, miles: most } })?.code).toBe('missing.barred');
  });
  it('is nothing where nobody asked, and where it is on a route', () => {
    expect(ask().missing).toEqual([]);
    expect(ask({}, ['bridge']).missing).toEqual([]);
  });
});

describe('what beats a credential', () => {
  it('is any route that covers one of its own', () => {
    const lead = (id: string) => ({ leadsTo: [edge(id, 'z-goal', 'required-admission')] });
    const own = routeAtlas([
      opens('a-quick', 'lpn', 1, 8000, lead('a-quick')), opens('b-slow', 'lpn', 20, 100, lead('b-slow')), opens('z-goal', 'rn', 4, 1000),
      opens('c-short', 'rn', 4, 8500), opens('d-cheap', 'rn', 23, 900),
    ]);
    const answer = findRoutes(own, routeQuestion({ kind: 'occupation', occupation: own.occupations.findIndex((each) => each.soc === 'rn') }, { ...own.area, baseline: null }), ['z-goal']);
    // Either may be named: each covers one of the two ways.
    const [missing] = answer.missing;
    expect(missing?.reason.code).toBe('missing.beaten');
    expect([NAME('c-short'), NAME('d-cheap')]).toContainEqual(missing?.reason.params['by']);
  });
  it('is pay under the floor as soon as one of its jobs has a pay', () => {
    const link = (code: string, pay: typeof RN_PAY | null) => ({ relation: 'required-by-law' as const, evidence: null, occupation: occupation(code, code, pay) });
    const own = routeAtlas([credential('two-jobs', { links: [link('x', LPN_PAY), link('y', null)] })]);
    const answer = findRoutes(own, routeQuestion({ kind: 'good-job', floor: 900_000 }, { ...own.area, baseline: null }), ['two-jobs']);
    expect(answer.missing[0]?.reason.code).toBe('missing.under-floor');
  });
});

describe('the limit that has to move', () => {
  it('is every limit, by the way that is nearest to all of them', () => {
    const two = routeAtlas([opens('a-long', 'rn', 30, 1000), opens('b-dear', 'rn', 10, 9000), opens('c-middle', 'rn', 20, 8000)]);
    const stuck = (months: number, dollars: number) =>
      findRoutes(two, routeQuestion({ kind: 'occupation', occupation: 0 }, { ...two.area, baseline: null }, { limits: { months, cents: dollars * 100, miles: null } })).nothing?.params;
    expect(stuck(8, 500)).toEqual({ months: 30, dollars: 1000 });
    expect(stuck(2, 900)).toEqual({ months: 10, dollars: 9000 });
    expect(stuck(1, 0)).toEqual({ months: 30, dollars: 1000 });
  });
  it('is the farthest of the places of a route', () => {
    const near = { first: 90, bridge: 40, long: 200, dark: 300 };
    expect(ask({ limits: { months: null, cents: null, miles: 30 }, miles: miles(near) }).nothing).toEqual({ code: 'nothing.needs-miles', params: { miles: 90 } });
  });
});

it('each thing a person may be unable to meet has its own bit', () => {
  expect(BARRIERS).toEqual(['background-check', 'drug-test', 'driver-license', 'driving-record', 'work-authorization', 'immunizations', 'physical']);
  expect(barrierBits(BARRIERS)).toBe(127);
  expect(barrierBits(['background-check', 'physical'])).toBe(65);
});
