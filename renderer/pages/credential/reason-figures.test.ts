import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LPN_PAY, NO_TRAINING_PAY, figure, occupation } from '../../../shared/domain/testing.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { reason } from '../../../shared/domain/reason.ts';
import { piecesOf, reasonFigures } from './reason-figures.ts';
import type { Ground } from './reason-figures.ts';

const ground: Ground = {
  occupation: occupation('29-2061', 'LPN', LPN_PAY),
  baseline: { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57500 },
  floor: { definition: 'cew-2024', age: 25, floor: { ...figure(47233, 'usd-per-year'), from: { ...figure(0).from, source: 'cew-2024' } }, published: 43000, dollarsOf: 2022 },
};
const over = reason('job.pay-over-floor', { occupation: { en: 'LPN', es: 'LPN' }, area: 'Southern Ohio', median: 60330, gap: 13097 });

describe('the figures in a reason', () => {
  it.each(['en', 'es'] as const)('are found in the sentence of each language (%s), each with its source', (lang) => {
    const t = createTranslator(lang);
    const pieces = piecesOf(t.reason(over, 'staff'), reasonFigures(over, ground, t));
    expect(pieces.filter((piece) => piece.figure).map((piece) => [piece.text, piece.figure?.figure.from.source])).toEqual([['$60,330', 'oews-2025-areas'], ['$13,097', 'cew-2024']]);
    const above = reason('job.above-no-training', { percent: 73 });
    expect(piecesOf(t.reason(above, 'staff'), reasonFigures(above, ground, t)).filter((piece) => piece.figure).map((piece) => piece.text)).toEqual(['73 %']);
    const openings = reason('job.openings', { openings: 54400, jobs: 500, percent: 3 });
    expect(piecesOf(t.reason(openings, 'staff'), reasonFigures(openings, ground, t)).filter((piece) => piece.figure).map((piece) => piece.text)).toEqual(['54,400', '500', '3 %']);
  });
  it('keep the sentence whole, wherever they stand and however they overlap', () => {
    const words = fc.constantFrom('$1', '$12', '1', '2', 'a', 'none');
    fc.assert(fc.property(fc.string(), fc.array(words), (sentence, found) => {
      const pieces = piecesOf(sentence, found.map((each) => ({ words: each, what: '', figure: figure(1) })));
      expect(pieces.map((piece) => piece.text).join('')).toBe(sentence);
    }));
  });
});
