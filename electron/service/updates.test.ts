/** Updates in the service, in its real worker, over real HTTPS and from a folder: looking, stopping and going on, guards, refusals, the switch. */
import { mkdir, readFile, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildStarterResources } from '../../db/reference/starter-resources.ts';
import { withLedger, writeStarter } from '../../db/pack/test-edition.ts';
import type { Publisher } from '../../db/publish/test-publisher.ts';
import { OHIO, rowsFrom } from '../../db/reference/test-reference.ts';
import { startServer, type Answer, type TestServer } from '../../db/update/test-bench.ts';
import { serveNetwork } from '../host/network.ts';
import { makeFolder, removeFolder, startTestService, WORLD, type TestService } from './testing.ts';
import { placePublisher, placeRoot, writeSmallEdition } from './test-stick.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
let server: TestServer;
let shared: string;
let folder: string;
let publisher: Publisher;
let started: TestService;
/** Names of the files that were asked for, and of those from where on. */
const asked: string[] = [];
/** How far the service's clock is ahead. */
let ahead = 0;

const resources = (): string => join(shared, 'resources');
const world = { ...WORLD, now: () => new Date(Date.now() + ahead).toISOString() };
const start = (dataDir: string): Promise<TestService> => startTestService({
  dataDir, resourcesDir: resources(), world,
  openNetwork: (base) => {
    const { port1, port2 } = new MessageChannel();
    serveNetwork(port2, base, fetch);
    return port1;
  },
});
const serving: Answer = (request, response) => {
  const name = request.url?.split('/').at(-1) ?? '';
  asked.push(request.headers.range === undefined ? name : `${name} ${request.headers.range}`);
  readFile(join(publisher.dir, decodeURIComponent(request.url ?? ''))).then((bytes) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from === 0) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    else response.writeHead(206, { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }).end(bytes.subarray(from));
  }, () => { response.writeHead(404).end(); });
};
/** Sends half of a pack and then nothing; `half` is when that is on its way. */
function stalling(): { readonly answer: Answer; readonly half: Promise<unknown> } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    half: promise,
    answer: (request, response) => {
      if (request.url?.endsWith('.pack') !== true) return serving(request, response);
      void readFile(join(publisher.dir, request.url)).then((bytes) => {
        response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, bytes.length >> 1), () => resolve(undefined));
      });
    },
  };
}
/** A fetch of the next edition of which half has come, and nothing more comes. Wrapped, so that waiting for the half does not wait for the fetch. */
async function fetchHalf() {
  await publisher.publish(join(shared, 'next.pack'));
  await started.call('updates.check', { folder: null });
  const { answer, half } = stalling();
  server.answer = answer;
  const fetching = started.call('updates.fetch', {});
  await half;
  return { fetching };
}
const packsAsked = (): string[] => asked.filter((name) => name.includes('.pack'));
const edition = async (): Promise<string> => (await started.call('reference.getEdition', {})).edition;

beforeAll(async () => {
  shared = await makeFolder();
  const starterDir = join(shared, 'starter');
  await mkdir(join(shared, 'rubrics'));
  await writeStarter(starterDir, withLedger(rowsFrom(OHIO)));
  await buildStarterResources({ starterDir, rubricsDir: join(shared, 'rubrics'), outDir: resources() });
  await writeSmallEdition(join(shared, 'next.pack'), '2026-12');
  await writeSmallEdition(join(shared, 'poor.pack'), '2026-12', { withoutWages: 2 });
  await writeSmallEdition(join(shared, 'elsewhere.pack'), '2026-12', { scope: '35' });
  server = await startServer(() => undefined);
});
afterAll(async () => {
  await server.close();
  await removeFolder(shared);
});
beforeEach(async () => {
  folder = await makeFolder();
  publisher = await placePublisher(folder, join(folder, 'data'));
  asked.length = 0;
  ahead = 0;
  server.answer = serving;
  started = await start(join(folder, 'data'));
  await started.call('updates.configure', { address: server.address, mode: 'asked' });
});
afterEach(async () => {
  await started.service.stop();
  await removeFolder(folder);
});

describe('updates of the service', { timeout: 180_000 }, () => {
  it('are found, fetched while what is in use stays, put in use, and taken back', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    const { found, last } = await started.call('updates.check', { folder: null });
    // What it takes is told before any of it is asked for.
    expect(found).toMatchObject({ edition: '2026-12', from: 'address', way: 'pack', bytes: (await stat(join(shared, 'next.pack'))).size });
    expect([last?.outcome, packsAsked()]).toEqual(['found', []]);
    const { ready } = await started.call('updates.fetch', {});
    expect(ready).toMatchObject({ edition: '2026-12', warnings: [] });
    expect(await edition()).toBe('2026-11');
    expect(started.events.some((event) => event.type === 'update-progress' && event.phase === 'looking')).toBe(true);
    expect(await started.call('updates.apply', { despiteWarnings: false })).toMatchObject({ ready: null, found: null, last: { outcome: 'up-to-date' } });
    expect(await edition()).toBe('2026-12');
    await started.call('packs.goBack', {});
    expect(await edition()).toBe('2026-11');
  });

  it('that a person stops in the middle go on from there', async () => {
    const { fetching } = await fetchHalf();
    await expect.poll(() => started.events.some((event) => event.type === 'update-progress' && event.phase === 'bytes' && event.done > 0), { timeout: 30_000 }).toBe(true);
    expect((await started.service.dispatch('updates.check', { folder: null }))).toMatchObject({ ok: false, code: 'conflict' });
    await started.call('updates.pause', {});
    expect(await fetching).toMatchObject({ isPaused: true, ready: null, working: null, found: { edition: '2026-12' } });
    server.answer = serving;
    expect((await started.call('updates.fetch', {})).ready).toMatchObject({ edition: '2026-12' });
    expect(packsAsked()).toEqual([expect.stringMatching(/ bytes=[1-9]\d*-$/)]);
  });

  it('that a person gives up leave nothing behind, and begin anew', async () => {
    const { fetching } = await fetchHalf();
    await started.call('updates.cancel', {});
    expect(await fetching).toMatchObject({ isPaused: false, ready: null, found: { edition: '2026-12' } });
    expect((await readdir(join(folder, 'data', 'updates'))).filter((name) => name.endsWith('.part'))).toEqual([]);
    server.answer = serving;
    expect((await started.call('updates.fetch', {})).ready).toMatchObject({ edition: '2026-12' });
    expect(packsAsked()).toEqual([expect.stringMatching(/\.pack$/)]);
  });

  it('that lose much are put in use only by a person who was told', async () => {
    await publisher.publish(join(shared, 'poor.pack'));
    await started.call('updates.check', { folder: null });
    const { ready } = await started.call('updates.fetch', {});
    expect(ready?.warnings).toContainEqual({ code: 'rows-removed', table: 'wage', removed: 2, of: rowsFrom(OHIO).get('wage')?.length });
    expect(await started.service.dispatch('updates.apply', { despiteWarnings: false })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await edition()).toBe('2026-11');
    await started.call('updates.apply', { despiteWarnings: true });
    expect(await edition()).toBe('2026-12');
  });

  it('for another region are refused as what they are', async () => {
    const away = await makeFolder();
    const other = await placePublisher(away, join(folder, 'data'), '35');
    await other.publish(join(shared, 'elsewhere.pack'));
    started.host.folderPath = other.dir;
    const { handle } = await started.call('updates.chooseFolder', { typed: null });
    const { found, last } = await started.call('updates.check', { folder: handle });
    expect([found, last?.outcome, last?.problem]).toEqual([null, 'refused', { code: 'update-scope', params: { scope: '35', expected: 'us' } }]);
    await removeFolder(away);
  });

  it('that cannot be reached or are refused leave their reason, also after the next start', async () => {
    server.answer = (_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in</html>'); };
    expect((await started.call('updates.check', { folder: null })).last).toMatchObject({ outcome: 'not-reached', problem: { code: 'update-captive-portal' } });
    server.answer = (_request, response) => { response.end('{}'); };
    expect((await started.call('updates.check', { folder: null })).last).toMatchObject({ outcome: 'refused' });
    await started.service.stop();
    started = await start(join(folder, 'data'));
    expect((await started.call('updates.getState', {})).last?.outcome).toBe('refused');
  });

  it('whose host is gone are not reached, which is nobody’s fault, and come once it is back', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    server.answer = (request) => { request.socket.destroy(); };
    expect((await started.call('updates.check', { folder: null })).last).toMatchObject({ outcome: 'not-reached', problem: { code: 'update-unreachable' } });
    server.answer = serving;
    expect(await started.call('updates.check', { folder: null })).toMatchObject({ last: { outcome: 'found', problem: null }, found: { edition: '2026-12' } });
  });

  it('past their date are said to be, and take nothing of what is here', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    await started.call('updates.check', { folder: null });
    await started.call('updates.fetch', {});
    await started.call('updates.apply', { despiteWarnings: false });
    expect((await started.call('updates.getState', {})).expiredSince).toBe(null);
    ahead = 200 * DAY_MS;
    // Nobody has to look for that: the kept word has a date.
    const { expiredSince } = await started.call('updates.getState', {});
    expect(Date.parse(expiredSince ?? '')).toBeLessThan(Date.now() + ahead);
    expect(await started.call('updates.check', { folder: null })).toMatchObject({ expiredSince, last: { outcome: 'refused', problem: { code: 'update-expired' } } });
    expect(await edition()).toBe('2026-12');
  });

  it('go on a stick, which may be out for a while, to a computer that never was online', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    const stick = join(folder, 'stick');
    started.host.folderPath = stick;
    const chosen = await started.call('updates.chooseFolder', { typed: null });
    const toStick = { folder: chosen.handle ?? '' };
    expect(await started.service.dispatch('updates.export', toStick)).toMatchObject({ ok: false, code: 'update-nothing-kept' });
    await started.call('updates.check', { folder: null });
    await started.call('updates.fetch', {});
    await started.call('updates.apply', { despiteWarnings: false });
    expect(await started.call('updates.export', toStick)).toMatchObject({ edition: '2026-12', hasPack: true });
    await started.service.stop();

    await placeRoot(publisher, join(folder, 'other'));
    started = await startTestService({ dataDir: join(folder, 'other'), resourcesDir: resources() });
    started.host.folderPath = stick;
    expect((await started.call('updates.check', toStick)).found).toMatchObject({ edition: '2026-12', from: 'folder' });
    await rename(stick, `${stick} out`);
    expect(await started.call('updates.fetch', {})).toMatchObject({ last: { outcome: 'not-reached', problem: { code: 'update-unreachable' } }, found: { edition: '2026-12' }, ready: null });
    await rename(`${stick} out`, stick);
    expect((await started.call('updates.fetch', {})).ready).toMatchObject({ edition: '2026-12', from: 'folder' });
    await started.call('updates.apply', { despiteWarnings: false });
    expect(await edition()).toBe('2026-12');
  });

  it('are looked for once a day at most, and only where that was allowed', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    await started.service.stop();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      started = await start(join(folder, 'data'));
      const state = (): ReturnType<typeof started.call<'updates.getState'>> => started.call('updates.getState', {});
      const looks = (): number => asked.filter((name) => name === 'timestamp.json').length;
      const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
      await passes(5 * HOUR_MS);
      await started.call('updates.configure', { mode: 'daily' });
      expect([looks(), (await state()).last]).toEqual([0, null]);
      await passes(HOUR_MS);
      // What is small is fetched and waits; it is not put in use.
      await expect.poll(async () => (await state()).ready, { timeout: 30_000 }).toMatchObject({ edition: '2026-12' });
      expect(packsAsked()).toHaveLength(1);
      expect(await edition()).toBe('2026-11');
      const [before, first] = [looks(), (await state()).last?.at];
      await passes(5 * HOUR_MS);
      expect([(await state()).working, looks()]).toEqual([null, before]);
      ahead = DAY_MS;
      await passes(HOUR_MS);
      await expect.poll(async () => (await state()).last?.at, { timeout: 30_000 }).not.toBe(first);
      expect([looks(), packsAsked().length]).toEqual([before + 1, 1]);
      await started.call('updates.configure', { mode: 'off' });
      ahead = 3 * DAY_MS;
      await passes(5 * HOUR_MS);
      expect([(await state()).working, looks()]).toEqual([null, before + 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are ended with the service, in the middle of a quiet look too', async () => {
    await publisher.publish(join(shared, 'next.pack'));
    await started.service.stop();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      started = await start(join(folder, 'data'));
      await started.call('updates.configure', { mode: 'daily' });
      const { answer, half } = stalling();
      server.answer = answer;
      await vi.advanceTimersByTimeAsync(HOUR_MS);
      await half;
    } finally {
      vi.useRealTimers();
    }
    await started.service.stop();
    expect(await started.service.dispatch('updates.getState', {})).toMatchObject({ ok: false, code: 'service-stopped' });
  });

  it('take no address that is not https, and say which publisher is trusted', async () => {
    for (const address of ['http://127.0.0.1/', 'https://me:secret@example.org/', 'https://example.org/?school=1', 'example.org']) {
      expect(await started.service.dispatch('updates.configure', { address })).toMatchObject({ ok: false, code: 'update-address' });
    }
    const { publisher: trusted, addressBy } = await started.call('updates.getState', {});
    expect([trusted?.threshold, trusted?.keys, addressBy]).toEqual([2, 3, 'person']);
    expect(trusted?.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });
});
