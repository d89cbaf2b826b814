/** Sheets without a student, in a real browser: from where one looks to the paper, and from the paper's code back to the screen. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const { t } = createTranslator('en');

describe.skipIf(!BROWSER_PATH)('handouts (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const place = (name: string): Promise<void> => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const paper = (name: string | RegExp): Locator => page.frameLocator('iframe').getByRole('heading', { level: 1, name });
  /** One page, as the preview counts it from a PDF made for it. */
  const onePage = (): Promise<void> => page.getByText(t('print.pages', { pages: 1 }), { exact: true }).waitFor({ timeout: 60_000 });

  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    page = product.page;
    await page.evaluate(async () => {
      await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ areaId: '3900004', schoolName: 'Example High School', counselorPhone: '(740) 555-0142' }) });
    });
    await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('opens the credential whose code is typed off paper, from anywhere', async () => {
    await place(t('nav.settings'));
    await heading(t('nav.settings')).waitFor();
    const search = page.getByRole('searchbox');
    await search.fill('nur3');
    await search.press('Enter');
    await heading(/^Practical nurse/).waitFor();
    await place(t('nav.handouts'));
    await heading(t('handouts.title')).waitFor();
    await search.fill('BLD-2');
    await search.press('Enter');
    await heading(/^Electrician/).waitFor();
  });

  it('prints the comparison of the screen on one page', async () => {
    const search = page.getByRole('searchbox');
    for (const code of ['NUR-2', 'NUR-3']) {
      await search.fill(code);
      await search.press('Enter');
      await heading(code === 'NUR-2' ? /^Nurse aide/ : /^Practical nurse/).waitFor();
      await page.getByRole('button', { name: t('credential.addToCompare') }).click();
      await page.getByRole('button', { name: new RegExp(t('credential.inCompare')) }).waitFor();
    }
    await page.getByRole('link', { name: /^Compare/ }).click();
    await page.getByRole('button', { name: t('compare.print', { count: 2 }) }).click();
    await paper('Two ways to go').waitFor();
    await onePage();
    const sheet = page.frameLocator('iframe').locator('article');
    for (const words of ['NUR-2', 'NUR-3', 'Example High School', '(740) 555-0142', 'Go to work now']) expect(await sheet.textContent(), words).toContain(words);
  });

  it('prints a field from Explore, and the good jobs near here from Handouts', async () => {
    await page.getByRole('searchbox').fill('');
    await place(t('nav.explore'));
    await page.getByRole('navigation', { name: t('explore.start.byField') }).getByRole('button', { name: /^Health/ }).click();
    await page.getByRole('button', { name: t('handouts.field.print') }).click();
    await paper('Health: what is worth it here').waitFor();
    await onePage();
    await place(t('nav.handouts'));
    await page.getByRole('button', { name: `${t('handouts.show')}: ${t('handouts.jobs')}` }).click();
    await paper('Good jobs near here').waitFor();
    await onePage();
    await page.getByText(t('print.lang.es'), { exact: true }).click();
    await paper('Buenos empleos cerca de aquí').waitFor();
    await onePage();
  });
});
