import type { Translator } from '../../../shared/i18n/translator.ts';

/** Tables that people are told of, in the words of the page; the other ones are parts of these. */
const TOLD = ['credential', 'occupation', 'area', 'wage', 'outlook', 'evidence', 'source', 'rule'] as const;
const OWN = ['institution', 'offering', 'recognition', 'organization', 'training_program', 'credential_cost', 'requirement'] as const;
const isOf = <N extends string>(names: readonly N[], name: string): name is N => names.some((each) => each === name);

/** What the rows of a table are called; null for a table of which a person knows nothing. */
export function tableName(table: string, t: Translator): string | null {
  if (isOf(OWN, table)) return t.t(`packs.count.${table}`);
  return isOf(TOLD, table) ? t.t(`data.count.${table}`) : null;
}
