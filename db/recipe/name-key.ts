/** When two names are taken for one: without case, accents, punctuation and the words that only say which form of company it is. */
const MARKS = /\p{M}+/gu;
const BETWEEN = /[^\p{L}\p{N}+#]+/u;
const FORMS: ReadonlySet<string> = new Set(['inc', 'incorporated', 'llc', 'ltd', 'corp', 'corporation', 'co', 'company', 'the', 'of', 'and']);

const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKD').replace(MARKS, '').replace(/['\u2018\u2019]/g, '').toLowerCase().split(BETWEEN).filter((word) => word !== '');

/** Example: `nameKey('The American Red Cross, Inc.')` is `'american red cross'`; a name of nothing but such words stays whole. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Key of a credential by who gives it and what it is called; `list` parts lists that name no issuer. */
export const credentialKey = (issuer: string | null, name: string, list: string): string => `${issuer === null ? `list:${list}` : nameKey(issuer)}\n${nameKey(name)}`;

/** Text as a cell may hold it: no control characters, single spaces, at most `max` UTF-16 units, cut between characters. */
export function cellText(text: string, max: number): string {
  const tidy = text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\s]+/gu, ' ').trim();
  if (tidy.length <= max) return tidy;
  let cut = '';
  for (const letter of tidy) {
    if (cut.length + letter.length > max - 1) break;
    cut += letter;
  }
  return `${cut.trimEnd()}…`;
}
