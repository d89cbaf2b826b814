/** Packs of data in a real browser: a file is opened, seen through, put in use, taken back, kept beside those of other areas; a damaged one is refused in words. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackRows } from '../../db/pack/pack-reader.ts';
import { writePack } from '../../db/pack/pack-writer.ts';
import type { Row } from '../../db/pack/order.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';

const STARTER = fileURLToPath(new URL('../../dist/resources/starter.pack', import.meta.url));

/** The starter as another edition, with only a part of its projections. */
async function makePack(out: string, edition: string, keepOutlooks: number, scope = 'us'): Promise<void> {
  const { rows } = await readPackRows(STARTER);
  const meta = (rows.get('meta') ?? []).map((row): Row => (row[0] === 'edition' ? ['edition', edition] : row[0] === 'scope' ? ['scope', scope] : row));
  const outlook = rows.get('outlook') ?? [];
  await writePack({ rows: new Map(rows).set('meta', meta).set('outlook', outlook.slice(0, Math.floor(outlook.length * keepOutlooks))), out });
}

describe.skipIf(!BROWSER_PATH)('packs (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  let folder: string;
  let panel: Locator;
  beforeAll(async () => {
    product = await openProduct({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' });
    page = product.page;
    folder = await mkdtemp(join(tmpdir(), 'waymark packs ñ #1 100% '));
    await makePack(join(folder, 'good.pack'), '2027-test', 0.95);
    await makePack(join(folder, 'poor.pack'), '2027-poor', 0.5);
    await makePack(join(folder, 'ohio.pack'), '2027-ohio', 1, '39');
    const bytes = await readFile(join(folder, 'good.pack'));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5000) ^ 1, bytes.length - 5000);
    await writeFile(join(folder, 'damaged.pack'), bytes);
    await page.getByRole('link', { name: 'Data' }).first().click();
    panel = page.getByRole('region', { name: 'Packs of data' });
    await panel.getByText('came with Waymark').waitFor();
    // Four packs of the whole starter are written first.
  }, 300_000);
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    await rm(folder, { recursive: true, force: true });
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });
  /** Picks a file in the browser's own chooser, as the button opens it. */
  const open = async (name: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), panel.getByRole('button', { name: 'Open a pack…' }).click()]);
    await chooser.setFiles(join(folder, name));
  };

  it('show what they are before anything changes', async () => {
    await open('good.pack');
    await panel.getByRole('heading', { name: 'This pack' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('This pack');
    await panel.getByText('edition 2027-test').waitFor();
    await panel.getByText('Bureau of Labor Statistics', { exact: false }).first().waitFor();
    await panel.getByText('nothing big goes away').waitFor({ timeout: 90_000 });
    await panel.getByRole('row', { name: /projections/ }).waitFor();
    await panel.getByRole('button', { name: 'Leave things as they are' }).click();
    await panel.getByText('came with Waymark').waitFor();
  });
  it('are put in use while the page goes on, and stay in use after a reload', async () => {
    await open('good.pack');
    await panel.getByRole('button', { name: 'Use this pack' }).click();
    await panel.getByText('is in use now').waitFor({ timeout: 90_000 });
    await page.getByRole('heading', { name: 'Edition 2027-test' }).waitFor();
    await page.getByRole('searchbox').fill('electrician');
    await page.getByRole('heading', { level: 1, name: /electrician/ }).waitFor();
    await page.getByRole('link', { name: 'Data' }).first().click();
  });
  it('can be taken back, and taken again', async () => {
    await panel.getByRole('button', { name: /Go back to edition/ }).click();
    await panel.getByText('is in use again').waitFor();
    await panel.getByText('came with Waymark').waitFor();
    await panel.getByRole('button', { name: 'Go back to edition 2027-test' }).click();
    await page.getByRole('heading', { name: 'Edition 2027-test' }).waitFor();
  });
  it('that lose much are told so first', async () => {
    await open('poor.pack');
    await panel.getByText('Look at this before you use the pack').waitFor({ timeout: 90_000 });
    await panel.getByText(/projections are gone/).waitFor();
    await panel.getByRole('button', { name: 'Use it all the same' }).waitFor();
    await panel.getByRole('button', { name: 'Leave things as they are' }).click();
  });
  it('for another area say for which, stay beside the others, and can be removed', async () => {
    await open('ohio.pack');
    await panel.getByText('This pack is for Ohio; you have the whole United States.', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Use it all the same' }).click();
    await panel.getByText('is in use now').waitFor({ timeout: 90_000 });
    await panel.getByRole('row', { name: /2027-ohio.*In use.*Ohio/ }).waitFor();
    await panel.getByRole('row', { name: /came with Waymark/ }).getByRole('button', { name: /^Use edition/ }).click();
    await panel.getByRole('row', { name: /came with Waymark.*In use/ }).waitFor({ timeout: 90_000 });
    await panel.getByRole('row', { name: /2027-test/ }).getByRole('button', { name: /^Use edition 2027-test/ }).click();
    await page.getByRole('heading', { name: 'Edition 2027-test' }).waitFor({ timeout: 90_000 });
    await panel.getByRole('button', { name: 'Remove edition 2027-ohio' }).click();
    await page.getByRole('alertdialog', { name: 'Remove this edition?' }).getByText('for Ohio', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await panel.getByRole('row', { name: /2027-ohio/ }).waitFor({ state: 'detached' });
    expect(await panel.getByRole('row', { name: /came with Waymark/ }).getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  });
  it('that are damaged or no packs are refused in words', async () => {
    await open('damaged.pack');
    await panel.getByRole('alert').getByText(/changed or damaged|damaged/i).waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await writeFile(join(folder, 'photo.pack'), 'not a pack at all');
    await open('photo.pack');
    await panel.getByRole('alert').waitFor();
    await page.getByRole('heading', { name: 'Edition 2027-test' }).waitFor();
  });
});
