import type { CredentialFacts, StackingKind } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import { trainingTime } from '../domain/money/time.ts';
import { openedOccupation } from '../domain/value/verdict.ts';
import { addMonths } from '../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';
import type { MessageKey } from '../i18n/messages/en.ts';
import type { Translator } from '../i18n/translator.ts';
import { authorityWords, ended, sentences, timeWords } from './format.ts';
import type { PaperStep } from './inputs.ts';
import { ownFor, ownNote } from './own-words.ts';

export interface DraftStepsInput {
  readonly chosen: readonly CredentialFacts[];
  readonly all: readonly CredentialFacts[];
  readonly earnedIds: readonly string[];
  /** First month of a short course and of a program that starts with the school year; null for no dates. */
  readonly start: { readonly short: IsoMonth; readonly long: IsoMonth } | null;
  readonly highSchool: { readonly from: IsoMonth; readonly to: IsoMonth } | null;
  readonly own: readonly OverlayEntry[];
  readonly today: IsoDay;
}

/** A course of this many months or more starts with the school year. */
const LONG_MONTHS = 3;
const NEEDED: ReadonlySet<StackingKind> = new Set(['required-admission', 'required-law']);

const leads = (from: CredentialFacts, to: CredentialFacts): boolean => from.leadsTo.some((edge) => edge.toId === to.id);

/** Chosen credentials so that what leads to another stands before it; otherwise as chosen. Circles are left as they are. */
export function inOrder(credentials: readonly CredentialFacts[]): readonly CredentialFacts[] {
  const waiting = [...credentials];
  const ordered: CredentialFacts[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((each) => !waiting.some((other) => other !== each && leads(other, each)));
    ordered.push(...waiting.splice(Math.max(0, free), 1));
  }
  return ordered;
}

const base = (title: string): PaperStep => ({ kind: 'credential', credentialId: null, title: title.slice(0, 200), startsOn: null, endsOn: null, skippable: false, done: false, note: '' });

/** Which proof ends a credential: a step of its own when it comes after training. */
function proofKey(facts: CredentialFacts): MessageKey | null {
  if (facts.kind === 'course-card' || facts.kind === 'badge' || facts.kind === 'apprenticeship') return null;
  const license = facts.kind === 'license' || facts.kind === 'registry-listing' || facts.costs.some((cost) => cost.line === 'license');
  const exam = facts.costs.some((cost) => cost.line === 'exam') || facts.requirements.some((each) => each.kind === 'exam');
  if (license) return exam ? 'paper.draft.examAndLicense' : 'paper.draft.license';
  return exam ? 'paper.draft.exam' : null;
}

/** How long the training takes, in words; that it is not known, when it is not. */
function lengthWords(facts: CredentialFacts, t: Translator): string {
  const time = facts.times.find((each) => each.kind !== 'experience' && each.low !== null);
  const words = time ? timeWords(time, t) : null;
  return words === null ? t.t('paper.draft.timeUnknown') : ended(words);
}

/** Earlier rungs that are not chosen: those that must come first, then at most one that may be skipped. */
function rungsBefore(facts: CredentialFacts, { all, chosen, earnedIds }: DraftStepsInput): readonly { readonly rung: CredentialFacts; readonly needed: boolean }[] {
  const taken = new Set([...chosen.map((each) => each.id), ...earnedIds]);
  const before = all.filter((rung) => !taken.has(rung.id)).flatMap((rung) => {
    const edge = rung.leadsTo.find((each) => each.toId === facts.id);
    return edge ? [{ rung, needed: NEEDED.has(edge.kind) && !edge.skippable, skippable: edge.skippable }] : [];
  });
  return [...before.filter((each) => each.needed), ...before.filter((each) => each.skippable).slice(0, 1)];
}

/** Steps in order with dates counted forward; see `defaultPlan`. */
export function draftSteps(input: DraftStepsInput, t: Translator): PaperStep[] {
  const steps: PaperStep[] = [];
  /** First free month; null when nothing is dated or a length is not known. */
  let cursor: IsoMonth | null = null;
  let dated = input.start !== null;
  const startOf = (months: number): IsoMonth | null => (!dated || !input.start ? null : (cursor ?? (months >= LONG_MONTHS ? input.start.long : input.start.short)));
  const train = (facts: CredentialFacts, notes: readonly string[]): void => {
    const time = trainingTime(facts.times);
    const startsOn = startOf(time?.months ?? LONG_MONTHS);
    const endsOn = startsOn !== null && time ? addMonths(startsOn, time.months - 1) : null;
    const paid = time?.paid === true ? t.t('paper.draft.paid') : '';
    const age = facts.minAge === null || input.highSchool ? '' : t.t('paper.draft.minAge', { age: facts.minAge });
    steps.push({ ...base(t.name(facts.shortName)), credentialId: facts.id, startsOn, endsOn, note: sentences([lengthWords(facts, t), paid, age, ...notes, ownNote(ownFor(input.own, facts.id), input.today, t)]).slice(0, 500) });
    cursor = endsOn === null ? null : addMonths(endsOn, 1);
    dated = dated && endsOn !== null;
    const proof = proofKey(facts);
    if (proof === null) return;
    const rules = facts.jurisdiction !== 'state' ? '' : facts.authority ? t.t('paper.draft.stateRulesBy', { whom: authorityWords(facts.authority) }) : t.t('paper.draft.stateRules');
    steps.push({ ...base(t.t(proof, { name: facts.shortName })), credentialId: facts.id, startsOn: cursor, endsOn: cursor, note: rules.slice(0, 500) });
    if (cursor !== null) cursor = addMonths(cursor, 1);
  };
  if (input.highSchool) steps.push({ ...base(t.t('paper.step.highSchool')), kind: 'high-school', startsOn: input.highSchool.from, endsOn: input.highSchool.to });
  for (const facts of input.chosen) {
    if (input.earnedIds.includes(facts.id)) {
      steps.push({ ...base(t.name(facts.shortName)), credentialId: facts.id, done: true });
      continue;
    }
    for (const { rung, needed } of rungsBefore(facts, input)) {
      if (steps.some((step) => step.credentialId === rung.id)) continue;
      if (needed) train(rung, [t.t('paper.draft.needFirst')]);
      else {
        const works = rung.role === 'main' && openedOccupation(rung.links) !== null ? t.t('paper.draft.tryWork') : '';
        steps.push({ ...base(t.name(rung.shortName)), credentialId: rung.id, skippable: true, note: sentences([lengthWords(rung, t), works]) });
      }
    }
    train(facts, []);
  }
  const last = input.chosen.at(-1);
  const job = last && last.role === 'main' ? openedOccupation(last.links) : null;
  if (job && last) steps.push({ ...base(t.t('paper.draft.work', { job: job.occupation.title })), kind: 'work', credentialId: last.id, startsOn: cursor });
  const next = last?.leadsTo.find((edge) => !input.chosen.some((each) => each.id === edge.toId) && input.all.some((each) => each.id === edge.toId));
  const later = next ? input.all.find((each) => each.id === next.toId) : undefined;
  if (next && later) steps.push({ ...base(t.t('paper.draft.later', { name: later.shortName })), kind: 'other', credentialId: later.id, note: t.name(next.terms) });
  return steps;
}
