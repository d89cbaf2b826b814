/**
 * Loaded before the app's main process (`node --import`): `electron` means the stand-in there,
 * and nothing at all in a worker thread, as in Electron.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== 'electron') return next(specifier, context);
    if (isMainThread) return { url: STAND_IN, format: 'module-typescript', shortCircuit: true };
    throw Object.assign(new Error('electron cannot be imported in a worker thread'), { code: 'ERR_MODULE_NOT_FOUND' });
  },
});

/** A test may let the service die: its thread throws once this file is there. */
const dieWhen = process.env['WAYMARK_SHELL_KILL_SERVICE'];
if (!isMainThread && dieWhen) {
  setInterval(() => {
    if (existsSync(dieWhen)) throw new Error('killed by the test');
  }, 50).unref();
}
