import { describe, expect, it } from 'vitest';
import { buildRouteGraph } from './graph.ts';
import type { RouteNode } from './graph.ts';

const node = (id: string, after: readonly number[] = [], credits: RouteNode['credits'] = []): RouteNode => ({
  id, months: 1, paid: false, cents: 100, costIncomplete: false, risk: 1, minAge: null, needsDiploma: false, barriers: [], field: 'health', opens: [],
  required: after.map((from) => ({ from, kind: 'required-admission' })), credits,
});
const before = (rank: Int32Array, a: number, b: number): boolean => (rank[a] ?? NaN) < (rank[b] ?? NaN);

describe('the order of the graph', () => {
  it('puts what comes first first, whatever the positions', () => {
    // 4 opens 3, 3 opens 2 and 1, both open 0; 5 stands alone.
    const { rank, droppedEdges, admission } = buildRouteGraph([node('a', [1, 2]), node('b', [3]), node('c', [3]), node('d', [4]), node('e'), node('f')], 0);
    expect([before(rank, 4, 3), before(rank, 3, 2), before(rank, 3, 1), before(rank, 2, 0), before(rank, 1, 0)]).toEqual([true, true, true, true, true]);
    expect([...rank].sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(droppedEdges).toBe(0);
    expect([...admission.items]).toEqual([1, 2, 3, 3, 4]);
  });

  it('breaks a circle at its lowest position, and drops no other edge', () => {
    const { rank, droppedEdges, admission } = buildRouteGraph([node('free'), node('a', [3]), node('b', [1]), node('c', [2]), node('d', [3]), node('self', [5])], 0);
    expect(droppedEdges).toBe(2);
    expect([before(rank, 1, 2), before(rank, 2, 3), before(rank, 3, 4)]).toEqual([true, true, true]);
    expect([...admission.items]).toEqual([1, 2, 3]);
    expect([...admission.start]).toEqual([0, 0, 0, 1, 2, 3, 3]);
  });

  it('holds as many nodes and edges as there are', () => {
    const size = 3000;
    const chain = buildRouteGraph(Array.from({ length: size }, (_, at) => node(`n${at}`, at + 1 < size ? [at + 1] : [])), 0);
    expect(chain.size).toBe(size);
    expect(chain.droppedEdges).toBe(0);
    expect(chain.rank[0]).toBe(size - 1);
    expect(chain.admission.items.length).toBe(size - 1);
    expect(chain.cents.every((each) => each === 100)).toBe(true);
  });
});

it('the most that credit saves is kept for every step, the first too', () => {
  const { mostMonthsSaved, mostCentsSaved } = buildRouteGraph([node('a', [], [{ from: 1, months: 3, cents: 50 }, { from: 2, months: 6, cents: 20 }]), node('b'), node('c', [], [{ from: 1, months: 2, cents: 0 }])], 0);
  expect([...mostMonthsSaved]).toEqual([6, 0, 2]);
  expect([...mostCentsSaved]).toEqual([50, 0, 0]);
});
