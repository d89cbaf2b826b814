/** The loopback host: the same service behind a page on 127.0.0.1, for machines where Electron cannot run. */
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { countPdfPages } from '../host/pdf-pages.ts';
import { startServiceClient } from '../host/service-client.ts';
import type { Ports } from '../service/ports.ts';
import { createFiles } from './files.ts';
import { createIncoming } from './incoming.ts';
import { findBrowser } from './find-browser.ts';
import { createTypedFolders } from './typed-folders.ts';
import { createPdfMaker } from './pdf.ts';
import { startLoopbackServer } from './server.ts';

export interface ServeOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly rendererDir: string;
  readonly resourcesDir: string;
  readonly version: string;
  readonly checkOutputs: boolean;
}

export interface Serving {
  readonly address: string;
  /** Locks and backs up the vault, ends the worker and closes the port. */
  stop(): Promise<void>;
}

/** Starts the service and its page; resolves when the address answers. Rejects with a coded error when the service could not start. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const browser = findBrowser();
  const pdf = browser ? createPdfMaker(browser, options.rendererDir) : null;
  const files = createFiles();
  const folders = createTypedFolders();
  const incoming = await createIncoming(join(options.dataDir, 'incoming'));
  const notHere = (): Promise<never> => Promise.reject(new CodedError('not-available-here'));
  const ports: Ports = {
    chooseFile: async ({ suggestedName }) => ({ handle: files.reserve(suggestedName) }),
    // The page has a field for files of its own, and sends them.
    openFile: notHere,
    // The page cannot show where a folder is; whoever sits here may say it.
    openFolder: async ({ typed }) => ({ handle: await folders.reserve(typed) }),
    locateFile: async ({ handle }) => Promise.resolve({ path: folders.locate(handle) ?? incoming.locate(handle) }),
    makePdf: async ({ document, handle }) => {
      if (!pdf) throw new CodedError('print-no-browser');
      if (handle !== null && !files.has(handle)) throw new CodedError('file-handle-unknown');
      const bytes = await pdf.make(document);
      if (handle !== null) files.fill(handle, bytes, 'application/pdf');
      return { pages: countPdfPages(bytes), bytes: bytes.byteLength };
    },
    saveText: ({ handle, text }) =>
      files.fill(handle, Buffer.from(text, 'utf8'), 'application/json') ? Promise.resolve() : Promise.reject(new CodedError('file-handle-unknown')),
    print: notHere,
    copyText: notHere,
    openLink: notHere,
  };
  let emit: ((event: Parameters<Awaited<ReturnType<typeof startLoopbackServer>>['emit']>[0]) => void) | undefined;
  const service = await startServiceClient(
    new URL('../service/worker.js', import.meta.url),
    {
      dataDir: options.dataDir,
      resourcesDir: options.resourcesDir,
      version: options.version,
      checkOutputs: options.checkOutputs,
      capabilities: { saveFiles: 'download', openFiles: 'upload', folders: 'typed', pdf: pdf !== null, print: 'page', clipboard: false, externalLinks: 'page', nativeMenu: false, keyStore: false },
    },
    { ports, fetch },
    (event) => emit?.(event),
  );
  try {
    const server = await startLoopbackServer({ port: options.port, rendererDir: options.rendererDir, files, incoming, call: service.call });
    emit = server.emit;
    return {
      address: server.address,
      stop: async () => {
        // The page hears that the vault is locked and the service has stopped, and forgets what it shows, before its line is cut.
        await service.stop();
        await server.close();
        await pdf?.close();
        files.clear();
        await incoming.clear();
      },
    };
  } catch (error) {
    await service.stop();
    throw error;
  }
}
