/** An area found by its county, and its good jobs by what one likes and how long one has, in a real browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Lang } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const WINDOW = { width: 1366, height: 768 };
const { t } = createTranslator('en');
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
const count = (page: Page): Promise<number> => page.getByRole('main').getByRole('heading', { level: 2, name: /^\d+ jobs?/ }).textContent().then((text) => Number.parseInt(text ?? '', 10));

describe.skipIf(!BROWSER_PATH)('areas and interests (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const set = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
    page.evaluate(async (body) => {
      await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    }, settings);
  const goTo = (name: string): Promise<void> => page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name }).click();
  beforeAll(async () => {
    product = await openProduct({ viewport: WINDOW, reducedMotion: 'reduce' });
    page = product.page;
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('finds the area of a county by keys alone, on the first day', async () => {
    const area = page.getByRole('combobox', { name: t('app.area') });
    while (!(await area.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.type('athens county, ohio');
    await page.getByRole('option', { name: /^Athens County/ }).waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Athens County\nfigures of Southern Ohio']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(/^Southern Ohio, outside metro areas\./).waitFor();
  });

  it('closes the list by one Escape, also when what was typed leaves out the area that is chosen, and the dialog by the next', async () => {
    const list = page.getByRole('listbox');
    await page.getByRole('button', { name: /Southern Ohio/ }).first().press('Enter');
    const field = page.getByRole('dialog').getByRole('combobox', { name: t('app.area') });
    await field.waitFor();
    const said = await field.inputValue();
    for (const typed of ['texas', 'vinton', 'zzz']) {
      await field.selectText();
      await page.keyboard.type(typed);
      await list.waitFor();
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      await expect.poll(() => field.inputValue()).toBe(said);
      // What the field says again is no typing: a moment later the list is still closed.
      await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      expect(await list.count()).toBe(0);
    }
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('says whose figures stand for a county that lies in a metropolitan area', async () => {
    await goTo(t('nav.settings'));
    const area = page.getByRole('combobox', { name: t('settings.area') });
    await area.fill('las mar');
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Las Marías Municipio\nfigures of Puerto Rico']);
    await area.fill('franklin ohio');
    await page.getByRole('option', { name: /^Franklin County/ }).click();
    await page.getByText('Franklin County: metro area: figures of the whole state, Ohio.').waitFor();
    expect(await area.inputValue()).toBe('Franklin County, Ohio');
    await area.fill('vinton');
    await page.getByRole('option', { name: /^Vinton County/ }).click();
    await page.getByText('Vinton County: figures of Southern Ohio.').waitFor();
    await area.fill('zzz');
    await page.getByText(t('form.nothingFits')).waitFor();
    await page.keyboard.press('Tab');
  });

  it('leads from "not sure yet" by what one likes to good jobs here and to what opens one, and keeps what was chosen', async () => {
    await goTo(t('nav.home'));
    await page.getByRole('button', { name: t('home.area.open') }).click();
    await heading(page, /Southern Ohio$/).waitFor();
    const all = await count(page);
    expect(all).toBeGreaterThan(50);
    const row = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('img') }).first();
    expect((await row.boundingBox())?.y).toBeLessThan(WINDOW.height);
    await page.getByRole('button', { name: t('here.like.S') }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => count(page)).toBeLessThan(all);
    const liked = await count(page);
    await page.getByRole('radio', { name: t('here.within.any') }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('radio', { name: t('here.within.12') }).isChecked()).toBe(true);
    await expect.poll(() => count(page)).toBeLessThan(liked);
    expect(await count(page)).toBeGreaterThan(2);
    // What was chosen is still chosen when one comes back.
    await page.getByRole('link', { name: /^Practical nurse \(LPN\)/ }).first().click();
    await heading(page, /^Practical nurse/).waitFor();
    await page.getByRole('button', { name: t('credential.plan') }).waitFor();
    await page.goBack();
    await heading(page, /Southern Ohio$/).waitFor();
    expect(await page.getByRole('button', { name: t('here.like.S'), pressed: true }).count()).toBe(1);
    await page.getByRole('radio', { name: t('here.within.any') }).check({ force: true });
    await page.getByRole('button', { name: t('here.like.S') }).click();
    await expect.poll(() => count(page)).toBe(all);
  });

  it('opens the source of every figure above the list and in its first rows', async () => {
    await goTo(t('nav.here'));
    await page.getByRole('main').locator('[data-figure]').nth(13).waitFor();
    const panel = page.getByRole('complementary', { name: t('evidence.title') });
    const figures = (await page.getByRole('main').locator('[data-figure]').all()).slice(0, 14);
    expect(figures).toHaveLength(14);
    for (const figure of figures) {
      await figure.click();
      await panel.waitFor();
      await expect.poll(async () => panel.textContent(), { message: await figure.textContent() ?? '' }).toMatch(/20\d\d/);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }
  });

  it('says so where no job fits', async () => {
    await goTo(t('nav.here'));
    await set({ areaId: '3800006' });
    await heading(page, /West North Dakota$/).waitFor();
    await page.getByRole('button', { name: t('here.like.A') }).click();
    await page.getByRole('radio', { name: t('here.within.3') }).check({ force: true });
    await expect.poll(() => page.getByText(t('here.none.within')).count()).toBe(1);
    await page.getByRole('radio', { name: t('here.within.any') }).check({ force: true });
    await page.getByRole('button', { name: t('here.like.A') }).click();
    await set({ areaId: '3900004' });
    await heading(page, /Southern Ohio$/).waitFor();
  });

  it.each((['light', 'dark', 'contrast'] as const).flatMap((theme) => (['en', 'es'] as const).map((lang) => ({ theme, lang }))))('passes axe: $theme, $lang', async ({ theme, lang }: { theme: string; lang: Lang }) => {
    const words = createTranslator(lang);
    await set({ theme, lang });
    await expect.poll(() => page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual([lang, theme]);
    await page.getByRole('navigation', { name: words.t('nav.label') }).getByRole('link', { name: words.t('nav.here') }).click();
    await page.getByRole('button', { name: words.t('here.like.R') }).click();
    await expect.poll(() => page.getByRole('button', { name: words.t('here.like.R'), pressed: true }).count()).toBe(1);
    const faults = async (axe: AxeBuilder): Promise<string[]> => (await axe.analyze()).violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
    expect(await faults(new AxeBuilder({ page }))).toEqual([]);
    await page.getByRole('button', { name: words.t('here.like.R') }).click();
    await page.getByRole('navigation', { name: words.t('nav.label') }).getByRole('link', { name: words.t('nav.settings') }).click();
    await page.getByRole('combobox', { name: words.t('settings.area') }).fill('athens');
    const option = page.getByRole('option', { name: /^Athens County/ });
    await option.waitFor();
    // While a list is open the page behind it is hidden on purpose: only the list is looked at.
    expect(await faults(new AxeBuilder({ page }).include('[role=listbox]'))).toEqual([]);
    await option.click();
    await page.getByText(/^Athens County: /).waitFor();
    expect(await faults(new AxeBuilder({ page }))).toEqual([]);
  });

  it('keeps to the width of a narrow window', async () => {
    await set({ theme: 'light', lang: 'en' });
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    await goTo(t('nav.here'));
    await page.getByRole('main').locator('[data-figure]').first().waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize(WINDOW);
  });
});
