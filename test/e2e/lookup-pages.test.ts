/** Looking up in a real browser: what one sees without scrolling, keys of the list, filters, and a comparison that follows what is typed. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const WINDOW = { width: 1366, height: 768 };
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
const search = (page: Page): Locator => page.getByRole('searchbox');
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
/** True when the whole of it lies in the window as it was opened. */
async function isInWindow(place: Locator): Promise<boolean> {
  const box = await place.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= WINDOW.height && box.x >= 0 && box.x + box.width <= WINDOW.width;
}
async function find(page: Page, text: string): Promise<void> {
  // The field keeps its words from page to page; the same words again are no change.
  await search(page).fill('');
  await search(page).fill(text);
  await heading(page, new RegExp(`“${text}”`)).waitFor();
}
async function compare(page: Page, text: string): Promise<void> {
  await find(page, text);
  await page.getByRole('button', { name: /^Add to compare/, pressed: false }).first().click();
  await page.getByText(/is in the comparison/).waitFor();
}

describe.skipIf(!BROWSER_PATH)('looking up (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  beforeAll(async () => {
    product = await openProduct({ viewport: WINDOW, reducedMotion: 'reduce' });
    page = product.page;
    await page.evaluate(async () => {
      await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ areaId: '3900004' }) });
    });
    await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('shows five results without scrolling, and fields to start with', async () => {
    await page.getByRole('link', { name: 'Explore' }).click();
    await heading(page, 'What can lead to a good job here?').waitFor();
    const rows = page.getByRole('list').getByRole('listitem').filter({ has: page.getByRole('img') });
    expect(await isInWindow(page.getByRole('navigation', { name: 'By field' }))).toBe(true);
    for (let index = 0; index < 5; index += 1) expect(await isInWindow(rows.nth(index)), `row ${index + 1}`).toBe(true);
    await find(page, 'nurse');
    for (let index = 0; index < 5; index += 1) expect(await isInWindow(rows.nth(index)), `found row ${index + 1}`).toBe(true);
  });

  it('goes on with the list past its first forty, by the arrow and by the button', async () => {
    await page.getByRole('link', { name: 'Explore' }).click();
    await search(page).fill('');
    await heading(page, 'What can lead to a good job here?').waitFor();
    const rows = page.locator('[data-result]');
    await expect.poll(() => rows.count()).toBe(40);
    await rows.first().focus();
    await page.keyboard.press('End');
    const last = await focused(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows.count()).toBeGreaterThan(40);
    await expect.poll(() => focused(page)).toBe(await rows.nth(40).innerText());
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(last);
    await find(page, 'a');
    await expect.poll(() => rows.count()).toBe(40);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(40);
    await expect.poll(() => focused(page)).toBe(await rows.nth(40).innerText());
  });

  it('shows verdict, pay and trail of a credential without scrolling', async () => {
    await find(page, 'practical nurse');
    await search(page).press('Enter');
    await heading(page, /^Practical nurse/).waitFor();
    expect(await isInWindow(page.getByRole('heading', { name: 'High value here' }))).toBe(true);
    for (const chart of await page.getByRole('img', { name: /a year/ }).all()) expect(await isInWindow(chart)).toBe(true);
    expect(await isInWindow(page.getByRole('list', { name: 'The trail' }))).toBe(true);
    expect(await page.getByRole('img', { name: /^Without training: the middle worker makes \$34,850 a year\. Half/ }).count()).toBe(1);
  });

  it('moves, compares, prints and opens by keys; a letter in a field is a letter', async () => {
    await find(page, 'nurse');
    await search(page).press('ArrowDown');
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('c');
    await page.getByText(`${second} is in the comparison: 1 of 4.`).waitFor();
    await page.keyboard.press('c');
    await page.getByText(`${second} is no longer in the comparison.`).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('Enter');
    await heading(page, first).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, /“nurse”/).waitFor();
    // Back on the list the focus is on its heading, and the keys go on where one was.
    await page.keyboard.press('p');
    await heading(page, /^(?!.*“nurse”)/).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, /“nurse”/).waitFor();
    // Enter right after the last letter opens what that letter finds, not what was there before it.
    await search(page).fill('');
    await search(page).pressSequentially('practical nurse');
    await page.keyboard.press('Enter');
    await heading(page, /^Practical nurse/).waitFor();
    await search(page).fill('');
    await search(page).pressSequentially('cp');
    expect(await search(page).inputValue()).toBe('cp');
  });

  it('finds ways to a job, and says which limit is in the way and how far', async () => {
    await search(page).fill('29-1141');
    await search(page).press('Enter');
    await heading(page, 'Registered Nurses').waitFor();
    const panel = page.getByRole('region', { name: 'Ways to get there' });
    const way = panel.getByRole('list', { name: 'Way 1' });
    await way.waitFor();
    // Each credential listed is a step of a way, or it is said why not.
    for (const name of [/associate degree/, /bachelor's degree/]) expect(await panel.getByRole('link', { name }).or(panel.getByRole('button', { name })).count()).toBe(1);
    expect(await way.getByRole('listitem').last().innerText()).toMatch(/^Registered Nurses\s+\(this job\)$/);
    expect(await panel.getByText('plus costs we don’t know').count()).toBe(1);
    const months = panel.getByRole('textbox', { name: 'Most months' });
    await months.pressSequentially('12');
    await panel.getByText('No way is short enough. The shortest takes 36 months.').waitFor();
    expect(await panel.getByText('It takes 48 months. That is over the limit.').count()).toBe(1);
    await panel.getByRole('button', { name: 'Back to the start values' }).click();
    await way.waitFor();
    await panel.getByRole('button', { name: /^at least \$9,559/ }).click();
    await page.getByRole('complementary', { name: /.+/ }).getByText(/Our estimate from the figures on this page/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('narrows with counts that hold, and helps where nothing is left', async () => {
    await find(page, 'nurse');
    const box = page.getByRole('group', { name: 'Value here' }).getByRole('checkbox', { name: /High value/ });
    const count = Number(/\d+$/.exec((await page.getByRole('group', { name: 'Value here' }).locator('label', { hasText: 'High value' }).innerText()).trim())?.[0]);
    await box.check({ force: true });
    await heading(page, new RegExp(`^${count} credential`)).waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await find(page, 'zzqqxx');
    await page.getByText(/the start of a word is enough/).waitFor();
    await page.getByRole('button', { name: 'Look by field' }).click();
    await heading(page, 'What can lead to a good job here?').waitFor();
  });

  it('compares, and works it out again with every key', async () => {
    for (const text of ['nurse aide', 'practical nurse']) await compare(page, text);
    await page.getByRole('link', { name: /^Compare/ }).click();
    await heading(page, 'Two ways into one field: Health').waitFor();
    const curve = page.getByRole('img', { name: /^Money ahead of a job without training over 10 years/ });
    const before = await curve.getAttribute('aria-label');
    const hours = page.getByRole('textbox', { name: 'Hours of work a week in school' });
    await hours.fill('4');
    await expect.poll(() => curve.getAttribute('aria-label')).not.toBe(before);
    const four = await curve.getAttribute('aria-label');
    await hours.pressSequentially('0');
    await expect.poll(() => curve.getAttribute('aria-label')).not.toBe(four);
    await hours.pressSequentially('0');
    await page.getByText('This is not a whole number from 0 to 40.').waitFor();
    await page.getByRole('textbox', { name: 'Years looked at' }).fill('5');
    await page.getByRole('img', { name: /over 5 years/ }).waitFor();
    await page.getByRole('button', { name: 'Back to the start values' }).click();
    await expect.poll(() => curve.getAttribute('aria-label')).toBe(before);
    const names = () => page.getByRole('rowheader').allInnerTexts();
    const order = (await names()).slice(0, 2);
    await page.getByRole('button', { name: /^Move down/ }).first().click();
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual([...order].reverse());
    await page.getByRole('button', { name: /^Take out/ }).first().click();
    await page.getByRole('button', { name: /^Take out/ }).first().click();
    await page.getByRole('heading', { name: 'Compare two to four ways' }).waitFor();
  });

  it.each([683, 320])('never makes the page wider than a window of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 600 });
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await find(page, 'practical nurse');
    expect(await over()).toBe(0);
    await search(page).press('Enter');
    await heading(page, /^Practical nurse/).waitFor();
    expect(await over()).toBe(0);
    await page.getByRole('button', { name: 'Add to compare' }).click();
    await page.getByRole('link', { name: /^Compare/ }).click();
    await heading(page, /^One way/).waitFor();
    expect(await over()).toBe(0);
    await page.getByRole('button', { name: /^Take out/ }).click();
    await page.setViewportSize(WINDOW);
  });
});
