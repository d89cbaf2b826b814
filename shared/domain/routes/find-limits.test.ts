import { describe, expect, it } from 'vitest';
import { findFront } from './find-routes.ts';
import { buildRouteGraph } from './graph.ts';
import type { RouteNode } from './graph.ts';
import { routeQuestion } from './question.ts';
import type { AreaPay, RouteGoal, RouteQuestion } from './question.ts';

const node = (id: string, extra: Partial<RouteNode> = {}): RouteNode => ({
  id, months: 12, paid: false, cents: 100_000, costIncomplete: false, risk: 1, minAge: null, needsDiploma: false, barriers: [], field: 'health', opens: [0], required: [], credits: [], ...extra,
});
const AREA: AreaPay = { pay: Int32Array.from([60_000, 40_000]), jobs: Int32Array.from([100, 500]), baseline: 30_000 };
const TO: RouteGoal = { kind: 'occupation', occupation: 0 };
const found = (nodes: readonly RouteNode[], over: Partial<RouteQuestion> = {}, goal: RouteGoal = TO, area = AREA) =>
  findFront(buildRouteGraph(nodes, area.pay.length), routeQuestion(goal, area, over)).map((route) => ({ steps: route.nodes.map((each) => nodes[each]?.id), occupation: route.occupation })).sort((a, b) => ((a.steps[0] ?? '') < (b.steps[0] ?? '') ? -1 : 1));
const steps = (...args: Parameters<typeof found>) => found(...args).map((route) => route.steps);
const { person } = routeQuestion(TO, AREA);

describe('what limits a route', () => {
  it('is waiting, too: for an age', () => {
    const limits = { months: 20, cents: null, miles: null };
    expect(steps([node('a', { minAge: 18 })], { limits, person: { ...person, ageMonths: 16 * 12 } })).toEqual([]);
    expect(steps([node('a', { minAge: 18 })], { limits, person: { ...person, ageMonths: 17 * 12 } })).toEqual([['a']]);
  });
  it('is a place beyond the distance, not one at it', () => {
    const limits = { months: null, cents: null, miles: 50 };
    const at = (miles: number) => steps([node('a')], { limits, miles: Int32Array.from([miles]) });
    expect([at(50), at(51), at(-1)]).toEqual([[['a']], [], [['a']]]);
  });
});

describe('which job a credential is counted for', () => {
  const many = (opens: readonly number[], jobs: readonly number[]) =>
    found([node('a', { opens })], {}, { kind: 'field', field: 'health' }, { pay: Int32Array.from([60_000, 40_000, 50_000]), jobs: Int32Array.from(jobs), baseline: null })[0]?.occupation;
  it('is the one with most jobs here, the first of those with as many', () => {
    expect([many([0, 1, 2], [100, 500, 300]), many([0, 1, 2], [900, 500, 300]), many([1, 0, 2], [7, 7, 7]), many([2], [1, 1, 1])]).toEqual([1, 0, 1, 2]);
  });
  it('and none without a pay in any goal but that job itself', () => {
    const area: AreaPay = { pay: Int32Array.from([-1]), jobs: Int32Array.from([5]), baseline: null };
    expect(steps([node('a')], {}, { kind: 'field', field: 'health' }, area)).toEqual([]);
    expect(steps([node('a')], {}, TO, area)).toEqual([['a']]);
    expect(steps([node('a', { field: 'arts' })], {}, { kind: 'field', field: 'health' })).toEqual([]);
    expect(steps([node('a', { field: 'arts' })], {}, { kind: 'good-job', floor: 60_000 })).toEqual([['a']]);
  });
});

it('weighs money over time against money over time, never against a year of pay', () => {
  const nodes = [node('quick', { months: 1, cents: 0, opens: [1] }), node('rich', { months: 12, cents: 900_000 })];
  const npv = { value: { by: 'npv' as const, annualRate: 0, years: 20 } };
  expect(steps(nodes, npv, { kind: 'good-job', floor: 0 })).toEqual([['quick'], ['rich']]);
});

it('tells sets apart by their members, not by the digits of their numbers', () => {
  // {1, 23} and {12, 3} are two ways to the goal, one quick and dear, one slow and cheap.
  const idle = Array.from({ length: 25 }, (_, at) => node(`n${String(at).padStart(2, '0')}`, { opens: [] }));
  const nodes = idle.map((each, at) => {
    const after = (from: number) => ({ required: [{ from, kind: 'required-admission' as const }] });
    if (at === 1 || at === 23) return { ...each, months: 1, cents: 500_000, ...(at === 23 ? after(1) : {}) };
    if (at === 3 || at === 12) return { ...each, months: 10, cents: 10_000, ...(at === 12 ? after(3) : {}) };
    return at === 24 ? { ...each, opens: [0], required: [{ from: 23, kind: 'required-admission' as const }, { from: 12, kind: 'required-admission' as const }] } : each;
  });
  expect(steps(nodes)).toEqual([['n01', 'n23', 'n24'], ['n03', 'n12', 'n24']]);
});
