/**
 * The language of a plan after it was drafted. No plan remembers which message a text came from, and none has to: a draft is
 * a pure function of facts and language, so drafting again in the language of before tells which texts are still as drafted,
 * and drafting in the new one what they become. A text that a person changed is in no draft and stays as it is.
 */
import type { CredentialFacts } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import type { IsoDay } from '../kernel/plain-date.ts';
import type { Translator } from '../i18n/translator.ts';
import { credentialStep } from './added-step.ts';
import { defaultPlan } from './default-plan.ts';
import type { DefaultPlanInput, DraftStudent, PlanDraft } from './default-plan.ts';
import type { PaperAction, PaperCheck, PaperCost, PaperStep } from './inputs.ts';

export interface RedraftInput {
  /** The credentials of the plan's steps in their order, as far as the reference still has them. */
  readonly credentials: readonly { readonly facts: CredentialFacts; readonly betterId: string | null }[];
  readonly all: readonly CredentialFacts[];
  readonly student: DraftStudent;
  readonly earnedIds: readonly string[];
  readonly areaId: string;
  readonly today: IsoDay;
  readonly own?: readonly OverlayEntry[];
}

/** Every text of a draft in one order; labels of questions are left to the facts, since equal ones are drafted once and what is equal differs by language. */
function textsOf({ goal, planB, highSchool, steps, costs, actions }: PlanDraft): readonly string[] {
  return [goal, planB, highSchool, ...steps.flatMap(({ title, note }) => [title, note]), ...costs.map(({ label }) => label), ...actions.flatMap(({ text, who }) => [text, who])];
}

/** Of so many, every choice is drafted; of more, all of them, each alone, and all but one. */
const MOST_FOR_EVERY = 5;

/** Choices that the plan may have been drafted from, the larger first: which of its credentials were chosen and which the draft brought along is not kept. */
function choicesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length > MOST_FOR_EVERY) return [all, ...all.map((left) => all.filter((each) => each !== left)), ...all.map((each) => [each])];
  const choices = all.reduce<readonly (readonly T[])[]>((sets, each) => [...sets, ...sets.map((set) => [...set, each])], [[]]);
  return choices.filter((set) => set.length > 0).sort((a, b) => b.length - a.length);
}

/** Who was in school when the plan was made may have left since: drafted for both. */
function draftsOf({ credentials, all, student, earnedIds, areaId, today, own = [] }: RedraftInput): readonly DefaultPlanInput[] {
  return [student, { grade: null, graduates: null }].flatMap((each) => choicesOf(credentials).map((set) => ({
    credentials: set.map(({ facts }) => facts), all, student: each, earnedIds, betterId: set.at(-1)?.betterId ?? null, goal: '', areaId, today, own,
  })));
}

/** Drafted texts in the language of before, each with what it is in the new one. */
export function redraftTexts(input: RedraftInput, before: Translator, after: Translator): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const put = (from: readonly string[], to: readonly string[]): void => from.forEach((text, index) => {
    const next = to[index];
    if (text !== '' && next !== undefined && !texts.has(text)) texts.set(text, next);
  });
  for (const draft of draftsOf(input)) put(textsOf(defaultPlan(draft, before)), textsOf(defaultPlan(draft, after)));
  const one = (say: (t: Translator) => string): void => put([say(before)], [say(after)]);
  for (const { facts } of input.credentials) {
    one((t) => credentialStep(facts, [], input.today, t, input.own).note);
    for (const { label } of facts.requirements) one((t) => t.name(label).slice(0, 200));
  }
  one((t) => t.t('paper.draft.howMany'));
  one((t) => t.t('paper.draft.howManyFinish'));
  return texts;
}

interface PlanTexts {
  readonly goal: string;
  readonly planB: string;
  readonly highSchool: string;
  readonly steps: readonly PaperStep[];
  readonly costs: readonly PaperCost[];
  readonly actions: readonly PaperAction[];
  readonly checks: readonly PaperCheck[];
}

/** The plan with every drafted text in its new language; a part without one is the same object as before. */
export function withTexts<P extends PlanTexts>(plan: P, texts: ReadonlyMap<string, string>): P {
  const say = (text: string): string => texts.get(text) ?? text;
  const each = <T extends object, K extends keyof T>(parts: readonly T[], keys: readonly K[]): readonly T[] => parts.map((part) => {
    const changed = keys.filter((key) => typeof part[key] === 'string' && say(part[key]) !== part[key]);
    return changed.length === 0 ? part : { ...part, ...Object.fromEntries(changed.map((key) => [key, say(String(part[key]))])) };
  });
  // A goal that nobody wrote is the names of what was chosen.
  const names = plan.goal.split(', ');
  return {
    ...plan, goal: names.every((name) => texts.has(name)) ? names.map(say).join(', ') : say(plan.goal), planB: say(plan.planB), highSchool: say(plan.highSchool), steps: each(plan.steps, ['title', 'note']), costs: each(plan.costs, ['label']),
    actions: each(plan.actions, ['text', 'who']), checks: each(plan.checks, ['label']),
  };
}
