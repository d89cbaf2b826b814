import type { CredentialFacts, Mark, StackingEdge } from '../facts.ts';
import type { Reason } from '../reason.ts';
import type { BaselinePay, Criterion, CriterionState, GoodJobFloor } from '../results.ts';
import type { Rubric } from './rubric.ts';

/**
 * All that the word of a verdict rests on. Credentials that are equal in this are one class of the
 * reference database (`db/reference/judged-classes.ts`): who lets a verdict read more, reads it there too.
 * The name is only said.
 */
export interface ReadFacts extends Pick<CredentialFacts, 'id' | 'name' | 'role' | 'demandType' | 'links' | 'results'> {
  readonly leadsTo: readonly Pick<StackingEdge, 'toId' | 'kind'>[];
  readonly marks?: Readonly<Partial<Record<Exclude<Mark, 'proctored'>, boolean | null>>> | undefined;
}

/** What a verdict is judged against in one area. */
export interface JudgingContext<F extends ReadFacts> {
  readonly rubric: Rubric;
  readonly floor: GoodJobFloor;
  readonly baseline: BaselinePay | null;
  /** What can be reached: stepping stones and better choices. */
  readonly credentials: Pick<ReadonlyMap<string, F>, 'get'>;
  /** Floors of other ages or definitions, to say where the verdict would differ. */
  readonly otherFloors?: readonly GoodJobFloor[] | undefined;
}

/** The same with every credential there is, which then are what may be named as a better choice. */
export interface VerdictContext extends JudgingContext<CredentialFacts> {
  readonly credentials: ReadonlyMap<string, CredentialFacts>;
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
