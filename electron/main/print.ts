/**
 * Paper: a document is laid out by the print page in a window that is never shown, then made a
 * PDF in memory or given to the printer's dialog. Nothing of it touches a disk on the way.
 */
import { BrowserWindow } from 'electron';
import type { Session, WebContents } from 'electron';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { accessiblePdf, prepareAccessiblePdf } from '../host/pdf-ua/accessible-pdf.ts';
import { PRINT_PAGE } from './page-address.ts';
import { webPreferences } from './window.ts';

const READY_TIMEOUT_MS = 20_000;
/** What Chromium says when the person closes the dialog. */
const CANCELLED = /cancel/i;

export interface Printer {
  /** Errors: print-timeout, print-failed. */
  toPdf(document: PrintDocument): Promise<Uint8Array>;
  /** Opens the printer's dialog. Errors: cancelled, print-timeout, print-failed. */
  toPrinter(document: PrintDocument): Promise<void>;
}

/** Resolves when the page has laid the document out; rejects when it takes too long or dies. */
function layOut(contents: WebContents, document: PrintDocument, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CodedError('print-timeout')), timeoutMs);
    const fail = (): void => reject(new CodedError('print-failed'));
    contents.on('render-process-gone', fail);
    contents.loadURL(PRINT_PAGE)
      .then(() => contents.executeJavaScript(`waymarkPrint.show(${JSON.stringify(document)}).then(() => true)`))
      .then(() => resolve(), fail)
      .finally(() => clearTimeout(timer));
  });
}

/** Makes paper in `session`, one document after another: each has a window of its own that ends with it. */
export function createPrinter(session: Session, timeoutMs: number = READY_TIMEOUT_MS): Printer {
  let last: Promise<unknown> = Promise.resolve();
  const make = async <T>(document: PrintDocument, work: (contents: WebContents) => Promise<T>): Promise<T> => {
    const window = new BrowserWindow({ show: false, webPreferences: { ...webPreferences(session), backgroundThrottling: false } });
    try {
      await layOut(window.webContents, document, timeoutMs);
      return await work(window.webContents);
    } catch (error) {
      // The message is dropped: it may quote the document.
      throw error instanceof CodedError ? error : new CodedError('print-failed');
    } finally {
      window.destroy();
    }
  };
  const inTurn = <T>(document: PrintDocument, work: (contents: WebContents) => Promise<T>): Promise<T> => {
    const turn = last.then(() => make(document, work));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    toPdf: (document) => {
      prepareAccessiblePdf();
      return inTurn(document, async (contents) =>
        accessiblePdf(await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }), document));
    },
    toPrinter: (document) =>
      inTurn(document, (contents) =>
        new Promise((resolve, reject) => {
          contents.print({ silent: false, printBackground: true, pageSize: document.paper === 'a4' ? 'A4' : 'Letter' }, (success, reason) => {
            if (success) resolve();
            else reject(new CodedError(CANCELLED.test(reason) ? 'cancelled' : 'print-failed'));
          });
        })),
  };
}
