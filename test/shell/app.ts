/** `app`: life cycle, folders and the lock of one instance. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';
import { closeBrowser } from './browser.ts';
import { PreventableEvent, StrictEmitter, atReady, isReady, needNotReady, readiness, strict } from './lifecycle.ts';

type PathName = Parameters<App['getPath']>[0];
const EVENTS = ['ready', 'second-instance', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'web-contents-created', 'browser-window-created'];
const LOOK_MS = 50;
const packageJson = JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')) as { name: string; version: string };

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** How windows are closed when the app quits; the windows' module sets it. */
export const windows = { closeAll: (): boolean => true, destroyAll: (): void => undefined };

class StandInApp extends StrictEmitter {
  readonly isPackaged = false;
  name = packageJson.name;
  #paths: Partial<Record<PathName, string>> = {};
  #lock: string | null = null;
  #quitting = false;

  constructor() {
    super('app', EVENTS);
    atReady(() => this.emit('ready', new PreventableEvent(), {}));
  }

  getVersion = (): string => packageJson.version;
  setName = (name: string): void => { this.name = name; };
  isReady = isReady;
  whenReady = readiness;
  getPreferredSystemLanguages = (): string[] => (process.env['WAYMARK_SHELL_LANGUAGES'] ?? 'en-US').split(',');
  setAppUserModelId = (id: string): void => { if (id === '') throw new Error('an application user model id is not empty'); };
  enableSandbox = (): void => needNotReady('app.enableSandbox');

  setPath(name: PathName, path: string): void {
    if (name === 'userData' || name === 'sessionData') needNotReady(`app.setPath('${name}')`);
    mkdirSync(path, { recursive: true });
    this.#paths[name] = path;
  }

  getPath(name: PathName): string {
    const set = this.#paths[name];
    if (set !== undefined) return set;
    if (name === 'sessionData') return this.getPath('userData');
    const own = ['userData', 'crashDumps', 'logs'].includes(name);
    return own ? join(tmpdir(), `waymark-shell-${process.pid}`, name) : name === 'temp' ? tmpdir() : name === 'home' ? homedir() : join(homedir(), name);
  }

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'SingletonLock');
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
    } catch {
      const owner = Number(readFileSync(path, 'utf8'));
      if (isAlive(owner)) {
        writeFileSync(join(folder, `second-${process.pid}.json`), JSON.stringify(process.argv));
        return false;
      }
      writeFileSync(path, String(process.pid));
    }
    this.#lock = path;
    setInterval(() => this.#lookForSecond(folder), LOOK_MS).unref();
    return true;
  }

  #lookForSecond(folder: string): void {
    // A self-test throws its folder away before it ends.
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder).filter((each) => each.startsWith('second-'))) {
      rmSync(join(folder, file));
      this.emit('second-instance', new PreventableEvent(), [], folder, undefined);
    }
  }

  quit(): void {
    if (this.#quitting) return;
    const before = new PreventableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented || !windows.closeAll()) return;
    this.finish();
  }

  /** What follows once no window is left: `will-quit` may still hold the process. */
  finish(): void {
    const event = new PreventableEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(Number(process.exitCode ?? 0));
  }

  exit(code = 0): void {
    if (this.#quitting) return;
    this.#quitting = true;
    windows.destroyAll();
    this.emit('quit', new PreventableEvent(), code);
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
    void closeBrowser().finally(() => process.exit(code));
  }
}

type Members =
  | 'isPackaged' | 'name' | 'getVersion' | 'setName' | 'isReady' | 'whenReady' | 'getPreferredSystemLanguages' | 'setAppUserModelId'
  | 'enableSandbox' | 'setPath' | 'getPath' | 'requestSingleInstanceLock' | 'quit' | 'exit';
export const standInApp = new StandInApp();
standInApp satisfies Pick<App, Members>;
export const app = strict('app', standInApp);
