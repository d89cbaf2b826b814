/**
 * The graph that the route finder walks: credentials as numbers in flat arrays, so that a
 * nation of them fits in memory and is read in order. Edges always lead from what comes
 * first to what it opens.
 */
import { FIELDS } from '../facts.ts';
import type { Field } from '../facts.ts';

/** Kinds of requirement that a person may be unable to meet; one bit each. */
export const BARRIERS = ['background-check', 'drug-test', 'driver-license', 'driving-record', 'work-authorization', 'immunizations', 'physical'] as const;
export type Barrier = (typeof BARRIERS)[number];

/** The bits of some barriers. Example: `barrierBits(['drug-test'])` is 2. */
export const barrierBits = (barriers: readonly Barrier[]): number => barriers.reduce((bits, each) => bits | (1 << BARRIERS.indexOf(each)), 0);

/** One credential as the finder sees it. References are positions in the order in which nodes are given. */
export interface RouteNode {
  readonly id: string;
  /** Months of training at full time, the least published; null when unknown. */
  readonly months: number | null;
  /** Training that is paid (an apprenticeship). */
  readonly paid: boolean;
  /** Sum of the known one-time costs, cents. */
  readonly cents: number;
  /** True when a cost is unknown or "at least". */
  readonly costIncomplete: boolean;
  /** Things that may stop a person on this step, counted: the step itself and each open question. */
  readonly risk: number;
  readonly minAge: number | null;
  readonly needsDiploma: boolean;
  readonly barriers: readonly Barrier[];
  readonly field: Field;
  /** Occupations it directly opens (`required by law` or `qualifies`), as positions in the occupation table. */
  readonly opens: readonly number[];
  /** Of each kind that occurs, one of the credentials named is needed first. */
  readonly required: readonly { readonly from: number; readonly kind: 'required-admission' | 'required-law' }[];
  /** Earlier credentials that shorten or cheapen this one. */
  readonly credits: readonly { readonly from: number; readonly months: number; readonly cents: number }[];
}

/** Lists of numbers by row: row `r` is `items[start[r]] … items[start[r + 1] - 1]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

export const FLAG = { costIncomplete: 1, paid: 2, needsDiploma: 4 } as const;
export const UNKNOWN_MONTHS = -1;

export interface RouteGraph {
  readonly size: number;
  readonly ids: readonly string[];
  readonly months: Int32Array;
  readonly cents: Int32Array;
  readonly risk: Int32Array;
  readonly minAge: Uint8Array;
  readonly flags: Uint8Array;
  readonly barriers: Uint8Array;
  readonly field: Uint8Array;
  readonly opens: Rows;
  /** By occupation: the credentials that open it. */
  readonly openers: Rows;
  readonly admission: Rows;
  readonly law: Rows;
  readonly credits: Rows;
  readonly creditMonths: Int32Array;
  readonly creditCents: Int32Array;
  /** The most that credit can take off a step: what bounds a step from below. */
  readonly mostMonthsSaved: Int32Array;
  readonly mostCentsSaved: Int32Array;
  /** Position in an order in which what comes first stands before what it opens. */
  readonly rank: Int32Array;
  /** Edges left out because they would close a circle. */
  readonly droppedEdges: number;
}

class Growing {
  #items = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.#items.length) {
      const wider = new Int32Array(this.#items.length * 2);
      wider.set(this.#items);
      this.#items = wider;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }
  done(): Int32Array {
    return this.#items.slice(0, this.length);
  }
}

/** Edges given by their end, gathered into rows of the same order; `order` says where each edge went. */
function rowsOf(ends: Int32Array, values: Int32Array, size: number): { readonly rows: Rows; readonly order: Int32Array } {
  const start = new Int32Array(size + 1);
  for (const end of ends) start[end + 1] = (start[end + 1] ?? 0) + 1;
  for (let row = 0; row < size; row += 1) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0);
  const next = start.slice();
  const items = new Int32Array(values.length);
  const order = new Int32Array(values.length);
  for (let edge = 0; edge < values.length; edge += 1) {
    const end = ends[edge] ?? 0;
    const place = next[end] ?? 0;
    next[end] = place + 1;
    items[place] = values[edge] ?? 0;
    order[place] = edge;
  }
  return { rows: { start, items }, order };
}

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * A topological order by Kahn's method. Where a circle remains, the lowest position in it goes
 * first and the edges that point back at what is already placed are the ones to drop.
 */
function rankOf(size: number, edges: Edges): { readonly rank: Int32Array; readonly dropped: Uint8Array } {
  const { rows: out } = rowsOf(edges.from, edges.to, size);
  const waiting = new Int32Array(size);
  for (const to of edges.to) waiting[to] = (waiting[to] ?? 0) + 1;
  const rank = new Int32Array(size).fill(-1);
  const ready: number[] = [];
  for (let node = size - 1; node >= 0; node -= 1) if (waiting[node] === 0) ready.push(node);
  let placed = 0;
  let lowest = 0;
  while (placed < size) {
    let node = ready.pop();
    if (node === undefined) {
      while ((rank[lowest] ?? -1) >= 0) lowest += 1;
      node = lowest;
    }
    if ((rank[node] ?? -1) >= 0) continue;
    rank[node] = placed;
    placed += 1;
    for (let at = out.start[node] ?? 0; at < (out.start[node + 1] ?? 0); at += 1) {
      const to = out.items[at] ?? 0;
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0 && (rank[to] ?? -1) < 0) ready.push(to);
    }
  }
  const dropped = new Uint8Array(edges.from.length);
  for (let edge = 0; edge < dropped.length; edge += 1) {
    if ((rank[edges.from[edge] ?? 0] ?? 0) >= (rank[edges.to[edge] ?? 0] ?? 0)) dropped[edge] = 1;
  }
  return { rank, dropped };
}

const KIND = { 'required-admission': 0, 'required-law': 1, credit: 2 } as const;

/**
 * Builds the graph from nodes in their order; give them in order of id, so that ties fall to
 * the lower id. `occupations` is the length of the occupation table. An edge that would close
 * a circle, or lead from a credential to itself, is left out and counted.
 */
export function buildRouteGraph(nodes: Iterable<RouteNode>, occupations: number): RouteGraph {
  const ids: string[] = [];
  const column = { months: new Growing(), cents: new Growing(), risk: new Growing(), minAge: new Growing(), flags: new Growing(), barriers: new Growing(), field: new Growing() };
  const open = { node: new Growing(), occupation: new Growing() };
  const edge = { from: new Growing(), to: new Growing(), kind: new Growing(), months: new Growing(), cents: new Growing() };
  const addEdge = (from: number, to: number, kind: number, months: number, cents: number): void => {
    edge.from.push(from);
    edge.to.push(to);
    edge.kind.push(kind);
    edge.months.push(months);
    edge.cents.push(cents);
  };
  for (const node of nodes) {
    const at = ids.length;
    ids.push(node.id);
    column.months.push(node.months ?? UNKNOWN_MONTHS);
    column.cents.push(node.cents);
    column.risk.push(node.risk);
    column.minAge.push(node.minAge ?? 0);
    column.flags.push((node.costIncomplete ? FLAG.costIncomplete : 0) | (node.paid ? FLAG.paid : 0) | (node.needsDiploma ? FLAG.needsDiploma : 0));
    column.barriers.push(barrierBits(node.barriers));
    column.field.push(FIELDS.indexOf(node.field));
    for (const occupation of node.opens) {
      open.node.push(at);
      open.occupation.push(occupation);
    }
    for (const { from, kind } of node.required) addEdge(from, at, KIND[kind], 0, 0);
    for (const { from, months, cents } of node.credits) addEdge(from, at, KIND.credit, months, cents);
  }
  const size = ids.length;
  const [from, to, kind, months, cents] = [edge.from.done(), edge.to.done(), edge.kind.done(), edge.months.done(), edge.cents.done()];
  const { rank, dropped } = rankOf(size, { from, to });
  const only = (wanted: number): { readonly rows: Rows; readonly months: Int32Array; readonly cents: Int32Array } => {
    const kept = new Growing();
    for (let at = 0; at < kind.length; at += 1) if (kind[at] === wanted && dropped[at] === 0) kept.push(at);
    const edges = kept.done();
    const pick = (source: Int32Array): Int32Array => edges.map((at) => source[at] ?? 0);
    const { rows, order } = rowsOf(pick(to), pick(from), size);
    const inOrder = (source: Int32Array): Int32Array => order.map((place) => source[edges[place] ?? 0] ?? 0);
    return { rows, months: inOrder(months), cents: inOrder(cents) };
  };
  const credit = only(KIND.credit);
  const most = (saved: Int32Array): Int32Array => {
    const result = new Int32Array(size);
    for (let node = 0; node < size; node += 1) {
      for (let at = credit.rows.start[node] ?? 0; at < (credit.rows.start[node + 1] ?? 0); at += 1) result[node] = Math.max(result[node] ?? 0, saved[at] ?? 0);
    }
    return result;
  };
  const [openNode, openOccupation] = [open.node.done(), open.occupation.done()];
  return {
    size,
    ids,
    months: column.months.done(),
    cents: column.cents.done(),
    risk: column.risk.done(),
    minAge: Uint8Array.from(column.minAge.done()),
    flags: Uint8Array.from(column.flags.done()),
    barriers: Uint8Array.from(column.barriers.done()),
    field: Uint8Array.from(column.field.done()),
    opens: rowsOf(openNode, openOccupation, size).rows,
    openers: rowsOf(openOccupation, openNode, occupations).rows,
    admission: only(KIND['required-admission']).rows,
    law: only(KIND['required-law']).rows,
    credits: credit.rows,
    creditMonths: credit.months,
    creditCents: credit.cents,
    mostMonthsSaved: most(credit.months),
    mostCentsSaved: most(credit.cents),
    rank,
    droppedEdges: dropped.reduce((sum, each) => sum + each, 0),
  };
}
