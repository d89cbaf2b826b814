/**
 * Entry of the desktop app. Nothing here waits at the top level for `ready`: Electron sends it
 * only after this module has run to its end.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { prepare } from './before-ready.ts';
import { boot } from './boot.ts';
import { readOptions } from './options.ts';
import { endOnFault, stopBeforeQuit } from './quit.ts';
import { runSelfTest } from './self-test.ts';
import { failureWords, menuWord, systemLang } from './words.ts';

/** Says why the app cannot run; there is no window to say it in. */
function giveUp(error: unknown): void {
  const lang = systemLang();
  dialog.showErrorBox(menuWord(lang, 'menu.cannotStart'), failureWords(lang, error));
  app.exit(1);
}

async function start(dataDir: string): Promise<void> {
  const { service, usable, settled } = await boot(dataDir, { show: true });
  stopBeforeQuit(() => Promise.all([service.stop(), settled()]).then(() => undefined));
  service.started.catch(giveUp);
  await usable;
  // The launcher waits for this line.
  process.stdout.write('waymark ready\n');
}

endOnFault();
// An installed app is one program; Electron of a checkout is told the folder first.
const options = readOptions(process.argv.slice(app.isPackaged ? 1 : 2), process.env, process.platform);
const { selfTest } = options;
// A self-test leaves the person's data alone.
const dataDir = selfTest === null ? options.dataDir : mkdtempSync(join(tmpdir(), 'Way mark ñ #1 100% '));
const readyAtStart = app.isReady();
try {
  if (prepare(dataDir)) {
    void app.whenReady().then(() => (selfTest === null ? start(dataDir) : runSelfTest(selfTest, { readyAtStart, dataDir }))).catch(giveUp);
  } else {
    process.stdout.write('waymark is open already\n');
    app.exit(0);
  }
} catch (error) {
  giveUp(error);
}
