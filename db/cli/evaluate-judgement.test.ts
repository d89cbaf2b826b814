import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const RESOURCES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark evaluate ñ '));
  await mkdir(join(folder, 'starter'));
  for (const name of ['rule.csv', 'price_index.csv']) await cp(join(RESOURCES, 'starter', name), join(folder, 'starter', name));
  await cp(join(RESOURCES, 'rubrics'), join(folder, 'rubrics'), { recursive: true });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

async function run(method: string, input: object, resourcesDir = RESOURCES): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const code = await runCli(['evaluate', method, '--json'], {
    out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(JSON.stringify(input)), env: {}, resourcesDir,
  });
  return { code, out, err };
}
async function ask(method: string, input: object, resourcesDir = RESOURCES): Promise<Record<string, unknown>> {
  const { code, out, err } = await run(method, input, resourcesDir);
  expect(code, err).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}
async function refused(method: string, input: object): Promise<string> {
  const { code, out, err } = await run(method, input);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^[^\n]+\.\n$/);
  return err.slice(0, err.indexOf(':'));
}

describe('good-job', () => {
  test.each([
    [{ annualPay: 43_000, age: 25, definition: 'cew-2024' }, true, 43_000], [{ annualPay: 42_999, age: 44, definition: 'cew-2024' }, false, 43_000],
    [{ annualPay: 54_999, age: 45, definition: 'cew-2024' }, false, 55_000], [{ annualPay: 55_000, age: 64, definition: 'cew-2024' }, true, 55_000],
    [{ annualPay: 35_000, age: 44, definition: 'cew-2017' }, true, 35_000], [{ annualPay: 44_999.99, age: 45, definition: 'cew-2017' }, false, 45_000],
    [{ annualPay: 43_000, age: 16, definition: 'cew-2024', payYear: 2022 }, true, 43_000], [{ annualPay: 47_232, age: 30, definition: 'cew-2024', payYear: 2025 }, false, 47_233],
    [{ annualPay: 60_414, age: 50, definition: 'cew-2024', payYear: 2025 }, true, 60_414],
    // 2024 has all twelve months: their average, 313.689, is what BLS prints as that year's.
    [{ annualPay: 46_091, age: 30, definition: 'cew-2024', payYear: 2024 }, true, 46_091],
    // At the prices of a place, where asked.
    [{ annualPay: 43_522, age: 30, definition: 'cew-2024', payYear: 2025, priceParity: 92.145 }, false, 43_523], [{ annualPay: 43_000, age: 30, definition: 'cew-2024', priceParity: 100 }, true, 43_000],
  ])('%j reaches: %s, floor %s', async (input, reaches, floor) => {
    expect(await ask('good-job', input)).toMatchObject({ reaches, floor });
  });
  test('refuses what it does not know by name', async () => {
    const good = { annualPay: 1, age: 30, definition: 'cew-2024' };
    expect(await refused('good-job', { ...good, definition: 'cew-2018' })).toBe('definition');
    expect(await refused('good-job', { ...good, payYear: 1999 })).toBe('payYear');
    expect(await refused('good-job', { ...good, annualPay: -1 })).toBe('annualPay');
    expect(await refused('good-job', { ...good, age: 30.5 })).toBe('age');
    expect(await refused('good-job', { ...good, priceParity: 0.92 })).toBe('priceParity');
    expect(await refused('good-job', { ...good, age: 130 })).toBe('age');
    expect(await refused('good-job', { ...good, hourly: 20 })).toBe('hourly');
    expect(await refused('good-job', { annualPay: 1, definition: 'cew-2024' })).toBe('age');
  });
});

describe('rules', () => {
  test('wage-premium', async () => {
    expect(await ask('wage-premium', { pay: 36_000, highSchoolPay: 30_000, rate: 0.2 })).toMatchObject({ threshold: 36_000, meets: true });
    expect(await refused('wage-premium', { pay: 36_000, highSchoolPay: 30_000, rate: -0.2 })).toBe('rate');
  });
  test('earnings-premium: equal fails', async () => {
    expect(await ask('earnings-premium', { medianEarnings: 31_269, threshold: 31_269 })).toMatchObject({ passes: false });
    expect(await ask('earnings-premium', { medianEarnings: 31_270, threshold: 31_269 })).toMatchObject({ passes: true, premium: 1 });
    expect(await ask('earnings-premium', { medianEarnings: null, threshold: 31_269 })).toMatchObject({ passes: 'unknown' });
    expect(await refused('earnings-premium', { medianEarnings: -5, threshold: 31_269 })).toBe('medianEarnings');
  });
  test('debt-to-earnings, with the poverty guideline of its year; a year outside the rule is refused', async () => {
    const asked = { debt: 20_000, annualRate: 0.0653, years: 10, earnings: 30_000, year: 2025 };
    const found = await ask('debt-to-earnings', asked);
    expect(found).toMatchObject({ passes: false });
    expect(found['annualRate']).toBeCloseTo(2728.82 / 30_000, 6);
    expect(found['discretionaryRate']).toBeCloseTo(2728.82 / (30_000 - 23_475), 5);
    for (const year of [2023, 2027]) expect(await refused('debt-to-earnings', { ...asked, year })).toBe('year');
    expect((await run('debt-to-earnings', { ...asked, year: 2023 })).err).toContain('the first starts on 2024-07-01');
    expect((await run('debt-to-earnings', { ...asked, year: 2027 })).err).toContain('the last ended on 2027-06-30');
    expect(await refused('debt-to-earnings', { ...asked, debt: -1 })).toBe('debt');
    expect(await refused('debt-to-earnings', { ...asked, years: 0 })).toBe('years');
  });
  test('workforce-pell: each test, unknown where it is, and a year before the rule refused', async () => {
    const asked = { clockHours: 300, weeks: 10, year: 2026 };
    const all = { completionRate: 0.7, placementRate: 0.7, tuitionAndFees: 4000, completerMedianEarnings: 40_000, priceParity: 92, stackable: true, portable: true, creditBearing: true, monthsRunning: 12 };
    expect(await ask('workforce-pell', { ...asked, ...all })).toMatchObject({ eligible: true, valueAddedEarnings: 19_538.26 });
    expect(await ask('workforce-pell', asked)).toMatchObject({ eligible: 'unknown', valueAddedEarnings: null });
    expect(await ask('workforce-pell', { ...asked, weeks: 15 })).toMatchObject({ eligible: false });
    expect(await ask('workforce-pell', { ...asked, ...all, completionRate: null })).toMatchObject({ eligible: 'unknown' });
    expect(await ask('workforce-pell', { ...asked, ...all, year: 2027 })).toMatchObject({ eligible: 'unknown', valueAddedEarnings: null });
    expect(await refused('workforce-pell', { ...asked, year: 2025 })).toBe('year');
    expect(await refused('workforce-pell', { ...asked, completionRate: 70 })).toBe('completionRate');
    expect(await refused('workforce-pell', { ...asked, priceParity: 0.92 })).toBe('priceParity');
    expect(await refused('workforce-pell', { ...asked, approved: true })).toBe('approved');
  });
  test('pell-proration and ohio-seal', async () => {
    expect(await ask('pell-proration', { scheduledAward: 7395, clockHours: 600, weeks: 20 })).toEqual({ award: 4930 });
    expect(await refused('pell-proration', { scheduledAward: 7395, clockHours: -600, weeks: 20 })).toBe('clockHours');
    expect(await ask('ohio-seal', { items: [{ field: 'Health', points: 6 }, { field: 'Health', points: 6 }] })).toMatchObject({ earned: true, reason: 'seal.points', points: 12 });
    expect(await ask('ohio-seal', { items: [{ field: 'Health', points: 6 }, { field: 'IT', points: 6 }] })).toMatchObject({ earned: false });
    expect(await ask('ohio-seal', { items: [{ field: 'Beauty', licenseWithExam: true }] })).toMatchObject({ earned: true, reason: 'seal.license', points: 0 });
    expect(await refused('ohio-seal', { items: [{ field: 'Health', points: -1 }] })).toBe('items[0].points');
  });
});

describe('verdict', () => {
  const lpn = { relation: 'required-by-law', medianPay: 60_330, lowerPay: 50_790, noTrainingMedian: 34_850, jobsHere: 500, jobChange: 0.026, openingsPerYear: 54_400 };
  test('of facts by the default rubric', async () => {
    const found = await ask('verdict', { facts: lpn });
    expect(found).toMatchObject({ verdict: 'high', closeCall: false, floor: 47_233, rubric: { id: 'waymark-1' }, criteria: [{ id: 'pay', state: 'met', figure: 60_330, threshold: 47_233 }, { id: 'openings', state: 'met' }, { id: 'law-or-employers', state: 'met' }, { id: 'program-results', state: 'unknown' }] });
    expect(found['sensitivity']).toContainEqual(expect.objectContaining({ assumption: 'age', to: 45, verdict: 'modest' }));
    expect(await ask('verdict', { facts: lpn, age: 50 })).toMatchObject({ verdict: 'modest', floor: 60_414, closeCall: true });
    expect(await ask('verdict', { facts: lpn, floor: 70_000 })).toMatchObject({ verdict: 'modest', floor: 70_000 });
    expect(await ask('verdict', { facts: { ...lpn, medianPay: null } })).toMatchObject({ verdict: 'unknown', missing: ['pay'] });
    expect(await ask('verdict', { facts: { ...lpn, medianPay: 37_000, leadsTo: [{ name: 'RN', kind: 'credit-granted', high: true }] } })).toMatchObject({ verdict: 'stepping' });
    expect(await ask('verdict', { facts: { ...lpn, medianPay: 37_000, leadsTo: [{ name: 'RN', kind: 'often-before', high: true }] } })).toMatchObject({ verdict: 'limited' });
    expect(await ask('verdict', { facts: { ...lpn, relation: 'preferred' } })).toMatchObject({ verdict: 'unknown' });
    expect(await ask('verdict', { facts: { ...lpn, relation: 'preferred', ads: { count: 40, month: '2026-10' } } })).toMatchObject({ verdict: 'high' });
    expect(await ask('verdict', { facts: { ...lpn, results: { completionRate: 0.8, placementRate: 0.75, medianEarnings: 36_000, highSchoolEarnings: 30_793, people: 44 } } })).toMatchObject({ verdict: 'limited' });
  });
  test('of a rubric that a publisher adds as a file, or that is written out', async () => {
    const body = {
      id: 'our-state', edition: '2026', name: 'Ours', source: 'ours', goodJobFloor: 'cew-2017', closeCallPermille: 50,
      criteria: { pay: { met: { of: 'no-training', permille: 1200 }, partly: null, selfEmployedPartlyAbovePermille: 250 } }, stepping: { kinds: [] },
      ladder: [{ verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }] }],
    };
    await writeFile(join(folder, 'rubrics', 'our-state.json'), JSON.stringify(body));
    const facts = { ...lpn, medianPay: 42_000 };
    for (const rubric of ['our-state', body]) expect(await ask('verdict', { facts, rubric }, folder)).toMatchObject({ verdict: 'high', rubric: { id: 'our-state' } });
    expect(await ask('verdict', { facts, rubric: 'waymark-1' }, folder)).toMatchObject({ verdict: 'modest' });
    expect(await ask('verdict', { facts, rubric: 'nsc-2019' })).toMatchObject({ verdict: 'unknown', label: { en: 'Evidence is missing' } });
    expect(await refused('verdict', { facts, rubric: 'none-such' })).toBe('rubric');
    expect(await refused('verdict', { facts, rubric: { ...body, ladder: [] } })).toBe('rubric.ladder');
    expect(await refused('verdict', { facts: { ...facts, relation: 'loved' } })).toBe('facts.relation');
    expect(await refused('verdict', { facts: { ...facts, wage: 1 } })).toBe('facts.wage');
    expect(await refused('verdict', { facts, payYear: 1950 })).toBe('payYear');
  });
});
