/** The app's window: what its page has, and what it is denied. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Shell } from './driver.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady, until } from './testing.ts';

declare global {
  // The page's own window, as code that runs there sees it.
  var waymark: Bridge;
}

describe.skipIf(cannotRun)(`the app's page ${WHY}`, () => {
  let shell: Shell;
  let page: Page;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await makeDataDir();
    shell = await startReady(dataDir);
    page = await shell.page();
  });
  afterAll(async () => {
    const record = await shell.ask('record');
    await shell.quit();
    await removeDataDir(dataDir);
    // Whatever the tests tried: nothing left the machine, and nothing of the app's own page broke the policy.
    expect(record.escaped).toEqual([]);
    expect(record.violations.filter(({ blocked }) => !/^((https|wss):\/\/(example\.org|waymark\.invalid\/call)|eval|inline|data|blob)/.test(blocked))).toEqual([]);
  });

  it('is up: the page has drawn, the menu stands, nothing broke the content policy on the way', async () => {
    await page.waitForSelector('#root > *');
    const [window] = await shell.ask('windows');
    expect(window).toMatchObject({ url: 'app://waymark/index.html', title: 'Waymark', visible: true });
    expect((await shell.ask('record')).violations).toEqual([]);
    expect(shell.output()).toContain('waymark ready');
  });

  it('has the bridge with its three functions and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(waymark), frozen: Object.isFrozen(waymark),
      others: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global', '__dirname'].filter((name) => name in globalThis),
    }));
    expect(found).toEqual({ bridge: ['call', 'take', 'on'], frozen: true, others: [] });
  });

  it('is answered by the service', async () => {
    const status = await page.evaluate(() => waymark.call('app.getStatus', {}));
    expect(status).toMatchObject({ ok: true, value: { vault: 'none', capabilities: { saveFiles: 'dialog', print: 'dialog', nativeMenu: true, keyStore: false } } });
    expect(await page.evaluate(() => waymark.call('app.getstatus', {}))).toEqual({ ok: false, code: 'unknown-method', params: {} });
    expect(await page.evaluate(() => waymark.call('vault.unlock', { passphrase: 7 }))).toMatchObject({ ok: false, code: 'input-invalid' });
    expect(await page.evaluate(() => waymark.call('app.setSettings', { schoolName: 'x'.repeat(2_000_000) }))).toMatchObject({ ok: false, code: 'too-large' });
    expect(await page.evaluate(() => waymark.call('app.getStatus', { run: () => 1 }))).toEqual({ ok: false, code: 'input-invalid', params: {} });
  });

  it('finds a nurse in the starter', async () => {
    const reply = await page.evaluate(() => waymark.call('reference.search', { text: 'nurse', areaId: 'us', lang: 'en' }));
    expect(reply).toMatchObject({ ok: true });
    expect(JSON.stringify(reply)).toContain('urse');
  });

  it('hears events until it stops listening', async () => {
    const heard = await page.evaluate(async () => {
      const events: string[] = [];
      const stop = waymark.on((event) => events.push(event.type));
      await waymark.call('app.setSettings', { schoolName: 'West High' });
      stop();
      await waymark.call('app.setSettings', { schoolName: '' });
      return events;
    });
    expect(heard.filter((type) => type === 'changed')).toHaveLength(1);
  });

  it('gets each command of the menu', async () => {
    await page.evaluate(() => {
      Object.assign(globalThis, { heard: [] });
      waymark.on((event) => { if (event.type === 'menu') (globalThis as unknown as { heard: string[] }).heard.push(event.command); });
    });
    const items = (await shell.ask('menu')).flatMap(({ id }) => (id === null || id === 'toggle-language' ? [] : [id]));
    expect(items).toHaveLength(16);
    // Opening a pack asks for a file: the person cancels.
    await shell.ask('openFile', { path: null });
    for (const id of items) await shell.ask('chooseMenu', { id });
    expect(await until(() => page.evaluate((count) => { const { heard } = globalThis as unknown as { heard: string[] }; return heard.length === count && heard; }, items.length))).toEqual(items);
  });

  it('takes the menu and the native look along when the settings change', async () => {
    const labels = async (): Promise<string> => (await shell.ask('menu')).map(({ label }) => label).join(' ');
    expect(await labels()).toContain('Edit');
    await page.evaluate(() => waymark.call('app.setSettings', { lang: 'es', theme: 'dark' }));
    expect(await until(async () => (await labels()).includes('Edición') && labels())).toContain('Bloquear');
    expect(await shell.ask('theme')).toBe('dark');
    await page.evaluate(() => waymark.call('app.setSettings', { lang: 'en', theme: 'system' }));
    await until(async () => (await labels()).includes('Edit '));
  });

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write', 'local-fonts', 'idle-detection'])('is denied %s', async (name) => {
    expect(await page.evaluate(async (each) => (await navigator.permissions.query({ name: each as PermissionName })).state, name)).toBe('denied');
  });

  it.each([
    ['another site', "fetch('https://example.org/')"],
    ['its own origin: the page asks by the bridge', "fetch('/call/app.getStatus')"],
    ['a picture elsewhere', "new Promise((resolve, reject) => { const image = new Image(); image.onload = resolve; image.onerror = () => reject(new Error('refused')); image.src = 'https://example.org/a.png'; })"],
    ['code from text', "new Promise((resolve, reject) => { setTimeout(() => { try { resolve(new Function('return 1')()); } catch (error) { reject(error); } }, 0); })"],
    ['a worker', "new Promise((resolve, reject) => { const worker = new Worker('data:text/javascript,postMessage(1)'); worker.onmessage = resolve; worker.onerror = () => reject(new Error('refused')); })"],
    ['a socket', "new Promise((resolve, reject) => { const socket = new WebSocket('wss://example.org/'); socket.onopen = resolve; socket.onerror = () => reject(new Error('refused')); })"],
  ])('cannot reach %s', async (_, code) => {
    await expect(page.evaluate(`(${`async () => ${code}`})().then(() => 'reached', () => 'refused')`)).resolves.toBe('refused');
  });

  it('runs no inline script and no inline style', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.head.append(style);
      const result = { script: 'ran' in globalThis, style: getComputedStyle(document.body).outlineWidth === '7px' };
      script.remove();
      style.remove();
      return result;
    });
    expect(ran).toEqual({ script: false, style: false });
    await until(async () => (await shell.ask('record')).violations.some(({ directive }) => directive === 'style-src-elem'));
    expect((await shell.ask('record')).violations.map(({ directive }) => directive)).toContain('script-src-elem');
  });

  it('goes nowhere else: not by address, by link, by form or by a frame', async () => {
    for (const code of [
      "location.href = 'https://example.org/'", "location.href = 'file:///etc/hostname'", "location.href = 'app://waymark/print.html'", "location.href = '/print.html'",
      "{ const link = document.createElement('a'); link.href = 'https://example.org/'; document.body.append(link); link.click(); link.remove(); }",
      "{ const frame = document.createElement('iframe'); frame.src = 'https://example.org/'; document.body.append(frame); setTimeout(() => frame.remove(), 200); }",
    ]) await page.evaluate(code);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(page.url()).toBe('https://waymark.invalid/index.html');
    expect(page.frames().map((frame) => frame.url()).filter((url) => url.includes('example'))).toEqual([]);
  });

  it('opens no window; a link goes to the browser when our tables cite its host', async () => {
    expect(await page.evaluate(() => [window.open('https://example.org/'), window.open('https://www.bls.gov/oes/')])).toEqual([null, null]);
    const opened = await until(async () => { const { openedLinks } = await shell.ask('record'); return openedLinks.length > 0 && openedLinks; });
    expect(opened).toEqual(['https://www.bls.gov/oes/']);
    expect((await shell.ask('record')).closedPopups).toEqual(['https://example.org/', 'https://www.bls.gov/oes/']);
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'https://example.org/', target: '_blank', rel: 'opener' });
      document.body.append(link);
      link.click();
      link.remove();
    });
    await until(async () => (await shell.ask('record')).closedPopups.length === 3);
    expect(await shell.ask('windows')).toHaveLength(1);
    expect(await page.evaluate(() => waymark.call('app.openLink', { url: 'https://example.org/' }))).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await page.evaluate(() => waymark.call('app.openLink', { url: 'file:///etc/hostname' }))).toMatchObject({ ok: false, code: 'input-invalid' });
    expect((await shell.ask('record')).openedLinks).toHaveLength(1);
  });

  it('downloads nothing', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'data:text/plain,hello';
      link.download = 'hello.txt';
      link.click();
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await shell.ask('record')).escaped).toEqual([]);
  });

  it('copies by the port, since the page may not', async () => {
    expect(await page.evaluate(() => waymark.call('app.copyText', { text: 'https://www.bls.gov/' }))).toEqual({ ok: true, value: {} });
    expect(await shell.ask('clipboard')).toBe('https://www.bls.gov/');
  });

  it('listens to its own page only', async () => {
    const url = 'app://waymark/index.html';
    const forge = async (change: object): Promise<unknown> => (await shell.ask('forge', { url, framed: false, foreign: false, channel: 'waymark:call', args: ['app.getStatus', {}], ...change })).value;
    expect(await forge({})).toMatchObject({ ok: true });
    expect(await forge({ url: `${url}#/explore` })).toMatchObject({ ok: true });
    const refused = { ok: false, code: 'forbidden', params: {} };
    for (const change of [
      { framed: true }, { foreign: true }, { url: '' }, { url: 'https://example.org/' }, { url: 'app://waymark/print.html' }, { url: 'app://other/index.html' },
      { url: 'file:///index.html' }, { url: 'https://waymark/index.html' }, { url: 'app://waymark.example.org/index.html' }, { url: 'app://user@waymark/index.html' }, { url: 'about:blank' },
    ]) expect(await forge(change), JSON.stringify(change)).toEqual(refused);
    expect(await forge({ args: [7, {}] })).toMatchObject({ code: 'unknown-method' });
  });
});

describe.skipIf(cannotRun)(`files of app:// ${WHY}`, () => {
  let shell: Shell;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await makeDataDir();
    shell = await startReady(dataDir);
  });
  afterAll(async () => {
    await shell.quit();
    await removeDataDir(dataDir);
  });
  const get = (path: string, method = 'GET') => shell.ask('fetch', { url: `app://waymark${path}`, method });

  it('come with their type and the policy', async () => {
    const page = await get('/index.html');
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(page?.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(page?.policy).toContain("connect-src 'none'");
    expect(page?.policy).not.toContain('unsafe');
    expect(await get('/')).toMatchObject({ status: 200 });
    expect(await get('/print.html')).toMatchObject({ status: 200 });
  });

  it.each([
    '/../main/main.js', '/%2e%2e/main/main.js', '/..%2fmain%2fmain.js', '/%2e%2e%2fmain/main.js', '/..\\main\\main.js', '/..%5cmain%5cmain.js', '/C:/Windows/win.ini', '/C%3A/Windows/win.ini',
    '//etc/passwd', '/%2fetc/passwd', '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/%2e%2e/package.json', '/index.html%00.js', '/.node.stamp', '/%252e%252e/main/main.js', '/nothing.html',
  ])('do not include %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '' });
  });

  it('are only read', async () => {
    expect(await get('/index.html', 'POST')).toMatchObject({ status: 404 });
  });

  it('are those of the build', async () => {
    const built = readFileSync(fileURLToPath(new URL('../../dist/renderer/index.html', import.meta.url)), 'utf8');
    expect((await get('/index.html'))?.body).toBe(built.slice(0, 200));
  });
});
