/** The stand-in refuses what Electron refuses and what it cannot stand in for. Each is shown by a small main of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHY, cannotRun } from './testing.ts';

const url = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
/** The main's own lines; the life cycle is that of the real entry. */
const main = (lines: string): string => `
import { becomeReady } from ${url('./lifecycle.ts')};
import { openBrowser, closeBrowser } from ${url('./browser.ts')};
const shown = async (what, run) => { try { console.log(what + ': ' + JSON.stringify(await run())); } catch (error) { console.log(what + ' threw: ' + error.message.split('\\n')[0]); } };
const ready = async () => { await openBrowser(); becomeReady(); };
${lines}
await closeBrowser();
process.exit(0);
`;

describe.skipIf(cannotRun)(`the stand-in is strict ${WHY}`, () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark strict ñ ')); });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const run = async (lines: string): Promise<string> => {
    const file = join(folder, `main-${Math.random().toString(36).slice(2)}.mjs`);
    await writeFile(file, main(lines));
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', new URL('./hook.ts', import.meta.url).href, file], { stdio: ['ignore', 'pipe', 'pipe'] });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      child.stderr.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      child.on('error', reject);
      child.on('exit', () => resolve(text));
    });
  };

  it('lacks what it lacks aloud', async () => {
    const text = await run(`
      import { app, clipboard, dialog, net, BrowserWindow } from 'electron';
      await shown('a member', () => app.setBadgeCount(1));
      await shown('a module', () => import('electron').then((all) => all.Tray));
      await shown('an event', () => app.on('gpu-info-update', () => 1));
      await shown('a setting', () => { app.allowRendererProcessReuse = true; });
      await shown('a clipboard format', () => clipboard.readImage());
      await shown('a static member', () => BrowserWindow.fromId(1));
      await shown('a dialog', () => dialog.showMessageBoxSync({}));
      await shown('a request early', () => net.fetch('https://127.0.0.1:9/', { credentials: 'omit' }));
    `);
    for (const what of ['a member', 'an event', 'a setting', 'a clipboard format', 'a static member', 'a dialog']) expect(text).toContain(`${what} threw: the stand-in`);
    expect(text).toContain('a request early threw: net.fetch cannot be used before the app is ready');
    expect(text).toContain('a module: undefined');
    expect(await run("import { Tray } from 'electron';")).toContain('does not provide an export named');
  });

  it('knows what is too early and what is too late', async () => {
    const text = await run(`
      import { app, BrowserWindow, clipboard, dialog, net, protocol, safeStorage, screen, session, shell } from 'electron';
      const closed = { webPreferences: { sandbox: true } };
      await shown('window early', () => new BrowserWindow(closed));
      await shown('session early', () => session.fromPartition('a'));
      await shown('screen early', () => screen.getAllDisplays());
      await shown('clipboard early', () => clipboard.readText());
      await shown('keys early', () => safeStorage.isAsyncEncryptionAvailable());
      await shown('dialog early', () => dialog.showSaveDialog({}));
      await shown('link early', () => shell.openExternal('https://example.org'));
      protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
      await shown('schemes twice', () => protocol.registerSchemesAsPrivileged([]));
      await ready();
      await shown('schemes late', () => protocol.registerSchemesAsPrivileged([]));
      await shown('sandbox late', () => app.enableSandbox());
      await shown('folder late', () => app.setPath('userData', '/nowhere'));
      await shown('open window', () => new BrowserWindow(closed));
      await shown('unknown option', () => new BrowserWindow({ transparent: true }));
      await shown('kept session', () => session.fromPartition('persist:a'));
      await shown('no dictionary', () => session.fromPartition('a').setSpellCheckerDictionaryDownloadURL(''));
      await shown('request with cookies', () => net.fetch('https://127.0.0.1:9/'));
      await shown('request with a host', () => net.fetch('https://127.0.0.1:9/', { credentials: 'omit', headers: { host: 'a' } }));
      await shown('request with a secret option', () => net.fetch('https://127.0.0.1:9/', { credentials: 'omit', keepalive: true }));
      await shown('request to nobody', () => net.fetch('https://127.0.0.1:9/', { credentials: 'omit' }));
      await shown('unregistered scheme', () => session.fromPartition('a').protocol.handle('file2', () => new Response('')));
    `);
    const cases = ['window early', 'session early', 'screen early', 'clipboard early', 'keys early', 'dialog early', 'link early', 'schemes twice', 'schemes late', 'sandbox late', 'folder late', 'open window', 'unknown option', 'kept session', 'no dictionary', 'unregistered scheme', 'request with cookies', 'request with a host', 'request with a secret option', 'request to nobody'];
    expect(cases.filter((each) => !text.includes(`${each} threw:`))).toEqual([]);
  });

  it('has no electron in a worker thread, and only electron in a preload', async () => {
    await writeFile(join(folder, 'worker.mjs'), "import { parentPort } from 'node:worker_threads'; import('electron').then(() => parentPort.postMessage('there'), (error) => parentPort.postMessage(error.code));");
    await writeFile(join(folder, 'preload.cjs'), "const { contextBridge, ipcRenderer } = require('electron'); const tried = {}; for (const name of ['fs', 'node:fs', './x.js', 'child_process']) { try { require(name); tried[name] = 'there'; } catch (error) { tried[name] = error.message; } } try { ipcRenderer.sendSync('x'); } catch (error) { tried.sendSync = error.message; } contextBridge.exposeInMainWorld('seen', { tried: () => tried, types: () => [typeof process, typeof Buffer, typeof globalThis.require] });");
    const text = await run(`
      import { Worker } from 'node:worker_threads';
      import { BrowserWindow, protocol, session } from 'electron';
      protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
      await shown('worker', () => new Promise((resolve) => new Worker(new URL('./worker.mjs', import.meta.url)).on('message', resolve)));
      await ready();
      const opened = session.fromPartition('a');
      opened.protocol.handle('app', () => new Response('<title>x</title>', { headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" } }));
      const window = new BrowserWindow({ show: false, webPreferences: { session: opened, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, preload: ${JSON.stringify('PRELOAD')} } });
      await window.loadURL('app://waymark/index.html');
      await shown('preload', () => window.webContents.executeJavaScript('seen.tried()'));
      await shown('globals', () => window.webContents.executeJavaScript('seen.types()'));
      const frames = "new Promise((resolve) => { let count = 0; requestAnimationFrame(() => { count += 1; }); setTimeout(() => resolve(count), 300); })";
      await shown('frames while hidden', () => window.webContents.executeJavaScript(frames));
      window.show();
      await shown('frames once shown', () => window.webContents.executeJavaScript(frames));
      window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
      await shown('permissions unrefused', () => window.webContents.executeJavaScript("navigator.permissions.query({ name: 'geolocation' }).then((each) => each.state)"));
    `.replace('PRELOAD', join(folder, 'preload.cjs').replaceAll('\\', '\\\\')));
    expect(text).toContain('worker: "ERR_MODULE_NOT_FOUND"');
    for (const name of ['fs', 'node:fs', './x.js', 'child_process']) expect(text).toContain(`module not found: ${name}`);
    expect(text).toContain("the stand-in's preload has no ipcRenderer.sendSync");
    expect(text).toContain('globals: ["undefined","undefined","undefined"]');
    expect(text).toContain('frames while hidden: 0');
    expect(text).toContain('frames once shown: 1');
    // Without handlers Electron grants; a product that forgot them would be seen.
    expect(text).toContain('permissions unrefused: "granted"');
  });
});
