import { COST_LINES } from '../facts.ts';
import { inMonths } from '../money/time.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { VERDICTS } from '../results.ts';
import type { FrozenCost, FrozenCredential, FrozenRequirement, FrozenTime } from './frozen-figures.ts';

/** What of an edition is another: the groups that a list is read by, in this order. */
export const EDITION_KINDS = ['new', 'retired', 'gone', 'listed', 'verdict', 'price', 'pay', 'time', 'age', 'requirement', 'renewal'] as const;
/** And what of a plan. */
export const CHANGE_KINDS = [...EDITION_KINDS, 'job', 'floor', 'cheapest'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface CredentialChange {
  readonly kind: ChangeKind;
  readonly reason: Reason;
  /** True when it makes the credential harder, dearer or worth less; null when it is neither better nor worse. */
  readonly worse: boolean | null;
  /** True from a twentieth on: the margin that also makes a close call. */
  readonly large: boolean;
}

const LARGE_SHARE = 20;
/** True when a figure moved by a twentieth or more of what it was. */
export const isLarge = (from: number, to: number): boolean => Math.abs(to - from) * LARGE_SHARE >= from;

const dollars = (cents: number): number => Math.round(cents / 100);
type Span = 'one' | 'range' | 'least';
const spanOf = (low: number, high: number, atLeast: boolean): Span => (atLeast ? 'least' : low === high ? 'one' : 'range');

interface Price {
  readonly span: Span;
  /** Whole dollars. */
  readonly low: number;
  readonly high: number;
  readonly per: FrozenCost['per'];
}
function priceOf(cost: FrozenCost | undefined): Price | null {
  if (!cost || cost.low === null) return null;
  const [low, high] = [dollars(cost.low), dollars(cost.high ?? cost.low)];
  return { span: spanOf(low, high, cost.atLeast), low, high, per: cost.per };
}

/** Rises or falls only where neither end goes the other way. */
function moveOf(from: { readonly low: number; readonly high: number }, to: { readonly low: number; readonly high: number }): -1 | 0 | 1 {
  const [low, high] = [Math.sign(to.low - from.low), Math.sign(to.high - from.high)];
  return low >= 0 && high >= 0 && low + high > 0 ? 1 : low <= 0 && high <= 0 && low + high < 0 ? -1 : 0;
}

function priceChange(then: FrozenCost | undefined, now: FrozenCost | undefined): CredentialChange[] {
  const what = (now ?? then)?.label;
  if (!what) return [];
  const [from, to] = [priceOf(then), priceOf(now)];
  if (from === null && to === null) return [];
  if (to === null) return [{ kind: 'price', reason: now ? reason('change.price-unknown', { what }) : reason('change.price-gone', { what }), worse: now ? true : null, large: now !== undefined }];
  if (from === null) return [{ kind: 'price', reason: reason('change.price-known', { what, span: to.span, low: to.low, high: to.high }), worse: then ? null : true, large: then === undefined }];
  if (from.span === to.span && from.low === to.low && from.high === to.high && from.per === to.per) return [];
  const move = moveOf(from, to);
  return [{
    kind: 'price', worse: move === 0 ? null : move > 0, large: isLarge(from.low, to.low) || isLarge(from.high, to.high),
    reason: reason('change.price', {
      what, move: move > 0 ? 'rose' : move < 0 ? 'fell' : 'other', fromSpan: from.span, fromLow: from.low, fromHigh: from.high, toSpan: to.span, toLow: to.low, toHigh: to.high,
    }),
  }];
}

const TIME_KINDS = ['training', 'paid-training', 'experience'] as const;
const knownTime = (time: FrozenTime | undefined) => (time && time.low !== null ? { low: time.low, high: time.high ?? time.low, unit: time.unit } : null);

function timeChange(kind: FrozenTime['kind'], then: FrozenTime | undefined, now: FrozenTime | undefined): CredentialChange[] {
  const [from, to] = [knownTime(then), knownTime(now)];
  if (from === null && to === null) return [];
  if (to === null) return [{ kind: 'time', reason: reason('change.time-unknown', { kind }), worse: null, large: false }];
  const is = { toSpan: spanOf(to.low, to.high, false), toLow: to.low, toHigh: to.high, toUnit: to.unit } as const;
  if (from === null) return [{ kind: 'time', reason: reason('change.time-known', { kind, ...is }), worse: null, large: false }];
  if (from.low === to.low && from.high === to.high && from.unit === to.unit) return [];
  const months = ({ low, high, unit }: typeof from) => ({ low: inMonths(low, unit), high: inMonths(high, unit) });
  const [was, will] = [months(from), months(to)];
  const move = moveOf(was, will);
  return [{
    kind: 'time', worse: move === 0 ? null : move > 0, large: isLarge(was.low, will.low) || isLarge(was.high, will.high),
    reason: reason('change.time', { kind, move: move > 0 ? 'longer' : move < 0 ? 'shorter' : 'other', fromSpan: spanOf(from.low, from.high, false), fromLow: from.low, fromHigh: from.high, fromUnit: from.unit, ...is }),
  }];
}

const wording = ({ kind, answer, label }: FrozenRequirement): string => JSON.stringify([kind, answer, label.en, label.es]);

/** A requirement of a kind that was there once and is there once in other words is the same one, told anew. */
function requirementChanges(then: readonly FrozenRequirement[], now: readonly FrozenRequirement[]): CredentialChange[] {
  const [was, is] = [new Set(then.map(wording)), new Set(now.map(wording))];
  const order = (a: FrozenRequirement, b: FrozenRequirement): number => (wording(a) < wording(b) ? -1 : 1);
  const gone = then.filter((each) => !is.has(wording(each))).sort(order);
  const come = now.filter((each) => !was.has(wording(each))).sort(order);
  const alone = (list: readonly FrozenRequirement[], kind: string): boolean => list.filter((each) => each.kind === kind).length === 1;
  const reworded = new Set(come.filter(({ kind }) => alone(come, kind) && alone(gone, kind)).map(({ kind }) => kind));
  return [
    ...come.map((each): CredentialChange => (reworded.has(each.kind)
      ? { kind: 'requirement', reason: reason('change.requirement', { what: each.label }), worse: null, large: true }
      : { kind: 'requirement', reason: reason('change.requirement-new', { what: each.label }), worse: true, large: true })),
    ...gone.filter(({ kind }) => !reworded.has(kind)).map((each): CredentialChange => ({ kind: 'requirement', reason: reason('change.requirement-gone', { what: each.label }), worse: false, large: false })),
  ];
}

function standingChange(then: FrozenCredential, now: FrozenCredential): CredentialChange[] {
  const next = now.successor;
  if (then.status === now.status && (then.successor?.credentialId ?? null) === (next?.credentialId ?? null)) return [];
  switch (now.status) {
    case 'missing': return [{ kind: 'gone', reason: reason('change.gone'), worse: true, large: true }];
    case 'retired': return [{ kind: 'retired', reason: next ? reason('change.retired-next', { next: next.name }) : reason('change.retired'), worse: true, large: true }];
    case 'active': return then.status === 'active' ? [] : [{ kind: 'new', reason: reason('change.again'), worse: false, large: true }];
  }
}

/**
 * What two editions say differently of one credential: standing, verdict, prices, time, age, what to check and renewal. Of one that is
 * missing now only that is said. Orders of lists do not count. Prices are told in whole dollars: a smaller move is none.
 */
export function credentialChanges(then: FrozenCredential, now: FrozenCredential): CredentialChange[] {
  const standing = standingChange(then, now);
  if (now.status === 'missing' || then.status === 'missing') return standing;
  const changes = [...standing];
  if (then.verdict !== null && now.verdict !== null && then.verdict !== now.verdict) {
    changes.push({ kind: 'verdict', reason: reason('change.verdict', { from: then.verdict, to: now.verdict }), worse: VERDICTS.indexOf(now.verdict) > VERDICTS.indexOf(then.verdict), large: true });
  }
  const cost = (of: FrozenCredential, line: FrozenCost['line']) => of.costs.find((each) => each.line === line);
  for (const line of COST_LINES) changes.push(...priceChange(cost(then, line), cost(now, line)));
  const time = (of: FrozenCredential, kind: FrozenTime['kind']) => of.times.find((each) => each.kind === kind);
  for (const kind of TIME_KINDS) changes.push(...timeChange(kind, time(then, kind), time(now, kind)));
  if (then.minAge !== now.minAge) {
    changes.push({ kind: 'age', reason: now.minAge === null ? reason('change.age-gone') : reason('change.age', { age: now.minAge }), worse: (now.minAge ?? 0) > (then.minAge ?? 0), large: true });
  }
  changes.push(...requirementChanges(then.requirements, now.requirements));
  if (then.renewMonths !== now.renewMonths) changes.push({ kind: 'renewal', reason: now.renewMonths === null ? reason('change.renewal-gone') : reason('change.renewal', { months: now.renewMonths }), worse: null, large: false });
  return changes;
}
