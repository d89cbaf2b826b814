import { describe, expect, it } from 'vitest';
import type { CredentialFacts, TimeFact } from '../facts.ts';
import { LPN_PAY, credential, figure, from, occupation, pay } from '../testing.ts';
import { Front, compareNodes, covers } from './front.ts';
import type { FrontRoute } from './front.ts';
import { routeAtlas } from './from-facts.ts';
import { buildRouteGraph } from './graph.ts';
import type { RouteNode } from './graph.ts';
import { createMeasurer, routeNpv } from './measure.ts';
import { routeQuestion } from './question.ts';
import type { RouteQuestion } from './question.ts';

describe('money of a route over time', () => {
  const terms = { pay: 60_000, baseline: 36_000, months: 12, cents: 500_000, paidMonths: 0 };
  it('at no interest is pay after training, less the baseline throughout, less cost', () => {
    expect(routeNpv(0, 10)(terms)).toBe(9 * 60_000 - 10 * 36_000 - 5_000);
    expect(routeNpv(0, 10)({ ...terms, paidMonths: 12 })).toBe(9 * 60_000 + 0.7 * 60_000 - 10 * 36_000 - 5_000);
    expect(routeNpv(0, 10)({ ...terms, months: 24, paidMonths: 12 })).toBe(8 * 60_000 + 0.7 * 60_000 - 10 * 36_000 - 5_000);
    // Paid months count once, and training beyond the horizon leaves no pay.
    expect(routeNpv(0, 10)({ ...terms, paidMonths: 99 })).toBe(routeNpv(0, 10)({ ...terms, paidMonths: 12 }));
    expect(routeNpv(0, 1)({ ...terms, months: 24 })).toBe(-36_000 - 5_000);
    expect(routeNpv(0, 10)({ ...terms, months: 0 })).toBe(10 * 24_000 - 5_000);
  });
  it('discounts by the month, flows at its end', () => {
    const monthly = 1.03 ** (1 / 12);
    let sum = -5_000;
    for (let month = 1; month <= 120; month += 1) sum += ((month > 12 ? 60_000 : 0) - 36_000) / 12 / monthly ** month;
    expect(routeNpv(0.03, 10)(terms)).toBe(Math.round(sum));
  });
});

const node = (id: string, extra: Partial<RouteNode> = {}): RouteNode => ({
  id, months: 12, paid: false, cents: 100_000, costIncomplete: false, risk: 1, minAge: null, needsDiploma: false, barriers: [], field: 'health', opens: [0], required: [], credits: [], ...extra,
});
const AREA = { pay: Int32Array.from([60_000]), jobs: Int32Array.from([100]), baseline: 36_000 };
const measured = (nodes: readonly RouteNode[], set: readonly number[], over: Partial<RouteQuestion> = {}, bound = false, area = AREA) =>
  createMeasurer(buildRouteGraph(nodes, 1), routeQuestion({ kind: 'occupation', occupation: 0 }, area, over)).measure(set, { node: set.at(-1) ?? 0, occupation: 0 }, bound);
const person = routeQuestion({ kind: 'field', field: 'health' }, AREA).person;

describe('what a set of credentials takes', () => {
  it('adds months, money and risk, and says which part is "at least"', () => {
    expect(measured([node('a'), node('b', { months: 6, cents: 50_000, risk: 3 })], [0, 1])).toEqual({ months: 18, cents: 150_000, value: 60_000, risk: 4, monthsOpen: false, centsOpen: false });
    expect(measured([node('a', { months: null, costIncomplete: true })], [0])).toMatchObject({ months: 0, monthsOpen: true, centsOpen: true });
  });
  it('takes longer part-time, but for training that is paid', () => {
    const half = { person: { ...person, studyShare: 0.5 } };
    expect(measured([node('a', { months: 5 })], [0], half).months).toBe(10);
    expect(measured([node('a', { months: 5, paid: true })], [0], half).months).toBe(5);
  });
  it('is shortened and cheapened by credit for what comes before or is held, the most of it once', () => {
    const nodes = [node('a'), node('b'), node('c', { months: 24, cents: 300_000, credits: [{ from: 0, months: 6, cents: 20_000 }, { from: 1, months: 10, cents: 10_000 }] })];
    expect(measured(nodes, [0, 2])).toMatchObject({ months: 12 + 18, cents: 100_000 + 280_000 });
    expect(measured(nodes, [0, 1, 2])).toMatchObject({ months: 24 + 14, cents: 200_000 + 280_000 });
    expect(measured(nodes, [2])).toMatchObject({ months: 24, cents: 300_000 });
    expect(measured(nodes, [2], { person: { ...person, held: [1] } })).toMatchObject({ months: 14, cents: 290_000 });
    // A bound takes the most that anything could take off.
    expect(measured(nodes, [2], {}, true)).toMatchObject({ months: 14, cents: 280_000 });
    expect(measured([node('a'), node('b', { months: 6, credits: [{ from: 0, months: 12, cents: 999_999 }] })], [0, 1])).toMatchObject({ months: 12, cents: 100_000 });
  });
  it('is paid while the goal itself is learned, and not before', () => {
    const nodes = [node('a'), node('b', { paid: true, required: [{ from: 0, kind: 'required-admission' }] })];
    const npv = { value: { by: 'npv' as const, annualRate: 0, years: 10 } };
    expect(measured(nodes, [0, 1], npv).value).toBe(routeNpv(0, 10)({ pay: 60_000, baseline: 36_000, months: 24, cents: 200_000, paidMonths: 12 }));
    expect(measured(nodes, [0, 1], npv, true).value).toBe(routeNpv(0, 10)({ pay: 60_000, baseline: 36_000, months: 24, cents: 200_000, paidMonths: 24 }));
    expect(measured([node('a'), node('b')], [0, 1], npv, true).value).toBe(routeNpv(0, 10)({ pay: 60_000, baseline: 36_000, months: 24, cents: 200_000, paidMonths: 0 }));
  });
  it('is cheapened by credit that saves no time', () => {
    expect(measured([node('a'), node('b', { credits: [{ from: 0, months: 0, cents: 30_000 }] })], [0, 1])).toMatchObject({ months: 24, cents: 170_000 });
  });
  it('is shortened by credit where it is paid, too', () => {
    expect(measured([node('a'), node('b', { paid: true, months: 20, credits: [{ from: 0, months: 5, cents: 0 }] })], [0, 1]).months).toBe(12 + 15);
  });
  it('is paid for by grants, never below nothing', () => {
    expect(measured([node('a')], [0], { grantCents: 30_000 }).cents).toBe(70_000);
    expect(measured([node('a')], [0], { grantCents: 300_000 }).cents).toBe(0);
  });
  it('waits for an age and for a diploma', () => {
    const aged = (ageMonths: number | null) => ({ person: { ...person, ageMonths } });
    expect(measured([node('a', { minAge: 18 })], [0], aged(16 * 12)).months).toBe(24);
    expect(measured([node('a', { minAge: 18 })], [0], aged(17 * 12 + 6)).months).toBe(12);
    expect(measured([node('a', { minAge: 18 })], [0], aged(null)).months).toBe(12);
    expect(measured([node('a')], [0], aged(10 * 12)).months).toBe(12);
    const graduating = (diplomaInMonths: number | null) => ({ person: { ...person, diplomaInMonths } });
    expect(measured([node('a'), node('b', { months: 6, needsDiploma: true })], [0, 1], graduating(20)).months).toBe(26);
    expect(measured([node('a'), node('b', { months: 6, needsDiploma: true })], [0, 1], graduating(3)).months).toBe(18);
    expect(measured([node('a')], [0], graduating(20)).months).toBe(12);
  });
  it('is worth its pay, or its money over time', () => {
    const npv = { value: { by: 'npv' as const, annualRate: 0, years: 10 } };
    expect(measured([node('a')], [0], npv).value).toBe(9 * 60_000 - 10 * 36_000 - 1_000);
    expect(measured([node('a', { paid: true })], [0], npv).value).toBe(9.7 * 60_000 - 10 * 36_000 - 1_000);
    // Earlier training in other work is not paid by the goal's pay.
    expect(measured([node('a', { paid: true }), node('b')], [0, 1], npv).value).toBe(8 * 60_000 - 10 * 36_000 - 2_000);
    expect(measured([node('a'), node('b', { paid: true })], [0, 1], npv, true).value).toBe(8 * 60_000 + 1.4 * 60_000 - 10 * 36_000 - 2_000);
    expect(measured([node('a')], [0], npv, false, { ...AREA, baseline: null as unknown as number }).value).toBe(-Infinity);
    expect(measured([node('a')], [0], npv, false, { ...AREA, pay: Int32Array.from([-1]) }).value).toBe(-Infinity);
  });
  it('knows what is held', () => {
    const measurer = createMeasurer(buildRouteGraph([node('a'), node('b')], 1), routeQuestion({ kind: 'occupation', occupation: 0 }, AREA, { person: { ...person, held: [1] } }));
    expect([measurer.isHeld(0), measurer.isHeld(1)]).toEqual([false, true]);
  });
});

describe('facts as a graph', () => {
  const time = (kind: TimeFact['kind'], low: number | null): TimeFact => ({ kind, low, high: null, unit: 'months', unknown: null, from });
  const opens = (soc: string, relation: 'required-by-law' | 'qualifies' | 'preferred' | 'related') => ({ relation, evidence: null, occupation: occupation(soc, soc, soc === 'none' ? pay(null, null, null, null, null) : LPN_PAY) });
  const edge = (toId: string, kind: CredentialFacts['leadsTo'][number]['kind'], extra = {}) => ({ fromId: 'x', toId, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null, ...extra });
  const requirement = (kind: string, answer: 'yes' | 'ask') => ({ kind, answer, amount: null, label: { en: kind, es: kind }, from });
  const atlas = routeAtlas([
    credential('c', { times: [time('training', 24)], links: [opens('a', 'qualifies'), opens('none', 'required-by-law'), opens('b', 'preferred')], requirements: [requirement('diploma', 'yes'), requirement('drug-test', 'yes'), requirement('physical', 'ask')], minAge: 18, costs: [{ line: 'exam', label: { en: '', es: '' }, amount: figure(5_000), per: 'once', priceYear: null, payers: [] }] }),
    credential('a', { times: [time('paid-training', 48)], links: [opens('a', 'required-by-law')], leadsTo: [edge('c', 'credit-granted', { credits: 15 }), edge('b', 'counts-experience'), edge('gone', 'required-law')] }),
    credential('b', { times: [time('experience', null), time('experience', 36)], leadsTo: [edge('c', 'required-admission'), edge('a', 'often-before')], requirements: [requirement('diploma', 'ask')] }),
    credential('d', { times: [time('training', 1)], leadsTo: [edge('c', 'required-law', { skippable: true }), edge('c', 'required-law'), edge('b', 'counts-experience')] }),
    credential('card', { role: 'add-on' }),
  ]);
  it('leaves out add-ons and stands in the order of ids', () => { expect(atlas.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']); });
  it('knows time, cost, risk and what may be in the way', () => {
    expect(atlas.nodes.map(({ months, paid, risk, needsDiploma }) => [months, paid, risk, needsDiploma])).toEqual([[48, true, 1, false], [36, true, 2, false], [24, false, 2, true], [1, false, 1, false]]);
    expect(atlas.nodes[2]).toMatchObject({ cents: 5_000, costIncomplete: false, minAge: 18, barriers: ['drug-test'], field: 'health' });
    expect(atlas.nodes[0]).toMatchObject({ cents: 0, costIncomplete: true });
  });
  it('knows what comes first and what shortens what', () => {
    expect(atlas.nodes[2]).toMatchObject({ required: [{ from: 1, kind: 'required-admission' }, { from: 3, kind: 'required-law' }], credits: [{ from: 0, months: 6, cents: 0 }] });
    // Paid work counts toward work that is asked for, up to it; a class does not.
    expect(atlas.nodes[1]?.credits).toEqual([{ from: 0, months: 36, cents: 0 }]);
    expect(atlas.nodes[0]).toMatchObject({ required: [], credits: [] });
  });
  it('opens what a law or the usual way opens, with its pay or none', () => {
    expect(atlas.nodes.map(({ opens: open }) => open.map((at) => atlas.occupations[at]?.soc))).toEqual([['a'], [], ['a', 'none'], []]);
    expect([...atlas.area.pay]).toEqual([60_330, -1]);
    expect([...atlas.area.jobs]).toEqual([500, 500]);
  });
});

describe('the front', () => {
  const route = (nodes: number[], extra: Partial<FrontRoute> = {}): FrontRoute => ({ nodes, occupation: 0, months: 12, cents: 100, value: 50, risk: 1, monthsOpen: false, centsOpen: false, ...extra });
  it('knows what covers what, and an "at least" covers no whole number', () => {
    expect(covers(route([1]), route([2]))).toBe(true);
    for (const worse of [{ months: 13 }, { cents: 101 }, { value: 49 }, { risk: 2 }, { monthsOpen: true }, { centsOpen: true }]) {
      expect([covers(route([1]), route([2], worse)), covers(route([1], worse), route([2]))], JSON.stringify(worse)).toEqual([true, false]);
    }
    expect(covers(route([1], { monthsOpen: true, centsOpen: true }), route([2], { monthsOpen: true, centsOpen: true }))).toBe(true);
  });
  it('orders equal routes by steps, then from the last step back', () => {
    expect(compareNodes([5], [1, 2])).toBeLessThan(0);
    expect(compareNodes([1, 2], [5])).toBeGreaterThan(0);
    expect(compareNodes([9, 2], [1, 3])).toBeLessThan(0);
    expect(compareNodes([2, 3], [1, 3])).toBeGreaterThan(0);
    expect(compareNodes([1, 3], [1, 3])).toBe(0);
  });
  it('keeps what nothing covers, and of equal ones the first in that order, whenever it comes', () => {
    const front = new Front();
    for (const each of [route([4, 5]), route([7]), route([6]), route([8]), route([9], { months: 20 }), route([1], { months: 6, cents: 200 }), route([2], { months: 5, cents: 200 })]) front.add(each);
    expect(front.routes.map(({ nodes }) => nodes)).toEqual(expect.arrayContaining([[6], [2]]));
    expect(front.routes).toHaveLength(2);
    expect([front.covers(route([0], { months: 12 })), front.covers(route([0], { months: 11, cents: 150 })), front.coversAt(5, 200, 50, 1, false, false), front.coversAt(4, 200, 50, 1, true, true)]).toEqual([true, false, true, false]);
  });
});
