/** The engine on the pages, in a real browser and in both languages: ways to a goal, who may pay, and a plan whose dates and costs follow the rules. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const PASSPHRASE = 'violet tractor seven harbors';
const STUDENT = {
  name: 'Maya Ortega', grade: 12, graduates: '2027-06', birthMonth: '2009-10', lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null,
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
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

describe.skipIf(!BROWSER_PATH)('the engine on the pages (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    page = product.page;
    await ask(page, 'app.setSettings', { areaId: '39' });
    await ask(page, 'vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await ask(page, 'students.create', STUDENT);
    await ask(page, 'students.putEarned', { studentId, earned: { id: null, credentialId: 'nurse-aide', name: 'Nurse aide', earnedOn: '2025-03', expiresOn: '2026-10' } });
    await ask(page, 'plans.create', { studentId, areaId: '39', lang: 'en', goal: 'Drive a truck.', credentialIds: ['commercial-driver-license'] });
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  describe.each(['en', 'es'] as const)('in %s', (lang) => {
    const { t, reason, date } = createTranslator(lang);
    beforeAll(async () => {
      await ask(page, 'app.setSettings', { lang });
      await page.locator(`html[lang^="${lang}"]`).waitFor();
    });

    it('finds ways to a good job near here and into a field, each with its job and pay, and says what is in the way', async () => {
      await page.getByRole('link', { name: t('nav.home'), exact: true }).click();
      await page.getByRole('button', { name: t('ways.open') }).press('Enter');
      await heading(page, t('ways.title')).waitFor();
      const ways = page.getByRole('region', { name: t('ways.found') });
      await ways.getByRole('list', { name: t('routes.way', { number: 1 }), exact: true }).waitFor();
      // Every way names a job with a pay that opens its source.
      const pays = await ways.locator('.route').evaluateAll((routes) => routes.map((route) => Number(/\$([\d,]+)/.exec(route.querySelectorAll('dd')[2]?.textContent ?? '')?.[1]?.replaceAll(',', ''))));
      expect(pays.length).toBeGreaterThan(3);
      expect(Math.min(...pays)).toBeGreaterThan(47_000);
      await ways.locator('.route').first().locator('dd').nth(2).getByRole('button').click();
      await page.getByRole('complementary').getByText(/May 2025|mayo de 2025/).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: t('ways.goal.field') }).press('Space');
      await page.getByRole('button', { name: new RegExp(t('ways.field')) }).press('Enter');
      await page.getByRole('option', { name: t('field.transport') }).press('Enter');
      await ways.getByRole('list', { name: t('routes.way', { number: 1 }), exact: true }).waitFor();
      // A credential of another field is on none of them, and it is said why.
      await ways.getByRole('combobox', { name: t('ways.ask') }).fill('hvac');
      await page.getByRole('option').first().click();
      await ways.getByText(reason({ code: 'missing.opens-other-work', params: {} }, 'staff')).first().waitFor();
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      await ways.locator('.trail-step[aria-current]').first().getByRole('link').click();
      await page.getByRole('region', { name: t('routes.title') }).waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await heading(page, t('ways.title')).waitFor();
      await page.getByRole('radio', { name: t('ways.goal.good-job') }).press('Space');
    });

    it('says who may pay, by which rule, and follows what is said of the person', async () => {
      await page.getByRole('searchbox').fill('');
      await page.getByRole('searchbox').fill('NUR-2');
      await heading(page, /NUR-2/).waitFor();
      await page.getByRole('searchbox').press('Enter');
      const panel = page.getByRole('region', { name: t('payers.title') });
      const row = (payer: 'workforce-pell' | 'gi-bill' | 'wioa'): Locator => panel.getByRole('listitem').filter({ has: page.locator('strong', { hasText: t(`payer.${payer}`) }) }).first();
      await row('workforce-pell').waitFor();
      // Ohio asks for 75 hours of class: under the 150 of the rule.
      expect(await row('workforce-pell').innerText()).toContain(t('payers.fit.no'));
      await row('workforce-pell').locator('summary').click();
      await row('workforce-pell').getByText(reason({ code: 'workforce-pell.hours-do-not-fit', params: { hours: 75, from: 150, under: 600 } }, 'staff')).waitFor();
      expect(await row('wioa').innerText()).toContain(t('payers.fit.ask'));
      expect(await row('gi-bill').innerText()).toContain(t('payers.fit.ask'));
      await panel.getByRole('checkbox', { name: t('payers.said.veteran') }).press('Space');
      await row('gi-bill').getByText(t('payers.fit.yes')).waitFor();
      await row('gi-bill').getByRole('button', { name: new RegExp(t('payers.rule')) }).click();
      await page.getByRole('complementary').getByText(/Veterans Affairs/).first().waitFor();
      await page.keyboard.press('Escape');
      await panel.getByRole('checkbox', { name: t('payers.said.veteran') }).press('Space');
    });

    it('judges by the rubric that is chosen, and says by which', async () => {
      await page.getByRole('link', { name: t('nav.settings') }).click();
      await page.getByRole('button', { name: new RegExp(t('settings.rubric')) }).press('Enter');
      await page.getByRole('option', { name: /National Skills Coalition/ }).press('Enter');
      await page.getByRole('searchbox').fill('');
      await page.getByRole('searchbox').fill('NUR-3');
      await heading(page, /NUR-3/).waitFor();
      await page.getByRole('searchbox').press('Enter');
      await page.getByText(t('rubric.inForce', { name: t('rubric.name', { name: 'Quality non-degree credential (National Skills Coalition)', edition: '2019' }) })).waitFor();
      await page.getByRole('heading', { level: 2, name: lang === 'en' ? /^Evidence is missing/ : /^Faltan pruebas/ }).waitFor();
      await page.getByRole('link', { name: t('nav.settings') }).click();
      await page.getByRole('button', { name: new RegExp(t('settings.rubric')) }).press('Enter');
      await page.getByRole('option').first().press('Enter');
      await page.keyboard.press('Alt+ArrowLeft');
      await page.getByRole('heading', { level: 2, name: t('credential.verdict.here', { verdict: t('verdict.high') }) }).waitFor();
      expect(await page.getByText(/National Skills Coalition/).count()).toBe(0);
    });

    it('counts the dates of a plan, says why a step cannot start, and takes a credential with its costs in one undo', async () => {
      await page.getByRole('navigation').getByRole('link', { name: t('nav.students') }).first().click();
      await page.getByRole('link', { name: STUDENT.name }).click();
      await page.getByRole('link', { name: 'Drive a truck.' }).click();
      const steps = page.getByRole('region', { name: t('plan.steps') });
      await steps.getByText(reason({ code: 'plan.too-young', params: { age: 18, month: '2027-11' } }, 'staff')).first().waitFor();
      await steps.getByText(reason({ code: 'plan.lapsed', params: { month: '2026-10' } }, 'staff')).waitFor();
      const times = (): Promise<string[]> => steps.locator('.plan-step .step-time').allInnerTexts();
      const before = await times();
      await steps.getByRole('button', { name: t('plan.dates'), exact: true }).press('Enter');
      await steps.getByRole('radio', { name: t('plan.dates.forward') }).press('Space');
      await steps.locator('.dates-proposed').getByText(date('2027-11')).first().waitFor();
      await steps.getByRole('button', { name: t('plan.dates.take') }).press('Enter');
      await expect.poll(async () => (await times()).some((time) => time.includes(date('2027-11')))).toBe(true);
      await page.getByRole('button', { name: t('app.undo') }).click();
      await expect.poll(times).toEqual(before);
      await steps.getByRole('button', { name: t('plan.dates'), exact: true }).click();
      await steps.getByRole('radio', { name: t('plan.dates.back') }).press('Space');
      await steps.getByText(/2027/).first().waitFor();
      await steps.getByRole('button', { name: t('plan.close'), exact: true }).click();
      // A credential with what it costs, and both gone by one undo.
      const costs = page.getByRole('region', { name: t('plan.costs') });
      const [stepsBefore, costsBefore] = [await steps.locator('.plan-step').count(), await costs.getByRole('listitem').count()];
      await steps.getByRole('button', { name: t('plan.steps.add') }).click();
      await steps.getByRole('combobox', { name: t('plan.steps.addCredential') }).fill('practical nurse');
      await page.getByRole('option').first().click();
      await expect.poll(() => steps.locator('.plan-step').count()).toBe(stepsBefore + 1);
      expect(await costs.getByRole('listitem').count()).toBeGreaterThan(costsBefore + 2);
      await page.getByRole('button', { name: t('app.undo') }).click();
      await expect.poll(() => steps.locator('.plan-step').count()).toBe(stepsBefore);
      expect(await costs.getByRole('listitem').count()).toBe(costsBefore);
    });
  });
});
