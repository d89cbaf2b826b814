/** Filters by what lies around, filters of schools, and schools in the command field: by pointer and by keys, in both languages, in a real browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

describe.skipIf(!BROWSER_PATH)('filters of Explore (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';
  const set = (change: Readonly<Record<string, string>>): Promise<void> => page.evaluate(async (body) => {
    await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }, change);
  const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  const value = (facet: string, label: string): Locator => page.getByRole('group', { name: facet }).getByRole('checkbox', { name: label });
  const switchOn = async (by: 'pointer' | 'keys', box: Locator): Promise<number> => {
    const label = box.locator('xpath=ancestor::label');
    const count = Number((await label.locator('.facet-count').innerText()).replaceAll(/\D/g, ''));
    if (by === 'pointer') await label.click();
    else await box.press('Space');
    return count;
  };
  const clear = async (t: ReturnType<typeof createTranslator>['t']): Promise<void> => {
    await page.getByRole('button', { name: t('explore.filters.clear') }).press('Enter');
    // The counts are those of the answer to this.
    await expect.poll(heading).toBe(t('explore.start.title'));
  };
  const faults = async (): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`);
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' });
    page = product.page;
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it.each([['en', 'pointer'], ['es', 'keys']] as const)('narrow by where a field is taught, what counts here, and what is taught at a distance: %s, by %s', async (lang, by) => {
    const { t } = createTranslator(lang);
    await set({ lang, areaId: '3900004' });
    await page.locator(`html[lang^="${lang}"]`).waitFor();
    await page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name: t('nav.explore') }).click();
    const near = await switchOn(by, value(t('explore.facet.near'), t('explore.near.within-50')));
    await expect.poll(heading).toBe(t('explore.foundAll', { count: near }));
    expect(near).toBeGreaterThan(2);
    await clear(t);
    const far = await switchOn(by, value(t('explore.facet.delivery'), t('explore.delivery.distance')));
    await expect.poll(heading).toBe(t('explore.foundAll', { count: far }));
    // Ohio's list is not here: nothing is offered, and it is said why.
    expect(await page.getByRole('group', { name: t('explore.facet.recognized') }).count()).toBe(0);
    if (!(await page.getByText(t('explore.facetHelp.list')).isVisible())) await page.getByText(t('explore.facetHelp'), { exact: true }).press('Enter');
    await page.getByText(t('explore.facetHelp.list')).waitFor();
    await page.getByText(t('explore.facetHelp.delivery')).waitFor();
    expect(await faults()).toEqual([]);
    await clear(t);
    await set({ areaId: '35' });
    await value(t('explore.facet.recognized'), t('explore.recognized.yes')).waitFor();
    const counts = await switchOn(by, value(t('explore.facet.recognized'), t('explore.recognized.yes')));
    await expect.poll(heading).toBe(t('explore.foundAll', { count: counts }));
    await clear(t);
  });

  it.each([['en', 'pointer'], ['es', 'keys']] as const)('leave schools alone where filters of schools are chosen: %s, by %s', async (lang, by) => {
    const { t } = createTranslator(lang);
    await set({ lang, areaId: '3900004' });
    await page.locator(`html[lang^="${lang}"]`).waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').fill('college');
    await value(t('explore.facet.school.place'), t('explore.school.place.near')).waitFor();
    const near = await switchOn(by, value(t('explore.facet.school.place'), t('explore.school.place.near')));
    await expect.poll(heading).toBe(t('explore.foundSchools', { count: near, text: 'college' }));
    const both = await switchOn(by, value(t('explore.facet.school.control'), t('school.control.public')));
    await expect.poll(heading).toBe(t('explore.foundSchools', { count: both, text: 'college' }));
    for (const words of await page.locator('.result-rows > li').allInnerTexts()) expect(words).toContain(t('school.control.public'));
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: t('explore.filters.clear') }).press('Enter');
    await page.getByRole('searchbox').fill('');
  });

  it.each(['en', 'es'] as const)('are not needed where one knows the school: the command field opens it by keys and keeps it among what was looked at: %s', async (lang) => {
    const { t } = createTranslator(lang);
    await set({ lang });
    await page.locator(`html[lang^="${lang}"]`).waitFor();
    await page.keyboard.press(`${MOD}+k`);
    await page.getByRole('combobox', { name: t('palette.field') }).waitFor();
    await page.keyboard.type('hocking college');
    await page.getByRole('option', { name: /Hocking College.*Nelsonville, OH/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hocking College' }).waitFor();
    await page.keyboard.press(`${MOD}+k`);
    await page.getByRole('option', { name: /Hocking College/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});
