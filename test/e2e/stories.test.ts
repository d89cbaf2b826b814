/** Three people, by pointer and by keyboard alone; pictures go to WAYMARK_PICTURES when it names a folder. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KEYBOARD, POINTER } from './lib/hands.ts';
import { textOfPdf } from './lib/pdf-text.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import { STORIES } from './lib/stories.ts';

const PICTURES = process.env['WAYMARK_PICTURES'];
const SOUTHERN_OHIO = '3900004';

describe.skipIf(!BROWSER_PATH)('three stories (skipped without Chrome, Edge or Chromium)', () => {
  afterAll(closeBrowser);

  it.each(STORIES.flatMap((story) => [POINTER(), KEYBOARD()].map((hands) => ({ story, hands, name: story.name, by: hands.name }))))('$name, by $by', async ({ story, hands }) => {
    const product = await openProduct({ reducedMotion: 'reduce' });
    try {
      const { page } = product;
      await page.evaluate(async (areaId) => {
        await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ areaId }) });
      }, SOUTHERN_OHIO);
      await page.getByRole('button', { name: /Southern Ohio/ }).waitFor();
      await story.tell(page, hands, {
        print: async (save) => {
          await page.getByText(/^(One page|\d pages)$/).waitFor();
          const [download] = await Promise.all([page.waitForEvent('download'), save()]);
          const { pages, text } = await textOfPdf(await readFile(await download.path()));
          expect(pages).toBeLessThanOrEqual(2);
          return text;
        },
        look: async (name) => {
          if (PICTURES === undefined || hands.name === 'keyboard') return;
          await mkdir(PICTURES, { recursive: true });
          await page.screenshot({ path: join(PICTURES, `${story.name} - ${name}.png`) });
        },
      });
      process.stdout.write(`${story.name} by ${hands.name}: ${hands.count.clicks} clicks, ${hands.count.keys} keys\n`);
      expect(product.seen).toEqual({ outside: [], violations: [], errors: [] });
    } finally {
      await product.close();
    }
  });
});
