import type { CredentialFacts } from '../facts.ts';
import type { Reason } from '../reason.ts';
import type { BaselinePay, Criterion, CriterionState, GoodJobFloor } from '../results.ts';
import type { Rubric } from './rubric.ts';

/** What a verdict is judged against in one area. */
export interface VerdictContext {
  readonly rubric: Rubric;
  readonly floor: GoodJobFloor;
  readonly baseline: BaselinePay | null;
  /** Every credential that can be reached, for stepping stones and better choices. */
  readonly credentials: ReadonlyMap<string, CredentialFacts>;
  /** Floors of other ages or definitions, to say where the verdict would differ. */
  readonly otherFloors?: readonly GoodJobFloor[] | undefined;
}

/** One criterion read from the facts. */
export interface Reading {
  /** What the ladder goes by. */
  readonly grade: CriterionState;
  /** What is shown: the grade, or `partly` where it rests on a part of the workers only. */
  readonly criterion: Criterion;
  /** Sentences for the line "The job". */
  readonly job: readonly Reason[];
}
