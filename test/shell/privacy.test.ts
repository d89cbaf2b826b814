/** A student's name on the desktop: in the vault's cipher and in the PDF that the person saved, in nothing else. And a service that dies. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findText } from '../../db/vault/canary-search.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import type { Shell } from './driver.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady, until } from './testing.ts';

// Put together here, so that this file does not hold it.
const CANARY = ['Oriel', 'Quetzalina'].join(' ');
const PASSPHRASE = 'quiet river under stones';

describe.skipIf(cannotRun)(`privacy on the desktop ${WHY}`, () => {
  let base = '';
  let dataDir = '';
  let shell: Shell | undefined;
  const send = (page: Page, name: string, input: unknown): Promise<Envelope<unknown>> => page.evaluate(([method, value]) => waymark.call(method as string, value), [name, input]);
  beforeEach(async () => {
    dataDir = await makeDataDir();
    base = join(dataDir, '..');
    for (const folder of ['temp', 'home', 'saved']) await mkdir(join(base, folder));
  });
  afterEach(async () => {
    await shell?.quit();
    await removeDataDir(dataDir);
  });

  it('leaves a name in no file but the person’s own', async () => {
    const [temp, home] = [join(base, 'temp'), join(base, 'home')];
    const running = await startReady(dataDir, { env: { TMPDIR: temp, TEMP: temp, TMP: temp, HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home } });
    shell = running;
    const page = await running.page();
    const call = async <T>(name: string, input: unknown): Promise<T> => {
      const reply = await send(page, name, input);
      expect(reply, name).toMatchObject({ ok: true });
      return (reply.ok ? reply.value : {}) as T;
    };
    await call('vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await call<{ id: string }>('students.create', {
      name: CANARY, grade: 11, graduates: '2027-06', birthMonth: '2009-03', lang: 'en', areaId: '39', largePrint: false, studentNumber: '4711',
      hasDiploma: false, wageCents: null, hoursPerWeek: null, note: `${CANARY} `.repeat(50),
    });
    const { id: planId } = await call<{ id: string }>('plans.create', { studentId, areaId: '39', lang: 'en', goal: `${CANARY} heals`, credentialIds: ['electrician-apprenticeship'] });
    const pdf = join(base, 'saved', 'plan.pdf');
    await running.ask('saveAs', { path: pdf });
    const { handle } = await call<{ handle: string }>('print.chooseFile', { suggestedName: `${CANARY}.pdf` });
    const request = { kind: 'family-plan', planId, lang: 'en', large: false, studentNumber: true };
    await call('print.savePdf', { request, handle });
    await running.ask('printerSays', { success: true, reason: '' });
    await call('print.toPrinter', { request });
    expect((await readFile(pdf)).byteLength).toBeGreaterThan(1000);
    expect(page.url() + (await page.title())).not.toContain('Oriel');

    const leaks = (): string[] => findText(base, CANARY, 0).found.filter((path) => path !== pdf);
    // While it runs: the folder of data, of temporary files, and the profile of the browser behind the windows.
    expect((await readdir(temp)).length).toBeGreaterThan(0);
    expect(leaks()).toEqual([]);
    expect(await running.quit()).toBe(0);
    expect(leaks()).toEqual([]);
    expect(await readdir(temp)).toEqual([]);
    expect(running.output()).toBe('waymark ready\n');
    // The search finds what is there.
    await writeFile(join(temp, 'left.txt'), `a note on ${CANARY}`);
    expect(leaks()).toEqual([join(temp, 'left.txt')]);
  });

  it('tells the page when the service dies, and keeps what was saved', async () => {
    const trigger = join(base, 'die');
    const running = await startReady(dataDir, { env: { WAYMARK_SHELL_KILL_SERVICE: trigger } });
    shell = running;
    const page = await running.page();
    expect(await send(page, 'vault.create', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
    await page.evaluate(() => {
      Object.assign(globalThis, { told: [] });
      waymark.on((event) => (globalThis as unknown as { told: string[] }).told.push(event.type));
    });
    await writeFile(trigger, '');
    await until(() => page.evaluate(() => (globalThis as unknown as { told: string[] }).told.includes('stopped')));
    expect(await send(page, 'app.getStatus', {})).toEqual({ ok: false, code: 'service-stopped', params: {} });
    expect(await running.quit()).toBe(0);
    expect(running.output()).not.toContain('killed by the test');
    const again = await startReady(dataDir);
    shell = again;
    expect(await send(await again.page(), 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  });
});
