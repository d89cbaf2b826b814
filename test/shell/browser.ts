/**
 * The Chromium whose pages are the app's windows. `app://waymark` is `https://waymark.invalid`
 * there: a secure origin, so that the content policy is enforced; every request is answered by
 * the app's session or goes nowhere.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { findBrowser } from '../../electron/loopback/find-browser.ts';

const ORIGIN = 'https://waymark.invalid';
const APP = 'app://waymark';
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--disable-quic', '--disable-gpu', '--remote-debugging-port=0',
];

export const toChromium = (address: string): string => (address.startsWith(APP) ? ORIGIN + address.slice(APP.length) : address);
export const fromChromium = (address: string): string => (address === ORIGIN || address.startsWith(`${ORIGIN}/`) ? APP + address.slice(ORIGIN.length) : address);

let context: BrowserContext | undefined;
let folder: string | undefined;
let onRequest: ((route: Route) => Promise<void>) | undefined;
let onPage: ((page: Page) => void) | undefined;
const ours = new WeakSet<Page>();

/** Who answers the requests of all pages. */
export function answerRequests(answer: (route: Route) => Promise<void>): void {
  onRequest = answer;
}
/** Who is told of pages that no window asked for: `window.open` and links to new windows. */
export function watchPopups(watch: (page: Page) => void): void {
  onPage = watch;
}

export async function openBrowser(): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chrome, Edge or Chromium was found for the stand-in');
  folder = mkdtempSync(join(tmpdir(), 'waymark-shell-'));
  context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    // Chromium cannot use its sandbox as root; everybody else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ARGS,
    viewport: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
  await context.route('**/*', async (route) => {
    try {
      await (onRequest ? onRequest(route) : route.abort());
    } catch (error) {
      // The window of a request may be gone before its answer is there; everything else is a fault.
      if (!/closed|detached|destroyed/i.test(String(error))) throw error;
    }
  });
  // The page that comes with the profile is nobody's window.
  const first = context.pages();
  context.on('page', (page) => {
    // A window's own page is announced before newPage() has returned it: look once it has.
    setTimeout(() => { if (!ours.has(page)) onPage?.(page); }, 0);
  });
  ours.add(await context.newPage());
  for (const page of first) await page.close();
}

export async function newPage(): Promise<Page> {
  if (!context) throw new Error('the stand-in has no browser yet');
  const page = await context.newPage();
  ours.add(page);
  return page;
}

export function browserContext(): BrowserContext {
  if (!context) throw new Error('the stand-in has no browser yet');
  return context;
}

/** Where a test connects to drive the pages. */
export function debuggingAddress(): string {
  if (folder === undefined) throw new Error('the stand-in has no browser yet');
  return `http://127.0.0.1:${readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? ''}`;
}

export async function closeBrowser(): Promise<void> {
  const closing = context;
  context = undefined;
  await closing?.close().catch(() => undefined);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
