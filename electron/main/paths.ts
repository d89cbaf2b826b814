/** Places of the built app, beside each other in dist/ and in the installed archive alike. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

export const SERVICE_WORKER = new URL('../service/worker.js', import.meta.url);
export const SELF_TEST_WORKER = new URL('../service/self-test.js', import.meta.url);
export const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
/** For the window's frame where the program itself carries no icon: Linux, and a checkout. */
export const WINDOW_ICON = fileURLToPath(new URL('../icons/png/256x256.png', import.meta.url));
export const RENDERER = fileURLToPath(new URL('../renderer/', import.meta.url));

/** The starter pack and its database: beside the archive when installed, in dist/ of a checkout. */
export const resourcesDir = (): string => (app.isPackaged ? process.resourcesPath : fileURLToPath(new URL('../resources/', import.meta.url)));

/** All that Chromium and the window keep; no student is in it. */
export const windowDir = (dataDir: string): string => join(dataDir, 'window');
