/** What the service asks of the desktop. */
import { join } from 'node:path';
import { app, clipboard, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { CodedError } from '../../shared/kernel/errors.ts';
import { countPdfPages } from '../host/pdf-pages.ts';
import type { Ports } from '../service/ports.ts';
import type { Files } from './files.ts';
import type { Printer } from './print.ts';
import { menuWord } from './words.ts';
import type { Lang } from './words.ts';

export interface PortParts {
  readonly files: Files;
  readonly printer: Printer;
  readonly window: () => BrowserWindow | null;
  readonly lang: () => Lang;
}

/** A name that every system takes as a file's name; the dialog shows it and the person may change it. */
const plainName = (name: string): string => name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').replace(/^\.+/, '_').slice(0, 120);
/** What each kind of file is called in a dialog, and how its name ends. */
const KINDS = { pdf: ['menu.pdfFiles', 'pdf'], pack: ['menu.packFiles', 'pack'], overlay: ['menu.overlayFiles', 'json'] } as const;
const withEnding = (path: string, ending: string): string => (path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`);

export function createPorts({ files, printer, window, lang }: PortParts): Ports {
  return {
    chooseFile: async ({ suggestedName, kind }) => {
      const [name, ending] = KINDS[kind];
      const options: Electron.SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), plainName(suggestedName)),
        filters: [{ name: menuWord(lang(), name), extensions: [ending] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const parent = window();
      const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : { handle: files.reserve({ path: withEnding(filePath, ending), use: 'save' }) };
    },
    openFile: async ({ kind }) => {
      const [name, ending] = KINDS[kind];
      const options: Electron.OpenDialogOptions = { filters: [{ name: menuWord(lang(), name), extensions: [ending] }], properties: ['openFile'] };
      const parent = window();
      const { canceled, filePaths: [path] } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return canceled || path === undefined ? null : { handle: files.reserve({ path, use: 'open' }) };
    },
    openFolder: async ({ typed }) => {
      if (typed !== null) throw new CodedError('not-available-here');
      const options: Electron.OpenDialogOptions = { properties: ['openDirectory'] };
      const parent = window();
      const { canceled, filePaths: [path] } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return canceled || path === undefined ? null : { handle: files.reserve({ path, use: 'open' }) };
    },
    locateFile: async ({ handle }) => Promise.resolve({ path: files.locate(handle) }),
    makePdf: async ({ document, handle }) => {
      if (handle !== null && !files.has(handle)) throw new CodedError('file-handle-unknown');
      const pdf = await printer.toPdf(document);
      if (handle !== null) await files.save(handle, pdf);
      return { pages: countPdfPages(pdf), bytes: pdf.byteLength };
    },
    saveText: ({ handle, text }) => files.save(handle, Buffer.from(text, 'utf8')),
    print: ({ document }) => printer.toPrinter(document),
    copyText: ({ text }) => clipboard.writeText(text),
    openLink: async ({ url }) => {
      // The service has compared the host with its tables; this is the last look before the system gets it.
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new CodedError('forbidden');
      await shell.openExternal(url);
    },
  };
}
