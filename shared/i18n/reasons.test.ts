import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS, reason } from '../domain/reason.ts';
import type { Reason, ReasonCode } from '../domain/reason.ts';
import type { Slot } from '../domain/reasons/slot.ts';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { enReasons } from './messages/en-reasons.ts';
import { esReasons } from './messages/es-reasons.ts';
import { englishSyllables, gradeLevel, inflesz, sentencesOf, spanishSyllables } from './reading-level.ts';
import { createTranslator, hasMessage } from './translator.ts';

const CODES = Object.keys(REASONS) as ReasonCode[];
const shapeOf = (code: string): Readonly<Record<string, Slot>> => REASONS[code as ReasonCode];
const translators = [createTranslator('en'), createTranslator('es')] as const;
const DOMAIN = join(dirname(dirname(fileURLToPath(import.meta.url))), 'domain');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));

/** Names of the arguments of a message, read from its syntax tree. */
function slots(message: string): string[] {
  const found = new Set<string>();
  const visit = (nodes: readonly MessageFormatElement[]): void => {
    for (const node of nodes) {
      if (node.type !== TYPE.literal && node.type !== TYPE.pound && 'value' in node) found.add(node.value);
      if ('options' in node && node.options) for (const option of Object.values(node.options)) visit(option.value);
    }
  };
  visit(parse(message, { ignoreTag: true }));
  return [...found].sort();
}

const NUMBERS = new Set<Slot>(['dollars', 'percent', 'count', 'age', 'months', 'years']);
/** A value that fits a slot, drawn by a seeded choice. */
function valueOf(slot: Slot, pick: number): Reason['params'][string] {
  if (typeof slot !== 'string') return slot[pick % slot.length] ?? '';
  switch (slot) {
    // Names are not the catalogue's own words: short ones, so that the sentence is what is measured.
    case 'name': return { en: 'Nurse', es: 'Obra' };
    case 'text': return 'Ohio';
    case 'year': return String(2020 + (pick % 60));
    case 'month': return `${2020 + (pick % 60)}-${String((pick % 12) + 1).padStart(2, '0')}`;
    case 'day': return `${2020 + (pick % 60)}-${String((pick % 12) + 1).padStart(2, '0')}-${String((pick % 28) + 1).padStart(2, '0')}`;
    case 'dollars': return pick;
    case 'age': return 14 + (pick % 60);
    case 'years': return 1 + (pick % 40);
    case 'months': return 1 + (pick % 240);
    case 'percent': return pick % 100;
    case 'count': return pick;
  }
}
const sample = (code: string, pick: number): Reason => ({ code, params: Object.fromEntries(Object.entries(shapeOf(code)).map(([name, slot], index) => [name, valueOf(slot, pick + index * 7919)])) });
/** The figures a reader sees, without separators; spaces inside a number do not occur in either locale. */
const figuresIn = (text: string): string[] => [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([each]) => each.replaceAll(',', '')).sort();

describe('a reason', () => {
  it('has a sentence in both languages for every code, and no sentence is without a code', () => {
    expect(CODES.length).toBeGreaterThan(70);
    expect(CODES.filter((code) => !hasMessage(`reason.${code}`))).toEqual([]);
    const sentences = Object.keys(enReasons).map((key) => key.slice('reason.'.length).replace(/\.staff$/u, ''));
    expect(sentences.filter((code) => !Object.hasOwn(REASONS, code))).toEqual([]);
    expect(Object.keys(esReasons).sort()).toEqual(Object.keys(enReasons).sort());
  });

  it('is refused without a sentence, with a wrong parameter, or with one too many (by type)', () => {
    expect(reason('risk.min-age', { age: 18 })).toEqual({ code: 'risk.min-age', params: { age: 18 } });
    expect(reason('job.none-opened')).toEqual({ code: 'job.none-opened', params: {} });
    // @ts-expect-error there is no such code
    reason('risk.nothing');
    // @ts-expect-error the age is missing
    reason('risk.min-age');
    // @ts-expect-error an age is a number
    reason('risk.min-age', { age: '18' });
    // @ts-expect-error the sentence has no room for it
    reason('risk.min-age', { age: 18, name: 'Ana' });
    // @ts-expect-error a verdict is one of five words
    reason('sense.pay-more', { gap: 1, verdict: 'great' });
    // @ts-expect-error a catalogue without a sentence for each code
    const short = { 'reason.risk.min-age': '' } as const satisfies Readonly<Record<`reason.${ReasonCode}`, string>>;
    expect(Object.keys(short)).toHaveLength(1);
  });

  it('of every method named in the engine has its sentence', () => {
    const methods = files(DOMAIN).filter((file) => !file.endsWith('.test.ts') && !file.endsWith('testing.ts'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:method: |made\()'([a-z-]+)'/gu)].map(([, name]) => `method.${name}`));
    expect(methods.length).toBeGreaterThan(1);
    expect(methods.filter((code) => !Object.hasOwn(REASONS, code))).toEqual([]);
  });

  it('is made somewhere: a code that no file of the engine names is dead', () => {
    const text = files(DOMAIN).filter((file) => !file.endsWith('.test.ts') && !file.includes('reasons')).map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(CODES.filter((code) => !text.includes(`'${code}'`) && !(code.startsWith('method.') && text.includes(`'${code.slice('method.'.length)}'`)))).toEqual([]);
  });

  it('has no place in its sentence that its parameters do not fill', () => {
    for (const code of CODES) {
      const allowed = new Set(Object.keys(shapeOf(code)));
      for (const messages of [en, es] as const) {
        const used = Object.entries(messages as Record<string, string>).filter(([key]) => key === `reason.${code}` || key === `reason.${code}.staff`).flatMap(([, message]) => slots(message));
        expect(used.filter((each) => !allowed.has(each)), code).toEqual([]);
      }
    }
  });

  it('keeps every figure through translation, for family and for staff', () => {
    fc.assert(fc.property(fc.constantFrom(...CODES), fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('family' as const, 'staff' as const), (code, pick, audience) => {
      const given = sample(code, pick);
      const [english, spanish] = translators.map((each) => each.reason(given, audience));
      expect(english).not.toMatch(/[{}]|undefined|NaN/u);
      expect(spanish).not.toMatch(/[{}]|undefined|NaN/u);
      const seen = figuresIn(english ?? '');
      expect(figuresIn(spanish ?? ''), `${english} | ${spanish}`).toEqual(seen);
      // What is said in digits is what was given, or stands in the sentence itself ("N in 100").
      const messageFigures = figuresIn([`reason.${code}`, `reason.${code}.staff`].map((key) => (en as Record<string, string>)[key] ?? '').join(' ').replace(/=\d+|::\S+/gu, ''));
      const given2 = Object.entries(given.params).flatMap(([name, value]) => (NUMBERS.has(shapeOf(code)[name] ?? 'text') ? [String(value)] : figuresIn(typeof value === 'string' ? value.replaceAll('-', ' ') : '').flatMap((each) => [each, String(Number(each))])));
      expect(seen.filter((each) => !given2.includes(each) && !messageFigures.includes(each)), english).toEqual([]);
    }), { numRuns: 1000 });
  });
});

describe('the wording of reasons', () => {
  const family = (messages: Readonly<Record<string, string>>, lang: 0 | 1) =>
    CODES.filter((code) => messages[`reason.${code}`] !== undefined).map((code) => ({ code, text: translators[lang].reason(sample(code, 47_233)) }));
  const perSentence = (text: string): string[] => sentencesOf(text.replaceAll(/\$?\d[\d,.]*/gu, '')).filter((each) => each.split(' ').length > 2);

  it('counts syllables as its readers do', () => {
    expect(['puede', 'todavía', 'pregunte', 'quien', 'enfermería'].map(spanishSyllables)).toEqual([2, 4, 3, 1, 5]);
    expect(['paid', 'nurse', 'license', 'people'].map(englishSyllables)).toEqual([1, 1, 2, 2]);
    expect(gradeLevel(['The cat sat on the mat.'])).toBeLessThan(1);
    expect(gradeLevel(['Institutional eligibility determinations necessitate comprehensive documentation of programmatic expenditures.'])).toBeGreaterThan(15);
  });

  it('is read by a family with six years of school in English', () => {
    const all = family(en, 0);
    expect(gradeLevel(all.flatMap(({ text }) => perSentence(text)))).toBeLessThanOrEqual(6);
    const hard = all.map(({ code, text }) => ({ code, text, grade: gradeLevel(sentencesOf(text)) })).filter(({ grade }) => grade > 10);
    expect(hard).toEqual([]);
  });

  it('is easy in Spanish: INFLESZ 65 or more', () => {
    const all = family(es, 1);
    expect(inflesz(all.flatMap(({ text }) => perSentence(text)))).toBeGreaterThanOrEqual(65);
    const hard = all.map(({ code, text }) => ({ code, text, score: inflesz(sentencesOf(text)) })).filter(({ score }) => score < 50);
    expect(hard).toEqual([]);
  });

  it('is read by staff with eight years of school', () => {
    const staff = CODES.map((code) => translators[0].reason(sample(code, 47_233), 'staff')).flatMap(perSentence);
    expect(gradeLevel(staff)).toBeLessThanOrEqual(8);
  });

  it('says what a counselor is used to', () => {
    expect(translators[0].reason(reason('job.pay-over-floor', { occupation: { en: 'a', es: 'b' }, area: 'Ohio', median: 60330, gap: 13097 }))).toBe(
      'Ohio: the middle worker makes $60,330 a year. That is $13,097 over the good-job line.',
    );
    expect(translators[1].reason(reason('part.preferred-counted', { occupation: { en: 'a', es: 'b' }, ads: 120, month: '2026-10' }))).toContain('octubre de 2026');
  });
});

describe('messages', () => {
  it.each(Object.keys(en))('%s has the same slots in both languages', (key) => {
    expect(slots((es as Record<string, string>)[key] ?? '')).toEqual(slots((en as Record<string, string>)[key] ?? ''));
  });
});
