/** Steps that several tests take on the page. */
import type { Locator, Page } from 'playwright-core';

/** A panel of a page by its title. */
export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** Changes settings as the page would; the page hears of it by its stream. */
export async function setSettings(page: Page, change: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (body) => {
    await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }, change);
}

/** Types into the search and opens the first thing that is found. */
export async function openFirst(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('heading', { level: 1, name: new RegExp(`[“«"]${text}[”»"]`) }).waitFor();
  await page.keyboard.press('Enter');
}
