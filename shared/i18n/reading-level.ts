/**
 * How hard a text is to read. Both formulas count words, sentences and syllables; a text of one
 * sentence swings, so catalogues are judged as a whole and single sentences with a wider margin.
 */

const wordsOf = (text: string): string[] => text.match(/[\p{L}’'-]*\p{L}[\p{L}’'-]*/gu) ?? [];

/** Sentences of a text; a colon ends one too, as in "Work: nurses". */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!:])\s+/u).filter((part) => /\p{L}/u.test(part));

/** Groups of vowels, less a silent e: what the Flesch formulas are usually counted with. */
export const englishSyllables = (word: string): number =>
  Math.max(1, (word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^laeiouy]e)$/u, '').match(/[aeiouy]{1,2}/gu) ?? []).length);

/** Vowel nuclei of Spanish: i and u beside another vowel make one syllable with it unless they carry an accent. */
export const spanishSyllables = (word: string): number =>
  Math.max(1, (word.toLowerCase().replace(/qu|gu(?=[eiéí])/gu, 'q').match(/[iuü]?[aeoáéó][iuüy]?|[íú]|[iuü]+|y$/gu) ?? []).length);

interface Counts { readonly words: number; readonly syllables: number; readonly sentences: number }

function counts(sentences: readonly string[], syllablesOf: (word: string) => number): Counts {
  const words = sentences.flatMap(wordsOf);
  return { words: words.length, syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0), sentences: sentences.length };
}

/** Flesch-Kincaid grade level of English (Kincaid and others, 1975): 6 is read with six years of school. */
export function gradeLevel(sentences: readonly string[]): number {
  const all = counts(sentences, englishSyllables);
  return 0.39 * (all.words / all.sentences) + 11.8 * (all.syllables / all.words) - 15.59;
}

/** Perspicuity of Spanish by Szigriszt-Pazos, read on the INFLESZ scale (Barrio-Cantalejo, 2008): 55 to 65 is normal, above is easy. */
export function inflesz(sentences: readonly string[]): number {
  const all = counts(sentences, spanishSyllables);
  return 206.835 - 62.3 * (all.syllables / all.words) - all.words / all.sentences;
}
