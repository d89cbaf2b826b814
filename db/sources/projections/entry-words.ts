/** How BLS words what an occupation asks at entry, and a pack's words for it. States use the same words, some with a hyphen more. */
import type { Rows } from '../../pack/tables.ts';

type Occupation = Rows['occupation'];

export const EDUCATION: Readonly<Record<string, Occupation['entry_education']>> = {
  'no formal educational credential': 'none',
  'high school diploma or equivalent': 'high-school',
  'some college, no degree': 'some-college',
  'postsecondary nondegree award': 'postsecondary-certificate',
  'postsecondary non-degree award': 'postsecondary-certificate',
  "associate's degree": 'associate',
  "bachelor's degree": 'bachelor',
  "master's degree": 'master',
  'doctoral or professional degree': 'doctoral',
};
export const EXPERIENCE: Readonly<Record<string, Occupation['entry_experience']>> = {
  'none': 'none',
  'less than 5 years': 'under-5-years',
  '5 years or more': '5-years-or-more',
};
export const TRAINING: Readonly<Record<string, Occupation['entry_training']>> = {
  'none': 'none',
  'short-term on-the-job training': 'short',
  'moderate-term on-the-job training': 'moderate',
  'long-term on-the-job training': 'long',
  'apprenticeship': 'apprenticeship',
  'internship/residency': 'internship',
};

/** What an occupation asks at entry; null is not said. */
export interface Entry {
  readonly education: Occupation['entry_education'];
  readonly experience: Occupation['entry_experience'];
  readonly training: Occupation['entry_training'];
}

/** Marks of "not available". */
export const ABSENT: ReadonlySet<string> = new Set(['—', '–', '-', 'N/A', 'n/a', '']);

/** The pack's word for a publisher's; undefined when it is none of them. */
export function wordOf<W>(text: string, words: Readonly<Record<string, W>>): W | null | undefined {
  return ABSENT.has(text) ? null : words[text.toLowerCase().replace(/\u2019/g, "'")];
}
