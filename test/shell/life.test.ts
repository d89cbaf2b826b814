/** How the app starts, ends and comes back. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from './driver.ts';
import { startShell } from './driver.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady, until } from './testing.ts';

const PASSPHRASE = 'quiet river under stones';

describe.skipIf(cannotRun)(`the app's life ${WHY}`, () => {
  let dataDir = '';
  const shells: Shell[] = [];
  const start = async (options: Parameters<typeof startReady>[1] = {}): Promise<Shell> => {
    const shell = await startReady(dataDir, options);
    shells.push(shell);
    return shell;
  };
  const vaultState = async (shell: Shell): Promise<unknown> =>
    (await shell.page()).evaluate(async () => { const reply = await waymark.call('app.getStatus', {}); return reply.ok && (reply.value as { vault: string }).vault; });
  beforeEach(async () => { dataDir = await makeDataDir(); });
  afterEach(async () => {
    for (const shell of shells.splice(0)) await shell.quit();
    await removeDataDir(dataDir);
  });

  it('keeps its data where it was told, by flag before environment', async () => {
    const other = join(dataDir, 'by flag ñ #2');
    await start({ args: ['--data', other] });
    expect(await readdir(other)).toContain('window');
    expect(await readdir(dataDir)).toEqual(['by flag ñ #2']);
  });

  it('is one program over one data folder: the second start shows the first and ends well', async () => {
    const first = await start();
    const second = startShell({ dataDir });
    expect(await second.exited).toBe(0);
    expect(second.output()).toBe('waymark is open already\n');
    expect(await first.ask('windows')).toHaveLength(1);
  });

  it('is two programs over two data folders', async () => {
    await start();
    await start({ args: ['--data', join(dataDir, 'two')] });
    expect(shells).toHaveLength(2);
  });

  it('opens where it was closed', async () => {
    const first = await start();
    const bounds = { x: 200, y: 120, width: 1000, height: 700 };
    await first.ask('place', bounds);
    expect(await first.quit()).toBe(0);
    const second = await start();
    expect((await second.ask('windows'))[0]).toMatchObject({ bounds, maximized: false });
    await second.ask('maximize');
    await second.quit();
    const third = await start();
    expect((await third.ask('windows'))[0]).toMatchObject({ bounds, maximized: true });
  });

  it('opens also when the window’s file is nonsense, and says what it keeps there', async () => {
    await mkdir(join(dataDir, 'window'), { recursive: true });
    await writeFile(join(dataDir, 'window', 'state.json'), '{"width":"x"');
    const shell = await start();
    expect((await shell.ask('windows'))[0]?.bounds).toMatchObject({ width: 1366, height: 768 });
    const storage = await (await shell.page()).evaluate(() => waymark.call('app.getStorage', {}));
    expect(storage).toMatchObject({ ok: true, value: { places: expect.arrayContaining([expect.objectContaining({ what: 'window', path: join(dataDir, 'window'), students: false })]) } });
  });

  it('ends when its window closes', async () => {
    const shell = await start();
    await shell.ask('closeWindow');
    expect(await shell.exited).toBe(0);
  });

  it('locks the vault with the machine, and backs it up before it ends', async () => {
    const shell = await start();
    const page = await shell.page();
    const create = (): Promise<unknown> => page.evaluate((passphrase) => waymark.call('vault.create', { passphrase }), PASSPHRASE);
    expect(await create()).toMatchObject({ ok: true });
    await page.evaluate(() => {
      Object.assign(globalThis, { states: [] });
      waymark.on((event) => { if (event.type === 'vault') (globalThis as unknown as { states: string[] }).states.push(event.state); });
    });
    await shell.ask('power', { event: 'lock-screen' });
    expect(await until(() => page.evaluate(() => { const { states } = globalThis as unknown as { states: string[] }; return states.length > 0 && states; }))).toEqual(['locked']);
    for (const event of ['suspend', 'lock-screen'] as const) {
      expect(await page.evaluate((passphrase) => waymark.call('vault.unlock', { passphrase }), PASSPHRASE)).toMatchObject({ ok: true });
      await shell.ask('power', { event });
      await until(async () => (await vaultState(shell)) === 'locked');
    }
    expect(await page.evaluate((passphrase) => waymark.call('vault.unlock', { passphrase }), PASSPHRASE)).toMatchObject({ ok: true });
    expect(await page.evaluate(() => waymark.call('students.create', { name: 'Canary Quetzal', grade: '11' } as never))).toBeTruthy();
    expect(await shell.quit()).toBe(0);
    expect((await readdir(dataDir, { recursive: true })).filter((file) => file.includes('backup')).length).toBeGreaterThan(1);
  });

  it.skipIf(process.platform === 'win32')('ends cleanly on Ctrl-C', async () => {
    const shell = await start();
    shell.signal('SIGINT');
    expect(await shell.exited).toBe(0);
  });

  it('leaves nothing of Chromium in its folder but the window’s place', async () => {
    const shell = await start();
    await shell.quit();
    const files = await readdir(join(dataDir, 'window'));
    expect(files).toEqual(['state.json']);
    expect(JSON.parse(await readFile(join(dataDir, 'window', 'state.json'), 'utf8'))).toEqual({ x: expect.any(Number), y: expect.any(Number), width: 1366, height: 768, maximized: false });
  });
});

describe.skipIf(cannotRun)(`a start that fails ${WHY}`, () => {
  it('says so in a box, in the language of the system, and ends with 1', async () => {
    const dataDir = await makeDataDir();
    try {
      await writeFile(dataDir, 'a file where the folder should be');
      for (const [languages, title] of [['es-MX,en-US', 'Waymark no puede iniciar'], ['en-US', 'Waymark cannot start']]) {
        const shell = startShell({ dataDir, env: { WAYMARK_SHELL_LANGUAGES: languages ?? '' } });
        expect(await shell.exited).toBe(1);
        expect(shell.output()).toContain(title);
        expect(shell.output()).not.toMatch(/at file:|node:internal/);
      }
    } finally {
      await removeDataDir(dataDir);
    }
  });
});
