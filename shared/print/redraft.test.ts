import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../i18n/translator.ts';
import { defaultPlan } from './default-plan.ts';
import type { DefaultPlanInput } from './default-plan.ts';
import { redraftTexts, withTexts } from './redraft.ts';
import type { RedraftInput } from './redraft.ts';
import { AIDE, ALL, ASSISTANT, LPN, RN, TODAY } from './testing.ts';

const [en, es] = [createTranslator('en'), createTranslator('es')];
const PUPIL = { grade: 11, graduates: '2028-06' };
const ADULT = { grade: null, graduates: null };
const base: DefaultPlanInput = { credentials: [LPN], all: ALL, student: PUPIL, earnedIds: [], betterId: null, goal: '', areaId: '3900004', today: TODAY };
/** What the service knows of the plan later: its steps and the facts of today. */
const later = (input: DefaultPlanInput, ids: readonly string[]): RedraftInput => ({
  credentials: [...new Set(ids)].flatMap((id) => ALL.find((facts) => facts.id === id) ?? []).map((facts) => ({ facts, betterId: input.betterId })),
  all: ALL, student: input.student ?? ADULT, earnedIds: input.earnedIds, areaId: input.areaId, today: '2027-02-01',
});
const idsOf = (plan: ReturnType<typeof defaultPlan>): string[] => plan.steps.flatMap(({ kind, credentialId }) => (credentialId === null || kind !== 'credential' ? [] : [credentialId]));

describe('a plan whose language is switched', () => {
  it('becomes what it had been if drafted in the other language, word for word, and back', () => {
    const sets = fc.subarray([AIDE, LPN, RN, ASSISTANT], { minLength: 1 });
    fc.assert(fc.property(sets, fc.constantFrom(PUPIL, ADULT), (credentials, student) => {
      const input = { ...base, credentials, student };
      const [inEnglish, inSpanish] = [defaultPlan(input, en), defaultPlan(input, es)];
      const known = later(input, idsOf(inEnglish));
      expect(withTexts({ ...inEnglish, lang: 'es' }, redraftTexts(known, en, es))).toEqual(inSpanish);
      expect(withTexts({ ...inSpanish, lang: 'en' }, redraftTexts(known, es, en))).toEqual(inEnglish);
    }));
  });
  it('keeps what a person wrote or changed', () => {
    const plan = defaultPlan(base, en);
    const [first, ...rest] = plan.actions;
    const edited = { ...plan, goal: 'Be a nurse like my aunt', actions: [{ ...plan.actions[0], text: 'Call Mrs. Ruiz at the school', who: first?.who ?? '', phone: '555-0100', dueOn: null, done: false }, ...rest] };
    const after = withTexts(edited, redraftTexts(later(base, idsOf(plan)), en, es));
    expect(after.goal).toBe('Be a nurse like my aunt');
    expect(after.actions[0]).toMatchObject({ text: 'Call Mrs. Ruiz at the school', phone: '555-0100' });
    expect(after.actions[1]?.text).toBe(defaultPlan(base, es).actions[1]?.text);
  });
  it('keeps the texts of a credential that the data no longer has', () => {
    const plan = defaultPlan(base, en);
    const texts = redraftTexts({ ...later(base, []), all: [] }, en, es);
    expect(withTexts(plan, texts).steps.map(({ title }) => title)).toEqual(plan.steps.map(({ title }) => title));
    expect(withTexts(plan, new Map()).steps.every((step, index) => step === plan.steps[index])).toBe(true);
  });
});
