/**
 * What Electron takes only before `ready`. It runs from the entry's top level without waiting:
 * with an ES module as entry, `ready` comes as soon as the entry has run.
 */
import { mkdirSync } from 'node:fs';
import { app, protocol } from 'electron';
import { toWriteError } from '../../db/files/atomic-write.ts';
import { SCHEME } from './page-address.ts';
import { windowDir } from './paths.ts';

/** The id that Windows groups windows under; the installer uses the same. */
const APP_ID = 'org.waymark.desktop';

/**
 * Sets folders, sandbox and scheme, and takes the lock of the data folder. False when another
 * Waymark has it. Errors: folder-not-writable, disk-full.
 */
export function prepare(dataDir: string): boolean {
  const folder = windowDir(dataDir);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWriteError(error);
  }
  app.setName('Waymark');
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  // Before the lock, which lives in this folder: two data folders are two Waymarks.
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } },
  ]);
  return app.requestSingleInstanceLock();
}
