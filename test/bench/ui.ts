/** What a person waits for on the screens, and what the page takes: in a real browser, on the whole starter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Series } from '../../scripts/lib/bench.ts';
import { ROOT } from '../../scripts/lib/paths.ts';
import { BROWSER_PATH, closeBrowser, openBrowser, openProduct } from '../e2e/lib/product.ts';
import { painted } from './painted.ts';

export const name = 'ui';

const WORDS = ['nurse', 'electrician', 'weld', 'comptia', 'truck'];
const PAGES = ['Home', 'Explore', 'Handouts', 'Settings'];
const EARLY = 20;
const LATE = 200;

/** Every script that the page asks for before it can be used, compressed, in kB. */
function firstLoad(): number {
  const folder = join(ROOT, 'dist', 'renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  if (scripts.length === 0) throw new Error('the page names no script');
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).byteLength, 0) / 1000;
}

/** Bytes of script memory after what nobody needs is gone. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

export async function run(): Promise<readonly Series[]> {
  if (!BROWSER_PATH) {
    process.stdout.write('  left out: no Chrome, Edge or Chromium was found\n');
    return [];
  }
  await openBrowser();
  const product = await openProduct({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = product;
  const search = page.getByRole('searchbox', { name: 'Search' });
  try {
    await page.evaluate(async () => {
      await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ areaId: '39' }) });
    });
    const keys: number[] = [];
    for (const word of [...WORDS, ...WORDS]) {
      await search.fill('');
      await page.waitForTimeout(300);
      for (const key of word) {
        keys.push(await painted(page, 'main', () => page.keyboard.press(key)));
        await page.waitForTimeout(120);
      }
    }
    const opened: number[] = [];
    for (const text of ['practical nurse', 'welding certification', 'cosmetology', 'security+', 'hvac', 'paramedic', 'dental hygiene', 'barber', 'forklift', 'real estate']) {
      await search.fill('');
      await search.fill(text);
      await page.getByRole('heading', { level: 1, name: new RegExp(`“${text.replace('+', '\\+')}”`) }).waitFor();
      await page.waitForTimeout(200);
      opened.push(await painted(page, 'main', () => search.press('Enter'), 'article.lookup'));
    }
    for (const text of ['nurse aide', 'practical nurse', 'paramedic', 'dental assist']) {
      await search.fill('');
      await search.fill(text);
      await page.getByRole('heading', { level: 1, name: new RegExp(`“${text}”`) }).waitFor();
      await page.getByRole('button', { name: /^Add to compare/, pressed: false }).first().click();
    }
    await page.getByRole('link', { name: /^Compare/ }).click();
    const hours = page.getByRole('textbox', { name: 'Hours of work a week in school' });
    const assumptions: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      await hours.fill('');
      await page.waitForTimeout(200);
      assumptions.push(await painted(page, '.curve', () => hours.press(String(1 + (run % 9)))));
      await page.waitForTimeout(100);
    }
    let early = NaN;
    for (let count = 1; count <= LATE; count += 1) {
      if (count % 5 === 0) {
        await search.fill(WORDS[(count / 5) % WORDS.length] ?? 'nurse');
        await page.locator('[data-result]').first().waitFor();
        await search.press('Enter');
        await page.locator('article.lookup').waitFor();
      } else {
        await page.getByRole('link', { name: new RegExp(`^${PAGES[count % PAGES.length] ?? 'Home'}`) }).first().click();
        await page.getByRole('heading', { level: 1 }).first().waitFor();
      }
      if (count === EARLY) early = await heap(page);
    }
    const late = await heap(page);
    return [
      { label: 'a key to the painted list', unit: 'ms', samples: keys }, { label: 'Enter to the painted credential', unit: 'ms', samples: opened },
      { label: 'an assumption to the painted curve', unit: 'ms', samples: assumptions },
      { label: 'first-load script, compressed', unit: 'kB', samples: [firstLoad()] },
      { label: `memory after ${LATE} pages over after ${EARLY}`, unit: '×', samples: [late / early] },
      { label: `memory after ${LATE} pages`, unit: 'MB', samples: [late / 1e6] },
    ];
  } finally {
    await product.close();
    await closeBrowser();
  }
}
