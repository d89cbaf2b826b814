/** What the facts of a credential answer of the question who might pay for it. */
import type { CredentialFacts, Payer, TimeFact } from '../facts.ts';
import { inMonths } from '../money/time.ts';
import type { PayerHint, PayerQuestion } from './payers.ts';
import type { AcademicYear } from './pell.ts';
import type { WorkforcePell, WorkforcePellQuestion, WorkforcePellRule } from './workforce-pell.ts';

/** What is said of a person; null is not said. */
export type PayerPerson = Pick<PayerQuestion, 'inHighSchool' | 'studentAidIndex' | 'veteran' | 'getsSnap' | 'disability'>;

/** A degree takes more than an academic year, so its length takes nothing off an award. */
const DEGREES: readonly CredentialFacts['kind'][] = ['associate', 'bachelor'];
const WEEKS_PER_MONTH = 52 / 12;

const classTime = ({ times }: CredentialFacts): TimeFact | null => times.find((each) => each.kind === 'training' && each.low !== null) ?? null;
/** A range says neither how many there are nor how few. */
const only = (time: TimeFact | null): number | null => (time === null || time.low === null || (time.high !== null && time.high !== time.low) ? null : time.low);

/** Clock hours of the class and its weeks; null where no single number is published. Weeks are never made of hours: a class is not full time everywhere. */
export function lengthOf(facts: CredentialFacts): { readonly clockHours: number | null; readonly weeks: number | null } {
  const time = classTime(facts);
  const amount = only(time);
  if (time === null || amount === null) return { clockHours: null, weeks: null };
  return time.unit === 'hours' ? { clockHours: amount, weeks: null } : { clockHours: null, weeks: Math.round(inMonths(amount, time.unit) * WEEKS_PER_MONTH) };
}

/** What Workforce Pell asks of a program, as far as the credential tells it: its length. A school's own figures stay unknown. */
export function workforcePellQuestionOf(facts: CredentialFacts): WorkforcePellQuestion {
  return {
    ...lengthOf(facts), completionRate: null, placementRate: null, tuitionAndFees: null, completerMedianEarnings: null, priceParity: null,
    stackable: null, portable: facts.marks?.portable ?? null, onlyCredential: null, creditBearing: null, monthsRunning: null,
  };
}

/** The question of a credential and a person. Whether a program is on the state's list for WIOA is not in the data. */
export function payerQuestionOf(facts: CredentialFacts, person: PayerPerson, workforcePell: WorkforcePell | null, year: AcademicYear | null): PayerQuestion {
  const length = DEGREES.includes(facts.kind) && year ? year : lengthOf(facts);
  return {
    ...person, paidTraining: facts.times.some((each) => each.kind === 'paid-training'), clockHours: length.clockHours, weeks: length.weeks,
    onStateList: null, hasTest: facts.costs.some(({ line }) => line === 'exam' || line === 'license'), workforcePell,
  };
}

/** Payers of a class only: where none is known of, there is nothing for them to pay. */
const OF_CLASSES: readonly Payer[] = ['pell', 'workforce-pell', 'state-grant'];

/**
 * The hints that have to do with this credential. Aid for classes is left out where no class is
 * known of (an exam one may sit, an apprenticeship), and a full Pell Grant where the class is
 * shorter than what the rule of the short ones covers.
 */
export function hintsFor(facts: CredentialFacts, hints: readonly PayerHint[], rule: WorkforcePellRule | null): readonly PayerHint[] {
  const isTaught = classTime(facts) !== null || facts.kind === 'certificate' || DEGREES.includes(facts.kind);
  const { clockHours } = lengthOf(facts);
  const isShort = rule !== null && clockHours !== null && clockHours < rule.clockHoursUnder;
  return hints.filter(({ payer }) => (isTaught || !OF_CLASSES.includes(payer)) && !(isShort && payer === 'pell') && !(DEGREES.includes(facts.kind) && payer === 'workforce-pell'));
}
