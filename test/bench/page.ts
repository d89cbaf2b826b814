/** What a person waits for: the first usable page, a plan on paper. In a real browser. */
import { randomUUID } from 'node:crypto';
import { time } from '../../scripts/lib/bench.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { BROWSER_PATH, closeBrowser, makeDataFolder, openBrowser, openProduct, startHost } from '../e2e/lib/product.ts';

export const name = 'page';

/** From starting the program on an empty data folder to a page that shows its heading. */
async function coldStart(): Promise<void> {
  const folder = await makeDataFolder();
  const host = await startHost(folder.dir);
  const context = await (await openBrowser()).newContext();
  const page = await context.newPage();
  await page.goto(host.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.close();
  await host.stop();
  await folder.remove();
}

export async function run(): Promise<readonly Series[]> {
  if (!BROWSER_PATH) {
    process.stdout.write('  left out: no Chrome, Edge or Chromium was found\n');
    return [];
  }
  await openBrowser();
  const cold = await time('start to a usable page, first time', 5, coldStart, { warmUps: 1 });
  const product = await openProduct({ reducedMotion: 'reduce' });
  const { page } = product;
  try {
    const call = <T>(method: string, input: unknown): Promise<T> =>
      page.evaluate(async ([path, body]) => {
        const response = await fetch(`/call/${String(path)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        return ((await response.json()) as { value: never }).value;
      }, [method, input] as const);
    await call('app.setSettings', { areaId: '39' });
    const { results } = await call<{ results: { id: string }[] }>('reference.search', { text: 'practical nurse', areaId: '39', lang: 'en', kinds: ['credential'] });
    await call('vault.create', { passphrase: `violet tractor ${randomUUID()}` });
    const { id: studentId } = await call<{ id: string }>('students.create', { name: 'A student', grade: 11, graduates: '2028-06', birthMonth: null, lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' });
    const { id: planId } = await call<{ id: string }>('plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: [results[0]?.id] });
    const pdf = await time('PDF of a plan', 10, async () => {
      const { handle } = await call<{ handle: string }>('print.chooseFile', { suggestedName: 'plan.pdf' });
      await call('print.savePdf', { request: { kind: 'family-plan', planId, lang: 'en', large: false, studentNumber: false }, handle });
    }, { warmUps: 1 });
    const heap = await page.evaluate(() => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0);
    return [cold, pdf, { label: 'memory of the page (script)', unit: 'MB', samples: [heap / 1e6] }];
  } finally {
    await product.close();
    await closeBrowser();
  }
}
