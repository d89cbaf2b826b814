/**
 * The self-test: the real app, booted in a throw-away folder with a window nobody sees, looks at
 * itself and writes down what it found. It is part of the product: a school's IT person runs it
 * with `--self-test FILE` and can send the file back.
 */
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { app, clipboard, safeStorage } from 'electron';
import { runChecks, expectThat } from '../../shared/kernel/check.ts';
import type { Check, CheckResult } from '../../shared/kernel/check.ts';
import { writeFileAtomically } from '../../db/files/atomic-write.ts';
import { defaultDataDir } from '../host/data-folder.ts';
import { countPdfPages } from '../host/pdf-pages.ts';
import { boot } from './boot.ts';
import type { Booted } from './boot.ts';
import { isFromPage } from './ipc.ts';
import { RENDERER, SELF_TEST_WORKER, resourcesDir } from './paths.ts';
import { selfTestDocument } from './self-test-document.ts';
import { pageCalls, pageFonts, pageOwns, pageTries } from './self-test-page.ts';

/** Whether the scheme was registered and the folder set while the app was not ready yet. */
export interface Beforehand {
  readonly readyAtStart: boolean;
  readonly dataDir: string;
}

const USABLE_TIMEOUT_MS = 30_000;
const PATH_NAMES = ['userData', 'sessionData', 'temp', 'documents'] as const;

/** The report's form; later versions only add to it. */
interface Report {
  readonly app: string;
  readonly host: 'electron' | 'stand-in';
  readonly versions: Readonly<Record<string, string>>;
  readonly system: string;
  readonly checks: readonly CheckResult[];
}

async function soon<T>(what: Promise<T>, wrong: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(wrong)), USABLE_TIMEOUT_MS); });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}

/** The checks of the worker's side, in a thread like the service's. */
function workerChecks(folder: string): Promise<CheckResult[]> {
  return new Promise((resolve) => {
    const failed = (why: string): void => resolve([{ name: 'service worker', ok: false, detail: why }]);
    const worker = new Worker(SELF_TEST_WORKER, { name: 'waymark-self-test', workerData: { folder, resourcesDir: resourcesDir() } });
    worker.once('message', (results: CheckResult[]) => resolve(results));
    worker.once('error', (error) => failed(error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : 'unknown error'));
    worker.once('exit', () => failed('it ended without an answer'));
  });
}

function shellChecks({ window, service, printer, appSession, usable }: Booted, { readyAtStart, dataDir }: Beforehand): readonly Check[] {
  const contents = window.webContents;
  return [
    {
      name: 'ready order',
      run: async () => {
        expectThat(!readyAtStart && app.isReady(), 'the entry ran after ready');
        expectThat(app.getPath('userData').startsWith(dataDir), 'the folder was set too late');
        await soon(usable, 'the window was not usable in time');
        expectThat(!window.isVisible(), 'the window of the self-test was shown');
        return 'scheme, folder and lock before ready; window usable';
      },
    },
    {
      name: 'preload bridge',
      run: async () => {
        const { bridge, others } = await pageOwns(contents);
        expectThat(bridge.join() === 'call,on,take' && others.length === 0, `the page has ${[...bridge, ...others].join(', ')}`);
        const status = JSON.stringify(await pageCalls(contents, 'app.getStatus', {}));
        expectThat(status.startsWith('{"ok":true'), 'the service did not answer the page');
        return 'call, on and take, nothing else';
      },
    },
    {
      name: 'denials',
      run: async () => {
        const tried = await pageTries(contents);
        const open = Object.entries(tried).flatMap(([what, result]) => (result === 'closed' ? [] : [what]));
        expectThat(open.length === 0, `open: ${open.join(', ')}`);
        const unknown = JSON.stringify(await pageCalls(contents, 'app.nothing', {}));
        expectThat(unknown.includes('unknown-method'), 'an unknown method was not refused');
        const { mainFrame } = contents;
        expectThat(isFromPage({ sender: contents, senderFrame: mainFrame }, contents), 'the page itself is refused');
        expectThat(!isFromPage({ sender: contents, senderFrame: null }, contents) && !isFromPage({ sender: contents, senderFrame: mainFrame }, null), 'a message from nowhere is taken');
        return `${Object.keys(tried).length} doors closed, unknown callers refused`;
      },
    },
    {
      name: 'service worker',
      run: async () => {
        const client = await service.started;
        const found = JSON.stringify(await client.call('reference.search', { text: 'nurse', areaId: 'us', lang: 'en' }));
        expectThat(found.startsWith('{"ok":true') && found.includes('urse'), 'searching for a nurse found none');
        return 'started; found a nurse in the starter';
      },
    },
    {
      name: 'fonts',
      run: async () => {
        const fonts = await pageFonts(contents);
        const missing = fonts.filter((font) => !font.endsWith(' loaded'));
        expectThat(fonts.length > 0 && missing.length === 0, `not loaded: ${missing.join(', ') || 'all'}`);
        return `${fonts.length} loaded`;
      },
    },
    {
      name: 'two-page PDF from a window that is never shown',
      run: async () => {
        const pdf = await printer.toPdf(selfTestDocument());
        const text = Buffer.from(pdf).toString('latin1');
        expectThat(countPdfPages(pdf) === 2, `it has ${countPdfPages(pdf)} pages`);
        const missing = ['/StructTreeRoot', '/Outlines', '/FontFile', '<pdfuaid:part>1<'].filter((part) => !text.includes(part));
        expectThat(missing.length === 0, `it lacks ${missing.join(', ')}`);
        return `${pdf.byteLength} bytes, tagged, with outline and fonts`;
      },
    },
    {
      name: 'clipboard',
      run: async () => {
        const before = await clipboard.readText();
        await clipboard.writeText('Waymark self-test');
        const read = await clipboard.readText();
        await clipboard.writeText(before);
        expectThat(read === 'Waymark self-test', 'what was written could not be read');
        return 'written, read, and put back as it was';
      },
    },
    {
      name: 'key store of the system',
      // Losing it locks nobody out, so its absence is told and no failure.
      run: async () => {
        const available = await safeStorage.isAsyncEncryptionAvailable();
        const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
        return available && backend !== 'basic_text' ? `there: ${backend}` : `none (${backend})`;
      },
    },
    {
      name: 'paths',
      run: async () => {
        const roaming = process.platform === 'win32' ? process.env['APPDATA'] : undefined;
        const usual = defaultDataDir(process.env, process.platform);
        expectThat(roaming === undefined || !usual.toLowerCase().startsWith(roaming.toLowerCase()), 'data would lie in the roaming profile');
        const paths = [...PATH_NAMES.map((name) => `${name} ${app.getPath(name)}`), `data ${usual}`, `program ${RENDERER}`, `resources ${resourcesDir()}`];
        return paths.join(' | ');
      },
    },
    {
      name: 'no request left the machine',
      run: async () => {
        // What the page tried above was refused by its policy before it became a request, or by the session after.
        const strangers = appSession.refused.filter((address) => !/^https?:\/\/(waymark\.invalid\.example|127\.0\.0\.1:9)$/.test(address));
        expectThat(strangers.length === 0, `somebody asked for ${[...new Set(strangers)].join(', ')}`);
        return `${appSession.refused.length} refused, none sent`;
      },
    },
  ];
}

/** Runs everything, writes the report to `file` and ends the app: with 0 when all is well. */
export async function runSelfTest(file: string, beforehand: Beforehand): Promise<void> {
  const { dataDir } = beforehand;
  const booted = await boot(dataDir, { show: false });
  const shell = await runChecks(shellChecks(booted, beforehand));
  const checks = [...shell, ...(await workerChecks(dataDir))];
  await booted.service.stop();
  booted.window.destroy();
  const report: Report = {
    app: app.getVersion(),
    host: process.versions['electron'] === undefined ? 'stand-in' : 'electron',
    versions: Object.fromEntries(['electron', 'chrome', 'node', 'v8', 'openssl', 'zstd'].flatMap((name) => (process.versions[name] === undefined ? [] : [[name, process.versions[name]]]))),
    system: `${process.platform} ${process.arch} ${process.getSystemVersion?.() ?? ''}`.trim(),
    checks,
  };
  await writeFileAtomically(file, async (handle) => { await handle.writeFile(`${JSON.stringify(report, null, 2)}\n`); });
  // Chromium may still hold files of its own; what it keeps is about nobody.
  await rm(dataDir, { recursive: true, force: true }).catch(() => undefined);
  app.exit(checks.every(({ ok }) => ok) ? 0 : 1);
}
