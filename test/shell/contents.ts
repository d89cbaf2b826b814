/** `webContents`: one page of the stand-in's Chromium with its two worlds. */
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import type { CDPSession, Frame, Page, Route } from 'playwright-core';
import type { IpcMainInvokeEvent, PrintToPDFOptions, WebContentsPrintOptions, WebPreferences, WindowOpenHandlerResponse } from 'electron';
import { fromChromium, newPage, toChromium } from './browser.ts';
import { carried, invoke } from './ipc.ts';
import { PreventableEvent, StrictEmitter, strict } from './lifecycle.ts';
import { record } from './record.ts';
import { theSession } from './session.ts';
import { UP, WORLD, pageScript, preloadScript, shownScript } from './worlds.ts';

const EVENTS = ['did-finish-load', 'did-fail-load', 'will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'render-process-gone'];
type OpenHandler = (details: { readonly url: string; readonly frameName: string }) => WindowOpenHandlerResponse;

/** A frame as the receiver of a message sees it. */
export const frameOf = (url: string, parent: object | null = null): object => strict('webFrameMain', { url, parent });

export class StandInContents extends StrictEmitter {
  static readonly all = new Set<StandInContents>();
  readonly id: number;
  readonly #tag = `stand-in-${randomBytes(8).toString('hex')}`;
  readonly #page: Promise<Page>;
  #cdp: CDPSession | undefined;
  #world: number | undefined;
  #mainFrame: string | undefined;
  #url = '';
  #destroyed = false;
  #loading: string | null = null;
  #open: OpenHandler = () => ({ action: 'allow' });

  constructor(preferences: WebPreferences) {
    super('webContents', EVENTS);
    StandInContents.all.add(this);
    this.id = StandInContents.all.size;
    const preload = preferences.preload === undefined ? null : readFileSync(preferences.preload, 'utf8');
    this.#page = this.#prepare(preload);
    // Who uses the page sees why it could not be made.
    this.#page.catch(() => undefined);
  }

  /** As a member of the module: strict. */
  readonly face = strict('webContents', this) as unknown as Electron.WebContents;
  page = (): Promise<Page> => this.#page;
  isDestroyed = (): boolean => this.#destroyed;
  getURL = (): string => this.#url;
  setWindowOpenHandler = (handler: OpenHandler): void => { this.#open = handler; };
  get session(): unknown { return theSession(); }
  get mainFrame(): object { return frameOf(this.#url); }

  async #prepare(preload: string | null): Promise<Page> {
    const page = await newPage();
    await theSession().applyPermissions(this.face);
    const cdp = await page.context().newCDPSession(page);
    this.#cdp = cdp;
    await cdp.send('Page.enable');
    this.#mainFrame = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && (context.auxData as { frameId?: string }).frameId === this.#mainFrame) this.#world = context.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => { this.#world = undefined; });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => void this.#hear(name, payload, executionContextId));
    await cdp.send('Runtime.enable');
    for (const name of Object.values(UP)) await cdp.send('Runtime.addBinding', { name, executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(this.#tag) });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(this.#tag, preload), worldName: WORLD });
    page.on('download', (download) => void theSession().download(fromChromium(download.url()), this.face));
    page.on('crash', () => this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 1 }));
    page.on('dialog', (dialog) => void dialog.dismiss());
    return page;
  }

  async #hear(name: string, payload: string, contextId: number): Promise<void> {
    if (name === UP.note) {
      const { opened, directive, blocked } = JSON.parse(payload) as { opened?: string; directive: string; blocked: string };
      if (opened === undefined) record.violations.push({ page: this.#url, directive, blocked });
      else if (this.opens(opened)) record.escaped.push(`window ${opened}`);
      else record.closedPopups.push(opened);
      return;
    }
    if (name === UP.place) return this.#tellPlace((JSON.parse(payload) as { id: number }).id, contextId);
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] };
    const event = { sender: this.face, senderFrame: frameOf(this.#url), frameId: 1, processId: 1, type: 'frame' } as unknown as IpcMainInvokeEvent;
    const reply = await invoke(channel, strict('event', event), args);
    await this.#evaluateIn(contextId, `__standInReply(${JSON.stringify({ id, ...reply })})`);
  }

  /** Where a file of the page lies on the disk, as only Chromium knows; empty for one that was made in the page. */
  async #tellPlace(id: number, contextId: number): Promise<void> {
    const found = await this.#cdp?.send('Runtime.evaluate', { contextId, expression: `__standInFile(${id})` });
    const { path = '' } = (await this.#cdp?.send('DOM.getFileInfo', { objectId: found?.result.objectId ?? '' })) ?? {};
    await this.#evaluateIn(contextId, `__standInPlaceIs(${JSON.stringify({ id, path })})`);
  }

  /** A page that has gone meanwhile gets no answer, as in Electron. */
  async #evaluateIn(contextId: number, expression: string): Promise<void> {
    await this.#cdp?.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    const value = carried(args);
    if (this.#world !== undefined) void this.#evaluateIn(this.#world, `__standInEvent(${JSON.stringify({ channel, args: value })})`);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    this.#loading = toChromium(url);
    try {
      await page.goto(this.#loading, { waitUntil: 'load' });
      this.#url = fromChromium(page.url());
    } catch (error) {
      this.emit('did-fail-load', new PreventableEvent(), -2, 'ERR_FAILED', url, true);
      throw new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error });
    } finally {
      this.#loading = null;
    }
    this.emit('did-finish-load');
  }

  reload(): void {
    void this.loadURL(this.#url).catch(() => undefined);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    // A test may let the print page hang, to see what the app does then.
    if (process.env['WAYMARK_SHELL_BREAK'] === 'print' && code.startsWith('waymarkPrint')) return new Promise(() => undefined);
    return (await this.#page).evaluate(code);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline, ...others } = options;
    if (Object.keys(others).length > 0) throw new Error(`the stand-in's printToPDF has no ${Object.keys(others).join(', ')}`);
    await this.#page;
    const { data } = (await this.#cdp?.send('Page.printToPDF', {
      preferCSSPageSize: preferCSSPageSize === true, printBackground: printBackground === true,
      generateTaggedPDF: generateTaggedPDF === true, generateDocumentOutline: generateDocumentOutline === true,
    })) ?? { data: '' };
    return Buffer.from(data, 'base64');
  }

  print(options: WebContentsPrintOptions, callback: (success: boolean, failureReason: string) => void): void {
    const answer = record.printAnswers.shift();
    if (!answer) throw new Error('a printer dialog was opened and no test had laid an answer ready');
    void this.#page.then((page) => page.title()).then((title) => {
      record.printed.push({ title, options });
      callback(answer.success, answer.reason);
    });
  }

  /** Frames move again; also those of documents that load later. */
  async show(): Promise<void> {
    const page = await this.#page;
    await this.#cdp?.send('Page.addScriptToEvaluateOnNewDocument', { source: shownScript(this.#tag) });
    for (const frame of page.frames()) await frame.evaluate(shownScript(this.#tag)).catch(() => undefined);
  }

  /** Asks the app about a navigation that a page wants; false when it is refused. */
  navigates(route: Route, frame: Frame | null): boolean {
    const url = route.request().url();
    const isMainFrame = frame === null || frame.parentFrame() === null;
    if (isMainFrame && this.#loading === url) return true;
    const details = Object.assign(new PreventableEvent(), { url: fromChromium(url), isMainFrame, isSameDocument: false, frame: null, initiator: null });
    this.emit('will-frame-navigate', details);
    if (isMainFrame) this.emit('will-navigate', details, details.url);
    return !details.defaultPrevented;
  }

  /** A new window that the page asked for, which the handler may refuse. */
  opens(url: string): boolean {
    return this.#open({ url: fromChromium(url), frameName: '' }).action === 'allow';
  }

  async destroy(): Promise<void> {
    this.#destroyed = true;
    StandInContents.all.delete(this);
    await this.#page.then((page) => page.close()).catch(() => undefined);
  }
}
