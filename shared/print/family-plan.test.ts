import { describe, expect, it } from 'vitest';
import { pay } from '../domain/testing.ts';
import { createTranslator } from '../i18n/translator.ts';
import { costRow } from './cost-block.ts';
import { buildFamilyPlan } from './family-plan.ts';
import type { FamilyPlanInput } from './family-plan.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { paySentence } from './pay-block.ts';
import { LPN, TODAY, familyPlan, longPlan, planInput, recoverySheet, walkInPlan } from './testing.ts';
import { credentialSheet } from './testing-sheets.ts';

const en = createTranslator('en');
const es = createTranslator('es');
const blocks = <T extends PrintBlock['type']>(document: PrintDocument, type: T) =>
  document.sections.map((section) => section.block).filter((block): block is Extract<PrintBlock, { type: T }> => block.type === type);
const make = (extra: Partial<FamilyPlanInput> = {}, options: { readonly studentNumber?: boolean } = {}) =>
  buildFamilyPlan({ ...planInput('en'), ...extra }, en, { today: TODAY, large: false, ...options });

describe('the family plan', () => {
  it('says everything in the order of the domain', () => {
    const order = familyPlan('en').sections.map(({ block }) => ('title' in block && block.title !== '' ? block.title : block.type));
    expect(order).toEqual(['goal', 'My next three things', 'My steps', 'Check before you pay', 'What it costs, and who might pay', 'Pay', 'Plan B', 'signatures', 'sources']);
  });

  it.each(['en', 'es'] as const)('is the golden model in %s', (lang) => {
    expect(familyPlan(lang)).toMatchSnapshot();
    expect(credentialSheet(lang)).toMatchSnapshot();
    expect(recoverySheet(lang)).toMatchSnapshot();
  });

  it('is marked as a draft translation in Spanish only', () => {
    expect(familyPlan('es').notice).toMatch(/^Traducción en borrador/);
    expect(familyPlan('en').notice).toBeNull();
  });

  it('keeps the name out of the title, and the number out unless asked for', () => {
    const student = { ...planInput('en').student, studentNumber: '4711' };
    expect(make({ student }).title).toBe('My plan');
    expect(JSON.stringify(make({ student }))).not.toContain('4711');
    expect(JSON.stringify(make({ student }, { studentNumber: true }))).toContain('Student number 4711');
  });

  it('never prints a private note, even when a whole record is passed', () => {
    const student = { ...planInput('en').student, note: 'CANARY', wageCents: 1234567 };
    expect(JSON.stringify(make({ student }))).not.toMatch(/CANARY|1234567|12,345/);
  });

  it('is signed by a guardian only for the young', () => {
    const signers = (birthMonth: string | null, grade: number | null) => blocks(make({ student: { ...planInput('en').student, birthMonth, grade } }), 'signatures')[0]?.lines;
    expect(signers('2010-03', 11)).toEqual(['Student', 'Parent or guardian', 'Counselor']);
    expect(signers('2008-10', 12)).toEqual(['Student', 'Counselor']);
    expect(signers('2008-11', 12)).toContain('Parent or guardian');
    expect(signers(null, null)).toEqual(['Student', 'Counselor']);
    expect(blocks(walkInPlan('en'), 'signatures')[0]?.lines[1]).toBe('Parent or guardian (if under 18)');
    expect(blocks(make({ settings: { ...planInput('en').settings, profile: 'career-center' } }), 'signatures')[0]?.lines.at(-1)).toBe('Career advisor');
  });

  it('says the break-even only when told', () => {
    const text = (breakEven: FamilyPlanInput['breakEven']) => blocks(make({ breakEven }), 'pay')[0]?.paragraphs.join(' ');
    expect(text(null)).not.toContain('earned more');
    expect(text({ year: 2032, finishInTen: null })).toContain('by about 2032 you would have earned more in total than in a job without training. We don’t know how many finish.');
    expect(text({ year: 2032, finishInTen: 7 })).toContain('7 in 10 finish.');
  });

  it('gives the O*NET attribution only with its data', () => {
    const figures = planInput('en').figures;
    expect(blocks(make(), 'sources')[0]?.text).not.toContain('O*NET');
    const onet = { publisher: 'U.S. Department of Labor', title: 'O*NET OnLine', vintage: '30.2' };
    expect(blocks(make({ figures: { ...figures, sources: [...figures.sources, onet] } }), 'sources')[0]?.text).toContain('Used under the CC BY 4.0 license');
    expect(blocks(make(), 'sources')[0]?.text).toContain('Data checked: November 2026. Waymark code: NUR-2.');
  });

  it('states nothing that nobody has checked', () => {
    const evidence = planInput('en').evidence.map((row) => ({ ...row, type: 'not-checked' }));
    const document = make({ evidence });
    expect(blocks(document, 'checks')[0]?.items[1]?.text).toBe('Ask if this is so: You must pass a background check.');
    expect(blocks(document, 'lines')[0]?.rows.find((row) => row.label === 'National exam')).toMatchObject({ text: 'We don’t know yet.', blanks: ['Ask', 'Phone'] });
    expect(JSON.stringify(document)).not.toMatch(/\$200|\$75|Ohio Board of Nursing/);
  });

  it('names the step over the costs of several, and adds up only what is known', () => {
    const rows = blocks(longPlan('en'), 'lines')[0]?.rows ?? [];
    expect(rows.filter((row) => row.label === '' && row.text === '').map((row) => row.strong)).toEqual(['Nurse aide', 'Practical nurse (LPN)']);
    expect(rows.find((row) => row.label === 'All together')?.text).toBe('at least $1,044, plus costs we don’t know');
    expect(rows.at(-1)?.strong).toBe('Nobody has promised it yet.');
  });

  it('has a walk-in print with a blank name and no dates of steps', () => {
    expect(walkInPlan('en')).toMatchObject({ kind: 'walk-in-plan', heading: 'My plan', blankName: 'Name' });
    expect(blocks(walkInPlan('en'), 'steps')[0]?.items.every((item) => !/\d{4}/.test(item.detail))).toBe(true);
  });
});

describe('pay in family words', () => {
  const facts = pay(47140, 50790, 60330, 63310, 71710);
  it('rounds to hundreds and gives hours where there are any', () => {
    expect(paySentence(facts, en)).toBe('In Southern Ohio, lower-paid workers make about $50,800 a year ($24 an hour). The middle is about $60,300 ($29 an hour).');
    expect(paySentence({ ...facts, basis: 'annual-only', hourlyP50Cents: null }, en)).toBe('In Southern Ohio, lower-paid workers make about $50,800 a year. The middle is about $60,300.');
    expect(paySentence({ ...facts, area: 'us' }, es)).toMatch(/^En los Estados Unidos, quienes ganan menos reciben unos \$50,800 al año \(\$24 por hora\)/);
  });
  it('says less when less is published, and never 0', () => {
    expect(paySentence({ ...facts, p25: null }, en)).toBe('In Southern Ohio, the middle is about $60,300 a year ($29 an hour).');
    expect(paySentence({ ...facts, basis: 'hourly-only', p25: null, p50: null, hourlyP50Cents: 2450 }, en)).toBe('In Southern Ohio, the middle is about $25 an hour. There is no figure for a year.');
    expect(paySentence({ ...facts, basis: 'none', p25: null, p50: null, hourlyP50Cents: null }, en)).toBe('What this job pays is not published. Ask people who do it.');
  });
});

describe('a cost in family words', () => {
  const cost = { label: 'Exam', lowCents: 27500, highCents: null, atLeast: false, unknown: null, priceYear: 2026, payers: [], askWhom: '', phone: '', evidence: null };
  const row = (extra: Partial<typeof cost> | Record<string, unknown>) => costRow({ ...cost, ...extra }, new Set(), TODAY, en);
  it('says the year of an old price', () => {
    expect(row({}).text).toBe('about $275');
    expect(row({ priceYear: 2025 }).text).toBe('about $275');
    expect(row({ priceYear: 2024 }).text).toBe('about $275 (price from 2024, call first)');
  });
  it('has ranges, at least, and a place to write what is not known', () => {
    expect(row({ highCents: 30000 }).text).toBe('$275 to $300');
    expect(row({ atLeast: true }).text).toBe('at least $275');
    expect(row({ lowCents: null, unknown: 'varies-ask' })).toMatchObject({ text: 'We don’t know yet.', blanks: ['Ask', 'Phone'] });
    expect(row({ lowCents: null, unknown: 'varies-ask', askWhom: 'the career center', phone: '555-0100' })).toMatchObject({ text: 'We don’t know yet. Ask the career center. Phone 555-0100', blanks: [] });
    expect(row({ lowCents: 0 }).text).toBe('free');
  });
  it('names payers in the order of the hint', () => {
    expect(row({ payers: ['family', 'pell', 'employer'] }).aside).toBe('Who might pay: an employer or a Pell Grant');
    expect(row({ payers: ['family'] }).aside).toBe('');
    expect(LPN.costs.length).toBe(4);
  });
});
