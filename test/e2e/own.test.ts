/** A school's own programs and phone numbers in a real browser: written once, seen where they count, printed, handed on, taken back. */
import { readFile, readdir, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';
import { openFirst, panel, setSettings } from './lib/steps.ts';

describe.skipIf(!BROWSER_PATH)('own programs and phone numbers (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  let folder: string;
  let saved: string;
  let other: Product | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark own ñ #1 100% '));
    product = await openProduct({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    page = product.page;
    await setSettings(page, { areaId: '3900004', schoolName: 'West High' });
    await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await other?.close();
    await product.close();
    await closeBrowser();
    await rm(folder, { recursive: true, force: true });
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });
  const field = (name: string | RegExp): Locator => page.getByRole('textbox', { name });
  const title = (name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
  const picture = (name: string): Promise<unknown> => (process.env['WAYMARK_PICTURES'] === undefined ? Promise.resolve() : page.screenshot({ path: join(process.env['WAYMARK_PICTURES'], `${name}.png`), fullPage: true }));

  it('are written down from the page of a credential, and what is missing is said', async () => {
    await openFirst(page, 'nurse aide');
    const own = panel(page, 'Your own programs');
    await own.getByText('can be written down here').waitFor();
    await own.getByRole('button', { name: 'Add your own' }).click();
    await title('Your own programs and phone numbers');
    const form = page.getByRole('form', { name: 'Add a program' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Type who teaches it.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.own-who') !== null)).toBe(true);
    await field('Who teaches it').fill('Pickaway CTE Center');
    await field('City').fill('Circleville');
    await field('Whom to ask for').fill('Ms. Alvarez, room 12');
    await field('Phone').fill('740-555-0112');
    await field('When they answer').fill('weekdays 8 to 3');
    await field('What a student pays').fill('a lot');
    await form.getByRole('button', { name: 'Save' }).click();
    // What cannot be read is not passed over.
    await form.getByText('This is not an amount').waitFor();
    await field('What a student pays').fill('45');
    await field('Next start').fill('1/11/2099');
    await field('Seats').fill('12');
    await form.getByRole('checkbox', { name: 'School district' }).press('Space');
    await picture('form');
    await form.getByRole('button', { name: 'Save' }).click();
    await panel(page, 'Programs').getByText('740-555-0112').waitFor();
    await page.getByText('Done: Add an entry').waitFor();
  });

  it('stand on the page of the credential, marked, each price with whose word it is', async () => {
    await page.getByRole('navigation', { name: 'The way to this page' }).getByRole('link', { name: /^Nurse aide/ }).click();
    const own = panel(page, 'Your own programs');
    await own.getByText('Pickaway CTE Center · Circleville').waitFor();
    await own.getByText('Your own', { exact: true }).waitFor();
    await own.getByText('Ms. Alvarez, room 12 · 740-555-0112 · weekdays 8 to 3').waitFor();
    await own.getByText('12 seats · starts January 11, 2099').waitFor();
    await own.getByText(/^From West High, checked /).waitFor();
    await own.getByRole('button', { name: /\$45/ }).click();
    const evidence = page.getByRole('complementary');
    await evidence.getByText('Your school’s own, from no publication').waitFor();
    await evidence.getByText('West High').waitFor();
    await page.keyboard.press('Escape');
    await picture('credential');
    // In the list it says so too.
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').fill('nurse aide');
    await page.locator('.result').first().getByText('Your own: taught near here').waitFor();
  });

  it('name whom to call where one checks before paying', async () => {
    await openFirst(page, 'nurse aide');
    await panel(page, 'Check before you pay').getByRole('link', { name: 'Add whom to call' }).click();
    const form = page.getByRole('form', { name: 'Add a phone number' });
    await field('Person or office').fill('State nurse aide registry');
    await field('Phone').fill('614-555-0150');
    await field('Phone').press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.goBack();
    await panel(page, 'Check before you pay').getByText('614-555-0150').waitFor();
  });

  it('are on the printed sheet with their source line', async () => {
    await page.getByRole('button', { name: 'Print one page' }).click();
    const paper = page.frameLocator('iframe');
    await paper.getByText('Near you').waitFor();
    await paper.getByText(/Call Ms\. Alvarez, room 12, 740-555-0112, weekdays 8 to 3\. You pay: about \$45\./).waitFor();
    await paper.getByText(/^From West High, /).first().waitFor();
    await page.getByText('One page', { exact: true }).waitFor({ timeout: 60_000 });
    await picture('sheet');
  });

  it('correct a place of the data that has ended', async () => {
    await openFirst(page, 'registered nurse');
    const schools = panel(page, 'Schools near here');
    await schools.getByRole('link', { name: /^Add what you know about/ }).first().click();
    const school = await field('Who teaches it').inputValue();
    expect(school.length).toBeGreaterThan(3);
    await page.getByRole('radio', { name: 'Not any more' }).press('Space');
    await page.getByRole('form', { name: 'Add a program' }).getByRole('button', { name: 'Save' }).click();
    await panel(page, 'Programs').getByText('Does not run any more').waitFor();
    await page.goBack();
    await schools.getByText('Does not run any more, you wrote').waitFor();
  });

  it('are taken back and done again by the usual keys', async () => {
    await page.locator('.rail-foot').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Your own programs and numbers' }).click();
    await title('Your own programs and phone numbers');
    const rows = page.locator('.own-rows > li');
    await rows.nth(2).waitFor();
    await page.getByRole('button', { name: 'Remove State nurse aide registry' }).click();
    await rows.nth(2).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await rows.nth(2).waitFor();
    await page.keyboard.press('Control+y');
    await rows.nth(2).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await rows.nth(2).waitFor();
    await page.getByRole('button', { name: 'Change State nurse aide registry' }).press('Enter');
    await field('Note').fill('Ask for the list of test sites.');
    await field('Note').press('Enter');
    await page.getByText('Ask for the list of test sites.').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Change State nurse aide registry');
  });

  it('go out as one file, without a trace of anybody but whom to call', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
    saved = join(folder, download.suggestedFilename());
    await download.saveAs(saved);
    expect(download.suggestedFilename()).toMatch(/^waymark-own-\d{4}-\d{2}-\d{2}\.json$/);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({ format: 'waymark-overlay', version: 1, school: 'West High', entries: [{}, {}, {}] });
    await page.getByText('3 entries were saved.').waitFor();
    expect((await readdir(product.dataDir)).filter((name) => name.startsWith('overlay'))).toEqual(['overlay.json']);
  });

  it('are complete in Spanish, and at 200 % no wider than the window; every screen with axe is in screens.test.ts', async () => {
    await setSettings(page, { lang: 'es' });
    await page.setViewportSize({ width: 683, height: 450 });
    await title('Sus programas y teléfonos propios');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Agregar un programa' }).first().click();
    await page.getByRole('form').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await picture('form-es-200');
    await page.setViewportSize({ width: 1366, height: 768 });
    await setSettings(page, { lang: 'en' });
  });

  it('come in on another machine after a look, and can be taken back', async () => {
    other = await openProduct({ reducedMotion: 'reduce' });
    const there = other.page;
    await setSettings(there, { areaId: '3900004' });
    await there.getByRole('button', { name: /Southern Ohio/ }).waitFor();
    const open = async (path: string): Promise<void> => {
      const [chooser] = await Promise.all([there.waitForEvent('filechooser'), there.getByRole('button', { name: 'Open a colleague’s file…' }).click()]);
      await chooser.setFiles(path);
    };
    await there.keyboard.press('Control+k');
    await there.getByRole('combobox', { name: 'Page, action, credential, job or school' }).fill('own programs');
    await there.getByRole('option', { name: 'Your own programs and numbers' }).waitFor();
    await there.keyboard.press('Enter');
    await there.getByRole('heading', { name: 'Nothing is written down yet' }).waitFor();
    await open(saved);
    await there.getByRole('heading', { name: 'This file' }).waitFor();
    await there.getByText('Saved by West High', { exact: false }).waitFor();
    await there.getByText('3 new, 0 changed, 0 the same').waitFor();
    expect(await there.evaluate(() => document.activeElement?.textContent)).toBe('This file');
    await there.getByRole('button', { name: 'Leave things as they are' }).click();
    await there.getByRole('heading', { name: 'Nothing is written down yet' }).waitFor();
    await open(saved);
    await there.getByRole('button', { name: 'Take it in' }).click();
    await panel(there, 'Programs').getByText('740-555-0112').waitFor();
    await open(saved);
    await there.getByText('0 new, 0 changed, 3 the same').waitFor();
    expect(await there.getByRole('button', { name: 'Take it in' }).count()).toBe(0);
    await there.getByRole('button', { name: 'Leave things as they are' }).click();
    await there.getByRole('button', { name: /^Undo/ }).click();
    await there.getByRole('heading', { name: 'Nothing is written down yet' }).waitFor();
    await there.getByRole('button', { name: /^Redo/ }).click();
    await panel(there, 'Programs').getByText('740-555-0112').waitFor();
    await open(join(product.dataDir, 'settings.json'));
    await there.getByRole('alert').getByText('This file holds no school entries.', { exact: false }).waitFor();
  });

  it('stay over a restart', async () => {
    if (!other) throw new Error('the other machine was not started');
    const again = await other.restart();
    await openFirst(again, 'nurse aide');
    await panel(again, 'Your own programs').getByText(/^From West High/).waitFor();
    expect(other.seen).toEqual({ outside: [], violations: [], errors: [] });
  });
});
