/** The service in its real worker thread. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { buildResources, CAPABILITIES, recordHost } from '../service/testing.ts';
import type { RecordedHost } from '../service/testing.ts';
import { startServiceClient } from './service-client.ts';
import type { ServiceClient } from './service-client.ts';

const WORKER = new URL('../service/worker.ts', import.meta.url);
let folder: string;
const events: unknown[] = [];
const start = (dataDir: string, host: RecordedHost = recordHost()): Promise<ServiceClient> =>
  startServiceClient(WORKER, { dataDir, resourcesDir: join(folder, 'resources'), version: '0.0.0', checkOutputs: true, capabilities: CAPABILITIES }, { ports: host.ports, fetch }, (event) => events.push(event));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Way mark ñ #1 100% worker '));
  await buildResources(join(folder, 'resources'));
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

describe('the service in its thread', () => {
  it('answers calls, asks its host, tells of changes, and is gone after the end', async () => {
    const host = recordHost();
    const client = await start(join(folder, 'data'), host);
    expect(await client.call('app.getStatus', {})).toMatchObject({ ok: true, value: { version: '0.0.0', vault: 'none' } });
    expect(await client.call('app.getStatus', { extra: 1 })).toEqual({ ok: false, code: 'input-invalid', params: { where: 'input' } });
    const request = { kind: 'credential-sheet', credentialId: 'comptia-a-plus', areaId: '39', lang: 'en', large: false };
    expect(await client.call('print.countPages', { request })).toEqual({ ok: true, value: { pages: 2 } });
    expect(host.printed).toMatchObject([{ kind: 'credential-sheet', lang: 'en' }]);
    host.refuseWith = new CodedError('print-timeout');
    expect(await client.call('print.countPages', { request })).toEqual({ ok: false, code: 'print-timeout', params: {} });
    expect(await client.call('app.setSettings', { lang: 'es' })).toMatchObject({ ok: true });
    expect(events).toEqual([{ type: 'changed', kinds: ['settings'] }]);
    await client.stop();
    expect(await client.call('app.getStatus', {})).toEqual({ ok: false, code: 'service-stopped', params: {} });
  });

  it('says with its code why it cannot start', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(start(join(folder, 'file'))).rejects.toMatchObject({ name: 'CodedError', code: 'folder-not-writable' });
  });

  it.each([['asked to', 15_000], ['told to at once', 0]])('that ends when %s answers every waiting call and tells the page', async (_, timeoutMs) => {
    const host = recordHost();
    const client = await start(join(folder, 'other'), { ...host, ports: { ...host.ports, makePdf: () => new Promise(() => undefined) } });
    const waiting = client.call('print.countPages', { request: { kind: 'credential-sheet', credentialId: 'comptia-a-plus', areaId: '39', lang: 'en', large: false } });
    await client.call('app.getStatus', {});
    events.length = 0;
    await client.stop(timeoutMs);
    expect(await waiting).toEqual({ ok: false, code: 'service-stopped', params: {} });
    expect(events).toEqual([{ type: 'stopped' }]);
  });
});
