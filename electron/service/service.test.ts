/** What the service does at start, while nobody is there, and at the end. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/contract/app.ts';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

let resourcesDir: string;
let dataDir: string;
const running: TestService[] = [];
const start = async (folders: { readonly dataDir?: string; readonly resourcesDir?: string } = {}): Promise<TestService> => {
  const started = await startTestService({ dataDir, resourcesDir, ...folders });
  running.push(started);
  return started;
};
const student = {
  name: 'Ana', grade: null, graduates: null, birthMonth: null, lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '',
} as const;

beforeAll(async () => {
  resourcesDir = await makeFolder();
  await buildResources(resourcesDir);
});
afterAll(async () => { await removeFolder(resourcesDir); });
beforeEach(async () => { dataDir = join(await makeFolder(), 'data'); });
afterEach(async () => {
  for (const { service } of running.splice(0)) await service.stop();
  await removeFolder(join(dataDir, '..'));
});

describe('at start', () => {
  it('makes the data folder and writes nothing else into it', async () => {
    const { call } = await start();
    expect((await call('app.getStatus', {})).settings).toEqual(DEFAULT_SETTINGS);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('builds a damaged database again from its pack, and opens the built one at the next start', async () => {
    const own = join(dataDir, '..', 'resources');
    await mkdir(own);
    for (const name of ['starter.pack', 'starter.sqlite.json']) await writeFile(join(own, name), await readFile(join(resourcesDir, name)));
    const database = await readFile(join(resourcesDir, 'starter.sqlite'));
    await writeFile(join(own, 'starter.sqlite'), database.fill(0, 8192, 65536));
    for (const attempt of [1, 2]) {
      const { call, service } = await start({ resourcesDir: own });
      expect((await call('reference.search', { text: 'comptia', areaId: '39', lang: 'en' })).credentials, `start ${attempt}`).toBeGreaterThan(0);
      expect((await call('app.getStorage', {})).places.find(({ what }) => what === 'reference')).toMatchObject({ path: join(dataDir, 'reference'), exists: true, students: false });
      await service.stop();
    }
  });

  it('says so when there is neither a database nor a pack', async () => {
    const empty = join(dataDir, '..', 'empty');
    await mkdir(empty);
    await expect(start({ resourcesDir: empty })).rejects.toMatchObject({ code: 'reference-missing' });
  });

  it('goes on with default settings when the file is damaged, and says so', async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'settings.json'), '{"lang":');
    const { call } = await start();
    expect(await call('app.getStatus', {})).toMatchObject({ settings: DEFAULT_SETTINGS, settingsProblem: true });
    expect(await readFile(join(dataDir, 'settings.json'), 'utf8')).toBe('{"lang":');
    await call('app.setSettings', { lang: 'es' });
    expect(await call('app.getStatus', {})).toMatchObject({ settings: { lang: 'es' }, settingsProblem: false });
  });

  it.each([['is a file', ''], ['lies below a file', 'sub']])('is refused with a code when the data folder %s', async (_, below) => {
    await writeFile(dataDir, 'a file');
    await expect(start({ dataDir: join(dataDir, below) })).rejects.toMatchObject({ code: 'folder-not-writable', params: {} });
    expect(await readFile(dataDir, 'utf8')).toBe('a file');
  });

  it('finds a vault that is there locked', async () => {
    const first = await start();
    await first.call('vault.create', { passphrase: PASSPHRASE });
    await first.service.stop();
    const { call } = await start();
    expect(await call('vault.getState', {})).toEqual({ state: 'locked', autoLockMinutes: null, backupProblem: null });
  });
});

describe('while nobody is there', () => {
  afterEach(() => { vi.useRealTimers(); });

  it('locks with a backup and tells the page; work and a sign of life put it off', async () => {
    const { call, events, service } = await start();
    await call('app.setSettings', { autoLockMinutes: 2 });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
    await call('vault.create', { passphrase: PASSPHRASE });
    expect(await call('vault.getState', {})).toMatchObject({ state: 'unlocked', autoLockMinutes: 2 });
    expect(events.filter(({ type }) => type === 'vault')).toEqual([{ type: 'vault', state: 'unlocked' }]);
    for (const sign of [() => call('students.create', student), () => call('app.reportActivity', {})]) {
      vi.advanceTimersByTime(100_000);
      await sign();
    }
    vi.advanceTimersByTime(115_000);
    expect((await call('vault.getState', {})).state).toBe('unlocked');
    // Reading alone is no sign of life: pages refresh by themselves.
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => { expect(events.at(-1)).toEqual({ type: 'vault', state: 'locked' }); }, { timeout: 30_000 });
    // A call over the key waits until the lock and its backup are done.
    expect(await service.dispatch('vault.unlock', { passphrase: 'not the passphrase' })).toMatchObject({ code: 'vault-wrong-passphrase' });
    expect(await call('vault.getState', {})).toEqual({ state: 'locked', autoLockMinutes: null, backupProblem: null });
    expect((await call('vault.listBackups', {})).backups.map(({ reason }) => reason)).toEqual(['close']);
  });
});

describe('at the end', () => {
  it('backs up, locks and leaves no journal behind; twice is once', async () => {
    const { call, service, events } = await start();
    await call('vault.create', { passphrase: PASSPHRASE });
    await call('students.create', student);
    await Promise.all([service.stop(), service.stop()]);
    expect(events.at(-1)).toEqual({ type: 'vault', state: 'locked' });
    expect((await readdir(join(dataDir, 'vault'))).sort()).toEqual(['vault.db', 'vault.json', 'vault.json.bak']);
    expect(await readdir(join(dataDir, 'backups'))).toHaveLength(1);
    expect(await service.dispatch('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ code: 'service-stopped' });
  });

  it('locks also when the backup cannot be made, and says why at the next question', async () => {
    const { call } = await start();
    await call('vault.create', { passphrase: PASSPHRASE });
    await writeFile(join(dataDir, 'backups'), 'a file in the way');
    await call('vault.lock', {});
    expect(await call('vault.getState', {})).toMatchObject({ state: 'locked', backupProblem: 'file-write-failed' });
    await call('vault.unlock', { passphrase: PASSPHRASE });
  });
});
