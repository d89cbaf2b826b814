import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { addMonths, monthOf, monthsBetween } from '../../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../../kernel/plain-date.ts';
import type { Localized } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';

/** One step of a plan as far as its dates go. */
export interface StepTime {
  readonly id: string;
  readonly name: Localized;
  /** Months it takes, from 1; null is not known. */
  readonly months: number | null;
  /** Ids of steps or credentials that must be had before it starts. */
  readonly needs: readonly string[];
  readonly minAge: number | null;
  readonly needsDiploma: boolean;
  /** Null is not known and stays a question. */
  readonly waitingList: boolean | null;
}

export interface PlanPerson {
  readonly birthMonth: IsoMonth | null;
  /** Month in which high school ends; null for a person who is past it or has not said. */
  readonly graduates: IsoMonth | null;
  readonly hasDiploma: boolean | null;
  /** Ids of what the person has already. */
  readonly held: readonly string[];
}

export interface DatedStep {
  readonly id: string;
  /** First and last month; null when a length before or in it is not known. */
  readonly startsOn: IsoMonth | null;
  readonly endsOn: IsoMonth | null;
  /** True when the start may be later: a waiting list, an age or a diploma nobody has told. */
  readonly atLeast: boolean;
  /** Why it cannot start this month; empty when it can. */
  readonly blocked: readonly Reason[];
}

const later = (a: IsoMonth, b: IsoMonth): IsoMonth => (a < b ? b : a);

/** The first month at whose start a person is sure to have reached an age, when only the month of birth is known. */
export function monthOfAge(birthMonth: IsoMonth, age: number): IsoMonth {
  return addMonths(birthMonth, age * 12 + 1);
}

/** Steps so that what one needs stands before it, otherwise as given. Error: steps that wait for each other. */
export function inOrderOfNeed(steps: readonly StepTime[]): Result<readonly StepTime[], { readonly circle: readonly string[] }> {
  const waiting = [...steps];
  const ordered: StepTime[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((each) => !waiting.some((other) => other !== each && each.needs.includes(other.id)));
    if (free < 0) return err({ circle: waiting.map(({ id }) => id) });
    ordered.push(...waiting.splice(free, 1));
  }
  return ok(ordered);
}

interface Gate { readonly from: IsoMonth; readonly atLeast: boolean; readonly blocked: readonly Reason[] }

/** When a person may start a step, apart from the steps before it. */
function gateOf(step: StepTime, person: PlanPerson, month: IsoMonth): Gate {
  const blocked: Reason[] = [];
  let from = month;
  let atLeast = false;
  if (step.minAge !== null) {
    const of = person.birthMonth === null ? null : monthOfAge(person.birthMonth, step.minAge);
    if (of === null) blocked.push(reason('plan.age-ask', { age: step.minAge }));
    else if (of > month) blocked.push(reason('plan.too-young', { age: step.minAge, month: of }));
    atLeast ||= of === null;
    from = later(from, of ?? from);
  }
  if (step.needsDiploma && person.hasDiploma !== true) {
    const after = person.graduates === null ? null : addMonths(person.graduates, 1);
    if (after === null) blocked.push(reason('plan.diploma-ask'));
    else if (after > month) blocked.push(reason('plan.after-diploma', { month: after }));
    atLeast ||= after === null;
    from = later(from, after ?? from);
  }
  if (step.waitingList !== false) blocked.push(reason(step.waitingList === null ? 'plan.waiting-list-ask' : 'plan.waiting-list'));
  return { from, atLeast: atLeast || step.waitingList === true, blocked };
}

/**
 * Dates counted forward: one step after the other from this month, each no earlier than its age,
 * its diploma and what it needs allow. A step of unknown length leaves the steps after it without
 * dates. Error: steps that wait for each other.
 *
 * Example: 11 months from 2026-12 end in 2027-10; the next step starts in 2027-11.
 */
export function scheduleForward(steps: readonly StepTime[], person: PlanPerson, today: IsoDay): Result<readonly DatedStep[], { readonly circle: readonly string[] }> {
  const ordered = inOrderOfNeed(steps);
  if (!ordered.ok) return ordered;
  const month = monthOf(today);
  const names = new Map(steps.map((each) => [each.id, each.name]));
  let next: IsoMonth | null = month;
  let open = false;
  const dated = ordered.value.map((step): DatedStep => {
    const gate = gateOf(step, person, month);
    const missing = step.needs.filter((id) => !person.held.includes(id));
    const first = missing.flatMap((id) => { const name = names.get(id); return name ? [reason('plan.needs-first', { name })] : []; });
    const outside = missing.some((id) => !names.has(id));
    const blocked = [...first, ...(outside ? [reason('plan.needs-more')] : []), ...gate.blocked, ...(step.months === null ? [reason('plan.time-unknown')] : [])];
    open ||= gate.atLeast || outside;
    const startsOn: IsoMonth | null = next === null ? null : later(next, gate.from);
    const endsOn: IsoMonth | null = startsOn === null || step.months === null ? null : addMonths(startsOn, Math.max(1, step.months) - 1);
    next = endsOn === null ? null : addMonths(endsOn, 1);
    return { id: step.id, startsOn, endsOn, atLeast: open && startsOn !== null, blocked };
  });
  return ok(dated);
}

export interface BackwardPlan {
  readonly steps: readonly DatedStep[];
  /** Latest month in which the first step may start; null when a length is not known. */
  readonly startBy: IsoMonth | null;
  readonly reason: Reason;
}

/**
 * Dates counted back from a month by which all must be done, as a graduation: each step as late as
 * it can be. Ages, diplomas and waiting lists are then checked against those dates.
 */
export function scheduleBackward(steps: readonly StepTime[], person: PlanPerson, doneBy: IsoMonth, today: IsoDay): Result<BackwardPlan, { readonly circle: readonly string[] }> {
  const ordered = inOrderOfNeed(steps);
  if (!ordered.ok) return ordered;
  let end: IsoMonth | null = doneBy;
  const dated: DatedStep[] = [];
  for (const step of [...ordered.value].reverse()) {
    const startsOn: IsoMonth | null = end === null || step.months === null ? null : addMonths(end, 1 - Math.max(1, step.months));
    const gate = gateOf(step, person, startsOn ?? monthOf(today));
    dated.unshift({ id: step.id, startsOn, endsOn: end, atLeast: gate.atLeast, blocked: gate.blocked });
    end = startsOn === null ? null : addMonths(startsOn, -1);
  }
  const startBy = dated[0]?.startsOn ?? null;
  const behind = startBy === null ? 0 : monthsBetween(startBy, monthOf(today));
  const why = startBy === null ? reason(dated.length === 0 ? 'plan.nothing-to-do' : 'plan.time-unknown')
    : behind > 0 ? reason('plan.too-late', { months: behind }) : reason('plan.start-by', { month: startBy });
  return ok({ steps: dated, startBy, reason: why });
}
