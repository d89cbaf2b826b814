/** Puts the app together once Electron is ready: session, service, window, menu. */
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { createFiles } from './files.ts';
import { hardenWindows } from './harden.ts';
import { answerCalls, takeFiles } from './ipc.ts';
import { setMenu } from './menu.ts';
import { createPorts } from './ports.ts';
import { lockWithMachine } from './power.ts';
import { createPrinter } from './print.ts';
import type { Printer } from './print.ts';
import { RENDERER } from './paths.ts';
import { followSettings, startAppService } from './service.ts';
import type { AppService } from './service.ts';
import { openSession } from './session.ts';
import type { AppSession } from './session.ts';
import { keepWindowState, readWindowState } from './window-state.ts';
import { createWindow } from './window.ts';
import { systemLang } from './words.ts';
import type { Lang } from './words.ts';

export interface Booted {
  readonly window: BrowserWindow;
  readonly service: AppService;
  readonly printer: Printer;
  readonly appSession: AppSession;
  readonly lang: () => Lang;
  /** Resolves when the page has had its first answer and its first picture is drawn. */
  readonly usable: Promise<void>;
  /** Resolves when the window's place is written down. */
  settled(): Promise<void>;
}

/** Starts everything. `show` is false in a self-test, whose window nobody sees. */
export async function boot(dataDir: string, { show }: { readonly show: boolean }): Promise<Booted> {
  let window: BrowserWindow | null = null;
  let lang = systemLang();
  const appSession = openSession(RENDERER);
  const printer = createPrinter(appSession.session);
  const page = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);
  const tell = (event: ServiceEvent): void => page()?.webContents.send(EVENT_CHANNEL, event);
  const menu = (): void => setMenu(lang, (command) => tell({ type: 'menu', command }));
  const refreshMenu = (): void => {
    void followSettings(service, (settings) => {
      if (settings.lang === lang) return;
      lang = settings.lang;
      menu();
    });
  };
  const files = createFiles();
  const ports = createPorts({ files, printer, window: page, lang: () => lang });
  const service = startAppService(dataDir, ports, (event) => {
    tell(event);
    if (event.type === 'changed' && event.kinds.includes('settings')) refreshMenu();
  });
  hardenWindows((address) => void service.call('app.openLink', { url: address }));
  let answered: (() => void) | undefined;
  const firstAnswer = new Promise<void>((resolve) => { answered = resolve; });
  answerCalls(() => page()?.webContents ?? null, async (name, input) => {
    const reply = await service.call(name, input);
    answered?.();
    return reply;
  });
  takeFiles(() => page()?.webContents ?? null, files);
  menu();
  refreshMenu();
  const state = await readWindowState(dataDir);
  window = createWindow(appSession.session, state);
  const opened = window;
  const { settled } = keepWindowState(opened, dataDir);
  lockWithMachine(opened, () => void service.call('vault.lock', {}));
  reloadAfterCrash(opened);
  const drawn = new Promise<void>((resolve, reject) => {
    opened.once('ready-to-show', () => {
      if (show && state.maximized) opened.maximize();
      if (show) opened.show();
      resolve();
    });
    // A page that does not load would leave a program that runs and shows nothing.
    opened.webContents.once('did-fail-load', () => reject(new CodedError('internal')));
  });
  app.on('second-instance', () => {
    if (opened.isDestroyed()) return;
    if (opened.isMinimized()) opened.restore();
    opened.show();
    opened.focus();
  });
  return { window: opened, service, printer, appSession, lang: () => lang, usable: Promise.all([firstAnswer, drawn]).then(() => undefined), settled };
}

/** A page that dies is loaded again, twice; the vault stays as it was, in the service. */
function reloadAfterCrash(window: BrowserWindow): void {
  let left = 2;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || left === 0) return;
    left -= 1;
    window.webContents.reload();
  });
}
