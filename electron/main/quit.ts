/** How the app ends: the vault is backed up and locked before the process goes, whoever asked for it. */
import { app } from 'electron';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets the app quit when its window closes or the system asks, but only after `stop` has run. */
export function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false;
  let stopping = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    void stop().catch(() => undefined).finally(() => {
      stopped = true;
      app.quit();
    });
  });
  for (const signal of SIGNALS) process.on(signal, () => app.quit());
}

/** Replaces Electron's box with a stack in it, which could quote what a person typed, by a word and a clean end. */
export function endOnFault(): void {
  const end = (error: unknown): void => {
    process.stderr.write(`Waymark stopped: ${error instanceof Error ? error.name : typeof error}\n`);
    if (process.env['WAYMARK_DEBUG'] === '1') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
    process.exitCode = 1;
    app.quit();
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
