/** The main story in the desktop app on the stand-in, by pointer and by keyboard alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEYBOARD, POINTER } from '../e2e/lib/hands.ts';
import { STUDENT, tellMainStory } from '../e2e/lib/main-story.ts';
import { textOfPdf } from '../e2e/lib/pdf-text.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady, until } from './testing.ts';

describe.skipIf(cannotRun)(`the main story on the desktop ${WHY}`, () => {
  it.each([POINTER, KEYBOARD].map((make) => make()))('is told by $name', async (hands) => {
    const dataDir = await makeDataDir();
    let shell = await startReady(dataDir);
    const records: Awaited<ReturnType<typeof shell.ask<'record'>>>[] = [];
    try {
      const pdf = await tellMainStory({
        page: () => shell.page(),
        restart: async () => {
          records.push(await shell.ask('record'));
          await shell.quit();
          shell = await startReady(dataDir);
          return shell.page();
        },
        savePdf: async (_page, save) => {
          const path = join(dataDir, '..', 'plan.pdf');
          await shell.ask('saveAs', { path });
          await save();
          return until(() => readFile(path).catch(() => null));
        },
      }, hands);
      const { pages, text } = await textOfPdf(pdf);
      expect(pages).toBeLessThanOrEqual(2);
      expect(text).toContain(`${STUDENT}’s plan`);
      records.push(await shell.ask('record'));
      for (const { escaped, violations } of records) expect({ escaped, violations }).toEqual({ escaped: [], violations: [] });
    } finally {
      await shell.quit();
      await removeDataDir(dataDir);
    }
  });
});
