/** Runs the app's entry as Electron does: `ready` comes only when the entry, an ES module, has run to its end. */
import { readFileSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { becomeReady } from './lifecycle.ts';
import { listenToTest } from './control.ts';
import { openBrowser } from './browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };

listenToTest();
await import(pathToFileURL(join(root, main)).href);
await openBrowser();
becomeReady();
