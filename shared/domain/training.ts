/** Programs on a state's list of training that public money may pay for: their words, and which of them are in the field of a credential. */
import type { CredentialKind, Figure } from './facts.ts';
import { levelsOf } from './programs.ts';

export const TRAINING_LENGTHS = [
  'under-a-day', 'days-1-2', 'days-3-7', 'weeks-2-3', 'weeks-4-11', 'months-3-5', 'months-6-12', 'months-13-24', 'years-3-4', 'over-4-years',
] as const;
export const TRAINING_DELIVERIES = ['in-person', 'online', 'both'] as const;
export const TRAINING_AWARDS = ['completion', 'certificate', 'associate', 'bachelor', 'above-bachelor', 'diploma'] as const;
export type TrainingAward = (typeof TRAINING_AWARDS)[number];
/** Each is another count at another time. Pay is of one quarter: nothing here turns it into a year's. */
export const TRAINING_MEASURES = [
  'completed', 'employed-q2', 'employed-q4', 'employed-q8', 'median-quarter-pay-q2', 'mean-quarter-pay-q2', 'mean-quarter-pay-q4', 'mean-quarter-pay-q8',
] as const;
export type TrainingMeasure = (typeof TRAINING_MEASURES)[number];
/** What a program's cost is made of, in the order in which it is told. */
export const COST_PARTS = ['tuition', 'fees', 'books', 'supplies', 'other'] as const;
export type CostPart = (typeof COST_PARTS)[number];
export const COST_FLAGS = ['sum-differs', 'zero'] as const;
export const OUTCOME_FLAGS = ['hourly-entered', 'counts-disagree'] as const;
/** Of whom an outcome tells: the program's people, or all of the provider's in the field. */
export const OUTCOME_COUNTS = ['program', 'provider-field'] as const;

export interface TrainingOutcome {
  readonly measure: TrainingMeasure;
  readonly figure: Figure;
  readonly counts: (typeof OUTCOME_COUNTS)[number];
  readonly people: number | null;
  readonly flag: (typeof OUTCOME_FLAGS)[number] | null;
}

/** What decides whether a program is in the field of a credential. */
export interface ListedProgram {
  readonly cip: string | null;
  readonly award: TrainingAward | null;
  /** The work it is for, as the provider says; empty where the list does not tell. */
  readonly socs: readonly string[];
}
export interface CredentialField {
  readonly kind: CredentialKind;
  readonly cip: string | null;
  /** The work the credential directly opens. */
  readonly socs: ReadonlySet<string>;
}

/** A degree is looked for among programs that end with it; anything else never among those that end with more than it. */
function awardFits(kind: CredentialKind, award: TrainingAward | null): boolean {
  if (kind === 'associate' || kind === 'bachelor') return award === kind;
  if (award === 'associate') return levelsOf(kind).includes('associate');
  return award === null || award === 'completion' || award === 'certificate';
}

/** The four signs of the wider field, as in "51.39". */
const fieldOf = (cip: string): string => cip.slice(0, 5);
const isGeneral = (cip: string): boolean => cip.length < 7 || cip.endsWith('00');

/**
 * How near a program is to a credential: `program` by the same code, or by the same work, where its code is in the wider
 * field or the provider names no other work; `field` by the wider field alone; null for not at all. Work alone is not
 * enough beside others: a course for nurse assistants that also names nurses would stand among nursing degrees.
 */
export function trainingMatch(credential: CredentialField, program: ListedProgram): 'program' | 'field' | null {
  const { kind, cip, socs } = credential;
  if (!awardFits(kind, program.award)) return null;
  const sameField = cip !== null && program.cip !== null && fieldOf(cip) === fieldOf(program.cip);
  if (sameField && (isGeneral(cip) || cip === program.cip)) return 'program';
  const sameWork = program.socs.some((soc) => socs.has(soc));
  if (sameWork && (sameField || program.socs.length === 1)) return 'program';
  return sameField ? 'field' : null;
}
