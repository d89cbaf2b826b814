/** What pages ask of the engine: who might pay, with the rule of the day, and a credential that comes into a plan with its costs. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

const NOBODY = { inHighSchool: false, studentAidIndex: null, veteran: null, getsSnap: null, disability: null };
let folder: string;
let service: TestService;
beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  service = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  await service.call('vault.create', { passphrase: PASSPHRASE });
});
afterAll(async () => {
  await service.service.stop();
  await removeFolder(folder);
});

describe('who might pay', () => {
  const ask = async (credentialId: string, person: Partial<InputOf<'payers.listHints'>['person']> = {}) => (await service.call('payers.listHints', { credentialId, areaId: '39', person: { ...NOBODY, ...person } })).hints;
  it('is told by the rules of the day, each with its source', async () => {
    const hints = await ask('registered-nurse-associate');
    expect(hints.find(({ payer }) => payer === 'pell')).toMatchObject({ fit: 'ask', from: { source: 'pell-2026-27' }, reasons: [{ code: 'payer.pell-up-to', params: { most: 7395 } }, { code: 'payer.needs-fafsa' }] });
    expect(hints.find(({ payer }) => payer === 'gi-bill')?.from?.source).toBe('va-license-tests');
    expect(hints.find(({ payer }) => payer === 'wioa')?.from).toBeNull();
    expect(hints.some(({ payer }) => payer === 'workforce-pell')).toBe(false);
  });
  it('tests a short class by itself, and closes what the rule closes', async () => {
    const short = (await ask('nurse-aide')).find(({ payer }) => payer === 'workforce-pell');
    expect(short).toMatchObject({ from: { source: 'workforce-pell-2026' } });
    expect(short?.tests).toHaveLength(9);
    // Ohio asks for 75 hours, and the short grants start at 150.
    expect(short).toMatchObject({ fit: 'no', reasons: [{ code: 'payer.workforce-pell-does-not-fit' }] });
    expect(short?.tests[0]).toMatchObject({ state: 'not-met', reason: { params: { hours: 75 } } });
    const young = await ask('registered-nurse-associate', { inHighSchool: true, veteran: false });
    expect(young.filter(({ fit }) => fit === 'no').map(({ payer }) => payer)).toEqual(['pell', 'gi-bill']);
    expect((await ask('electrician-apprenticeship'))[0]).toMatchObject({ payer: 'sponsor', fit: 'yes' });
    await expect(ask('no-such')).rejects.toThrow(/not-found/);
  });
});

describe('a credential added to a plan', () => {
  it('comes with the cost lines of a first draft, dated after what is there, and goes in one undo', async () => {
    const { call } = service;
    const { id: studentId } = await call('students.create', {
      name: 'Ana', grade: null, graduates: null, birthMonth: null, lang: 'es', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: true, wageCents: null, hoursPerWeek: null, note: '',
    });
    const { id } = await call('plans.create', { studentId, areaId: '39', lang: 'es', goal: '', credentialIds: ['osha-10'] });
    const before = await call('plans.get', { id });
    const { id: stepId } = await call('plans.addCredential', { id, credentialId: 'practical-nurse' });
    const after = await call('plans.get', { id });
    expect(after.steps.map((step) => step.id)).toEqual([...before.steps.map((step) => step.id), stepId]);
    const added = after.steps.at(-1);
    expect(added).toMatchObject({ kind: 'credential', credentialId: 'practical-nurse', done: false });
    expect((added?.startsOn ?? '') > (before.steps[0]?.endsOn ?? '')).toBe(true);
    const costs = after.costs.filter((cost) => cost.stepId === stepId);
    expect(after.costs).toHaveLength(before.costs.length + costs.length);
    // The same lines as of a plan that is made for it.
    const made = await call('plans.create', { studentId, areaId: '39', lang: 'es', goal: '', credentialIds: ['practical-nurse'] });
    const drafted = (await call('plans.get', { id: made.id })).costs;
    const plain = (lines: typeof costs) => lines.map((line) => ({ ...line, id: '', stepId: '' }));
    expect(costs.length).toBeGreaterThan(0);
    expect(plain(costs)).toEqual(plain(drafted));
    await call('history.undo', {});
    expect(await call('history.undo', {})).toEqual({ undone: 'plan-add-credential' });
    const back = await call('plans.get', { id });
    expect([back.steps, back.costs]).toEqual([before.steps, before.costs]);
    await expect(call('plans.addCredential', { id, credentialId: 'no-such' })).rejects.toThrow(/not-found/);
  });
});

describe('dates of a plan', () => {
  it('are counted forward and back by the rules, taken at once, and taken back by one undo', async () => {
    const { call } = service;
    const { id: studentId } = await call('students.create', {
      name: 'Leo', grade: 12, graduates: '2027-06', birthMonth: '2009-10', lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '',
    });
    await call('students.putEarned', { studentId, earned: { id: null, credentialId: 'nurse-aide', name: 'Nurse aide', earnedOn: '2025-03', expiresOn: '2026-10' } });
    const { id } = await call('plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: ['commercial-driver-license'] });
    const before = await call('plans.get', { id });
    const training = before.steps.find((step) => step.credentialId === 'commercial-driver-license' && step.kind === 'credential');
    const forward = await call('plans.proposeDates', { id, doneBy: null });
    expect(forward).toMatchObject({ circle: false, summary: null, renewals: [{ name: 'Nurse aide', state: 'lapsed', reason: { code: 'plan.lapsed', params: { month: '2026-10' } } }] });
    const first = forward.steps.find((step) => step.id === training?.id);
    expect(first?.blocked).toContainEqual({ code: 'plan.too-young', params: { age: 18, month: '2027-11' } });
    expect(first?.startsOn).toBe('2027-11');
    // Work follows the last step; high school keeps its dates.
    const work = forward.steps.at(-1);
    expect(before.steps.find((step) => step.id === work?.id)?.kind).toBe('work');
    expect((work?.startsOn ?? '') > (forward.steps.at(-2)?.endsOn ?? '')).toBe(true);
    expect(forward.steps.map((step) => step.id)).not.toContain(before.steps[0]?.id);
    expect(forward.steps.flatMap(({ blocked }) => blocked.map(({ code }) => code))).not.toContain('plan.needs-first');
    const back = await call('plans.proposeDates', { id, doneBy: '2026-11' });
    expect(back.summary?.code).toBe('plan.too-late');
    expect((await call('plans.proposeDates', { id, doneBy: '2029-01' })).summary?.code).toBe('plan.start-by');
    const dates = forward.steps.map((step) => ({ stepId: step.id, startsOn: step.startsOn, endsOn: step.endsOn }));
    await call('plans.setDates', { id, dates });
    const after = await call('plans.get', { id });
    for (const { stepId, ...own } of dates) expect(after.steps.find((step) => step.id === stepId)).toMatchObject(own);
    expect(after.steps.map((step) => step.id)).toEqual(before.steps.map((step) => step.id));
    expect(await call('history.undo', {})).toEqual({ undone: 'plan-set-dates' });
    expect((await call('plans.get', { id })).steps).toEqual(before.steps);
    await expect(call('plans.setDates', { id, dates: [{ stepId: 'no-such', startsOn: null, endsOn: null }] })).rejects.toThrow(/not-found/);
  });
});

describe('the rubric', () => {
  it('that is chosen makes the verdicts on screen, and says so; paper keeps the usual one', async () => {
    const { call } = service;
    expect((await call('rubrics.list', {})).rubrics.map(({ id }) => id)).toEqual(['waymark-1', 'nsc-2019']);
    const page = () => call('reference.getCredential', { id: 'practical-nurse', areaId: '39' });
    const usual = await page();
    expect(usual.verdict).toMatchObject({ verdict: 'high', label: null, rubric: { id: 'waymark-1' } });
    const sheet = () => call('print.getDocument', { request: { kind: 'credential-sheet', credentialId: 'practical-nurse', areaId: '39', lang: 'en', large: false } });
    const printed = await sheet();
    await call('app.setSettings', { rubric: 'nsc-2019' });
    const other = await page();
    expect(other.verdict.rubric.id).toBe('nsc-2019');
    expect(other.verdict.label).not.toBeNull();
    expect(other.row.verdict).toBe(other.verdict.verdict);
    expect(await sheet()).toEqual(printed);
    // One that the data does not have gives way to the usual one.
    await call('app.setSettings', { rubric: 'no-such' });
    expect((await page()).verdict).toEqual(usual.verdict);
    await call('app.setSettings', { rubric: 'waymark-1' });
    expect(await page()).toEqual(usual);
  });
});

describe('the language of a plan', () => {
  it('takes what was drafted with it and leaves what was written, in one change that one undo takes back', async () => {
    const { call } = service;
    const { id: studentId } = await call('students.create', {
      name: 'Luz', grade: 11, graduates: '2028-06', birthMonth: null, lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '',
    });
    const [english, spanish] = await Promise.all((['en', 'es'] as const).map(async (lang) => call('plans.get', await call('plans.create', { studentId, areaId: '39', lang, goal: '', credentialIds: ['practical-nurse'] }))));
    if (!english || !spanish) throw new Error('no plan');
    const texts = ({ goal, planB, highSchool, steps, costs, actions, checks }: typeof english) => [
      goal, planB, highSchool, ...steps.flatMap(({ title, note }) => [title, note]), ...costs.map(({ label }) => label), ...actions.flatMap(({ text, who }) => [text, who]), ...checks.map(({ label }) => label),
    ];
    expect(texts(english)).not.toEqual(texts(spanish));
    const { id } = english;
    const [step] = english.steps;
    if (!step) throw new Error('no step');
    await call('plans.edit', { id, edit: { type: 'fields', fields: { lang: 'es' } } });
    expect(texts(await call('plans.get', { id }))).toEqual(texts(spanish));
    await call('history.undo', {});
    expect(await call('plans.get', { id })).toMatchObject({ lang: 'en', steps: english.steps, costs: english.costs, actions: english.actions, checks: english.checks, planB: english.planB });
    await call('plans.edit', { id, edit: { type: 'put-step', step: { ...step, note: 'Ask Mr. Gray for the list.' }, position: null } });
    await call('plans.edit', { id, edit: { type: 'fields', fields: { lang: 'es' } } });
    const [first] = (await call('plans.get', { id })).steps;
    expect(first).toMatchObject({ title: spanish.steps[0]?.title, note: 'Ask Mr. Gray for the list.', startsOn: step.startsOn });
  });
});
