/** The pages of students in a real browser: a plan changed by pointer and keys, paper in both languages, and accessible in every look. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const { t } = createTranslator('en');
const PASSPHRASE = 'violet tractor seven harbors';
const STUDENT = {
  name: 'Maya Ortega', grade: 11, graduates: '2028-06', birthMonth: '2010-09', lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null,
  wageCents: null, hoursPerWeek: null, note: '',
};

/** Asks the service as the page does, to set a scene without walking to it. */
async function ask(page: Page, name: string, input: unknown): Promise<Record<string, unknown>> {
  const reply = await page.evaluate(async ([method, body]) => {
    const response = await fetch(`/call/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return (await response.json()) as { ok: boolean; value: Record<string, unknown>; code?: string };
  }, [name, input] as const);
  if (!reply.ok) throw new Error(`${name}: ${String(reply.code)}`);
  return reply.value;
}

const go = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).first().click();
const steps = (page: Page): Promise<string[]> => page.locator('.plan-step .line-text > :first-child').allInnerTexts();

/** A vault with one pupil and a plan, and the page of the plan. */
async function openPlan({ page }: Product): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await ask(page, 'app.setSettings', { areaId: '39' });
  await ask(page, 'vault.create', { passphrase: PASSPHRASE });
  const { id: studentId } = await ask(page, 'students.create', STUDENT);
  const { results } = (await ask(page, 'reference.search', { text: 'practical nurse', areaId: '39', lang: 'en', kinds: ['credential'], limit: 1 })) as { results: readonly { id: string }[] };
  await ask(page, 'plans.create', { studentId, areaId: '39', lang: 'en', goal: 'Work as a nurse.', credentialIds: results.map(({ id }) => id) });
  await go(page, t('nav.students'));
  await page.getByRole('link', { name: STUDENT.name }).click();
  await page.getByRole('link', { name: 'Work as a nurse.' }).click();
  await page.locator('.plan-step').first().waitFor();
}

async function until(look: () => Promise<unknown>, wanted: unknown): Promise<void> {
  await expect.poll(look, { timeout: 15_000 }).toEqual(wanted);
}

describe.skipIf(!BROWSER_PATH)('the pages of students (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  beforeEach(async () => { product = await openProduct({ viewport: { width: 1366, height: 768 } }); });
  afterEach(async () => {
    const { seen } = product;
    await product.close();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });
  afterAll(closeBrowser);

  it('moves a step by its handle with the keys and with the pointer, and takes both back', async () => {
    const { page } = product;
    await openPlan(product);
    const before = await steps(page);
    const handle = (at: number): Locator => page.locator('.step-handle').nth(at);
    await handle(1).focus();
    await page.keyboard.press('ArrowDown');
    const byKeys = [before[0], before[2], before[1], ...before.slice(3)];
    await until(() => steps(page), byKeys);
    expect(await handle(2).evaluate((element) => element === document.activeElement)).toBe(true);
    await handle(2).scrollIntoViewIfNeeded();
    const [from, to] = [await handle(2).boundingBox(), await page.locator('.plan-step').first().boundingBox()];
    if (!from || !to) throw new Error('no place');
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, from.y - 20, { steps: 4 });
    await page.mouse.move(to.x + 200, to.y + 2, { steps: 8 });
    await page.mouse.up();
    await until(() => steps(page), [before[1], before[0], before[2], ...before.slice(3)]);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await until(() => steps(page), byKeys);
    await page.keyboard.press('ControlOrMeta+z');
    await until(() => steps(page), before);
  });

  it('keeps what was typed for something new when the page is left without adding it', async () => {
    const { page } = product;
    await openPlan(product);
    const action = (text: string): Locator => page.getByRole('checkbox', { name: text });
    const type = async (text: string, who: string): Promise<void> => {
      await page.getByRole('button', { name: t('plan.actions.add') }).click();
      await page.getByRole('textbox', { name: t('plan.action.text') }).fill(text);
      await page.getByRole('textbox', { name: t('plan.action.who') }).fill(who);
    };
    await type('Given up', 'Nobody');
    await page.getByRole('button', { name: t('app.cancel') }).click();
    await type('Call the nursing school', 'Maya');
    await page.getByRole('button', { name: t('plan.print') }).click();
    await page.getByRole('button', { name: t('print.savePdf') }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await action('Call the nursing school').waitFor();
    expect(await page.getByText('Maya', { exact: true }).count()).toBeGreaterThan(0);
    await type('Ask about the bus', 'Aunt Rosa');
    // The keyboard leaves the page with the field still under it.
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('link', { name: 'Work as a nurse.' }).click();
    await action('Ask about the bus').waitFor();
    expect(await page.getByText('Aunt Rosa', { exact: true }).count()).toBe(1);
    expect(await action('Given up').count()).toBe(0);
    expect(await action('Call the nursing school').count()).toBe(1);
  });

  it('says beside a step that its dates cannot hold, and keeps them', async () => {
    const { page } = product;
    await openPlan(product);
    const line = page.locator('.plan-step').filter({ hasText: /^Practical nurse \(LPN\)/ }).first();
    await line.locator('.line-edit').click();
    const starts = line.getByRole('textbox', { name: t('plan.step.starts') });
    await starts.fill('May 2028');
    await starts.press('Tab');
    await line.getByText(t('plan.note.before-graduation', { month: 'June 2028' })).waitFor();
    await line.getByRole('textbox', { name: t('plan.step.ends') }).fill('April 2028');
    await page.keyboard.press('Tab');
    await line.getByText(t('plan.note.ends-before-start')).waitFor();
    await page.getByText(t('saved.saved')).waitFor();
    await page.keyboard.press('Escape');
    expect(await line.locator('.line-edit').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await go(page, t('nav.students'));
    await page.getByRole('link', { name: STUDENT.name }).click();
    await page.getByRole('link', { name: 'Work as a nurse.' }).click();
    await page.getByText('May 2028 to April 2028').waitFor();
  });

  it('turns an unknown cost into a price, and adds up what is known', async () => {
    const { page } = product;
    await openPlan(product);
    const line = page.locator('.cost-line').filter({ hasText: 'Books, uniforms and supplies' });
    await line.getByText(t('unknown.varies-ask')).waitFor();
    await line.locator('.line-edit').click();
    await line.getByRole('button', { name: new RegExp(t('plan.cost.known').replace('?', '\\?')) }).click();
    await page.getByRole('option', { name: t('plan.cost.known.yes') }).click();
    await line.getByRole('textbox', { name: t('plan.cost.low'), exact: true }).fill('412.50');
    await page.keyboard.press('Tab');
    await line.locator('.line-amount').getByText('$412.50').waitFor();
    await page.locator('.cost-total').getByText(/^at least \$[\d,]+\.50 plus costs/).waitFor();
  });

  it('prints in the other language, larger, and says that the plan was written in one', async () => {
    const { page } = product;
    await openPlan(product);
    await page.getByRole('button', { name: t('plan.print'), exact: true }).click();
    const paper = page.frameLocator('iframe');
    await paper.getByRole('heading', { level: 1, name: 'Maya Ortega’s plan' }).waitFor();
    await page.getByText(t('print.lang.es'), { exact: true }).click();
    await paper.getByRole('heading', { level: 1, name: 'Plan de Maya Ortega' }).waitFor();
    await page.getByText(t('print.langDiffers', { lang: 'en' })).waitFor();
    await page.getByText(t('print.large'), { exact: true }).click();
    await paper.locator('article[data-large=true]').waitFor();
    await page.getByText(/^(One page|\d pages)$/).waitFor({ timeout: 60_000 });
    expect(page.url()).not.toMatch(/Maya|%/);
    expect(await page.title()).not.toContain('Maya');
  });

  it('prints without a name and without a vault', async () => {
    const { page } = product;
    await go(page, t('nav.handouts'));
    await page.getByRole('combobox', { name: t('handouts.choose') }).fill('electric');
    // Not just the first option: until the answer to what was typed is there, that one belongs to the list before.
    await page.getByRole('option', { name: /electric/i }).first().click();
    await page.getByRole('button', { name: t('handouts.show') }).first().click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'My plan' }).waitFor();
    await page.getByText(t('print.nothingKept')).waitFor();
    expect((await ask(page, 'vault.getState', {}))['state']).toBe('none');
  });

  it.each(['en', 'es'] as const)('is accessible with its forms open, in every theme (%s)', async (lang) => {
    const { page } = product;
    const found: string[] = [];
    const check = async (where: string): Promise<void> => {
      const { violations, passes } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      expect(passes.length).toBeGreaterThan(5);
      found.push(...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.html.slice(0, 120) ?? ''}`));
    };
    await openPlan(product);
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const words = createTranslator(lang);
      await ask(page, 'app.setSettings', { lang, theme });
      await page.locator(`html[data-theme=${theme}][lang^=${lang}]`).waitFor();
      await go(page, words.t('nav.students'));
      await page.getByRole('table').waitFor();
      await page.getByRole('button', { name: words.t('students.add') }).click();
      await page.getByRole('dialog').getByText(words.t('student.facts.more')).click();
      await check(`add student ${lang} ${theme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: STUDENT.name }).click();
      await page.getByRole('link', { name: 'Work as a nurse.' }).waitFor();
      await page.getByRole('link', { name: 'Work as a nurse.' }).click();
      await page.locator('.plan-step .line-edit').first().click();
      await page.locator('.cost-line .line-edit').first().click();
      await check(`plan ${lang} ${theme}`);
    }
    expect(found).toEqual([]);
  });
});
