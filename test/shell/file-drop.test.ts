/** Files dropped on the app's window: a pack is looked into, anything else is refused in words, and nothing ever takes the place of the page. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from './driver.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady } from './testing.ts';

const STARTER = fileURLToPath(new URL('../../dist/resources/starter.pack', import.meta.url));

describe.skipIf(cannotRun)(`a file dropped on the window ${WHY}`, () => {
  let shell: Shell;
  let page: Page;
  let browser: CDPSession;
  let dataDir = '';
  let folder = '';
  beforeAll(async () => {
    dataDir = await makeDataDir();
    folder = join(dataDir, '..', 'stick ñ #1 100%');
    await mkdir(folder, { recursive: true });
    shell = await startReady(dataDir);
    page = await shell.page();
    browser = await page.context().newCDPSession(page);
  });
  afterAll(async () => {
    const record = await shell.ask('record');
    await shell.quit();
    await removeDataDir(dataDir);
    expect(record).toMatchObject({ escaped: [], violations: [] });
  });
  /** Drops as the system does: the page is asked while the pointer is over it, then told. */
  const drop = async (data: { readonly files?: string[]; readonly items?: { mimeType: string; data: string }[] }, { x, y } = { x: 600, y: 400 }): Promise<void> => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await browser.send('Input.dispatchDragEvent', { type, x, y, data: { items: data.items ?? [], files: data.files ?? [], dragOperationsMask: 1 } });
    }
  };
  const alert = () => page.getByRole('region', { name: 'Packs of data' }).getByRole('alert');

  it('that is a pack is looked into on the page of data, wherever one was', async () => {
    await page.getByRole('link', { name: 'Settings' }).first().click();
    await drop({ files: [STARTER] });
    await page.getByRole('heading', { name: 'This pack' }).waitFor();
    await page.getByText('This edition is in use already.').waitFor();
    await page.getByRole('button', { name: 'Leave things as they are' }).click();
  });

  it.each([
    ['text', 'notes.txt', 'no pack'], ['page', 'evil.html', '<title>gone</title><script>document.title = "gone"</script>'], ['picture', 'photo.png', '\u0089PNG'],
    ['PDF', 'plan.pdf', '%PDF-1.7'], ['pack that is none', 'fake.pack', '{"waymarkPack":"x"}'],
  ])('that is a %s is refused in words and never takes the place of the page', async (_what, name, content) => {
    await writeFile(join(folder, name), content);
    await drop({ files: [join(folder, name)] });
    await alert().waitFor();
    expect(await page.evaluate(() => [location.href, document.title])).toEqual(['https://waymark.invalid/index.html', 'Data · Waymark']);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('does nothing over a dialog, and as an address, as a folder or in a field it changes no page', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await drop({ files: [STARTER] });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { name: 'This pack' }).count()).toBe(0);
    await drop({ items: [{ mimeType: 'text/uri-list', data: 'https://example.org/' }] });
    const field = await page.getByRole('searchbox', { name: 'Search' }).boundingBox();
    if (!field) throw new Error('the search field has no place');
    await drop({ files: [folder] }, { x: field.x + 20, y: field.y + 10 });
    await alert().waitFor();
    expect(await page.evaluate(() => location.href)).toBe('https://waymark.invalid/index.html');
    expect((await shell.ask('record')).openedLinks).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('has no place to tell for a file that the page made, and main takes none from elsewhere', async () => {
    const made = await page.evaluate(() => waymark.take(new File(['x'], '/etc/hostname')));
    expect(made).toEqual({ ok: false, code: 'file-handle-unknown', params: {} });
    const noFile = await page.evaluate(() => waymark.take(['/etc/hostname']));
    expect(noFile).toEqual({ ok: false, code: 'file-handle-unknown', params: {} });
    const forge = (parts: { readonly url?: string; readonly framed?: boolean; readonly foreign?: boolean; readonly path?: unknown }) =>
      shell.ask('forge', { channel: 'waymark:file', url: parts.url ?? 'app://waymark/index.html', framed: parts.framed ?? false, foreign: parts.foreign ?? false, args: [parts.path ?? STARTER] });
    for (const parts of [{ url: 'https://example.org/' }, { framed: true }, { foreign: true }]) expect(await forge(parts)).toEqual({ value: { ok: false, code: 'forbidden', params: {} } });
    for (const path of ['starter.pack', '', 7]) expect(await forge({ path })).toEqual({ value: { ok: false, code: 'file-handle-unknown', params: {} } });
    expect(await forge({})).toMatchObject({ value: { ok: true, value: { handle: expect.stringMatching(/^[\w-]{43}$/) as string } } });
  });
});
