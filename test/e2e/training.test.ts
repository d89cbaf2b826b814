/** Training places on the state's list in a real browser: with costs and results where a list is held, one calm line elsewhere, and in Spanish at 200 %. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';
import { openFirst, panel, setSettings } from './lib/steps.ts';

describe.skipIf(!BROWSER_PATH)('training places (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' });
    page = product.page;
    await setSettings(page, { areaId: '06' });
    await page.getByRole('button', { name: /California/ }).waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('tell cost and length, and pay of three months as such, each figure with its source', async () => {
    await openFirst(page, 'cosmetology license');
    const training = panel(page, 'Training places on the state’s list');
    await training.getByText('ask whether it leads to this credential').waitFor();
    await training.getByText('Only 60 of the 3,266 programs on the list of August 2026 are in this data.').waitFor();
    const row = training.getByRole('row', { name: /East Los Angeles Skills Center/ });
    await row.getByText('30 weeks').waitFor();
    expect(await row.textContent()).toContain('Half earned more than $9,200 in the second three months after leaving, as the provider reported.');
    await training.getByText('Do not set it beside the pay of a job').waitFor();
    await row.getByRole('button', { name: /\$5,315/ }).click();
    const evidence = page.getByRole('complementary');
    await evidence.getByText(/tuition \$3,000, supplies \$2,315/).waitFor();
    await evidence.getByText(/Training Provider Results, California/).waitFor();
    await page.keyboard.press('Escape');
    // Schools and the state's list never share a table.
    expect(await panel(page, 'Schools near here').getByText('East Los Angeles Skills Center').count()).toBe(0);
  });

  it('say how old a price is, and show all by the keyboard', async () => {
    await setSettings(page, { areaId: '34' });
    await page.getByRole('button', { name: /New Jersey/ }).waitFor();
    await openFirst(page, 'nurse aide');
    const training = panel(page, 'Training places on the state’s list');
    await training.getByText('price from 2021, call first').first().waitFor();
    expect(await training.getByRole('rowheader').count()).toBe(6);
    await training.getByRole('button', { name: /^Show all \d+ programs$/ }).focus();
    await page.keyboard.press('Enter');
    await training.getByRole('rowheader').nth(12).waitFor();
    await training.getByText(/on average in the second three months after finishing/).first().waitFor();
  });

  it('are one line where no list is held', async () => {
    await setSettings(page, { areaId: '39' });
    await page.getByRole('button', { name: /Ohio/ }).waitFor();
    const training = panel(page, 'Training places on the state’s list');
    await training.getByText('the list of Ohio is not in this data. An American Job Center knows').waitFor();
    expect(await training.getByRole('table').count()).toBe(0);
  });

  it('are complete in Spanish, and at 200 % nothing of the page is wider than the window', async () => {
    await setSettings(page, { lang: 'es', areaId: '06' });
    await page.getByRole('button', { name: /California/ }).waitFor();
    await page.setViewportSize({ width: 683, height: 450 });
    const training = panel(page, 'Lugares de capacitación en la lista del estado');
    await training.getByRole('rowheader').first().waitFor();
    await training.getByText(/segundo trimestre después de salir, según informó el proveedor/).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await setSettings(page, { lang: 'en' });
  });
});
