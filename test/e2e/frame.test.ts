/** The frame of the page in a real browser: first use, keys, evidence, settings, narrow windows, and an end of the host; then axe. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PATH, closeBrowser, makeDataFolder, openBrowser, openProduct, startHost } from './lib/product.ts';
import type { Product } from './lib/product.ts';

/** The element with the focus, as a person would name it. */
const focused = (page: Page): Promise<string> => page.evaluate(() => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.textContent ?? ''}`.trim());
const place = (page: Page, name: string | RegExp) => page.getByRole('navigation', { name: /^(Pages|Páginas)$/ }).getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe.skipIf(!BROWSER_PATH)('the frame', () => {
  let product: Product;
  beforeAll(async () => { product = await openProduct(); });
  afterAll(async () => { await product?.close(); await closeBrowser(); });

  it('asks for the area first, by keyboard alone', async () => {
    const { page } = product;
    await heading(page, 'What brings you here today?').waitFor();
    const field = page.getByRole('combobox', { name: 'Area' });
    await field.focus();
    await page.keyboard.type('ohio south');
    await page.getByRole('option', { name: 'Southern Ohio' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(/^Southern Ohio, outside metro areas\./).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Start with your area' }).count()).toBe(0);
  });

  it('searches from anywhere, opens what is found, explains a figure and goes back', async () => {
    const { page } = product;
    await page.keyboard.press('/');
    await page.keyboard.type('practical nurse');
    await heading(page, /practical nurse/).waitFor();
    expect(await focused(page)).toMatch(/^INPUT/);
    await page.keyboard.press('Enter');
    await heading(page, /^Practical nurse/).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^H1 Practical nurse/);
    // The address names nothing of where one is.
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);

    const figure = page.getByRole('button', { name: /where it comes from$/ }).first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Where this comes from' });
    await panel.getByText('Occupational Employment and Wage Statistics, states and nonmetropolitan areas').waitFor();
    await panel.getByText('Southern Ohio nonmetropolitan area').waitFor();
    await expect.poll(() => focused(page)).toBe('H2 Where this comes from');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, /for “practical nurse”/).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await heading(page, /^Practical nurse/).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('keeps settings through an end and a new start, and says a wrong one beside its field', async () => {
    let { page } = product;
    await place(page, 'Settings').click();
    const minutes = page.getByRole('textbox', { name: 'Lock after minutes without use' });
    await minutes.fill('999');
    await minutes.press('Enter');
    await page.getByText('This is not a whole number from 1 to 240.').waitFor();
    await minutes.fill('25');
    await minutes.press('Enter');
    await page.getByRole('textbox', { name: 'Name of the school or center' }).fill('Vinton County High School');
    await page.getByRole('textbox', { name: 'Your phone number' }).fill('740-555-0100');
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    const kept = page.waitForResponse(/app\.setSettings$/);
    await page.getByRole('button', { name: /^Language/ }).click();
    await kept;
    await heading(page, 'Ajustes').waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['es', 'Ajustes · Waymark']);

    page = await product.restart();
    await heading(page, '¿Qué le trae hoy por aquí?').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await place(page, 'Ajustes').click();
    expect(await page.getByRole('textbox', { name: 'Nombre de la escuela o del centro' }).inputValue()).toBe('Vinton County High School');
    expect(await page.getByRole('textbox', { name: 'Cerrar tras minutos sin uso' }).inputValue()).toBe('25');
    await page.getByRole('button', { name: /^Idioma/ }).click();
    await heading(page, 'Settings').waitFor();
  });

  it('names edition, sources and what is kept where', async () => {
    const { page } = product;
    await place(page, /^Data/).click();
    await page.getByRole('row', { name: /^Student file Yes, encrypted/ }).waitFor();
    expect(await page.getByRole('row', { name: /O\*NET .*CC BY 4\.0/ }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show the licenses of all parts' }).click();
    await page.frameLocator('iframe').getByText('# Third-party notices').waitFor();
  });

  it.each([[320, 640], [683, 384], [1000, 700], [1920, 1080]])('fits a window of %i × %i without a sideways scroll', async (width, height) => {
    const { page } = product;
    await page.setViewportSize({ width, height });
    for (const name of ['Home', 'Explore', 'Compare', 'Students', 'Handouts', /^Data/, 'Settings'] as const) {
      await place(page, name).click();
      await page.getByRole('heading').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${String(name)} at ${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('passes axe with its pages in both languages and three themes', async () => {
    const { page } = product;
    const found: string[] = [];
    const look = async (what: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html.slice(0, 120) ?? ''}`));
    };
    for (const lang of ['English', 'Español']) {
      for (const theme of [/^(Light|Claro)$/, /^(Dark|Oscuro)$/, /^(High contrast|Alto contraste)$/]) {
        await place(page, /^(Settings|Ajustes)$/).click();
        await page.getByRole('radio', { name: lang }).check({ force: true });
        await page.getByRole('radio', { name: theme }).check({ force: true });
        await expect.poll(() => page.getByRole('radio', { name: theme }).isChecked()).toBe(true);
        const state = `${lang} ${theme.source}`;
        await look(`settings ${state}`);
        await place(page, /^(Home|Inicio)$/).click();
        await heading(page, /\?$/).waitFor();
        await look(`home ${state}`);
        await place(page, /^(Data|Datos)/).click();
        await page.getByRole('table').last().waitFor();
        await look(`data ${state}`);
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        await look(`keys ${state}`);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    expect(found).toEqual([]);
  });

  it('asked nothing of the world, broke no rule of the content policy and had no error', () => {
    expect(product.seen).toEqual({ outside: [], violations: [], errors: [] });
  });
});

describe.skipIf(!BROWSER_PATH)('a host that ends', () => {
  afterAll(closeBrowser);

  it('is told by the page in words', async () => {
    const folder = await makeDataFolder();
    const host = await startHost(folder.dir);
    const context = await (await openBrowser()).newContext({ locale: 'es-US' });
    try {
      const page = await context.newPage();
      await page.goto(host.address);
      await heading(page, 'What brings you here today?').waitFor();
      await host.stop();
      await heading(page, 'Waymark has stopped').waitFor();
      await page.getByText('Everything saved before is safe.').waitFor();
    } finally {
      await context.close();
      await folder.remove();
    }
  });
});
