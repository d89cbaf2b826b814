import type { CredentialFacts, RequirementFact } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import { authorityWords } from './format.ts';
import type { PrintBlock } from './model.ts';

/** What can keep somebody out comes first, then what costs time, then the rest in the order of the starter. */
const WORTH = [
  'program-approval', 'exam', 'min-age', 'background-check', 'driver-license', 'driving-record', 'work-authorization', 'diploma', 'admission',
  'experience-hours', 'drug-test', 'physical', 'waiting-list', 'immunizations', 'course-hours',
] as const;
const worthOf = ({ kind }: RequirementFact): number => {
  const at = (WORTH as readonly string[]).indexOf(kind);
  return at < 0 ? WORTH.length : at;
};

/** Questions that every sheet keeps; one that names whom to call nearby needs fewer, a plan is worked on and keeps more. */
export const LEAST_QUESTIONS = { ownSheet: 1, sheet: 4, plan: 8 } as const;

/** Requirements in the order in which they decide. */
export const byWorth = (requirements: readonly RequirementFact[]): RequirementFact[] =>
  requirements.map((each, index) => ({ each, index })).sort((a, b) => worthOf(a.each) - worthOf(b.each) || a.index - b.index).map(({ each }) => each);

/** What is said when so many questions are left out: a sentence for each number a full page may leave out, the first for none. */
export function moreQuestions(shown: number, left: number, least: number, code: string, t: Translator): string[] {
  return Array.from({ length: Math.max(1, shown - least + 1) }, (_, cut) => (left + cut === 0 ? '' : t.t('paper.sheet.moreChecks', { count: left + cut, code })));
}

/** Questions of one sheet, in two columns; of these a full page may leave out the last ones. */
const MOST = { normal: 10, large: 8 } as const;

/** Who decides in the state, the questions that decide first, and how many more the screen has under the credential's code. */
export function sheetChecks(facts: CredentialFacts, unchecked: ReadonlySet<string>, least: number, large: boolean, t: Translator): PrintBlock[] {
  // Whom to ask comes before what to ask.
  const decides = facts.authority ? t.t('paper.sheet.authority', { whom: authorityWords(facts.authority) }) : facts.jurisdiction === 'state' ? t.t('paper.sheet.stateRule') : '';
  if (facts.requirements.length === 0 && decides === '') return [];
  const most = large ? MOST.large : MOST.normal;
  const ordered = byWorth(facts.requirements);
  const shown = ordered.slice(0, most);
  const more = moreQuestions(shown.length, ordered.length - shown.length, least, facts.code, t);
  const text = ({ answer, from, label }: RequirementFact): string =>
    answer === 'yes' && from.evidence !== null && unchecked.has(from.evidence) ? t.t('paper.check.unchecked', { text: t.name(label) }) : t.name(label);
  return [{
    type: 'checks', title: t.t('paper.checks'), items: [...(decides === '' ? [] : [decides]), ...shown.map(text)].map((each) => ({ text: each, done: false })),
    more,
  }];
}
