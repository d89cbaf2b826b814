import type { CredentialFacts, RequirementFact } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import type { PrintBlock } from './model.ts';

/** What can keep somebody out comes first, then what costs time, then the rest in the order of the starter. */
const WORTH = [
  'program-approval', 'exam', 'min-age', 'background-check', 'driver-license', 'driving-record', 'work-authorization', 'diploma', 'admission',
  'experience-hours', 'drug-test', 'physical', 'waiting-list', 'immunizations', 'course-hours',
] as const;
const worth = ({ kind }: RequirementFact): number => {
  const at = (WORTH as readonly string[]).indexOf(kind);
  return at < 0 ? WORTH.length : at;
};

/** Questions of one sheet, in two columns; of these a full page of normal print may leave out the last ones. */
const MOST = { normal: 10, large: 8 } as const;
const LEAST = 4;

/** The questions that decide first, and how many more the screen has under the credential's code. */
export function sheetChecks(facts: CredentialFacts, unchecked: ReadonlySet<string>, large: boolean, t: Translator): PrintBlock[] {
  if (facts.requirements.length === 0) return [];
  const most = large ? MOST.large : MOST.normal;
  const ordered = facts.requirements.map((each, index) => ({ each, index })).sort((a, b) => worth(a.each) - worth(b.each) || a.index - b.index).map(({ each }) => each);
  const shown = ordered.slice(0, most);
  const more = Array.from({ length: large ? 1 : Math.max(1, shown.length - LEAST + 1) }, (_, cut) => {
    const count = ordered.length - shown.length + cut;
    return count === 0 ? '' : t.t('paper.sheet.moreChecks', { count, code: facts.code });
  });
  const text = ({ answer, from, label }: RequirementFact): string =>
    answer === 'yes' && from.evidence !== null && unchecked.has(from.evidence) ? t.t('paper.check.unchecked', { text: t.name(label) }) : t.name(label);
  return [{
    type: 'checks', title: t.t('paper.checks'), items: shown.map((each) => ({ text: text(each), done: false })),
    more,
  }];
}
