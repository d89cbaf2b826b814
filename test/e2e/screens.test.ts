/** Every screen, filled: axe in both languages, three themes and two sizes; and every figure opens its source. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Lang } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const PASSPHRASE = 'violet tractor seven harbors';
const THEMES = ['light', 'dark', 'contrast'] as const;
/** A window at its own size, and as it is at four times the zoom: a quarter of the pixels each way. */
const ZOOMS = [[100, { width: 1366, height: 768 }], [400, { width: 342, height: 192 }]] as const;

/** Rules that a theme may break. */
const OF_COLOR = ['color-contrast', 'link-in-text-block'];

describe.skipIf(!BROWSER_PATH)('every screen (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  let ids: string[] = [];
  const call = <T>(name: string, input: unknown): Promise<T> =>
    page.evaluate(async ([method, body]) => {
      const response = await fetch(`/call/${String(method)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const reply = (await response.json()) as { ok: boolean; value: never; code?: string };
      if (!reply.ok) throw new Error(`${String(method)}: ${reply.code ?? ''}`);
      return reply.value;
    }, [name, input] as const);

  beforeAll(async () => {
    product = await openProduct({ reducedMotion: 'reduce' });
    page = product.page;
    await call('app.setSettings', { areaId: '39' });
    const { results } = await call<{ results: { kind: string; id: string }[] }>('reference.search', { text: 'nurse', areaId: '39', lang: 'en', kinds: ['credential'] });
    ids = results.slice(0, 3).map(({ id }) => id);
    await call('overlay.put', {
      id: null, entry: {
        kind: 'program', credentialId: ids[0], credentialName: { en: 'Nurse aide', es: 'Auxiliar de enfermería' }, title: '', provider: 'Example CTE Center', city: 'Example', county: 'Example', contact: 'Ms. Alvarez', phone: '740-555-0112',
        hours: 'weekdays 8 to 3', web: '', delivery: 'in-person', weeks: 6, clockHours: 75, priceCents: 4500, payers: ['district'], seats: 12, startsOn: '2099-01-11', runs: true, listed: null, note: '', checkedOn: '2024-01-20', checkedBy: '',
      },
    });
    await call('vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await call<{ id: string }>('students.create', { name: 'Maya Ortega', grade: 11, graduates: '2028-06', birthMonth: '2010-09', lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' });
    await call('plans.create', { studentId, areaId: '39', lang: 'en', goal: 'Work as a nurse near home', credentialIds: [ids[0]] });
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  /** Goes through the screens as a person does, and calls `look` at each. */
  async function tour(lang: Lang, look: (name: string) => Promise<void>): Promise<void> {
    const { t } = createTranslator(lang);
    const place = (name: string | RegExp) => page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name }).click();
    const title = () => page.getByRole('heading', { level: 1 }).first().waitFor();
    const at = async (name: string): Promise<void> => {
      await title();
      await look(`${name} ${lang}`);
    };
    await place(t('nav.home'));
    await at('home');
    await page.getByRole('searchbox', { name: t('app.search') }).fill('nurse');
    await page.getByRole('heading', { level: 1, name: /nurse/ }).waitFor();
    await at('explore');
    await page.getByRole('searchbox', { name: t('app.search') }).press('Enter');
    await page.getByRole('button', { name: t('credential.plan') }).waitFor();
    await at('credential');
    const add = page.getByRole('button', { name: t('credential.addToCompare') });
    if (await add.count()) await add.click();
    await page.getByRole('searchbox', { name: t('app.search') }).fill('29-1141');
    await page.getByRole('searchbox', { name: t('app.search') }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /Registered Nurses|Enfermer/ }).waitFor();
    await at('occupation');
    await place(t('nav.here'));
    await page.locator('.here-job').first().waitFor();
    await at('here');
    await page.getByRole('button', { name: t('warnings.open') }).click();
    await page.locator('.warning').first().waitFor();
    await at('warnings');
    await place(new RegExp(`^${t('nav.compare')}`));
    await at('compare');
    await place(t('nav.students'));
    await page.getByRole('link', { name: 'Maya Ortega' }).waitFor();
    await at('students');
    await page.getByRole('link', { name: 'Maya Ortega' }).click();
    await page.getByRole('link', { name: /Work as a nurse near home/ }).waitFor();
    await at('student');
    await page.getByRole('link', { name: /Work as a nurse near home/ }).click();
    await page.getByRole('textbox', { name: t('plan.goal') }).waitFor();
    await at('plan');
    await page.getByRole('button', { name: t('plan.print') }).click();
    await page.getByRole('button', { name: t('print.savePdf') }).waitFor();
    await at('print');
    await place(t('nav.handouts'));
    await at('handouts');
    await place(/·/);
    await at('data');
    await page.getByRole('button', { name: t('nav.own') }).click();
    await page.locator('.own-rows > li').first().waitFor();
    await at('own');
    await page.getByRole('button', { name: t('own.add.program') }).click();
    await at('own, writing');
    for (const name of ['changes', 'touched'] as const) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: t('palette.field') }).fill(t(`nav.${name}`));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: t(`nav.${name}`) }).waitFor();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await at(name);
    }
    await place(t('nav.settings'));
    await at('settings');
  }

  // Eighteen places at two sizes, each read by axe.
  const TOUR_MS = 480_000;
  it.each(THEMES.flatMap((theme) => (['en', 'es'] as const).map((lang) => ({ theme, lang }))))('passes axe: $theme, $lang', async ({ theme, lang }) => {
    await call('app.setSettings', { theme, lang });
    await expect.poll(() => page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual([lang, theme]);
    const found: string[] = [];
    const seen: string[] = [];
    await tour(lang, async (name) => {
      seen.push(name);
      for (const [zoom, size] of ZOOMS) {
        // A theme is colors alone: what is not a matter of color was looked at in the first one, at both sizes.
        if (theme !== 'light' && zoom !== 100) continue;
        await page.setViewportSize(size);
        const axe = theme === 'light' ? new AxeBuilder({ page }) : new AxeBuilder({ page }).withRules(OF_COLOR);
        const { violations } = await axe.analyze();
        found.push(...violations.map(({ id, nodes }) => `${name} at ${zoom} %: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`));
      }
      await page.setViewportSize(ZOOMS[0][1]);
    });
    expect(found).toEqual([]);
    expect(seen).toHaveLength(18);
  }, TOUR_MS);

  it('opens the source of every figure on a credential, an occupation and a comparison', async () => {
    await call('app.setSettings', { theme: 'light', lang: 'en' });
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    const { t } = createTranslator('en');
    const panel = page.getByRole('complementary', { name: t('evidence.title') });
    const walked: Record<string, number> = {};
    await tour('en', async (name) => {
      if (!/^(credential|occupation|compare)/.test(name)) return;
      // What is folded away has figures too.
      const folded = page.getByRole('main').locator('details:not([open]) > summary');
      while ((await folded.count()) > 0) await folded.first().click();
      const figures = await page.getByRole('main').locator('[data-figure]').all();
      walked[name] = figures.length;
      for (const figure of figures) {
        await figure.click();
        await panel.waitFor();
        // A source or a page from the ledger, or how the estimate was made: never nothing.
        await expect.poll(async () => (await panel.textContent())?.length ?? 0, { message: await figure.textContent() ?? '' }).toBeGreaterThan(60);
        await expect.poll(async () => panel.textContent()).toMatch(/20\d\d/);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
      }
    });
    expect(Object.keys(walked)).toHaveLength(3);
    for (const [name, count] of Object.entries(walked)) expect(count, name).toBeGreaterThan(5);
    process.stdout.write(`figures that open their source: ${JSON.stringify(walked)}\n`);
  });
});
