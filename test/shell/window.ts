/** `BrowserWindow`: options, bounds, showing and closing. Only what sandboxed, isolated windows need. */
import type { BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron';
import { standInApp, windows } from './app.ts';
import { StandInContents } from './contents.ts';
import { PreventableEvent, StrictEmitter, needReady, strict } from './lifecycle.ts';
import { own } from './routing.ts';

const OPTIONS = new Set(['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'icon', 'backgroundColor', 'webPreferences']);
const PREFERENCES = new Set([
  'session', 'sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webSecurity', 'webviewTag',
  'navigateOnDragDrop', 'spellcheck', 'devTools', 'preload', 'backgroundThrottling',
]);
const EVENTS = ['ready-to-show', 'show', 'resize', 'move', 'maximize', 'unmaximize', 'close', 'closed', 'session-end'];

/** A window must be as closed as the product's are: another kind is not stood in for. */
function checkOptions(options: BrowserWindowConstructorOptions): void {
  const { webPreferences = {} } = options;
  const unknown = [...Object.keys(options).filter((key) => !OPTIONS.has(key)), ...Object.keys(webPreferences).filter((key) => !PREFERENCES.has(key))];
  if (unknown.length > 0) throw new Error(`the stand-in's windows have no option ${unknown.join(', ')}`);
  const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, spellcheck, session } = webPreferences;
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false || webSecurity !== true || webviewTag !== false || spellcheck !== false || !session) {
    throw new Error('the stand-in shows only windows that are sandboxed, isolated, without Node, web views and spell checker, in a session of their own');
  }
}

class StandInWindow extends StrictEmitter {
  static readonly all = new Set<StandInWindow>();
  readonly contents: StandInContents;
  readonly title: string;
  readonly neverShown: boolean;
  #bounds: Rectangle;
  #visible: boolean;
  #maximized = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', EVENTS);
    needReady('BrowserWindow');
    checkOptions(options);
    this.#bounds = { x: options.x ?? 40, y: options.y ?? 40, width: options.width ?? 800, height: options.height ?? 600 };
    this.#visible = options.show !== false;
    this.neverShown = !this.#visible;
    this.title = options.title ?? '';
    this.contents = new StandInContents(options.webPreferences ?? {});
    own(this.contents);
    StandInWindow.all.add(this);
    void this.contents.page().then((page) => page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height })).catch(() => undefined);
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    standInApp.emit('web-contents-created', new PreventableEvent(), this.webContents);
    standInApp.emit('browser-window-created', new PreventableEvent(), this);
  }

  get webContents(): WebContents {
    return this.contents.face;
  }

  loadURL = (url: string): Promise<void> => this.contents.loadURL(url);
  isVisible = (): boolean => this.#visible;
  isDestroyed = (): boolean => this.#destroyed;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.#maximized;
  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  restore = (): void => undefined;
  focus = (): void => undefined;

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }

  show(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    if (this.#visible) return;
    this.#visible = true;
    void this.contents.show().catch(() => undefined);
    this.emit('show');
  }

  /** Shows a hidden window too, as Electron does. */
  maximize(): void {
    this.#maximized = true;
    this.show();
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#maximized = false;
    this.emit('unmaximize');
  }

  /** False when a listener keeps the window open. */
  close(): boolean {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return !event.defaultPrevented;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    StandInWindow.all.delete(this);
    void this.contents.destroy();
    this.emit('closed');
    if (StandInWindow.all.size === 0) setImmediate(() => { if (StandInWindow.all.size === 0) standInApp.emit('window-all-closed'); });
  }
}

windows.closeAll = () => [...StandInWindow.all].every((window) => window.close());
windows.destroyAll = () => { for (const window of StandInWindow.all) window.destroy(); };
export const allWindows = (): readonly StandInWindow[] => [...StandInWindow.all];

/** The class as the module gives it: what it makes is strict. */
export const BrowserWindow = new Proxy(StandInWindow, {
  construct: (target, [options]: [BrowserWindowConstructorOptions?]) => strict('BrowserWindow', new target(options ?? {})),
  get: (target, key) => {
    if (key === 'prototype' || key === 'name' || typeof key === 'symbol') return Reflect.get(target, key) as unknown;
    throw new Error(`the stand-in has no BrowserWindow.${key}`);
  },
});
