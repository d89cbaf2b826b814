/** The steps of a plan as far as the rules of dates need them, from what is known of their credentials. */
import { monthsBetween } from '../../kernel/plain-date.ts';
import type { IsoMonth } from '../../kernel/plain-date.ts';
import type { CredentialFacts, Localized } from '../facts.ts';
import { trainingTime } from '../money/time.ts';
import type { StepTime } from './schedule.ts';

/** A step as a plan holds it. */
export interface WrittenStep {
  readonly id: string;
  readonly kind: 'high-school' | 'credential' | 'work' | 'other';
  readonly credentialId: string | null;
  readonly title: string;
  readonly startsOn: IsoMonth | null;
  readonly endsOn: IsoMonth | null;
  readonly skippable: boolean;
  readonly done: boolean;
}

const REQUIRED = ['required-admission', 'required-law'] as const;

/** Credentials of which, by kind of requirement, one is needed before `to`. */
function neededFor(to: string, credentials: ReadonlyMap<string, CredentialFacts>): readonly (readonly string[])[] {
  return REQUIRED.flatMap((kind) => {
    const from = [...credentials.values()].filter((each) => each.leadsTo.some((edge) => edge.toId === to && edge.kind === kind && !edge.skippable)).map(({ id }) => id);
    return from.length === 0 ? [] : [from];
  });
}

const sameText = (text: string): Localized => ({ en: text, es: text });

/**
 * Steps that take time and are still to be done: credentials, and other steps that have both dates.
 * High school, work and what may be skipped are left out. The first step of a credential is its
 * training; another step of the same credential is its proof, which takes the month after. Of each
 * kind of requirement one credential is enough: one that is held, else the first in the plan; where
 * there is none, the step needs something that is not in the plan.
 */
export function stepTimesOf(steps: readonly WrittenStep[], credentials: ReadonlyMap<string, CredentialFacts>, held: readonly string[]): readonly StepTime[] {
  const had = new Set([...held, ...steps.flatMap(({ done, kind, credentialId }) => (done && kind === 'credential' && credentialId !== null ? [credentialId] : []))]);
  const trainingOf = new Map<string, string>();
  for (const { id, kind, credentialId } of steps) if (kind === 'credential' && credentialId !== null && !trainingOf.has(credentialId)) trainingOf.set(credentialId, id);
  return steps.filter((step) => !step.done && !step.skippable).flatMap((step): StepTime[] => {
    const base = { id: step.id, name: sameText(step.title), needs: [], minAge: null, needsDiploma: false, waitingList: false };
    const facts = step.kind === 'credential' && step.credentialId !== null ? credentials.get(step.credentialId) : undefined;
    if (!facts) {
      const months = step.startsOn === null || step.endsOn === null ? null : monthsBetween(step.startsOn, step.endsOn) + 1;
      return months === null || months < 1 || step.kind === 'high-school' || step.kind === 'work' ? [] : [{ ...base, months }];
    }
    const training = trainingOf.get(facts.id);
    if (training !== step.id && training !== undefined) return [{ ...base, months: 1, needs: steps.some(({ id, done }) => id === training && !done) ? [training] : [] }];
    const needs = neededFor(facts.id, credentials).flatMap((from) => {
      if (from.some((each) => had.has(each))) return [];
      const [inPlan] = from.flatMap((each) => trainingOf.get(each) ?? []);
      return [inPlan ?? `credential:${from[0] ?? ''}`];
    });
    const waits = facts.requirements.find(({ kind }) => kind === 'waiting-list');
    return [{
      ...base, name: facts.shortName, months: trainingTime(facts.times)?.months ?? null, needs, minAge: facts.minAge,
      needsDiploma: facts.requirements.some(({ kind, answer }) => kind === 'diploma' && answer === 'yes'), waitingList: waits === undefined ? false : waits.answer === 'yes' ? true : null,
    }];
  });
}
