/**
 * The route finder: every way from what a person has to a goal of which no other is at least
 * as good in months, net cost, value and risk (multi-criteria label setting with dominance
 * pruning, as in Martins 1984; sets of steps take the place of paths, since a step may need
 * several others).
 *
 * A route is a set of credentials, ordered so that what comes first stands first: for every
 * step, of each kind of requirement that it has (admission, law) one credential named is held
 * or in the set. Steps are done one after another.
 */
import { FIELDS } from '../facts.ts';
import { Front } from './front.ts';
import type { FrontRoute, Measures } from './front.ts';
import { FLAG, UNKNOWN_MONTHS, barrierBits } from './graph.ts';
import type { RouteGraph, Rows } from './graph.ts';
import { createMeasurer, rowEnd, rowStart } from './measure.ts';
import type { Goal, Measurer } from './measure.ts';
import type { RouteQuestion } from './question.ts';

const at = (list: Int32Array | Uint8Array, index: number): number => list[index] ?? 0;

/**
 * Calls `visit` with every credential that reaches the goal, in order of position. Of several
 * occupations that a credential opens, the one with most jobs in the area counts.
 */
export function eachGoal(graph: RouteGraph, question: RouteQuestion, visit: (node: number, occupation: number) => void): void {
  const { goal, area } = question;
  if (goal.kind === 'occupation') {
    for (let edge = rowStart(graph.openers, goal.occupation); edge < rowEnd(graph.openers, goal.occupation); edge += 1) visit(at(graph.openers.items, edge), goal.occupation);
    return;
  }
  const field = goal.kind === 'field' ? FIELDS.indexOf(goal.field) : -1;
  const floor = goal.kind === 'good-job' ? goal.floor : 0;
  // Among many occupations one without a pay figure (-1) cannot be ranked by pay.
  const counts = Uint8Array.from(area.pay, (pay) => (pay >= 0 && pay >= floor ? 1 : 0));
  const { start, items } = graph.opens;
  for (let node = 0; node < graph.size; node += 1) {
    if (field >= 0 && graph.field[node] !== field) continue;
    const [from, to] = [at(start, node), at(start, node + 1)];
    if (from === to) continue;
    let occupation = at(items, from);
    for (let edge = from + 1; edge < to; edge += 1) {
      if (at(area.jobs, at(items, edge)) > at(area.jobs, occupation)) occupation = at(items, edge);
    }
    if (counts[occupation] === 1) visit(node, occupation);
  }
}

export interface Walker {
  readonly measurer: Measurer;
  /** True when this person cannot take this step at all, whatever comes first. */
  isBarred(node: number): boolean;
  isOver(measures: Measures): boolean;
  /** Offers every useful set that ends in the goal to `front`. */
  walk(node: number, occupation: number, front: Front): void;
}

/** The walker of one question over one graph. */
export function createWalker(graph: RouteGraph, question: RouteQuestion): Walker {
  const { person, limits, miles, maxSteps, grantCents, value, area } = question;
  const measurer = createMeasurer(graph, question);
  const cannot = barrierBits(person.cannot);
  const isBarred = (node: number): boolean =>
    (at(graph.barriers, node) & cannot) !== 0 ||
    (person.diplomaInMonths === null && (at(graph.flags, node) & FLAG.needsDiploma) !== 0) ||
    (limits.miles !== null && miles !== null && at(miles, node) > limits.miles);
  const isOver = (measures: Measures): boolean =>
    (limits.months !== null && measures.months > limits.months) || (limits.cents !== null && measures.cents > limits.cents);
  const inOrder = (set: readonly number[]): number[] => [...set].sort((a, b) => at(graph.rank, a) - at(graph.rank, b));
  const satisfied = (rows: Rows, node: number, set: readonly number[]): boolean => {
    const [start, end] = [rowStart(rows, node), rowEnd(rows, node)];
    for (let edge = start; edge < end; edge += 1) {
      const from = at(rows.items, edge);
      if (measurer.isHeld(from) || set.includes(from)) return true;
    }
    return start === end;
  };
  const isSimple = (node: number): boolean =>
    rowStart(graph.credits, node) === rowEnd(graph.credits, node) && satisfied(graph.admission, node, []) && satisfied(graph.law, node, []);

  /** True when the goal's own step is over a limit or covered: most of a nation ends here, before anything is added up. */
  const isHopeless = (node: number, occupation: number, front: Front): boolean => {
    const full = at(graph.months, node);
    const isOpen = full === UNKNOWN_MONTHS;
    const left = Math.max(0, full - at(graph.mostMonthsSaved, node));
    const months = isOpen ? 0 : (at(graph.flags, node) & FLAG.paid) !== 0 ? left : Math.ceil(left / person.studyShare);
    const cents = Math.max(0, at(graph.cents, node) - at(graph.mostCentsSaved, node) - grantCents);
    if ((limits.months !== null && months > limits.months) || (limits.cents !== null && cents > limits.cents)) return true;
    if (value.by !== 'pay') return false;
    return front.coversAt(months, cents, at(area.pay, occupation), at(graph.risk, node), isOpen, (at(graph.flags, node) & FLAG.costIncomplete) !== 0);
  };

  const walk: Walker['walk'] = (node, occupation, front) => {
    if (isHopeless(node, occupation, front) || isBarred(node) || measurer.isHeld(node)) return;
    const goal: Goal = { node, occupation };
    const mayBeLeft = (set: readonly number[]): boolean => {
      const bound = measurer.measure(set, goal, true);
      return isOver(bound) || front.covers(bound);
    };
    const offer = (set: readonly number[]): void => {
      const measures = measurer.measure(set, goal, false);
      if (!isOver(measures) && !front.covers(measures)) front.add({ ...measures, nodes: inOrder(set), occupation });
    };
    if (isSimple(node)) return offer([node]);
    if (mayBeLeft([node])) return;

    const seen = new Set<string>();
    const grow = (set: readonly number[], from: number): void => {
      if (set.length < maxSteps && !isBarred(from) && !measurer.isHeld(from) && !set.includes(from) && at(graph.rank, from) < at(graph.rank, node)) visit([...set, from]);
    };
    const visit = (set: readonly number[]): void => {
      const key = [...set].sort((a, b) => a - b).join(' ');
      if (seen.has(key)) return;
      seen.add(key);
      if (mayBeLeft(set)) return;
      for (const step of set) {
        for (const rows of [graph.admission, graph.law]) {
          if (satisfied(rows, step, set)) continue;
          for (let edge = rowStart(rows, step); edge < rowEnd(rows, step); edge += 1) grow(set, at(rows.items, edge));
          return;
        }
      }
      offer(set);
      // Closed. What earns credit toward a step may still make it shorter or cheaper.
      for (const step of set) {
        for (let edge = rowStart(graph.credits, step); edge < rowEnd(graph.credits, step); edge += 1) grow(set, at(graph.credits.items, edge));
      }
    };
    visit([node]);
  };
  return { measurer, isBarred, isOver, walk };
}

/** The whole front of a question, in no certain order. */
export function findFront(graph: RouteGraph, question: RouteQuestion): readonly FrontRoute[] {
  const walker = createWalker(graph, question);
  const front = new Front();
  eachGoal(graph, question, (node, occupation) => walker.walk(node, occupation, front));
  return front.routes;
}
