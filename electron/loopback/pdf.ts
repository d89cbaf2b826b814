/**
 * Makes PDFs with a browser of this machine, headless, driven over a pipe. The print page comes
 * from the built files by interception, the document goes in as a value: nothing of a student is
 * in an address, a request or a file, and no request leaves the machine. The throw-away profile
 * is deleted when the browser ends.
 */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { accessiblePdf, prepareAccessiblePdf } from '../host/pdf-ua/accessible-pdf.ts';
import { contentPolicy, readStatic } from '../host/static-files.ts';

const ORIGIN = 'https://waymark.invalid';
const READY_TIMEOUT_MS = 20_000;
/** A browser that made one PDF is likely to be asked for another: a preview, then the file. */
const IDLE_MS = 60_000;

export interface PdfMaker {
  make(document: PrintDocument): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface PrintWindow {
  readonly waymarkPrint: { show(document: PrintDocument): Promise<unknown> };
}

/** A maker over the browser at `executablePath`, which starts with the first document. */
export function createPdfMaker(executablePath: string, rendererDir: string): PdfMaker {
  let browser: Promise<Browser> | undefined;
  let idle: NodeJS.Timeout | undefined;
  const launch = (): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      // Chromium cannot use its sandbox as root; everybody else keeps it.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disk-cache-size=1'],
    });
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const running = browser;
    browser = undefined;
    await running?.then((each) => each.close()).catch(() => undefined);
  };
  const make = async (document: PrintDocument): Promise<Uint8Array> => {
    clearTimeout(idle);
    prepareAccessiblePdf();
    try {
      browser ??= launch();
      const context = await (await browser).newContext({ serviceWorkers: 'block', acceptDownloads: false });
      try {
        const page = await context.newPage();
        await page.route('**/*', async (route) => {
          const url = new URL(route.request().url());
          const file = url.origin === ORIGIN ? await readStatic(rendererDir, url.pathname) : null;
          if (!file) return route.abort('blockedbyclient');
          return route.fulfill({ body: file.body, contentType: file.type, headers: { 'content-security-policy': contentPolicy("'none'") } });
        });
        page.setDefaultTimeout(READY_TIMEOUT_MS);
        await page.goto(`${ORIGIN}/print.html`);
        // Rejected promises and a page that never answers both end here, within the timeout.
        const ready = page.evaluate((value) => (globalThis as unknown as PrintWindow).waymarkPrint.show(value), document);
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new CodedError('print-timeout')), READY_TIMEOUT_MS); });
        await Promise.race([ready, late]).finally(() => clearTimeout(timer));
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
        return await accessiblePdf(pdf, document);
      } finally {
        await context.close().catch(() => undefined);
      }
    } catch (error) {
      if (error instanceof CodedError) throw error;
      // A browser that died is not used again; the message is dropped, it may quote the document.
      await close();
      throw new CodedError(error instanceof Error && error.name === 'TimeoutError' ? 'print-timeout' : 'print-failed');
    } finally {
      idle = setTimeout(() => void close(), IDLE_MS);
      idle.unref();
    }
  };
  return { make, close };
}
