/** Schools near here in a real browser: from a credential to a school and back to a credential, with the keyboard too, and in Spanish at 200 %. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';
import { openFirst, panel, setSettings } from './lib/steps.ts';

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

describe.skipIf(!BROWSER_PATH)('schools (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' });
    page = product.page;
    await setSettings(page, { areaId: '3900004' });
    await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('stand on the page of a credential: the eight nearest, then all, each figure with its source', async () => {
    await openFirst(page, 'registered nurse by associate');
    await heading(page, /Registered nurse by associate degree/).waitFor();
    const near = panel(page, 'Schools near here');
    await near.getByText('ask whether it leads to this credential').waitFor();
    expect(await near.getByRole('rowheader').count()).toBe(8);
    await near.getByRole('button', { name: /^Show all \d+ schools$/ }).click();
    expect(await near.getByRole('rowheader').count()).toBeGreaterThan(8);
    await near.getByRole('columnheader', { name: /5 years on \(2014–16 leavers\)/ }).waitFor();
    await near.getByRole('row', { name: /Hocking College/ }).getByRole('button', { name: /\$64,471/ }).click();
    const evidence = page.getByRole('complementary');
    await evidence.getByText(/2014–16 leavers, pay of 2020–21, in 2022 dollars/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('lead to a page of their own by the keyboard, and from there to a credential', async () => {
    await panel(page, 'Schools near here').getByRole('link', { name: 'Hocking College', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Hocking College').waitFor();
    const linked = panel(page, 'Programs in the field of a credential here');
    await linked.getByRole('row', { name: /Registered Nursing/ }).getByRole('link').first().click();
    await heading(page, /Registered nurse by associate degree/).waitFor();
  });

  it('are found in the search by name', async () => {
    await openFirst(page, 'hocking college');
    await heading(page, 'Hocking College').waitFor();
  });

  it('say what is missing: none in the nation, none for a card', async () => {
    await setSettings(page, { areaId: 'us' });
    await page.getByRole('button', { name: /United States/ }).waitFor();
    await openFirst(page, 'practical nurse license');
    await page.getByText('Choose a state or an area to see its schools.').waitFor();
    await openFirst(page, 'osha 10');
    await page.getByText('Schools do not report courses of this kind.').waitFor();
    await setSettings(page, { areaId: '3900004' });
    await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
  });

  it('are complete in Spanish, and at 200 % nothing of the page is wider than the window', async () => {
    await setSettings(page, { lang: 'es' });
    await page.setViewportSize({ width: 683, height: 450 });
    await openFirst(page, 'practical nurse license');
    await panel(page, 'Escuelas cerca de aquí').getByRole('rowheader').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await setSettings(page, { lang: 'en' });
  });
});
