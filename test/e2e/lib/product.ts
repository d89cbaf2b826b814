/**
 * The built product as a person meets it: `npm start` in a process of its own, and a real
 * browser on its page. Everything that must never happen is watched for all the while: a
 * request that leaves the machine, a broken content policy, an error in the page.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowser } from '../../../electron/loopback/find-browser.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** A name with all that breaks paths. */
const FOLDER = 'Way mark ñ #1 100%';
export const BROWSER_PATH = findBrowser();

export interface Host {
  readonly address: string;
  /** Ends the process as Ctrl-C does and waits for it; the exit code. */
  stop(): Promise<number>;
}

/** A fresh data folder with an awkward name, and how to delete it. */
export async function makeDataFolder(): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const outer = await mkdtemp(join(tmpdir(), 'waymark-e2e-'));
  const dir = join(outer, FOLDER);
  await mkdir(dir);
  return { dir, remove: () => rm(outer, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts the loopback host on a data folder and waits for its address; `env` comes beside the environment of the test. */
export function startHost(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Host> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'start', '--no-open', '--port', '0', '--data', dataDir], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString('utf8')).slice(-2000); });
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (/^http:\/\/127\.0\.0\.1:\d+\/#/.test(line)) resolve({ address: line, stop: () => { child.kill('SIGINT'); return ended; } });
      });
    }
    void ended.then((code) => reject(new Error(`the host ended with ${code}: ${complaint}`)));
  });
}

/** What a page did that it must not do. */
export interface Watch {
  readonly outside: string[];
  readonly violations: string[];
  readonly errors: string[];
}

/** Watches every page of a context; `allowed` are the origins it may ask. */
export async function watch(context: BrowserContext, allowed: readonly string[]): Promise<Watch> {
  const seen: Watch = { outside: [], violations: [], errors: [] };
  await context.exposeFunction('waymarkViolation', (text: string) => { seen.violations.push(text); });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { waymarkViolation(text: string): void }).waymarkViolation(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && !allowed.includes(url.origin)) seen.outside.push(`${url.protocol}//${url.host}`);
  });
  context.on('weberror', ({ error }) => { const failure = error(); seen.errors.push(failure instanceof Error ? failure.message : String(failure)); });
  context.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  return seen;
}

export interface Product {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly seen: Watch;
  readonly dataDir: string;
  /** Quits and starts again on the same data, with a browser that remembers nothing. */
  restart(): Promise<Page>;
  close(): Promise<void>;
}

export interface ProductOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  readonly reducedMotion?: 'reduce';
  /** Folder of an earlier product to go on with; a fresh one otherwise. */
  readonly dataDir?: string;
  /** What the host finds in its environment, beside what the test has. */
  readonly env?: Readonly<Record<string, string>>;
}

let browser: Promise<Browser> | undefined;
/** One browser for a test file; each product has a context of its own. */
export function openBrowser(): Promise<Browser> {
  if (!BROWSER_PATH) throw new Error('no browser');
  browser ??= chromium.launch({
    executablePath: BROWSER_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
  });
  return browser;
}
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Starts the product and opens its page. */
export async function openProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = options.dataDir === undefined ? await makeDataFolder() : null;
  const dataDir = options.dataDir ?? folder?.dir ?? '';
  const { viewport, deviceScaleFactor, reducedMotion, env } = options;
  const contextOptions = { ...(viewport ? { viewport } : {}), ...(deviceScaleFactor ? { deviceScaleFactor } : {}), ...(reducedMotion ? { reducedMotion } : {}) };
  let host = await startHost(dataDir, env);
  let context: BrowserContext | undefined;
  let seen: Watch = { outside: [], violations: [], errors: [] };
  const openPage = async (): Promise<Page> => {
    await context?.close();
    context = await (await openBrowser()).newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US', acceptDownloads: true, ...contextOptions });
    const before = seen;
    seen = await watch(context, [new URL(host.address).origin]);
    seen.outside.push(...before.outside);
    seen.violations.push(...before.violations);
    seen.errors.push(...before.errors);
    const page = await context.newPage();
    // What is changed before the page listens for changes would pass it by.
    const listens = page.waitForResponse((response) => response.url().endsWith('/events'));
    await page.goto(host.address);
    await page.getByRole('main').waitFor();
    await listens;
    return page;
  };
  let page = await openPage();
  return {
    get page() { return page; },
    get context() { if (!context) throw new Error('closed'); return context; },
    get seen() { return seen; },
    dataDir,
    restart: async () => {
      // As people do: first the window, then the program.
      await context?.close();
      await host.stop();
      host = await startHost(dataDir, env);
      page = await openPage();
      return page;
    },
    close: async () => {
      await context?.close();
      await host.stop();
      await folder?.remove();
    },
  };
}
