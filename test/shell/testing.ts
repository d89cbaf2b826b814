/** What tests of the shell share: whether they can run here, and a data folder of their own. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { startShell } from './driver.ts';
import type { Shell } from './driver.ts';

const BUILT = fileURLToPath(new URL('../../dist/main/main.js', import.meta.url));
export const cannotRun = findBrowser() === null || !existsSync(BUILT);
export const WHY = '(skipped without Chrome, Edge or Chromium, or a build)';

/** A folder with all that a shell, an address or a file system may stumble over in its name. */
export const makeDataDir = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'waymark-shell-test-')), 'Way mark ñ #1 100%');
export const removeDataDir = (dataDir: string): Promise<void> => rm(join(dataDir, '..'), { recursive: true, force: true, maxRetries: 10 });

/** Starts the app and waits until it says that it is ready. */
export async function startReady(dataDir: string, options: Omit<Parameters<typeof startShell>[0], 'dataDir'> = {}): Promise<Shell> {
  const shell = startShell({ dataDir, ...options });
  await shell.ready;
  return shell;
}

/** Waits for what comes by itself, looking often; the test's own time limit ends a wait for what never comes. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
