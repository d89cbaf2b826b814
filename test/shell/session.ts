/** `session`: one session in memory. What it does not refuse happens, as in Electron: permissions are granted, downloads run, requests leave. */
import type { Page, Route } from 'playwright-core';
import type { FromPartitionOptions, Protocol, Session, WebContents } from 'electron';
import { browserContext, fromChromium } from './browser.ts';
import { PreventableEvent, StrictEmitter, needNotReady, needReady, strict } from './lifecycle.ts';
import { record } from './record.ts';

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Answer = Parameters<Protocol['handle']>[1];
type BeforeRequest = (details: { readonly url: string; readonly method: string; readonly resourceType: string }, callback: (answer: { cancel?: boolean }) => void) => void;

/** Chromium's names of what Electron asks its handlers about. */
const PERMISSIONS: Readonly<Record<string, Parameters<CheckHandler>[1]>> = {
  geolocation: 'geolocation', notifications: 'notifications', camera: 'media', microphone: 'media', midi: 'midi', 'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write', 'idle-detection': 'idle-detection', 'local-fonts': 'local-fonts', 'storage-access': 'storage-access', 'window-management': 'window-management',
};
const SCHEMES = new Map<string, object>();
let registered = false;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    needNotReady('protocol.registerSchemesAsPrivileged');
    if (registered) throw new Error('protocol.registerSchemesAsPrivileged may be called once');
    registered = true;
    for (const { scheme, privileges } of schemes) SCHEMES.set(scheme, privileges ?? {});
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>);

class StandInSession extends StrictEmitter {
  readonly #answers = new Map<string, Answer>();
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;
  #before: BeforeRequest | null = null;
  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, answer: Answer): void => {
      const privileges = SCHEMES.get(scheme);
      if (!privileges || !('standard' in privileges) || !('secure' in privileges)) throw new Error(`the scheme ${scheme} was not registered as standard and secure`);
      if (this.#answers.has(scheme)) throw new Error(`the scheme ${scheme} is handled already`);
      this.#answers.set(scheme, answer);
    },
  } satisfies Pick<Protocol, 'handle'>);
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => { this.#before = listener; },
  });

  constructor() {
    super('session', ['will-download']);
  }

  setPermissionCheckHandler = (handler: CheckHandler | null): void => { this.#check = handler; };
  setPermissionRequestHandler = (handler: RequestHandler | null): void => { this.#request = handler; };
  // Headless Chromium has no device and shares no screen: these handlers are taken and never asked.
  setDevicePermissionHandler = (handler: Parameters<Session['setDevicePermissionHandler']>[0]): void => void handler;
  setDisplayMediaRequestHandler = (handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void => void handler;
  setSpellCheckerEnabled = (enable: boolean): void => { if (enable) throw new Error('the stand-in has no spell checker'); };
  setSpellCheckerDictionaryDownloadURL = (url: string): void => {
    if (!URL.canParse(url)) throw new Error('The URL you provided to setSpellCheckerDictionaryDownloadURL is not a valid URL');
  };

  /** Gives Chromium, before a page loads, the answers that the handlers give; without a handler all is granted. */
  async applyPermissions(contents: WebContents): Promise<void> {
    const origin = 'app://waymark/';
    const granted: string[] = [];
    for (const [name, permission] of Object.entries(PERMISSIONS)) {
      const details = { isMainFrame: true, requestingUrl: origin };
      const checked = this.#check?.(contents, permission, origin, details) ?? true;
      const asked = await new Promise<boolean>((resolve) => (this.#request ? this.#request(contents, permission, resolve, details) : resolve(true)));
      if (checked || asked) granted.push(name);
    }
    const client = await browserContext().newCDPSession(browserContext().pages()[0] as Page);
    const set = (name: string, setting: 'granted' | 'denied') =>
      client.send('Browser.setPermission', { permission: { name }, setting, origin: 'https://waymark.invalid' });
    // They hold as long as the one who set them stays connected.
    for (const name of Object.keys(PERMISSIONS)) await set(name, granted.includes(name) ? 'granted' : 'denied');
  }

  /** True when `onBeforeRequest` lets a request pass. */
  #passes(url: string, method: string, resourceType: string): Promise<boolean> {
    return new Promise((resolve) => {
      if (!this.#before) return resolve(true);
      this.#before({ url, method, resourceType }, ({ cancel }) => resolve(cancel !== true));
    });
  }

  /** The answer of the protocol's handler to an address, as it is, without a page. */
  async fetch(url: string, method = 'GET'): Promise<Response | null> {
    const answer = this.#answers.get(url.slice(0, url.indexOf(':')));
    return answer ? await answer(new Request(url, { method })) : null;
  }

  async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = fromChromium(request.url());
    if (!(await this.#passes(url, request.method(), request.resourceType()))) return route.abort('blockedbyclient');
    const response = await this.fetch(url, request.method());
    if (response) return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
    record.escaped.push(url);
    return route.abort('internetdisconnected');
  }

  /** False when the download is refused; one that is not would have written a file. */
  download(url: string, contents: unknown): boolean {
    const event = new PreventableEvent();
    this.emit('will-download', event, strict('downloadItem', { getURL: () => url }), contents);
    if (!event.defaultPrevented) record.escaped.push(`download ${url}`);
    return !event.defaultPrevented;
  }
}

let only: { readonly partition: string; readonly session: StandInSession } | undefined;
export const theSession = (): StandInSession => {
  if (!only) throw new Error('no session was opened');
  return only.session;
};

export const session = strict('session', {
  fromPartition: (partition: string, options?: FromPartitionOptions): Session => {
    needReady('session.fromPartition');
    if (partition.startsWith('persist:') || partition === '') throw new Error('the stand-in keeps sessions in memory only');
    if (only && (only.partition !== partition || options)) throw new Error('the stand-in has one session, whose options are given once');
    only ??= { partition, session: new StandInSession() };
    return strict('session', only.session) as unknown as Session;
  },
});
