import type { CredentialPage } from '../../../shared/contract/reference.ts';
import type { OccupationFacts } from '../../../shared/domain/facts.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { hasMedian } from '../explore/row-words.ts';

/** What this page cannot say, in words: each is something to ask. */
export function gapsOf({ facts, row }: CredentialPage, occupation: OccupationFacts | null, t: Translator): string[] {
  const gaps = facts.costs.filter((cost) => cost.amount.value === null).map((cost) => t.t('gap.cost', { label: t.name(cost.label) }));
  if (row.time === null || row.time.low === null) gaps.push(t.t('gap.time'));
  if (occupation && !hasMedian(occupation.pay)) gaps.push(t.t('gap.pay'));
  if (facts.jurisdiction === 'state' || facts.jurisdiction === 'federal-minimum') gaps.push(t.t('gap.rule'));
  if (facts.role === 'main' && !facts.results) gaps.push(t.t('gap.results'));
  return gaps;
}
