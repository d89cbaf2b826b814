import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../facts.ts';
import { findFront } from './find-routes.ts';
import { covers } from './front.ts';
import type { FrontRoute, Measures } from './front.ts';
import { BARRIERS, FLAG, barrierBits, buildRouteGraph } from './graph.ts';
import type { RouteGraph, RouteNode, Rows } from './graph.ts';
import { createMeasurer } from './measure.ts';
import { routeQuestion } from './question.ts';
import type { RouteGoal, RouteQuestion } from './question.ts';

const OCCUPATIONS = 3;
const node = (id: number): fc.Arbitrary<RouteNode> =>
  fc.record({
    id: fc.constant(`c${id}`),
    months: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 6 }),
    paid: fc.boolean(),
    cents: fc.integer({ min: 0, max: 6 }).map((each) => each * 1000),
    costIncomplete: fc.boolean(),
    risk: fc.integer({ min: 1, max: 3 }),
    minAge: fc.option(fc.constant(18)),
    needsDiploma: fc.boolean(),
    barriers: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...BARRIERS].slice(0, 2)) }),
    field: fc.constantFrom(...FIELDS.slice(0, 2)),
    opens: fc.subarray([0, 1, 2]),
    required: id === 0 ? fc.constant([]) : fc.array(fc.record({ from: fc.nat({ max: id - 1 }), kind: fc.constantFrom('required-admission' as const, 'required-law' as const) }), { maxLength: 3 }),
    credits: id === 0 ? fc.constant([]) : fc.array(fc.record({ from: fc.nat({ max: id - 1 }), months: fc.integer({ min: 0, max: 4 }), cents: fc.integer({ min: 0, max: 4 }).map((each) => each * 1000) }), { maxLength: 2 }),
  });
const nodes = fc.integer({ min: 2, max: 8 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => node(id))));
const goal: fc.Arbitrary<RouteGoal> = fc.oneof(
  fc.record({ kind: fc.constant('occupation' as const), occupation: fc.nat({ max: OCCUPATIONS - 1 }) }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom(...FIELDS.slice(0, 2)) }),
  fc.record({ kind: fc.constant('good-job' as const), floor: fc.constantFrom(20_000, 40_000) }),
);
const question = (size: number): fc.Arbitrary<RouteQuestion> =>
  fc.record({
    goal,
    person: fc.record({
      ageMonths: fc.option(fc.integer({ min: 15 * 12, max: 19 * 12 })), diplomaInMonths: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }),
      held: fc.subarray(Array.from({ length: size }, (_, id) => id), { maxLength: Math.min(2, size) }), cannot: fc.subarray([...BARRIERS].slice(0, 2), { maxLength: 1 }), studyShare: fc.constantFrom(1, 0.5),
    }),
    limits: fc.record({ months: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 1 }), cents: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 1 }), miles: fc.option(fc.constant(30)) }),
    area: fc.record({ pay: fc.array(fc.constantFrom(-1, 20_000, 35_000, 35_000, 50_000, 60_000), { minLength: 3, maxLength: 3 }).map((each) => Int32Array.from(each)), jobs: fc.constant(Int32Array.from([10, 20, 30])), baseline: fc.option(fc.constant(22_000)) }),
    miles: fc.option(fc.array(fc.constantFrom(-1, 10, 50), { minLength: size, maxLength: size }).map((each) => Int32Array.from(each))),
    grantCents: fc.constantFrom(0, 2000),
    value: fc.oneof(fc.constant({ by: 'pay' as const }), fc.constant({ by: 'npv' as const, annualRate: 0.03, years: 10 })),
    maxSteps: fc.constantFrom(3, 6),
  });
const cases = nodes.chain((list) => fc.tuple(fc.constant(list), question(list.length)));

/** The same question by trying every set of credentials: slow, and written without the finder's ideas. */
function bruteForce(graph: RouteGraph, asked: RouteQuestion): Measures[] {
  const measurer = createMeasurer(graph, asked);
  const held = new Set(asked.person.held);
  const row = (rows: Rows, at: number): number[] => [...rows.items.slice(rows.start[at], rows.start[at + 1])];
  const fits = (rows: Rows, at: number, set: readonly number[]): boolean => row(rows, at).length === 0 || row(rows, at).some((from) => held.has(from) || set.includes(from));
  const barred = (at: number): boolean =>
    held.has(at) || ((graph.barriers[at] ?? 0) & barrierBits(asked.person.cannot)) !== 0 ||
    (asked.person.diplomaInMonths === null && ((graph.flags[at] ?? 0) & FLAG.needsDiploma) !== 0) ||
    (asked.limits.miles !== null && asked.miles !== null && (asked.miles[at] ?? 0) > asked.limits.miles);
  const occupations = (at: number): number[] => {
    const open = row(graph.opens, at);
    if (asked.goal.kind === 'occupation') return open.filter((each) => asked.goal.kind === 'occupation' && each === asked.goal.occupation);
    if (asked.goal.kind === 'field' && graph.field[at] !== FIELDS.indexOf(asked.goal.field)) return [];
    const most = Math.max(...open.map((each) => asked.area.jobs[each] ?? 0));
    const primary = open.filter((each) => asked.area.jobs[each] === most);
    return primary.filter((each) => { const pay = asked.area.pay[each] ?? -1; return pay >= 0 && (asked.goal.kind !== 'good-job' || pay >= asked.goal.floor); });
  };
  const found: Measures[] = [];
  for (let bits = 1; bits < 2 ** graph.size; bits += 1) {
    const set = Array.from({ length: graph.size }, (_, at) => at).filter((at) => (bits >> at) & 1);
    if (set.length > asked.maxSteps || set.some(barred) || !set.every((at) => fits(graph.admission, at, set) && fits(graph.law, at, set))) continue;
    for (const last of set) {
      for (const occupation of occupations(last)) {
        const measures = measurer.measure(set, { node: last, occupation }, false);
        const { limits } = asked;
        if ((limits.months === null || measures.months <= limits.months) && (limits.cents === null || measures.cents <= limits.cents)) found.push(measures);
      }
    }
  }
  return found.filter((each) => !found.some((other) => covers(other, each) && !covers(each, other)));
}

const key = ({ months, cents, value, risk, monthsOpen, centsOpen }: Measures): string => JSON.stringify([months, cents, String(value), risk, monthsOpen, centsOpen]);
const keys = (list: readonly Measures[]): string[] => [...new Set(list.map(key))].sort();

describe('the route finder', () => {
  it('finds what trying everything finds, on 2,000 small graphs', () => {
    let nonEmpty = 0;
    let longest = 0;
    fc.assert(fc.property(cases, ([list, asked]) => {
      const graph = buildRouteGraph(list, OCCUPATIONS);
      const front = findFront(graph, asked);
      nonEmpty += front.length > 0 ? 1 : 0;
      longest = Math.max(longest, ...front.map((each) => each.nodes.length));
      expect(keys(front)).toEqual(keys(bruteForce(graph, asked)));
    }), { numRuns: 2000 });
    // The comparison would be empty talk if most graphs had no route, or routes of one step only.
    expect(nonEmpty).toBeGreaterThan(800);
    expect(longest).toBeGreaterThan(2);
  });

  it('has no route on the front that another covers, and orders steps so that what comes first stands first', () => {
    fc.assert(fc.property(cases, ([list, asked]) => {
      const graph = buildRouteGraph(list, OCCUPATIONS);
      const front = findFront(graph, asked);
      for (const route of front) {
        expect(front.filter((other) => other !== route && covers(other, route))).toEqual([]);
        route.nodes.forEach((each, place) => {
          for (const need of list[each]?.required ?? []) {
            const same = (list[each]?.required ?? []).filter(({ kind }) => kind === need.kind).map(({ from }) => from);
            expect(same.some((from) => asked.person.held.includes(from) || route.nodes.slice(0, place).includes(from))).toBe(true);
          }
        });
      }
    }), { numRuns: 1000 });
  });

  it('keeps its front when a worse way is added', () => {
    fc.assert(fc.property(cases, fc.nat(), ([list, asked], pick) => {
      const graph = buildRouteGraph(list, OCCUPATIONS);
      const front = findFront(graph, asked);
      const copied = list[pick % list.length];
      if (!copied) return;
      const worse: RouteNode = { ...copied, id: 'worse', paid: false, months: copied.months === null ? null : copied.months + 1, cents: copied.cents + 1000, risk: copied.risk + 1 };
      const miles = asked.miles === null ? null : Int32Array.from([...asked.miles, asked.miles[pick % list.length] ?? 0]);
      const wider = findFront(buildRouteGraph([...list, worse], OCCUPATIONS), { ...asked, miles });
      // Something held is not offered again, so its copy is a new way, not a worse one.
      if (!asked.person.held.includes(pick % list.length)) expect(keys(wider)).toEqual(keys(front));
    }), { numRuns: 1000 });
  });

  it('gives the same routes again, and drops edges that close a circle', () => {
    const circle = (id: string, from: number): RouteNode => ({
      id, months: 1, paid: false, cents: 0, costIncomplete: false, risk: 1, minAge: null, needsDiploma: false, barriers: [], field: 'health', opens: [0], required: [{ from, kind: 'required-law' }], credits: [],
    });
    const graph = buildRouteGraph([circle('a', 1), circle('b', 0)], 1);
    expect(graph.droppedEdges).toBe(1);
    const area = { pay: Int32Array.from([40_000]), jobs: Int32Array.from([1]), baseline: null };
    const routes = (): readonly FrontRoute[] => findFront(graph, routeQuestion({ kind: 'occupation', occupation: 0 }, area));
    expect(routes().map((each) => each.nodes)).toEqual([[0]]);
    expect(routes()).toEqual(routes());
  });
});
