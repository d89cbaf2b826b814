/** Proposes the contents of a new plan from the reference facts: text in the plan's language, to be edited by people. */
import type { CredentialFacts, PayFacts, Payer } from '../domain/facts.ts';
import { trainingTime } from '../domain/money/time.ts';
import { contactsFor } from '../domain/overlay/entry.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import { openedOccupation } from '../domain/value/verdict.ts';
import { addMonths, monthOf } from '../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';
import type { Translator } from '../i18n/translator.ts';
import { draftActions } from './draft-actions.ts';
import { draftSteps, inOrder } from './draft-steps.ts';
import { hundreds, sentences } from './format.ts';
import type { PaperAction, PaperCheck, PaperCost, PaperPay, PaperStep } from './inputs.ts';
import { withOwnCosts } from './own-costs.ts';
import { ownFor } from './own-words.ts';
import { byWorth } from './sheet-checks.ts';

export interface DraftStudent {
  /** 9 to 12 for a pupil, null for an adult. */
  readonly grade: number | null;
  readonly graduates: IsoMonth | null;
}

export interface DefaultPlanInput {
  /** The credentials the plan is for, as chosen; they are put in the order in which one leads to the other. */
  readonly credentials: readonly CredentialFacts[];
  /** Every credential of the reference in the same area: earlier rungs, later steps and the Plan B are looked up here. */
  readonly all: readonly CredentialFacts[];
  /** Null for a walk-in print: then no step has a date. */
  readonly student: DraftStudent | null;
  /** Credentials the student has already. */
  readonly earnedIds: readonly string[];
  /** Id of the verdict's better choice, when it has one. */
  readonly betterId: string | null;
  readonly goal: string;
  readonly areaId: string;
  readonly today: IsoDay;
  /** What the school knows itself: its programs and phone numbers. */
  readonly own?: readonly OverlayEntry[];
}

/** `stepIndex` counts into `steps`; the vault turns it into the id of the step. */
export interface DraftCost extends PaperCost {
  readonly stepIndex: number | null;
}

export interface PlanDraft {
  readonly goal: string;
  readonly planB: string;
  readonly areaId: string;
  readonly lang: 'en' | 'es';
  readonly meetingOn: null;
  readonly talkedOn: IsoDay;
  readonly highSchool: string;
  readonly steps: readonly PaperStep[];
  readonly costs: readonly DraftCost[];
  readonly actions: readonly PaperAction[];
  readonly checks: readonly PaperCheck[];
}

/** The month high school ends: as told, else the June that follows from the grade (school years turn in July). */
export function graduationOf(student: DraftStudent, today: IsoDay): IsoMonth | null {
  if (student.graduates !== null) return student.graduates;
  if (student.grade === null) return null;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return `${(month >= 7 ? year + 1 : year) + (12 - student.grade)}-06`;
}

/** Months after graduation in which the fall term of most schools starts: June to August. */
const SUMMER_MONTHS = 2;

/** Money that only a pupil can get. */
const FOR_PUPILS: ReadonlySet<Payer> = new Set(['district', 'dual-enrollment']);

/** One line per cost of each credential, without renewals; `adult` leaves out money that only a pupil can get. A program of the school's own has its own price and phone. */
export function draftCosts(chosen: readonly CredentialFacts[], steps: readonly PaperStep[], adult: boolean, t: Translator, own: readonly OverlayEntry[] = []): DraftCost[] {
  return chosen.flatMap((facts) => {
    const stepIndex = steps.findIndex((step) => step.credentialId === facts.id);
    const costs = facts.costs.filter((cost) => cost.per !== 'renewal' && cost.line !== 'renewal');
    const drafted = costs.map((cost): DraftCost => {
      const label = cost.per === 'year' ? t.t('paper.draft.costYear', { label: cost.label }) : t.name(cost.label);
      return {
        stepIndex: stepIndex < 0 ? null : stepIndex, label: label.slice(0, 200),
        lowCents: cost.amount.value, highCents: cost.amount.value === null ? null : cost.amount.high,
        // A yearly price is known for one year; how many years it takes may differ.
        atLeast: cost.amount.atLeast || (cost.per === 'year' && cost.amount.value !== null),
        unknown: cost.amount.value === null ? (cost.amount.unknown ?? 'not-collected') : null,
        priceYear: cost.priceYear, payers: cost.payers.filter((payer) => !adult || !FOR_PUPILS.has(payer)),
        askWhom: '', phone: '', evidence: cost.amount.from.evidence,
      };
    });
    return withOwnCosts(drafted, costs.map(({ line }) => line), ownFor(own, facts.id), stepIndex < 0 ? null : stepIndex, t);
  });
}

function draftChecks(chosen: readonly CredentialFacts[], t: Translator): PaperCheck[] {
  const checks: PaperCheck[] = [];
  const asked = new Set<string>();
  const add = (check: PaperCheck): void => {
    if (!checks.some((each) => each.label === check.label)) checks.push(check);
  };
  for (const { kind, label, answer, from } of byWorth(chosen.flatMap((facts) => facts.requirements))) {
    // Two credentials of one field ask for the same thing in other words: one question is enough.
    if (answer === 'ask' && kind !== 'other' && asked.has(kind)) continue;
    if (answer === 'ask') asked.add(kind);
    add({ label: t.name(label).slice(0, 200), answer, done: false, evidence: from.evidence });
  }
  const taught = chosen.filter((facts) => facts.kind !== 'course-card' && facts.kind !== 'badge');
  const tested = taught.some((facts) => facts.costs.some((cost) => cost.line === 'exam') || facts.requirements.some((each) => each.kind === 'exam'));
  if (taught.length > 0) add({ label: t.t(tested ? 'paper.draft.howMany' : 'paper.draft.howManyFinish'), answer: 'ask', done: false, evidence: null });
  return checks;
}

const medianOf = (facts: CredentialFacts): number | null =>
  facts.role === 'add-on' ? null : (openedOccupation(facts.links)?.occupation.pay?.p50 ?? null);

/** The second choice: the verdict's better one, else the best-paid neighbor in the same field that takes no longer. */
function choosePlanB(chosen: readonly CredentialFacts[], { all, betterId, earnedIds }: DefaultPlanInput): CredentialFacts | null {
  const taken = new Set([...chosen.map((facts) => facts.id), ...earnedIds]);
  const better = all.find((facts) => facts.id === betterId && !taken.has(facts.id));
  const last = chosen.at(-1);
  if (better || !last) return better ?? null;
  const months = trainingTime(last.times)?.months ?? Infinity;
  const near = all.filter((facts) => !taken.has(facts.id) && facts.role === 'main' && facts.field === last.field && facts.field !== 'general' && medianOf(facts) !== null)
    .filter((facts) => (trainingTime(facts.times)?.months ?? Infinity) <= months)
    .sort((a, b) => (medianOf(b) ?? 0) - (medianOf(a) ?? 0) || (a.id < b.id ? -1 : 1));
  return near[0] ?? null;
}

function planBWords(facts: CredentialFacts | null, t: Translator): string {
  if (!facts) return '';
  const middle = medianOf(facts);
  return sentences([t.t('paper.draft.planB', { name: facts.shortName }), middle === null ? '' : t.t('paper.draft.planBPay', { middle: hundreds(middle, t) })]);
}

/** Pay of the jobs that credentials directly open, to be frozen into a plan; a credential that opens none has none. */
export function planPays(credentials: readonly CredentialFacts[]): PaperPay[] {
  return credentials.filter((facts) => facts.role === 'main').flatMap((facts) => {
    const occupation = openedOccupation(facts.links)?.occupation;
    const pay: PayFacts | null = occupation?.pay ?? null;
    return occupation && pay ? [{ credentialId: facts.id, soc: occupation.soc, title: occupation.title, pay }] : [];
  });
}

/**
 * The contents of a new plan. A pupil's plan starts with high school and counts from graduation;
 * an adult's counts from the month after today; a walk-in's has no dates. A step whose time is
 * not known leaves the steps after it without dates.
 *
 * Costs are one line each, without renewals; checks are the requirements plus how many finish.
 */
export function defaultPlan(input: DefaultPlanInput, t: Translator): PlanDraft {
  const chosen = inOrder(input.credentials);
  const own = input.own ?? [];
  const graduates = input.student === null ? null : graduationOf(input.student, input.today);
  const month = monthOf(input.today);
  const pupil = typeof input.student?.grade === 'number' && graduates !== null && graduates >= month;
  const start = input.student === null ? null : pupil ? { short: addMonths(graduates, 1), long: addMonths(graduates, SUMMER_MONTHS) } : { short: addMonths(month, 1), long: addMonths(month, 1) };
  const steps = draftSteps({ chosen, all: input.all, earnedIds: input.earnedIds, start, highSchool: pupil ? { from: month, to: graduates } : null, own, today: input.today }, t);
  const youngest = chosen.filter((facts) => facts.minAge !== null).map((facts) => t.t('paper.draft.minAgeFor', { name: facts.shortName, age: facts.minAge ?? 0 }));
  const field = chosen[0]?.field;
  return {
    goal: input.goal === '' ? chosen.map((facts) => t.name(facts.shortName)).join(', ').slice(0, 300) : input.goal,
    planB: planBWords(choosePlanB(chosen, input), t).slice(0, 500),
    areaId: input.areaId, lang: t.lang, meetingOn: null, talkedOn: input.today,
    highSchool: pupil && field ? sentences([t.t('paper.draft.highSchool', { field: t.t(`field.${field}`).toLowerCase() }), ...youngest]).slice(0, 500) : '',
    steps,
    costs: draftCosts(chosen, steps, input.student !== null && !pupil, t, own),
    actions: draftActions({ chosen, pupil, graduates, today: input.today, own: chosen[0] ? ownFor(own, chosen[0].id) : null, money: contactsFor(own, 'money')[0] ?? null }, t),
    checks: draftChecks(chosen, t),
  };
}
