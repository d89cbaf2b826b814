/** The main story on the loopback host, by pointer and by keyboard alone. */
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { KEYBOARD, POINTER } from './lib/hands.ts';
import { STUDENT, tellMainStory } from './lib/main-story.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import { textOfPdf } from './lib/pdf-text.ts';

describe.skipIf(!BROWSER_PATH)('the main story on the loopback host (skipped without Chrome, Edge or Chromium)', () => {
  afterAll(closeBrowser);

  it.each([POINTER, KEYBOARD].map((make) => make()))('is told by $name', async (hands) => {
    const product = await openProduct();
    try {
      const pdf = await tellMainStory({
        page: () => Promise.resolve(product.page),
        restart: product.restart,
        savePdf: async (page, save) => {
          const [download] = await Promise.all([page.waitForEvent('download'), save()]);
          return readFile(await download.path());
        },
      }, hands);
      const { pages, text } = await textOfPdf(pdf);
      expect(pages).toBeLessThanOrEqual(2);
      for (const word of [`${STUDENT}’s plan`, 'Work as a nurse near home', 'Visit the nursing program', 'December 12', 'Plan B', 'Not a promise.', 'Data checked']) expect(text).toContain(word);
      expect(text).not.toMatch(/\b(NPV|IRR|percentile|vintage|edition)\b/i);
      process.stdout.write(`main story by ${hands.name}: ${hands.count.clicks} clicks, ${hands.count.keys} keys\n`);
      expect(product.seen).toEqual({ outside: [], violations: [], errors: [] });
    } finally {
      await product.close();
    }
  });
});
