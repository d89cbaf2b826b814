/** When the app is ready, and what may be asked before and after; emitters and objects that refuse what they lack. */
import { EventEmitter } from 'node:events';

let ready = false;
let announce: (() => void) | undefined;
const whenReady = new Promise<void>((resolve) => { announce = resolve; });
const onReady: (() => void)[] = [];

export const isReady = (): boolean => ready;
export const readiness = (): Promise<void> => whenReady;
export function atReady(run: () => void): void {
  onReady.push(run);
}

export function becomeReady(): void {
  ready = true;
  for (const run of onReady) run();
  announce?.();
}

/** Throws as Electron does where a member needs the app to be ready. */
export function needReady(what: string): void {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`);
}

/** Throws as Electron does where a member is too late once the app is ready. */
export function needNotReady(what: string): void {
  if (ready) throw new Error(`${what} must be used before the app is ready`);
}

/** What anybody may ask of any object: promises, printing and tests look for these. */
const COMMON: ReadonlySet<PropertyKey> = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'asymmetricMatch']);

/** The object, but reading or writing a member that it lacks throws. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol' || COMMON.has(key)) {
        const value = Reflect.get(target, key, target) as unknown;
        // Methods keep their own object: private members do not pass through a proxy.
        return typeof value === 'function' && key !== 'constructor' ? (value.bind(target) as unknown) : value;
      }
      throw new Error(`the stand-in has no ${name}.${key}: give it one that does what Electron does, or do without`);
    },
    set: (target, key, value) => {
      if (!(key in target) && typeof key === 'string') throw new Error(`the stand-in has no ${name}.${key} to set`);
      return Reflect.set(target, key, value, target);
    },
  });
}

/** An emitter that knows its events: listening to another one throws, since it would never come. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #known: ReadonlySet<string>;

  constructor(name: string, known: readonly string[]) {
    super();
    this.#name = name;
    this.#known = new Set(known);
  }

  #check(event: string | symbol): void {
    if (typeof event === 'string' && !this.#known.has(event)) throw new Error(`the stand-in's ${this.#name} never emits '${event}'`);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }
}

/** An event whose default can be prevented. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
