/** The real service over HTTP: one method of each kind, the envelope, events, files and limits. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from '../service/testing.ts';
import type { TestService } from '../service/testing.ts';
import { createFiles } from './files.ts';
import { createIncoming } from './incoming.ts';
import { startLoopbackServer } from './server.ts';
import type { LoopbackServer } from './server.ts';

let folder: string;
let service: TestService;
let server: LoopbackServer;
let cookie = '';
const files = createFiles();
const origin = (): string => `http://127.0.0.1:${server.port}`;
const headers = (): Record<string, string> => ({ origin: origin(), 'content-type': 'application/json', cookie });
async function call(name: string, input: unknown): Promise<{ readonly status: number; readonly reply: unknown; readonly response: Response }> {
  const response = await fetch(`${origin()}/call/${name}`, { method: 'POST', headers: headers(), body: typeof input === 'string' ? input : JSON.stringify(input) });
  return { status: response.status, reply: await response.json(), response };
}

beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Waymark</title>');
  service = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  server = await startLoopbackServer({ port: 0, rendererDir: join(folder, 'page'), files, incoming: await createIncoming(join(folder, 'incoming')), call: (name, input) => service.service.dispatch(name, input) });
  const opened = await fetch(`${origin()}/session`, { method: 'POST', headers: headers(), body: JSON.stringify({ token: server.address.split('#')[1] }) });
  cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await server.close();
  await service.service.stop();
  await removeFolder(folder);
});

describe('over HTTP', () => {
  it('a query and a command that need nothing answer with their value', async () => {
    expect(await call('app.getStatus', {})).toMatchObject({ status: 200, reply: { ok: true, value: { vault: 'none', version: '0.0.0-test' } } });
    expect(await call('app.setSettings', { lang: 'es' })).toMatchObject({ reply: { ok: true, value: { lang: 'es' } } });
    const { reply, response } = await call('reference.search', { text: 'comptia', areaId: '39', lang: 'en' });
    expect(reply).toMatchObject({ ok: true, value: { results: [{ kind: 'credential' }, {}, {}] } });
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
  });

  it('a query and a command over the vault are refused while there is none, and answer once it is unlocked', async () => {
    const student = { name: 'Ana', grade: null, graduates: null, birthMonth: null, lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' };
    for (const [name, input] of [['students.list', {}], ['students.create', student]] as const) {
      expect(await call(name, input)).toMatchObject({ status: 200, reply: { ok: false, code: 'vault-locked', params: {} } });
    }
    expect(await call('vault.create', { passphrase: PASSPHRASE })).toMatchObject({ reply: { ok: true, value: { recoveryCode: expect.stringMatching(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/) } } });
    expect(await call('students.create', student)).toMatchObject({ reply: { ok: true, value: { id: expect.any(String) } } });
    expect(await call('students.list', {})).toMatchObject({ reply: { ok: true, value: { students: [{ name: 'Ana' }] } } });
  });

  it('a refusal is an envelope like any other', async () => {
    expect(await call('no.such-method', {})).toMatchObject({ status: 200, reply: { ok: false, code: 'unknown-method', params: {} } });
    expect(await call('constructor', {})).toMatchObject({ reply: { code: 'unknown-method' } });
    expect(await call('app.setSettings', { autoLockMinutes: 0, lang: 'de' })).toMatchObject({ reply: { ok: false, code: 'input-invalid', params: { where: 'lang, autoLockMinutes' } } });
    expect(await call('app.getStatus', 'null')).toMatchObject({ reply: { code: 'input-invalid' } });
    expect(await call('app.getStatus', '{"__proto__":{"a":1}}')).toMatchObject({ reply: { code: 'input-invalid' } });
  });

  it('a body may have a million bytes and not more', async () => {
    const body = (bytes: number): string => `{"text":"${'x'.repeat(bytes - 11)}"}`;
    expect(await call('app.copyText', body(1024 * 1024))).toMatchObject({ status: 200, reply: { ok: false, code: 'input-invalid', params: { where: 'text' } } });
    expect(await call('app.copyText', body(1024 * 1024 + 1))).toMatchObject({ status: 413, reply: { ok: false, code: 'too-large' } });
  });

  it('changes and locks are told to a page that listens', async () => {
    const stop = new AbortController();
    const response = await fetch(`${origin()}/events`, { headers: { cookie }, signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (text: string): Promise<void> => {
      while (!told.includes(text)) told += (await reader?.read())?.value ?? '';
    };
    await until(':\n\n');
    for (const event of service.events.splice(0)) server.emit(event);
    await call('vault.lock', {});
    for (const event of service.events.splice(0)) server.emit(event);
    await until('data: {"type":"vault","state":"locked"}\n\n');
    expect(told).toContain('data: {"type":"changed","kinds":["students","history"]}\n\n');
    expect(told).not.toContain('Ana');
    stop.abort();
  });

  it('a session of before a restart is worth nothing', async () => {
    const again = await startLoopbackServer({ port: 0, rendererDir: join(folder, 'page'), files, incoming: await createIncoming(join(folder, 'incoming')), call: (name, input) => service.service.dispatch(name, input) });
    const there = `http://127.0.0.1:${again.port}`;
    const old = cookie.split('=')[1] ?? '';
    try {
      const replies = await Promise.all([
        fetch(`${there}/call/app.getStatus`, { method: 'POST', headers: { ...headers(), origin: there, cookie: `waymark-session-${again.port}=${old}` }, body: '{}' }),
        fetch(`${there}/session`, { method: 'POST', headers: { ...headers(), origin: there }, body: JSON.stringify({ token: server.address.split('#')[1] }) }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([403, 403]);
    } finally {
      await again.close();
    }
  });
});
