/**
 * Two stories of one edition. A computer with internet gets it from a real HTTPS server, sees whose plans it touches, prints the list and
 * accepts; then it goes on a stick to a computer that never was online, which refuses it with one byte changed and takes it once it is good.
 * Everything that leaves a machine on the way is written down, and nobody's name is in it.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LATER_EDITION, laterStarter, smallStarter } from '../../db/pack/test-later-starter.ts';
import { REFERENCE_FOLDER } from '../../db/reference/ensure-reference.ts';
import { prepareEdition, switchTo } from '../../db/reference/install-pack.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import '../../shared/i18n/words/updates.ts';
import { textOfPdf } from './lib/pdf-text.ts';
import { BROWSER_PATH, closeBrowser, makeDataFolder, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';
import { panel, setSettings } from './lib/steps.ts';
import { makePlans, STUDENTS } from './lib/three-plans.ts';
import { flipByte, startUpdateServer, type UpdateServer } from './lib/update-server.ts';

const { t } = createTranslator('en');
const FIRST_EDITION = '2026-11';
/** Making an edition ready takes longer than anything else a person waits for. */
const LONG = { timeout: 150_000 };
/** A folder to put pictures into, for whoever wants to look at them. */
const PICTURES = process.env['WAYMARK_PICTURES'];

/** A request of a page, whole. */
interface PageRequest {
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

describe.skipIf(!BROWSER_PATH)('an update (skipped without Chrome, Edge or Chromium)', () => {
  let home: string;
  let server: UpdateServer;
  let product: Product;
  let offline: Product;
  let page: Page;
  let updates: Locator;
  let aboutStudents: readonly string[] = [];
  const folders: Awaited<ReturnType<typeof makeDataFolder>>[] = [];
  const byPages: PageRequest[] = [];
  const stick = (): string => join(home, 'stick ñ');
  const sockets = (name: string): string => join(home, `${name}.sockets`);

  /** A product whose every request and every connection is written down. */
  const open = async (name: string, { online }: { readonly online: boolean }): Promise<Product> => {
    const folder = await makeDataFolder();
    folders.push(folder);
    if (online) {
      // The edition that the patch leads from; the other computer has what came with the app, and needs the whole edition.
      const reference = join(folder.dir, REFERENCE_FOLDER);
      await switchTo(reference, await prepareEdition({ pack: await server.publish(FIRST_EDITION, smallStarter), folder: reference }));
      await server.publish(LATER_EDITION, (rows) => laterStarter(smallStarter(rows)));
    } else await server.place(folder.dir, { address: false });
    const noting = pathToFileURL(join(import.meta.dirname, 'lib', 'note-sockets.ts')).href;
    // Without the server's certificate a computer could reach nobody if it tried.
    const env = { NODE_OPTIONS: `--import=${noting}`, WAYMARK_TEST_SOCKETS: sockets(name), ...(online ? server.env : {}) };
    const opened = await openProduct({ dataDir: folder.dir, env, reducedMotion: 'reduce' });
    opened.context.on('request', (request) => {
      byPages.push({ url: decodeURIComponent(request.url()), headers: JSON.stringify(request.headers()), body: request.postData() ?? '' });
    });
    return opened;
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'waymark stories ñ '));
    await mkdir(stick());
    server = await startUpdateServer();
    product = await open('online', { online: true });
    page = product.page;
    updates = panel(page, t('updates.title'));
    aboutStudents = await makePlans(page);
  }, 300_000);
  afterAll(async () => {
    const seen = [product, offline].map((each) => each.seen);
    for (const each of [product, offline]) await each.close();
    await closeBrowser();
    await server.close();
    for (const each of folders) await each.remove();
    await rm(home, { recursive: true, force: true });
    expect(seen).toEqual([{ outside: [], violations: [], errors: [] }, { outside: [], violations: [], errors: [] }]);
  }, 300_000);

  const goTo = (name: 'data' | 'home', on = page): Promise<void> => on.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name: t(`nav.${name}`) }).click();
  const edition = (name: string, on = page): Promise<void> => on.getByRole('heading', { name: `Edition ${name}`, exact: true }).waitFor();
  const picture = async (name: string, on = page): Promise<void> => { if (PICTURES !== undefined) await on.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true }); };
  /** Every state of the panel is looked at by axe where it comes by. */
  const look = async (name: string, on = page): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: on }).include('.updates').analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    if (PICTURES !== undefined) await on.locator('section', { has: on.locator('.updates') }).last().screenshot({ path: join(PICTURES, `${name}.png`) });
  };

  it('is looked for by nobody while no source is set up, and the page says so calmly', async () => {
    await goTo('data');
    await updates.getByText(t('updates.none')).waitFor();
    expect(await updates.getByRole('button', { name: t('updates.check') }).count()).toBe(0);
    await look('1 none');
    expect(server.asked).toEqual([]);
  });

  it('is asked about before anything is looked for, once IT has placed address and root', async () => {
    await server.place(product.dataDir);
    await goTo('home');
    await goTo('data');
    await updates.getByRole('heading', { name: t('updates.ask') }).waitFor();
    await updates.getByText(new URL(server.address).host, { exact: false }).first().waitFor();
    await look('2 asking');
    await updates.getByRole('button', { name: t('updates.ask.no') }).click();
    await updates.getByRole('heading', { name: t('updates.ask') }).waitFor({ state: 'detached' });
    expect(server.asked).toEqual([]);
  });

  it('is found with its size, by light, by dark in Spanish, and at 200 %', async () => {
    await updates.getByRole('button', { name: t('updates.check') }).click();
    await updates.getByRole('heading', { name: t('updates.found', { edition: LATER_EDITION }) }).waitFor();
    await updates.getByText(/Only what differs is fetched: [1-9][\d.]* KB/).waitFor();
    // Metadata and the list of editions; no pack and no patch.
    expect(server.asked.filter(({ url }) => /\.(pack|patch)$/.test(url))).toEqual([]);
    await look('3 found');
    await setSettings(page, { theme: 'dark', lang: 'es' });
    await page.locator('html[data-theme=dark][lang=es]').waitFor();
    await look('3 found, dark, Spanish');
    await setSettings(page, { theme: 'light', lang: 'en' });
    await page.locator('html[data-theme=light][lang=en]').waitFor();
    await page.setViewportSize({ width: 683, height: 384 });
    await look('3 found, 200 %');
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('comes by a patch while the page goes on, and is put in use when the person says so', async () => {
    await updates.getByRole('button', { name: t('updates.get', { edition: LATER_EDITION }) }).click();
    await updates.getByRole('heading', { name: t('updates.ready', { edition: LATER_EDITION }) }).waitFor(LONG);
    expect(server.asked.filter(({ url }) => /\.(pack|patch)$/.test(url)).map(({ url }) => url.split('.').at(-1))).toEqual(['patch']);
    await look('4 ready');
    await edition(FIRST_EDITION);
    await updates.getByRole('button', { name: t('updates.apply', { edition: LATER_EDITION }) }).click();
    await updates.getByText(t('updates.applied', { edition: LATER_EDITION })).waitFor();
    await look('5 in use');
    await edition(LATER_EDITION);
  });

  it('touches three plans, from one line to the list on paper', async () => {
    await goTo('home');
    await page.getByText(t('changes.line', { edition: LATER_EDITION })).waitFor();
    await goTo('data');
    await updates.getByRole('button', { name: t('changes.open') }).click();
    await page.getByRole('region', { name: t('changes.kind.retired'), exact: true }).waitFor(LONG);
    await picture('6 what changed');
    await page.getByRole('button', { name: t('touched.open') }).click();
    await page.getByRole('region', { name: 'Maya Ortega', exact: true }).waitFor(LONG);
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual(STUDENTS.map(({ name }) => name));
    await picture('7 whose plans');
    await page.getByRole('button', { name: t('touched.print') }).click();
    await page.getByText(/^(One page|\d pages)$/).waitFor(LONG);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('print.savePdf') }).click()]);
    if (PICTURES !== undefined) await download.saveAs(join(PICTURES, 'list.pdf'));
    const { text } = await textOfPdf(await readFile(await download.path()));
    for (const { name, goal } of STUDENTS) for (const word of [name, goal, LATER_EDITION]) expect(text).toContain(word);
    await page.goBack();
  });

  it('is accepted for all plans, taken back, and accepted for one', async () => {
    await page.getByRole('button', { name: t('touched.acceptAll') }).click();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: t('touched.acceptAll') }).click();
    await page.getByRole('heading', { name: t('touched.none.title') }).waitFor();
    await page.getByRole('main').getByRole('button', { name: t('app.undo') }).click();
    await page.getByRole('region', { name: 'Maya Ortega', exact: true }).waitFor();
    await page.getByRole('button', { name: t('touched.acceptOf', { name: 'Luis Delgado', goal: 'Work as a nurse' }) }).click();
    await page.getByRole('region', { name: 'Luis Delgado', exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(2);
    await picture('8 one accepted');
  });

  const writeStick = async (): Promise<void> => {
    await updates.getByLabel(t('updates.stick.where')).fill(stick());
    await updates.getByRole('button', { name: t('updates.export.write') }).click();
    await updates.getByText(`Edition ${LATER_EDITION} is on the stick now`, { exact: false }).waitFor(LONG);
  };

  it('goes on a stick, and with one byte changed is refused in words by a computer that never was online', async () => {
    await goTo('data');
    await updates.getByRole('button', { name: t('updates.export') }).click();
    await writeStick();
    await look('9 on the stick');
    await flipByte(stick(), LATER_EDITION);
    offline = await open('offline', { online: false });
    aboutStudents = [...aboutStudents, ...(await makePlans(offline.page, STUDENTS.slice(0, 1)))];
    const there = panel(offline.page, t('updates.title'));
    await goTo('data', offline.page);
    await there.getByText(t('updates.noAddress')).waitFor();
    await there.getByRole('button', { name: t('updates.stick') }).click();
    await there.getByLabel(t('updates.stick.where')).fill(stick());
    await there.getByRole('button', { name: t('updates.stick.look') }).click();
    await there.getByRole('button', { name: t('updates.get', { edition: LATER_EDITION }) }).click();
    await there.getByRole('alert').getByText(t('error.update-target-changed')).waitFor(LONG);
    await edition(FIRST_EDITION, offline.page);
    await look('10 refused', offline.page);
  });

  it('is taken from the stick once that is good, after a word about what the edition leaves out', async () => {
    // Written again over the bad one.
    await writeStick();
    const there = panel(offline.page, t('updates.title'));
    await there.getByRole('button', { name: t('updates.stick.look') }).click();
    await there.getByRole('button', { name: t('updates.get', { edition: LATER_EDITION }) }).click();
    await there.getByText(t('updates.warns')).waitFor(LONG);
    await look('11 warned', offline.page);
    await there.getByRole('button', { name: t('updates.applyAnyway') }).click();
    await edition(LATER_EDITION, offline.page);
    await goTo('home', offline.page);
    await offline.page.getByText(t('changes.line', { edition: LATER_EDITION })).waitFor();
  });

  it('sends names of files and nothing else', () => {
    expect(server.asked.length).toBeGreaterThan(5);
    for (const { method, url, headers, body } of server.asked) {
      expect([method, body]).toEqual(['GET', '']);
      expect(url).toMatch(/^\/(metadata\/(\d+\.)?(root|timestamp|snapshot|targets)\.json|targets\/((packs|patches)\/)?[0-9a-f]{64}\.[\w.-]+)$/);
      const names = headers.filter((_, at) => at % 2 === 0).map((each) => each.toLowerCase());
      expect(names.filter((name) => !['host', 'connection', 'user-agent', 'accept', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'range', 'cache-control', 'pragma'].includes(name))).toEqual([]);
      expect(headers[headers.findIndex((each) => each.toLowerCase() === 'user-agent') + 1]).toBe('Waymark');
    }
  });

  it('takes nothing about a student along, whoever is asked', async () => {
    expect(aboutStudents.length).toBeGreaterThan(20);
    const tells = (text: string): readonly string[] => aboutStudents.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
    expect(server.asked.flatMap((request) => tells(decodeURIComponent(JSON.stringify(request))))).toEqual([]);
    // A page asks the service on its own machine alone, and students are in bodies only.
    expect(byPages.length).toBeGreaterThan(100);
    expect(byPages.some(({ body }) => tells(body).length > 0)).toBe(true);
    expect(byPages.flatMap(({ url, headers }) => tells(url + headers))).toEqual([]);
    expect(byPages.filter(({ url, body }) => body !== '' && !/^http:\/\/127\.0\.0\.1:\d+\/call\//.test(url))).toEqual([]);
    // What a host opens, in whichever thread: the server of updates and nothing else; without an address nothing at all.
    const opened = await readFile(sockets('online'), 'utf8');
    expect(new Set(opened.trim().split('\n'))).toEqual(new Set([new URL(server.address).host]));
    expect(await readFile(sockets('offline'), 'utf8').catch(() => 'none')).toBe('none');
  });
});
