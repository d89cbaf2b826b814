/** Every credential of the starter printed for real, in both languages: how many pages each takes, and how long it takes to make. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPdfPages } from '../../electron/host/pdf-pages.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { bundlePages } from '../../scripts/lib/build.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { openPrintPage } from '../e2e/lib/print-page.ts';
import { AREA, openStarterSheets } from '../e2e/lib/starter-sheets.ts';

export const name = 'sheets';

export async function run(): Promise<readonly Series[]> {
  const browser = findBrowser();
  if (browser === null) {
    process.stdout.write('  skipped: no Chrome, Edge or Chromium on this machine\n');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'waymark bench sheets '));
  await bundlePages(folder);
  const [print, starter] = await Promise.all([openPrintPage(browser, folder), openStarterSheets()]);
  try {
    const series: Series[] = [];
    for (const [lang, large] of [['en', false], ['es', false], ['en', true], ['es', true]] as const) {
      const [pages, made]: [number[], number[]] = [[], []];
      for (const credentialId of starter.credentialIds) {
        const start = performance.now();
        await print.show(starter.document({ kind: 'credential-sheet', credentialId, areaId: AREA, lang, large }));
        pages.push(countPdfPages(await print.pdf()));
        made.push(performance.now() - start);
      }
      const label = `credential sheets, ${lang}${large ? ', large' : ''}`;
      series.push({ label: `${label}: pages`, unit: 'pages', samples: pages }, { label: `${label}: laid out and printed`, unit: 'ms', samples: made });
    }
    return series;
  } finally {
    await print.close();
    await starter.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
