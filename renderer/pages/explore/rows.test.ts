import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import type { PayFacts } from '../../../shared/domain/facts.ts';
import { LPN_PAY, from, occupation, pay } from '../../../shared/domain/testing.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { listScale } from './list-scale.ts';
import { areaShort, costLine, medianLine, noPayLine, timeLine, vintageWords } from './row-words.ts';

const en = createTranslator('en');
const es = createTranslator('es');
const total = (lowCents: number, highCents: number, incomplete = false, nothingKnown = false) => ({ lowCents, highCents, incomplete, nothingKnown });

describe('the words of a row', () => {
  it('never say 0 where nothing is known', () => {
    expect(costLine(total(0, 0, true, true), en)).toBe('varies, ask');
    expect(costLine(total(27500, 27500, true), en)).toBe('at least $275');
    expect(costLine(total(9600, 53000), en)).toBe('$96 to $530');
    expect(costLine(total(0, 0), en)).toBe('$0');
    expect(timeLine(null, en)).toBe('varies, ask');
    expect(timeLine({ kind: 'training', low: null, high: null, unit: 'months', unknown: 'not-published', from }, es)).toBe('no publicado');
    expect(timeLine({ kind: 'training', low: 4, high: 12, unit: 'weeks', unknown: null, from }, en)).toBe('4–12 weeks');
  });
  it('name the wider area a figure holds for', () => {
    expect(medianLine(LPN_PAY, en)).toBe('$60,330');
    const wider = (area: string, areaName: string): PayFacts => ({ ...LPN_PAY, area, areaName });
    expect(medianLine(wider('39', 'Ohio'), en)).toBe('$60,330 in Ohio');
    expect(medianLine(wider('us', 'United States'), es)).toBe('$60,330 en todo el país');
    expect(areaShort('Southern Ohio nonmetropolitan area')).toBe('Southern Ohio');
  });
  it('say why there is no strip', () => {
    expect(noPayLine({ pay: null }, en)).toBe('opens no job by itself');
    expect(noPayLine({ pay: null, jurisdiction: 'not-known' }, en)).toBe('not known which jobs it opens');
    const hourly: PayFacts = { ...pay(null, null, null, null, null), hourlyP50Cents: 2850 };
    expect(noPayLine({ pay: hourly }, en)).toBe('$28.50 an hour');
    expect(noPayLine({ pay: pay(null, null, null, null, null) }, en)).toBe('no pay is published');
  });
  it('write the time of a survey in the language of the person', () => {
    expect(vintageWords('May 2025', es)).toBe('mayo de 2025');
    expect(vintageWords('2024–34', es)).toBe('2024–34');
    expect(vintageWords(null, en)).toBe('');
  });
});

describe('the scale of a list', () => {
  const job = (soc: string, facts: PayFacts): SearchResult => {
    const value = occupation(soc, soc, facts) as Extract<SearchResult, { kind: 'occupation' }>['occupation'];
    return { kind: 'occupation', id: soc, name: value.title, why: { by: 'name', text: '' }, occupation: value };
  };
  it('is not pressed together by one far-off job', () => {
    const jobs = ['a', 'b', 'c', 'd', 'e'].map((soc) => job(soc, LPN_PAY));
    const { scale } = listScale([...jobs, job('far', pay(150_000, 190_000, 253_000, 300_000, 330_000))], 47_233);
    expect(scale.high).toBeLessThan(90_000);
    expect(scale.low).toBeLessThanOrEqual(47_140);
  });
  it('has an axis when no pay is known', () => {
    expect(listScale([], 47_233)).toMatchObject({ hasPay: false });
    expect(listScale([], null).scale.ticks.length).toBeGreaterThan(1);
  });
});
