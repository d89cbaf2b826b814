import type { Localized } from '../domain/facts.ts';
import { reason } from '../domain/reason.ts';
import { monthsBetween, monthOf } from '../kernel/plain-date.ts';
import type { Translator } from '../i18n/translator.ts';
import { costBlock, uncheckedIds } from './cost-block.ts';
import { inDueOrder } from './due-order.ts';
import { capital, ended, foot, fragments, sentences, span } from './format.ts';
import type {
  BreakEven, PaperAction, PaperCheck, PaperCredential, PaperEdition, PaperEvidence, PaperFigures, PaperOptions, PaperPlan,
  PaperSettings, PaperStep, PaperStudent,
} from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { payBlock } from './pay-block.ts';
import { LEAST_QUESTIONS, moreQuestions } from './sheet-checks.ts';
import { sourcesBlock } from './sources-block.ts';

export interface FamilyPlanInput {
  readonly student: PaperStudent;
  readonly plan: PaperPlan;
  /** The figures frozen into the plan. */
  readonly figures: PaperFigures;
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
  /** The credentials the steps and pays name, for short names and codes. */
  readonly credentials: readonly PaperCredential[];
  /** The ledger rows that costs and checks rest on. */
  readonly evidence: readonly PaperEvidence[];
  readonly breakEven: BreakEven | null;
  /** Credentials of its steps that are no longer given, and what follows them; absent for paper about nobody. */
  readonly notGiven?: ReadonlyMap<string, Localized | null>;
}

const ADULT_MONTHS = 18 * 12;
/** More questions than this stand in two columns across the page: in one they would be parted from their heading. */
const COLUMN_CHECKS = 8;
/** Questions of a plan that nobody has worked on yet. */
const WALK_IN_CHECKS = 14;

/** Who signs beside the counselor: a guardian for a pupil under 18; for a person whose age is not known, if under 18. */
type Signers = 'minor' | 'adult' | 'not-known';

function signersOf(student: PaperStudent, today: string): Signers {
  if (student.birthMonth !== null) return monthsBetween(student.birthMonth, monthOf(today)) > ADULT_MONTHS ? 'adult' : 'minor';
  return student.grade === null ? 'adult' : 'minor';
}

function signatures(signers: Signers, settings: PaperSettings, t: Translator): PrintBlock {
  const school = settings.profile === 'school';
  const guardian = signers === 'adult' ? [] : [t.t(signers === 'minor' ? 'paper.sign.parent' : 'paper.sign.parentIfMinor')];
  return {
    type: 'signatures', note: t.t('paper.sign.note'),
    lines: [t.t(school ? 'paper.sign.student' : 'paper.sign.person'), ...guardian, t.t(school ? 'paper.sign.counselor' : 'paper.sign.advisor')],
  };
}

function nextThree(actions: readonly PaperAction[], t: Translator): PrintBlock {
  const items = inDueOrder(actions).filter((action) => !action.done).slice(0, 3).map((action) => ({
    title: action.text,
    who: fragments([action.who, action.phone === '' ? '' : t.t('paper.phoneIs', { phone: action.phone })]),
    due: action.dueOn === null ? t.t('paper.byBlank') : t.t('paper.by', { date: t.date(action.dueOn) }),
    blanks: action.phone === '' ? [t.t('paper.phone')] : [],
  }));
  return { type: 'next-three', title: t.t('paper.next'), items };
}

/** A step that is filled is on the way; an outlined one may be skipped or comes later. */
function stepsBlock(plan: PaperPlan, credentials: readonly PaperCredential[], notGiven: FamilyPlanInput['notGiven'], t: Translator): PrintBlock {
  const gone = ({ credentialId, done }: PaperStep): string => {
    const next = credentialId === null || done ? undefined : notGiven?.get(credentialId);
    return next === undefined ? '' : t.reason(next === null ? reason('change.retired') : reason('change.retired-next', { next }));
  };
  const hasSchool = plan.steps.some((step) => step.kind === 'high-school');
  const school: PaperStep = {
    kind: 'high-school', credentialId: null, title: t.t('paper.step.highSchool'), startsOn: null, endsOn: null, skippable: false, done: false, note: '',
  };
  const steps = hasSchool || plan.highSchool === '' ? plan.steps : [school, ...plan.steps];
  // A class and its exam are of one credential: the code stands beside the first of them.
  const codeOf = ({ credentialId }: PaperStep, index: number): string =>
    steps.findIndex((each) => each.credentialId === credentialId) < index ? '' : (credentials.find((each) => each.id === credentialId)?.code ?? '');
  return {
    type: 'steps', title: t.t('paper.steps'),
    items: steps.map((step, index) => ({
      title: step.title,
      aside: fragments([codeOf(step, index), step.done ? t.t('paper.done') : '']),
      detail: sentences([
        step.done ? '' : ended(capital(span(step.startsOn, step.endsOn, t))), step.kind === 'high-school' ? ended(plan.highSchool) : '', ended(step.note), gone(step), step.skippable ? t.t('paper.step.skip') : '',
      ]),
      filled: !step.skippable && (step.kind !== 'other' || step.startsOn !== null || step.done),
    })),
  };
}

function checksBlock(all: readonly PaperCheck[], unchecked: ReadonlySet<string>, moreUnder: string | null, t: Translator): PrintBlock[] {
  const checks = moreUnder === null ? all : all.slice(0, WALK_IN_CHECKS);
  if (checks.length === 0) return [];
  const text = (check: PaperCheck): string =>
    check.answer === 'yes' && check.evidence !== null && unchecked.has(check.evidence) ? t.t('paper.check.unchecked', { text: check.label }) : check.label;
  return [{ type: 'checks', title: t.t('paper.checks'), items: checks.map((check) => ({ text: text(check), done: check.done })), more: moreUnder === null ? [] : moreQuestions(checks.length, all.length - checks.length, LEAST_QUESTIONS.plan, moreUnder, t) }];
}

function schoolLines(settings: PaperSettings, meetingOn: string | null, t: Translator): string[] {
  const counselor = settings.counselorName === '' ? '' : t.t(settings.profile === 'school' ? 'paper.counselor' : 'paper.advisor', { name: settings.counselorName });
  const meeting = meetingOn === null ? t.t('paper.nextMeetingBlank') : t.t('paper.nextMeeting', { date: t.date(meetingOn) });
  return [settings.schoolName, counselor, settings.counselorPhone, meeting].filter((line) => line !== '');
}

/** The sheet itself, for a student of the vault and for a walk-in alike. Order: domain of the printed plan. Questions may be left out of a full page where `moreUnder` says under which codes the screen has them; a student's own plan is whole. */
export function planSheet(
  input: Omit<FamilyPlanInput, 'student'>, head: Pick<PrintDocument, 'kind' | 'heading' | 'blankName' | 'under'>, signers: Signers, moreUnder: string | null, t: Translator, options: PaperOptions,
): PrintDocument {
  const { plan, figures, settings, edition, credentials, evidence } = input;
  const used = new Set([...plan.costs, ...plan.checks].flatMap((each) => (each.evidence === null ? [] : [each.evidence])));
  const rows = evidence.filter((row) => used.has(row.id));
  const section = (column: 'full' | 'main' | 'side') => (block: PrintBlock) => ({ column, block });
  return {
    ...head,
    lang: t.lang, paper: settings.paper, large: options.large, title: t.t('paper.title.plan'),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null,
    right: schoolLines(settings, plan.meetingOn, t),
    sections: [
      section('full')({ type: 'goal', text: t.t('paper.goal', { goal: plan.goal === '' ? '______________________________' : plan.goal }) }),
      ...(plan.actions.some((action) => !action.done) ? [section('full')(nextThree(plan.actions, t))] : []),
      section('main')(stepsBlock(plan, credentials, input.notGiven, t)),
      ...checksBlock(plan.checks, uncheckedIds(rows), moreUnder, t).map(section(plan.checks.length > COLUMN_CHECKS ? 'full' : 'main')),
      section('side')(costBlock(plan.costs, plan.steps, rows, options.today, t, moreUnder !== null && options.large)),
      section('side')(payBlock({ ...figures, credentials, breakEven: input.breakEven }, t)),
      section('side')({ type: 'text', title: t.t('paper.planB'), paragraphs: [plan.planB === '' ? t.t('paper.planB.ask') : plan.planB] }),
      section('full')(signatures(signers, settings, t)),
      section('full')(sourcesBlock({ sources: figures.sources, pays: figures.pays.map((each) => each.pay), evidence: rows, edition, credentials }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}

/** The plan a family takes home. Takes nothing private: notes of the counselor are not part of its input. */
export function buildFamilyPlan(input: FamilyPlanInput, t: Translator, options: PaperOptions): PrintDocument {
  const { student, plan } = input;
  const pupil = student.grade === null ? '' : student.graduates === null
    ? t.t('paper.grade', { grade: student.grade })
    : t.t('paper.gradeLine', { grade: student.grade, month: t.date(student.graduates) });
  const number = options.studentNumber === true && student.studentNumber !== '' ? t.t('paper.studentNumber', { number: student.studentNumber }) : '';
  return planSheet(
    input,
    {
      kind: 'family-plan', heading: t.t('paper.heading.plan', { name: student.name }), blankName: null,
      under: [pupil, t.t('paper.talkedOn', { date: t.date(plan.talkedOn) }), number].filter((line) => line !== ''),
    },
    signersOf(student, options.today), null, t, options,
  );
}
