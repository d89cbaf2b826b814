/** Two tabs on one host: what changes in one while the other's stream of events is broken is in the other as soon as the stream opens again. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const [en, es] = [createTranslator('en'), createTranslator('es')];
const STUDENT = {
  name: 'Maya Ortega', grade: 12, graduates: '2027-06', birthMonth: '2009-10', lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null,
  wageCents: null, hoursPerWeek: null, note: '',
};
async function ask(page: Page, name: string, input: unknown): Promise<void> {
  const ok = await page.evaluate(async ([method, body]) => {
    const response = await fetch(`/call/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return ((await response.json()) as { ok: boolean }).ok;
  }, [name, input] as const);
  if (!ok) throw new Error(name);
}

describe.skipIf(!BROWSER_PATH)('a second tab (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let tab: Page;
  /** Streams that were asked for and are not answered yet. */
  const waiting: Route[] = [];
  /** Opens the stream for a moment: it ends at once, and the browser asks for the next one, which waits. */
  const openStream = async (): Promise<void> => {
    await vi.waitFor(() => { expect(waiting).toHaveLength(1); }, { timeout: 10_000, interval: 20 });
    await waiting.pop()?.fulfill({ status: 200, headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }, body: 'retry: 10\n\n' });
  };
  beforeAll(async () => {
    product = await openProduct({ reducedMotion: 'reduce' });
    await ask(product.page, 'vault.create', { passphrase: 'violet tractor seven harbors' });
    tab = await product.context.newPage();
    await tab.route('**/events', (route) => { waiting.push(route); });
    await tab.goto(`${new URL(product.page.url()).origin}/`);
    await openStream();
    await tab.getByRole('navigation', { name: en.t('nav.label') }).getByRole('link', { name: en.t('nav.students') }).click();
    await tab.getByRole('heading', { level: 1, name: en.t('nav.students') }).waitFor();
    await vi.waitFor(() => { expect(waiting).toHaveLength(1); }, { timeout: 10_000, interval: 20 });
  });
  afterAll(async () => {
    const { seen } = product;
    await tab.close();
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('shows a student who was added while nothing could be told', async () => {
    await ask(product.page, 'students.create', STUDENT);
    expect(await tab.getByRole('link', { name: STUDENT.name }).count()).toBe(0);
    await openStream();
    await tab.getByRole('link', { name: STUDENT.name }).waitFor();
  });
  it('speaks the language that was chosen meanwhile', async () => {
    await ask(product.page, 'app.setSettings', { lang: 'es' });
    await openStream();
    await tab.getByRole('heading', { level: 1, name: es.t('nav.students') }).waitFor();
  });
  it('forgets the students when they were locked away meanwhile', async () => {
    expect(await tab.getByRole('link', { name: STUDENT.name }).count()).toBe(1);
    await ask(product.page, 'vault.lock', {});
    await openStream();
    await tab.getByRole('heading', { name: es.t('vault.unlock.title') }).waitFor();
    expect(await tab.getByText(STUDENT.name).count()).toBe(0);
  });
});
