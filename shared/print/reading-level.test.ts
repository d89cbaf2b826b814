import { describe, expect, it } from 'vitest';
import { en } from '../i18n/messages/en.ts';
import { es } from '../i18n/messages/es.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { familyPlan, longPlan, walkInPlan } from './testing.ts';
import { comparisonSheet, credentialSheet, fieldSheet, jobsSheet } from './testing-sheets.ts';

/** Sentences of a document that a family reads; the block of sources and names of papers are left out. */
function sentencesOf(document: PrintDocument): string[] {
  const of = (block: PrintBlock): string[] => {
    switch (block.type) {
      case 'goal': return [block.text];
      case 'next-three': return block.items.map((item) => item.title);
      case 'steps': return block.items.map((item) => item.detail);
      case 'lines': return block.rows.flatMap((row) => [row.text, row.strong, row.aside]);
      case 'pay': return [...block.paragraphs];
      case 'checks': return block.items.map((item) => item.text);
      case 'table': return [...block.rows.flatMap((row) => [row.sub, ...row.cells]), block.more];
      case 'text': return [...block.paragraphs];
      case 'verdict': return block.lines.map((line) => line.text);
      case 'signatures': return [block.note];
      // A list for staff is read by staff.
      case 'code': case 'sources': case 'touched': return [];
    }
  };
  return document.sections.flatMap(({ block }) => of(block)).flatMap((text) => text.split(/(?<=[.?!:])\s+/u)).filter((text) => /\p{L}/u.test(text));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}’'-]+/gu) ?? [];
/** Groups of vowels, less a silent e: what the Flesch formulas are usually counted with. */
const englishSyllables = (word: string): number => Math.max(1, (word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^laeiouy]e)$/u, '').match(/[aeiouy]{1,2}/gu) ?? []).length);
/** Vowel nuclei of Spanish: i and u beside another vowel make one syllable with it unless they carry an accent. */
const spanishSyllables = (word: string): number => Math.max(1, (word.toLowerCase().replace(/qu|gu(?=[eiéí])/gu, 'q').match(/[iuü]?[aeoáéó][iuüy]?|[íú]|[iuü]+|y$/gu) ?? []).length);

function counts(sentences: readonly string[], syllablesOf: (word: string) => number): { readonly words: number; readonly syllables: number; readonly sentences: number } {
  const words = sentences.flatMap(wordsOf);
  return { words: words.length, syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0), sentences: sentences.length };
}
/** Flesch-Kincaid grade level (Kincaid and others, 1975). */
function gradeLevel(sentences: readonly string[]): number {
  const all = counts(sentences, englishSyllables);
  return 0.39 * (all.words / all.sentences) + 11.8 * (all.syllables / all.words) - 15.59;
}
/** INFLESZ: Szigriszt-Pazos perspicuity, read on the scale of Barrio-Cantalejo (2008); 55 to 65 is normal, above is easy. */
function inflesz(sentences: readonly string[]): number {
  const all = counts(sentences, spanishSyllables);
  return 206.835 - 62.3 * (all.syllables / all.words) - all.words / all.sentences;
}

const papers = (lang: 'en' | 'es'): string[] => [familyPlan(lang), longPlan(lang), walkInPlan(lang), credentialSheet(lang), comparisonSheet(lang), fieldSheet(lang), jobsSheet(lang)].flatMap(sentencesOf);

describe('family paper', () => {
  it('is read with six years of school in English', () => {
    expect(gradeLevel(['The cat sat on the mat.'])).toBeLessThan(1);
    expect(gradeLevel(['Institutional eligibility determinations necessitate comprehensive documentation of programmatic expenditures.'])).toBeGreaterThan(15);
    const each = [familyPlan('en'), longPlan('en'), walkInPlan('en'), credentialSheet('en'), comparisonSheet('en'), fieldSheet('en'), jobsSheet('en')].map((document) => gradeLevel(sentencesOf(document)));
    for (const grade of each) expect(grade).toBeLessThanOrEqual(6.9);
  });
  it('is easy in Spanish', () => {
    expect(['puede', 'todavía', 'pregunte', 'quien', 'enfermería'].map(spanishSyllables)).toEqual([2, 4, 3, 1, 5]);
    expect(inflesz(papers('es'))).toBeGreaterThanOrEqual(60);
  });
});

const BANNED = {
  en: ['npv', 'irr', 'percentile', 'percentiles', 'payback', 'vintage', 'edition', 'route', 'routes', 'recognition'],
  es: ['van', 'vpn', 'tir', 'percentil', 'percentiles', 'plazo de recuperación', 'recuperación de la inversión', 'añada', 'edición', 'ruta', 'rutas', 'reconocimiento'],
} as const;
const isFamily = (key: string): boolean => /^(paper|reason|verdict|unknown|payer|money|time|kind|field)\./.test(key) && !key.endsWith('.staff');
/** The words of a message between its slots. */
const bare = (message: string): string => message.replace(/\{\w+(?:, \w+)?(?:, ::[^}]*)?\}/gu, ' ').toLowerCase();

describe('family messages', () => {
  it.each([['en', en], ['es', es]] as const)('use none of the words of staff in %s', (lang, messages) => {
    const family = Object.entries(messages as Record<string, string>).filter(([key]) => isFamily(key));
    expect(family.length).toBeGreaterThan(150);
    const found = family.filter(([, message]) => BANNED[lang].some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(bare(message))));
    expect(found).toEqual([]);
  });
});
