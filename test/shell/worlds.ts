/**
 * What runs inside each page before its own scripts: the preload in a world of its own, as in a
 * window with context isolation, and the page's half of what the preload exposes. The two worlds
 * share the document and nothing else, so they speak by events that carry text.
 */

/** The name of the preload's world. */
export const WORLD = 'waymark preload';
/** Functions that only the preload's world has, to speak with the stand-in. */
export const UP = { ask: '__standInAsk', note: '__standInNote', place: '__standInPlace' } as const;

/** The page's half: builds the exposed object from its description; keeps animation frames back while the window is hidden. */
function pageHalf(tag: string): void {
  const listeners: ((...args: unknown[]) => unknown)[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const remote: number[] = [];
  let files = 0;
  let returned: { value?: unknown; promise?: number; fn?: number; error?: string } = {};
  const tell = (kind: string, value: unknown): void => void document.dispatchEvent(new CustomEvent(`${tag}:${kind}`, { detail: JSON.stringify(value) }));
  const hear = (kind: string, run: (value: never) => void): void => document.addEventListener(`${tag}:${kind}`, (event) => run(JSON.parse((event as CustomEvent<string>).detail) as never));
  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') return { fn: listeners.push(value as (...args: unknown[]) => unknown) - 1 };
    if (value instanceof File) {
      // A file is no text; an event carries a copy of it from world to world, as Electron's bridge does.
      document.dispatchEvent(new CustomEvent(`${tag}:file`, { detail: value }));
      files += 1;
      return { file: files - 1 };
    }
    try {
      return { value: structuredClone(value) };
    } catch {
      // Electron gives the preload a proxy of such a value, which it cannot send on.
      return { proxied: true };
    }
  };
  const proxy = (fn: number) => (...args: unknown[]): unknown => {
    tell('call', { fn, args: args.map(pack) });
    const { value, promise, fn: made, error } = returned;
    if (error !== undefined) throw new Error(error);
    if (made !== undefined) return proxy(made);
    if (promise === undefined) return value;
    return new Promise((resolve, reject) => waiting.set(promise, { resolve, reject }));
  };
  hear('returned', (value: typeof returned) => { returned = value; });
  hear('settled', ({ promise, value, error }: { promise: number; value?: unknown; error?: string }) => {
    if (error === undefined) waiting.get(promise)?.resolve(value);
    else waiting.get(promise)?.reject(new Error(error));
    waiting.delete(promise);
  });
  hear('heard', ({ fn, args }: { fn: number; args: unknown[] }) => { listeners[fn]?.(...args); });
  hear('expose', ({ key, members }: { key: string; members: Record<string, number> }) => {
    const value = Object.freeze(Object.fromEntries(Object.entries(members).map(([name, fn]) => [name, proxy(fn)])));
    Object.defineProperty(window, key, { value, enumerable: true });
    remote.push(...Object.values(members));
  });

  // As where the app refuses the window: the page gets none. Links to new windows take the way of Chromium.
  window.open = (address) => {
    tell('opened', { opened: new URL(String(address ?? 'about:blank'), document.baseURI).href });
    return null;
  };

  const frame = window.requestAnimationFrame.bind(window);
  let held: FrameRequestCallback[] | null = [];
  window.requestAnimationFrame = (callback) => (held === null ? frame(callback) : -held.push(callback));
  hear('shown', () => {
    const later = held ?? [];
    held = null;
    for (const callback of later) frame(callback);
  });
}

/** The preload's half: `require('electron')` and nothing else, cloning as Electron does. */
function preloadHalf(tag: string, { ask, note, place }: typeof UP, preload: ((require: (name: string) => unknown, module: object, exports: object) => void) | null): void {
  const up = globalThis as unknown as Record<string, (text: string) => void>;
  document.addEventListener('securitypolicyviolation', (event) => up[note]?.(JSON.stringify({ directive: event.violatedDirective, blocked: event.blockedURI })));
  document.addEventListener(`${tag}:opened`, (event) => up[note]?.((event as CustomEvent<string>).detail));
  if (preload === null || window !== window.top) return;
  const tell = (kind: string, value: unknown): void => void document.dispatchEvent(new CustomEvent(`${tag}:${kind}`, { detail: JSON.stringify(value) }));
  const hear = (kind: string, run: (value: never) => void): void => document.addEventListener(`${tag}:${kind}`, (event) => run(JSON.parse((event as CustomEvent<string>).detail) as never));
  type Fn = (...args: unknown[]) => unknown;
  const functions: Fn[] = [];
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const channels = new Map<string, Set<Fn>>();
  let last = 0;
  const strict = <T extends object>(name: string, object: T): T =>
    new Proxy(object, { get: (target, key) => {
      if (!(key in target) && typeof key === 'string') throw new Error(`the stand-in's preload has no ${name}.${key}`);
      return Reflect.get(target, key) as unknown;
    } });
  const clone = (value: unknown): unknown => {
    try {
      return structuredClone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };
  type Packed = { value?: unknown; fn?: number; proxied?: boolean; file?: number };
  const files: File[] = [];
  const places = new Map<File | undefined, string>();
  const asked = new Map<number, (path: string) => void>();
  document.addEventListener(`${tag}:file`, (event) => { files.push((event as CustomEvent<File>).detail); });
  // Chromium tells the place of a file to its debugger only, and later than Electron does: whoever gets a file is called once it is known.
  const findPlace = (id: number): Promise<void> =>
    new Promise((resolve) => {
      asked.set(id, (path) => { places.set(files[id], path); resolve(); });
      up[place]?.(JSON.stringify({ id }));
    });
  const unpack = ({ value, fn, proxied, file }: Packed): unknown => {
    if (file !== undefined) return files[file];
    if (proxied) return { proxy: (): void => undefined };
    return fn === undefined ? value : (...args: unknown[]): void => tell('heard', { fn, args: args.map(clone) });
  };
  const settleLater = (result: Promise<unknown>): void => {
    const promise = (last += 1);
    tell('returned', { promise });
    result.then((value: unknown) => tell('settled', { promise, value: clone(value) }), (error: unknown) => tell('settled', { promise, error: String(error) }));
  };
  const callWithFiles = async (fn: number, args: Packed[]): Promise<unknown> => {
    await Promise.all(args.flatMap(({ file }) => (file === undefined ? [] : [findPlace(file)])));
    const result = functions[fn]?.(...args.map(unpack));
    if (!(result instanceof Promise)) throw new Error('the stand-in hands files only to functions that answer later');
    return result;
  };
  hear('call', ({ fn, args }: { fn: number; args: Packed[] }) => {
    try {
      if (args.some(({ file }) => file !== undefined)) return settleLater(callWithFiles(fn, args));
      const result = functions[fn]?.(...args.map(unpack));
      if (result instanceof Promise) settleLater(result);
      else if (typeof result === 'function') tell('returned', { fn: functions.push(result as Fn) - 1 });
      else tell('returned', { value: clone(result) });
    } catch (error) {
      tell('returned', { error: String(error) });
    }
  });
  const contextBridge = {
    exposeInMainWorld: (key: string, api: Record<string, unknown>): void => {
      const members = Object.entries(api).map(([name, value]) => {
        if (typeof value !== 'function') throw new Error('the stand-in exposes objects of functions only');
        return [name, functions.push(value as Fn) - 1];
      });
      tell('expose', { key, members: Object.fromEntries(members) as unknown });
    },
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        replies.set(id, { resolve, reject });
        up[ask]?.(JSON.stringify({ id, channel, args: clone(args) }));
      }),
    on: (channel: string, listener: Fn): void => { channels.set(channel, (channels.get(channel) ?? new Set()).add(listener)); },
    off: (channel: string, listener: Fn): void => { channels.get(channel)?.delete(listener); },
  };
  const webUtils = {
    getPathForFile: (file: unknown): string => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File');
      const path = places.get(file);
      if (path === undefined) throw new Error('the stand-in knows the places only of files that came over the bridge');
      return path;
    },
  };
  const electron = strict('electron', { contextBridge: strict('contextBridge', contextBridge), ipcRenderer: strict('ipcRenderer', ipcRenderer), webUtils: strict('webUtils', webUtils) });
  Object.assign(globalThis, {
    __standInReply: ({ id, value, error }: { id: number; value?: unknown; error?: string }): void => {
      if (error === undefined) replies.get(id)?.resolve(value);
      else replies.get(id)?.reject(new Error(error));
      replies.delete(id);
    },
    __standInFile: (id: number): File | undefined => files[id],
    __standInPlaceIs: ({ id, path }: { id: number; path: string }): void => asked.get(id)?.(path),
    __standInEvent: ({ channel, args }: { channel: string; args: unknown[] }): void => {
      for (const listener of channels.get(channel) ?? []) listener(strict('event', {}), ...args);
    },
  });
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

export const pageScript = (tag: string): string => `(${String(pageHalf)})(${JSON.stringify(tag)})`;
export const preloadScript = (tag: string, preload: string | null): string =>
  `(${String(preloadHalf)})(${JSON.stringify(tag)}, ${JSON.stringify(UP)}, ${preload === null ? 'null' : `function (require, module, exports) {${preload}\n}`})`;
export const shownScript = (tag: string): string => `document.dispatchEvent(new CustomEvent(${JSON.stringify(`${tag}:shown`)}, { detail: '{}' }))`;
