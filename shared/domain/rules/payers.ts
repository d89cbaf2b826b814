import type { Payer } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';
import { pellHint } from './pell.ts';
import type { AcademicYear, PellAward } from './pell.ts';
import type { WorkforcePell } from './workforce-pell.ts';

/** What the GI Bill pays back of a license or certification test, dollars a test. */
export const GI_BILL_TESTS_SHAPE = shapedObject({ testMost: shapedInt({ min: 1 }) });
export type GiBillTests = ShapedValue<typeof GI_BILL_TESTS_SHAPE>;

/** What is known of a person and a program; null is not known and stays a question. */
export interface PayerQuestion {
  readonly inHighSchool: boolean;
  readonly studentAidIndex: number | null;
  /** Served, or may use the benefits of a family member who did. */
  readonly veteran: boolean | null;
  readonly getsSnap: boolean | null;
  readonly disability: boolean | null;
  /** Paid by the hour while learning: an apprenticeship. */
  readonly paidTraining: boolean;
  readonly clockHours: number | null;
  readonly weeks: number | null;
  /** On the state's list of training programs that WIOA may pay for. */
  readonly onStateList: boolean | null;
  readonly hasTest: boolean;
  readonly workforcePell: WorkforcePell | null;
}

/** `yes`: worth asking now. `ask`: depends on what is not known. `no`: the rule closes it. Nobody has promised any of it. */
export interface PayerHint {
  readonly payer: Payer;
  readonly fit: 'yes' | 'ask' | 'no';
  readonly reasons: readonly Reason[];
}

const hint = (payer: Payer, fit: PayerHint['fit'], ...reasons: readonly Reason[]): PayerHint => ({ payer, fit, reasons });
const fitOf = (known: boolean | null): PayerHint['fit'] => (known === null ? 'ask' : known ? 'yes' : 'no');

function pell(asked: PayerQuestion, award: PellAward, year: AcademicYear): PayerHint {
  const found = pellHint(asked, award, year);
  return hint('pell', found.most === 0 ? 'no' : asked.studentAidIndex === null ? 'ask' : 'yes', ...found.reasons);
}

function shortPell({ inHighSchool, workforcePell }: PayerQuestion): PayerHint {
  if (inHighSchool) return hint('workforce-pell', 'no', reason('payer.pell-not-in-high-school'));
  if (workforcePell?.eligible === false) return hint('workforce-pell', 'no', reason('payer.workforce-pell-does-not-fit'));
  return hint('workforce-pell', 'ask', reason('payer.workforce-pell-ask'));
}

/** WIOA pays for programs on the state's list only, after a plan for work (an individual employment plan) with the local job center. */
function wioa({ inHighSchool, onStateList }: PayerQuestion): PayerHint {
  if (onStateList === false) return hint('wioa', 'no', reason('payer.wioa-not-on-list'));
  return hint('wioa', inHighSchool || onStateList === null ? 'ask' : 'yes', reason(onStateList === null ? 'payer.wioa-list-unknown' : 'payer.wioa-on-list'), reason('payer.wioa-plan'));
}

function giBill({ veteran, hasTest }: PayerQuestion, tests: GiBillTests | null): PayerHint {
  const most = hasTest && tests ? [reason('payer.gi-bill-tests', { most: tests.testMost })] : [];
  return hint('gi-bill', fitOf(veteran), reason(veteran === false ? 'payer.gi-bill-not-served' : 'payer.gi-bill-ask'), ...(veteran === false ? [] : most));
}

/**
 * Who might pay, in the order in which it is worth asking; the local board or the aid office
 * decides. A payer that a rule closes comes last, with the rule. Only payers that the law knows for
 * everybody are here; prices may name others.
 */
export function payerHints(
  asked: PayerQuestion, rules: { readonly award: PellAward | null; readonly year: AcademicYear | null; readonly tests: GiBillTests | null },
): readonly PayerHint[] {
  const hints: PayerHint[] = [];
  if (asked.inHighSchool) hints.push(hint('district', 'ask', reason('payer.district-ask')), hint('dual-enrollment', 'ask', reason('payer.dual-enrollment-ask')));
  hints.push(asked.paidTraining ? hint('sponsor', 'yes', reason('payer.sponsor-pays')) : hint('employer', 'ask', reason('payer.employer-ask')));
  if (rules.award && rules.year) hints.push(pell(asked, rules.award, rules.year));
  hints.push(shortPell(asked), hint('state-grant', 'ask', reason('payer.state-grant-ask')), wioa(asked));
  hints.push(hint('vocational-rehabilitation', fitOf(asked.disability), reason('payer.rehabilitation-ask')));
  hints.push(hint('snap-et', fitOf(asked.getsSnap), reason('payer.snap-ask')));
  hints.push(giBill(asked, rules.tests));
  return [...hints.filter(({ fit }) => fit !== 'no'), ...hints.filter(({ fit }) => fit === 'no')];
}
