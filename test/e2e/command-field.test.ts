/** The command field and the list of Explore in a real browser: by keys alone, with the focus given back, in both languages, without a fault of axe. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Lang } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

describe.skipIf(!BROWSER_PATH)('the command field (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';
  const en = createTranslator('en');
  const field = (): Locator => page.getByRole('combobox', { name: en.t('palette.field') });
  const option = (name: string | RegExp): Locator => page.getByRole('option', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement);
  const setLang = async (lang: Lang): Promise<void> => {
    await page.evaluate(async (to) => { await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ lang: to, areaId: '39' }) }); }, lang);
    await page.waitForFunction((to) => document.documentElement.lang === to, lang);
  };
  const open = async (): Promise<void> => {
    await page.keyboard.press(`${MOD}+k`);
    await field().waitFor();
    await expect.poll(() => isFocused(field())).toBe(true);
  };

  beforeAll(async () => {
    product = await openProduct({ reducedMotion: 'reduce' });
    page = product.page;
    page.setDefaultTimeout(8000);
    await setLang('en');
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('goes to a page, does a thing and opens a job, by keys alone', async () => {
    await open();
    await page.keyboard.type('comp');
    await option(en.t('nav.compare')).waitFor();
    await page.keyboard.press('ArrowDown');
    await field().fill('');
    await page.keyboard.type('twice');
    await option(en.t('nav.warnings')).waitFor();
    await page.keyboard.press('Enter');
    await heading(en.t('warnings.title')).waitFor();
    await expect.poll(() => isFocused(heading(en.t('warnings.title')))).toBe(true);
    await open();
    await page.keyboard.type('camionero');
    await option(/Commercial driver license/).waitFor();
    await page.keyboard.press('Enter');
    await heading(/Commercial driver license/).waitFor();
    await expect.poll(() => isFocused(heading(/Commercial driver license/))).toBe(true);
    await open();
    await page.keyboard.type('keys');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: en.t('app.shortcuts') }).getByText(en.t('app.shortcuts.palette')).waitFor();
    await page.keyboard.press('Escape');
  });

  it('gives the focus back to where it was, from a field too, and shuts with its own key', async () => {
    const search = page.getByRole('searchbox', { name: en.t('app.search'), exact: true });
    await search.focus();
    await open();
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(search)).toBe(true);
    await open();
    await page.keyboard.press(`${MOD}+k`);
    await field().waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(search)).toBe(true);
  });

  it('offers what was looked at last, and all results of what is typed', async () => {
    await open();
    await option(/Commercial driver license/).waitFor();
    await page.keyboard.type('welder');
    await option(en.t('palette.all', { text: 'welder' })).click();
    await heading(/“welder”/).waitFor();
    await open();
    await page.keyboard.type('zzqx');
    await page.getByText(en.t('palette.nothing')).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
  });

  it.each(['en', 'es'] as const)('has no fault of axe, empty and typed: %s', async (lang) => {
    await setLang(lang);
    const { t } = createTranslator(lang);
    await page.keyboard.press(`${MOD}+k`);
    await page.getByRole('combobox', { name: t('palette.field') }).waitFor();
    for (const typed of ['', 'nurse']) {
      await page.keyboard.type(typed);
      await page.getByRole('option').first().waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ').slice(0, 300)}`)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await setLang('en');
  });

  it('keeps the list of Explore, what narrows it and its order, when one goes into a result and comes back', async () => {
    await page.getByRole('searchbox', { name: en.t('app.search'), exact: true }).fill('');
    await page.getByRole('navigation', { name: en.t('nav.label') }).getByRole('link', { name: en.t('nav.explore') }).click();
    const health = page.getByRole('group', { name: en.t('explore.facet.field') }).getByRole('checkbox', { name: new RegExp(`^${en.t('field.health')}`) });
    const pay = page.getByRole('group', { name: en.t('explore.facet.pay') }).getByRole('checkbox', { name: new RegExp(`^${en.t('explore.pay.band.good-job')}`) });
    // The list is drawn a moment after a box is ticked: its heading tells when each one counts.
    let title = await page.getByRole('heading', { level: 1 }).textContent();
    for (const box of [health, pay]) {
      await box.check({ force: true });
      await expect.poll(async () => {
        const now = await page.getByRole('heading', { level: 1 }).textContent();
        return now !== title && /^\d+ credentials$/.test(now ?? '');
      }, { timeout: 8000 }).toBe(true);
      title = await page.getByRole('heading', { level: 1 }).textContent();
    }
    const first = page.locator('[data-result]').first();
    const name = await first.textContent();
    await first.click();
    await page.getByRole('button', { name: en.t('credential.plan') }).waitFor();
    await page.goBack();
    await heading(title ?? '').waitFor();
    expect(await health.isChecked()).toBe(true);
    expect(await pay.isChecked()).toBe(true);
    expect(await first.textContent()).toBe(name);
    await page.goForward();
    await page.getByRole('button', { name: en.t('credential.plan') }).waitFor();
  });
});
