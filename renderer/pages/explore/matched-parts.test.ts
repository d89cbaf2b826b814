import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedParts, showsAll } from './matched-parts.ts';

const marked = (text: string, typed: string): string => matchedParts(text, typed).map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

describe('the matched part of a name', () => {
  it('is the start of a word, as far as it is typed', () => {
    expect(marked('Practical nurse license (LPN)', 'nurs')).toBe('Practical [nurs]e license (LPN)');
    expect(marked('Practical nurse license (LPN)', 'lpn nurse')).toBe('Practical [nurse] license ([LPN])');
    expect(marked('Diurnal', 'urn')).toBe('Diurnal');
    expect(marked('CompTIA A+', 'a+')).toBe('CompTIA [A+]');
  });
  it('knows no case, accents or plural', () => {
    expect(marked('Técnico médico', 'TECNICO')).toBe('[Técnico] médico');
    expect(marked('Te\u0301cnico', 'te')).toBe('[Te\u0301]cnico');
    expect(marked('Nurse aide', 'nurses')).toBe('[Nurse] aide');
    expect(marked('Nurse aide', '')).toBe('Nurse aide');
  });
  it('is all that needs showing when every typed word is in it', () => {
    expect(showsAll('Practical nurse license (LPN)', 'lpn nurses')).toBe(true);
    expect(showsAll('Practical nurse license (LPN)', 'lpn aide')).toBe(false);
  });
  it('keeps the text whole', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      expect(matchedParts(text, typed).map((part) => part.text).join('')).toBe(text);
    }));
  });
});
