/** The app's window: sandboxed, isolated, without Node, shown when its first picture is there. */
import { BrowserWindow, app, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';
import { PAGE } from './page-address.ts';
import { PRELOAD, WINDOW_ICON } from './paths.ts';
import { MIN_SIZE } from './window-place.ts';
import type { WindowState } from './window-place.ts';

/** The ground of the light and of the dark look, so that no window flashes before the page has its own. */
const GROUND = { light: '#f3f5f2', dark: '#11181a' } as const;

/** Preferences of every window; the print window takes them too, without the preload. */
export const webPreferences = (session: Session): WebPreferences => ({
  session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
});

/** Makes the window and starts loading; it is not shown yet. Maximizing would show it, so that waits too. */
export function createWindow(session: Session, state: WindowState): BrowserWindow {
  const options: BrowserWindowConstructorOptions = {
    ...state.place,
    width: state.width,
    height: state.height,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Waymark',
    icon: WINDOW_ICON,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: { ...webPreferences(session), preload: PRELOAD },
  };
  const window = new BrowserWindow(options);
  // A load that fails shows in the window; the promise would only repeat it.
  window.loadURL(PAGE).catch(() => undefined);
  return window;
}
