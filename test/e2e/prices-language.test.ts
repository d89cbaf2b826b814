/** Compare at the nation's prices, by pointer and by keys, in both languages; and a plan whose language is switched, in a real browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Lang } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const STUDENT = {
  name: 'Maya Ortega', grade: 12, graduates: '2027-06', birthMonth: '2009-10', lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null,
  wageCents: null, hoursPerWeek: null, note: '',
};
async function ask(page: Page, name: string, input: unknown): Promise<Record<string, unknown>> {
  const reply = await page.evaluate(async ([method, body]) => {
    const response = await fetch(`/call/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return (await response.json()) as { ok: boolean; value: Record<string, unknown>; code?: string };
  }, [name, input] as const);
  if (!reply.ok) throw new Error(`${name}: ${String(reply.code)}`);
  return reply.value;
}

describe.skipIf(!BROWSER_PATH)('prices and the language of a plan (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const settings = async (change: { readonly lang?: Lang; readonly areaId?: string }): Promise<void> => {
    await ask(page, 'app.setSettings', change);
    if (change.lang) await page.locator(`html[lang^="${change.lang}"]`).waitFor();
  };
  const median = (): Locator => page.getByRole('table').first().locator('tbody tr').first().locator('.ways-pay [data-figure]');
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' });
    page = product.page;
    await settings({ areaId: '3900004' });
    for (const code of ['NUR-2', 'NUR-1']) {
      await page.getByRole('searchbox').fill('');
      await page.getByRole('searchbox').fill(code);
      await page.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor();
      await page.getByRole('searchbox').press('ArrowDown');
      await page.keyboard.press('c');
    }
    await page.getByRole('link', { name: /^Compare/ }).first().click();
    await median().waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it.each((['en', 'es'] as const).flatMap((lang) => (['pointer', 'keyboard'] as const).map((by) => ({ lang, by }))))('recompute when dollars are told at the nation’s prices: $lang, by $by', async ({ lang, by }) => {
    const { t } = createTranslator(lang);
    await settings({ lang });
    const radio = (name: string): Locator => page.getByRole('radiogroup', { name: t('compare.prices') }).getByRole('radio', { name });
    const here = radio(t('compare.prices.here', { area: 'Southern Ohio' }));
    const nation = radio(t('compare.prices.nation'));
    await expect.poll(() => here.isChecked()).toBe(true);
    const [asPaid, ahead] = [await median().innerText(), await page.getByRole('table').first().locator('.ways-ahead').first().innerText()];
    if (by === 'pointer') await page.locator('label', { hasText: t('compare.prices.nation') }).click();
    else {
      await here.focus();
      await page.keyboard.press('ArrowDown');
    }
    await expect.poll(() => nation.isChecked()).toBe(true);
    await page.getByText(lang === 'en' ? 'Dollars are told at the nation’s prices.' : 'Los dólares se dicen a los precios del país.').waitFor();
    const dollars = (words: string): number => Number(/\$([\d,]+)/.exec(words)?.[1]?.replaceAll(',', ''));
    const level = page.locator('.price-field [data-figure]');
    // Prices in Ohio are lower: the same pay buys more at the nation's.
    const percent = Number(/\d+\.\d/.exec(await level.innerText())?.[0]);
    expect(percent).toBeGreaterThan(3);
    expect(dollars(await median().innerText()) / dollars(asPaid)).toBeCloseTo(100 / (100 - percent), 2);
    expect(await page.getByRole('table').first().locator('.ways-ahead').first().innerText()).toBe(ahead);
    // What was made of the figure, and whose prices they are, open beside the page.
    await median().click();
    await page.getByRole('complementary').getByText(t('reason.method.pay-at-national-prices')).waitFor();
    await page.keyboard.press('Escape');
    await level.click();
    await page.getByRole('complementary').getByText(/Bureau of Economic Analysis/).first().waitFor();
    await page.keyboard.press('Escape');
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    if (by === 'pointer') await page.locator('label', { hasText: t('compare.prices.here', { area: 'Southern Ohio' }) }).click();
    else {
      await nation.focus();
      await page.keyboard.press('ArrowUp');
    }
    await expect.poll(() => median().innerText()).toBe(asPaid);
  });

  it('say so where nobody measured prices, and of the nation', async () => {
    const { t } = createTranslator('en');
    await settings({ lang: 'en', areaId: '72' });
    await page.getByText(t('compare.prices.unknown', { area: 'Puerto Rico' })).waitFor();
    expect(await page.getByRole('radiogroup', { name: t('compare.prices') }).count()).toBe(0);
    await settings({ areaId: 'us' });
    await page.getByText(t('compare.prices.isNation')).waitFor();
    await settings({ areaId: '39' });
  });

  it('a plan takes what was drafted into its new language, and one undo takes all of it back', async () => {
    const [en, es] = [createTranslator('en'), createTranslator('es')];
    await ask(page, 'vault.create', { passphrase: 'violet tractor seven harbors' });
    const { id: studentId } = await ask(page, 'students.create', STUDENT);
    await ask(page, 'plans.create', { studentId, areaId: '39', lang: 'en', goal: 'Drive a truck.', credentialIds: ['commercial-driver-license'] });
    await page.getByRole('link', { name: en.t('nav.students') }).first().click();
    await page.getByRole('link', { name: STUDENT.name }).click();
    await page.getByRole('link', { name: 'Drive a truck.' }).click();
    const question = page.getByText(en.t('paper.draft.questions'), { exact: true });
    await question.waitFor();
    await page.locator('label', { hasText: en.t('student.lang.es') }).click();
    await page.getByText(es.t('paper.draft.questions'), { exact: true }).waitFor();
    expect(await question.count()).toBe(0);
    await page.getByRole('textbox', { name: en.t('plan.goal') }).waitFor();
    expect(await page.getByRole('textbox', { name: en.t('plan.goal') }).inputValue()).toBe('Drive a truck.');
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Control+z');
    await question.waitFor();
  });
});
