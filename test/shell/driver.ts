/** Starts the real, built app on the stand-in, in a process of its own, and speaks with it. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Controls } from './control.ts';

const HOOK = new URL('./hook.ts', import.meta.url).href;
const ENTRY = fileURLToPath(new URL('./run-main.ts', import.meta.url));

/** What starts the app on the stand-in: `execPath …standInCommand(args)`. */
export const standInCommand = (args: readonly string[]): string[] => ['--disable-warning=ExperimentalWarning', '--import', HOOK, ENTRY, ...args];

export interface Shell {
  /** Resolves when the app prints that it is ready; rejects when it ends before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<number>;
  output(): string;
  ask<N extends keyof Controls>(name: N, ...input: Parameters<Controls[N]>): Promise<Awaited<ReturnType<Controls[N]>>>;
  /** The app's page, to be driven as a person would. */
  page(): Promise<Page>;
  signal(name: NodeJS.Signals): void;
  /** Asks the app to end, as the system does, and waits for it. */
  quit(): Promise<number>;
}

/** Starts with a data folder of the test's own. */
export function startShell({ dataDir, args = [], env = {} }: { readonly dataDir: string; readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> }): Shell {
  const child = fork(ENTRY, [...args], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', HOOK], stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, WAYMARK_DATA: dataDir, ...env },
  });
  let text = '';
  let last = 0;
  let browser: Browser | undefined;
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  const exited = new Promise<number>((resolve) => child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error('the app has ended'));
    resolve(code ?? (signal ? 128 : 1));
  }));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (text.includes('waymark ready\n')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void exited.then((code) => reject(new Error(`the app ended with ${code} before it was ready:\n${text}`)));
  });
  ready.catch(() => undefined);
  child.on('message', (message: { readonly ask: number; readonly value?: never; readonly error?: string }) => {
    const waiter = waiting.get(message.ask);
    waiting.delete(message.ask);
    if (message.error === undefined) waiter?.resolve(message.value as never);
    else waiter?.reject(new Error(message.error));
  });
  const ask: Shell['ask'] = (name, ...input) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ ask: last, name, input: input[0] });
    });
  return {
    ready,
    exited,
    output: () => text,
    ask,
    page: async () => {
      browser ??= await chromium.connectOverCDP(await ask('debuggingAddress'));
      const page = browser.contexts().flatMap((context) => context.pages()).find((each) => each.url().startsWith('https://waymark.invalid/index.html'));
      if (!page) throw new Error('the app shows no page');
      return page;
    },
    signal: (name) => void child.kill(name),
    quit: async () => {
      await browser?.close().catch(() => undefined);
      if (child.exitCode === null) child.kill('SIGTERM');
      return exited;
    },
  };
}
