/** Dates of steps that cannot hold. They are said beside the step and block nothing: people know more than dates do. */
import type { PlanStep } from '../../../shared/contract/plans.ts';
import { monthsBetween } from '../../../shared/kernel/plain-date.ts';
import type { IsoMonth } from '../../../shared/kernel/plain-date.ts';

export type StepNote =
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'starts-before-last' }
  | { readonly kind: 'before-graduation'; readonly month: IsoMonth }
  | { readonly kind: 'under-age'; readonly age: number; readonly minimum: number };

export interface NoteFacts {
  readonly graduates: IsoMonth | null;
  readonly birthMonth: IsoMonth | null;
  /** Least age by credential, where there is one. */
  readonly minAges: Readonly<Record<string, number | null>>;
}

/** Full years at the end of a month, when the birthday is in some month. Example: born 2010-05, in 2028-05, is 18. */
export const ageIn = (birthMonth: IsoMonth, month: IsoMonth): number => Math.floor(monthsBetween(birthMonth, month) / 12);

/** Months in order: later than the other. Text of this form sorts as time does. */
const after = (a: IsoMonth | null, b: IsoMonth | null): boolean => a !== null && b !== null && a > b;

/** The notes of each step, by its id; a step without notes has none. What is done, and what may be skipped, raises no order. */
export function notesOfSteps(steps: readonly PlanStep[], facts: NoteFacts): ReadonlyMap<string, readonly StepNote[]> {
  const all = new Map<string, readonly StepNote[]>();
  let lastEnd: IsoMonth | null = null;
  for (const step of steps) {
    const notes: StepNote[] = [];
    const { startsOn, endsOn } = step;
    if (after(startsOn, endsOn)) notes.push({ kind: 'ends-before-start' });
    if (!step.done && step.kind !== 'high-school' && facts.graduates !== null && after(facts.graduates, startsOn)) notes.push({ kind: 'before-graduation', month: facts.graduates });
    else if (!step.done && !step.skippable && after(lastEnd, startsOn)) notes.push({ kind: 'starts-before-last' });
    const minimum = step.credentialId === null ? null : (facts.minAges[step.credentialId] ?? null);
    if (!step.done && minimum !== null && facts.birthMonth !== null && startsOn !== null) {
      const age = ageIn(facts.birthMonth, startsOn);
      if (age < minimum) notes.push({ kind: 'under-age', age, minimum });
    }
    if (!step.skippable && step.endsOn !== null && (lastEnd === null || step.endsOn > lastEnd)) lastEnd = step.endsOn;
    if (notes.length > 0) all.set(step.id, notes);
  }
  return all;
}
