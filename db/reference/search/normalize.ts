/** How text is made comparable: for what is searched and for what is typed alike. */

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['\u2018\u2019\u02bc`]/g;
/** Everything that is no letter, digit, `+` or `#` (as in "A+" and "C#") parts words. */
const BETWEEN_WORDS = /[^\p{L}\p{N}+#]+/u;

/** Small words that say nothing, in both languages; the last word of a query is never one, as it may be half typed. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  'of', 'the', 'in', 'for', 'and', 'to', 'de', 'del', 'la', 'el', 'los', 'las', 'en', 'y', 'para',
]);
export const MOST_WORDS = 8;
const PLURAL_FROM = 4;

/** Words in lower case without accents. Example: `wordsOf("Técnico en A+")` is `['tecnico', 'en', 'a+']`. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, '').toLowerCase().split(BETWEEN_WORDS).filter((word) => word !== '');
}

/** The comparable form of a text. Example: `normalize("Driver's License")` is `'drivers license'`. */
export const normalize = (text: string): string => wordsOf(text).join(' ');

/** Words that a query asks for, at most {@link MOST_WORDS}. */
export function queryWords(text: string): readonly string[] {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const telling = words.filter((word, index) => index === words.length - 1 || !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The start that a word and its plural share, so that "nurses" finds "nurse". Example: `stemOf('nurses')` is `'nurse'`. */
export function stemOf(word: string): string {
  return word.length > PLURAL_FROM && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
