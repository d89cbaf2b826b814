import { describe, expect, it } from 'vitest';
import { credential, figure, from, occupation, pay } from '../domain/testing.ts';
import { createTranslator } from '../i18n/translator.ts';
import { defaultPlan, graduationOf, planPays } from './default-plan.ts';
import type { DefaultPlanInput } from './default-plan.ts';
import { addDays } from './draft-actions.ts';
import { AIDE, ALL, ASSISTANT, LPN, RN, TODAY } from './testing.ts';

const en = createTranslator('en');
const base: DefaultPlanInput = {
  credentials: [LPN], all: ALL, student: { grade: 11, graduates: '2028-06' }, earnedIds: [], betterId: null, goal: 'nurse', areaId: '3900004', today: TODAY,
};
const plan = (extra: Partial<DefaultPlanInput> = {}) => defaultPlan({ ...base, ...extra }, en);
const steps = (extra: Partial<DefaultPlanInput> = {}) => plan(extra).steps.map((step) => [step.kind, step.title, step.startsOn, step.endsOn]);

describe('the steps of a new plan', () => {
  it('start with high school for a pupil and count from graduation, with a rung that may be skipped', () => {
    expect(steps()).toEqual([
      ['high-school', 'While still in high school', '2026-11', '2028-06'],
      ['credential', 'Nurse aide', null, null],
      ['credential', 'Practical nurse (LPN)', '2028-08', '2029-10'],
      ['credential', 'Practical nurse (LPN): exam and license', '2029-11', '2029-11'],
      ['work', 'Start work: Licensed Practical and Licensed Vocational Nurses', '2029-12', null],
      ['other', 'Later: Registered nurse', null, null],
    ]);
    expect(plan().steps.map((step) => step.skippable)).toEqual([false, true, false, false, false, false]);
    expect(plan().highSchool).toContain('Practical nurse (LPN): you must be at least 18.');
  });

  it('start next month for an adult, with the age said at the step and no money that is for pupils', () => {
    const adult = { student: { grade: null, graduates: null } };
    expect(steps(adult)[1]).toEqual(['credential', 'Practical nurse (LPN)', '2026-12', '2028-02']);
    expect(plan(adult).highSchool).toBe('');
    expect(plan(adult).steps[1]?.note).toContain('You must be at least 18.');
    const school = credential('x', { costs: [{ line: 'exam', label: { en: 'Exam', es: 'Examen' }, amount: figure(100), per: 'once', priceYear: 2026, payers: ['district', 'employer'] }] });
    expect(plan({ ...adult, credentials: [school] }).costs[0]?.payers).toEqual(['employer']);
    expect(plan({ credentials: [school] }).costs[0]?.payers).toEqual(['district', 'employer']);
  });

  it('have no dates in a walk-in print', () => {
    expect(plan({ student: null }).steps.every((step) => step.startsOn === null && step.endsOn === null)).toBe(true);
  });

  it('put what leads to another first, whatever was chosen first, and say once what is earned', () => {
    const both = steps({ credentials: [LPN, AIDE] }).map(([, title]) => title);
    expect(both.indexOf('Nurse aide')).toBeLessThan(both.indexOf('Practical nurse (LPN)'));
    const earned = plan({ credentials: [AIDE, LPN], earnedIds: [AIDE.id] });
    expect(earned.steps.filter((step) => step.credentialId === AIDE.id)).toMatchObject([{ done: true, startsOn: null }]);
    expect(steps({ credentials: [LPN], earnedIds: [AIDE.id] }).some(([, title]) => title === 'Nurse aide')).toBe(false);
  });

  it('are paid from the first month in an apprenticeship, which has no exam step', () => {
    const electrician = credential('electrician', {
      kind: 'apprenticeship', field: 'building-trades', shortName: { en: 'Electrician', es: 'Electricista' },
      times: [{ kind: 'paid-training', low: 4, high: 5, unit: 'years', unknown: null, from }],
      links: [{ relation: 'qualifies', occupation: occupation('47-2111', 'Electricians', pay(40000, 47000, 60000, 70000, 80000)), evidence: null }],
      requirements: [{ kind: 'exam', answer: 'yes', amount: null, label: { en: 'Exam', es: 'Examen' }, from }],
    });
    const made = plan({ credentials: [electrician], all: [electrician] });
    expect(made.steps.map((step) => [step.title, step.startsOn, step.endsOn])).toEqual([
      ['While still in high school', '2026-11', '2028-06'], ['Electrician', '2028-08', '2033-01'], ['Start work: Electricians', '2033-02', null],
    ]);
    expect(made.steps[1]?.note).toBe('4–5 years. You work and get paid while you learn.');
    expect(made.actions[0]?.text).toBe('Call the sponsor: Electrician');
    expect(made.actions.map((each) => each.text)).toContain('Ask who might pay: a school, an employer, or the job center');
  });

  it('say when a time is not known and leave what follows without dates', () => {
    const unknown = { ...LPN, times: [] };
    const made = plan({ credentials: [unknown] }).steps;
    expect(made[2]).toMatchObject({ startsOn: '2028-08', endsOn: null });
    expect(made[2]?.note).toContain('We don’t know how long it takes.');
    expect(made.slice(3).every((step) => step.startsOn === null)).toBe(true);
  });

  it('end when two credentials lead to each other', () => {
    const edge = (fromId: string, toId: string) => ({ fromId, toId, kind: 'often-before' as const, skippable: true, credits: null, terms: { en: '', es: '' }, evidence: null });
    const a = credential('a', { leadsTo: [edge('a', 'b')] });
    const b = credential('b', { leadsTo: [edge('b', 'a')] });
    expect(plan({ credentials: [a, b], all: [a, b] }).steps.filter((step) => step.kind === 'credential').length).toBeGreaterThanOrEqual(2);
  });
});

describe('the rest of a new plan', () => {
  it('has a line for each cost but renewals, an unknown one with its word', () => {
    expect(plan().costs.map((cost) => [cost.label, cost.lowCents, cost.unknown, cost.stepIndex])).toEqual([
      ['Tuition and fees', null, 'varies-ask', 2], ['National exam', 20000, null, 2], ['Ohio license', 7500, null, 2],
    ]);
  });

  it('names who decides in the state, where that is on record', () => {
    const note = (facts: typeof LPN): string | undefined => plan({ credentials: [facts] }).steps.find((step) => step.title.endsWith('exam and license'))?.note;
    expect(note(LPN)).toBe('Your state sets the rules. Ask the state board.');
    expect(note({ ...LPN, authority: { name: 'Ohio Board of Nursing', phone: '614-466-3947', url: 'https://nursing.ohio.gov/', evidence: 'board' } }))
      .toBe('Your state sets the rules. Ask Ohio Board of Nursing, 614-466-3947.');
  });

  it('has three actions with days, soonest first, the FAFSA after its form opens', () => {
    expect(plan().actions.map((each) => [each.text, each.dueOn])).toEqual([
      ['Call or visit a program: Practical nurse (LPN)', '2026-12-15'], ['Ask the questions on this page', '2026-12-29'],
      ['Fill out the FAFSA form for money for school', '2027-12-01'],
    ]);
    expect(plan({ student: { grade: null, graduates: null } }).actions[2]?.dueOn).toBe('2027-01-05');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('finds a Plan B: the better choice, else the best-paid neighbor that takes no longer', () => {
    expect(plan().planB).toBe('If this does not work out: Medical assistant. It is in the same field. The middle pay is about $42,800 a year.');
    expect(plan({ credentials: [AIDE], betterId: LPN.id }).planB).toContain('Practical nurse (LPN)');
    expect(plan({ all: [LPN] }).planB).toBe('');
    expect(plan({ credentials: [RN] }).planB).toContain('$60,300');
  });

  it('freezes the pay of the jobs that open directly', () => {
    expect(planPays([AIDE, ASSISTANT, credential('card', { role: 'add-on' })]).map((each) => each.soc)).toEqual(['31-1131', '31-9092']);
  });

  it('knows when a pupil graduates from the grade', () => {
    expect(graduationOf({ grade: 11, graduates: null }, '2026-11-24')).toBe('2028-06');
    expect(graduationOf({ grade: 12, graduates: null }, '2027-02-01')).toBe('2027-06');
    expect(graduationOf({ grade: null, graduates: null }, TODAY)).toBeNull();
  });

  it('is written in the language of the plan', () => {
    const spanish = defaultPlan(base, createTranslator('es'));
    expect(spanish.lang).toBe('es');
    expect(spanish.steps[0]?.title).toBe('Mientras está en la secundaria');
    expect(spanish.checks.at(-1)?.label).toBe('¿Cuántos estudiantes terminan? ¿Cuántos pasan el examen?');
  });
});
