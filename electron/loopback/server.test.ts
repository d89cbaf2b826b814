import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles } from './files.ts';
import { createIncoming } from './incoming.ts';
import { startLoopbackServer } from './server.ts';
import type { LoopbackServer } from './server.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

let server: LoopbackServer;
let folder: string;
const files = createFiles();
const calls: { name: string; input: unknown }[] = [];
let cookie = '';

/** One request exactly as given: no header is added but Host and length. */
function send(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), headers: response.headers }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
const origin = (): string => `http://127.0.0.1:${server.port}`;
const good = (): Record<string, string> => ({ origin: origin(), 'content-type': 'application/json', cookie });
const call = (headers: Record<string, string>, body = '{}', path = '/call/app.getStatus'): Promise<Answer> => send('POST', path, headers, body);

/** A file beside the page's folder, whose name begins like it. */
const outside = (): string => `${folder}-outside.html`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'Way mark ñ #1 100% '));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Waymark</title>');
  writeFileSync(join(folder, '.secret.html'), 'secret');
  writeFileSync(outside(), 'outside');
  server = await startLoopbackServer({
    port: 0, rendererDir: folder, files, incoming: await createIncoming(join(folder, 'incoming')),
    call: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: {} };
    },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(outside(), { force: true });
});

describe('the session', () => {
  const token = (): string => server.address.split('#')[1] ?? '';
  it('opens once with the token, from our page only', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await send('POST', '/session', { ...json, origin: 'http://evil.example' }, JSON.stringify({ token: token() }))).status).toBe(403);
    expect((await send('POST', '/session', json, JSON.stringify({ token: token() }))).status).toBe(403);
    expect((await send('POST', '/session', { ...json, origin: origin() }, JSON.stringify({ token: 'x'.repeat(43) }))).status).toBe(403);
    const opened = await send('POST', '/session', { ...json, origin: origin() }, JSON.stringify({ token: token() }));
    expect(opened.status).toBe(200);
    const set = opened.headers['set-cookie']?.[0] ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    cookie = set.split(';')[0] ?? '';
    const again = await send('POST', '/session', { ...json, origin: origin() }, JSON.stringify({ token: token() }));
    expect(again.status).toBe(403);
  });
});

describe('a call', () => {
  it('reaches the service when all is right', async () => {
    const answer = await call(good(), '{"text":"nurse"}', '/call/reference.search');
    expect(answer.status).toBe(200);
    expect(calls.at(-1)).toEqual({ name: 'reference.search', input: { text: 'nurse' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  const refused: readonly [string, number, () => Promise<Answer>][] = [
    ['a wrong Host', 403, () => call({ ...good(), host: `localhost:${server.port}` })],
    ['a rebound Host', 403, () => call({ ...good(), host: 'evil.example' })],
    ['a wrong Origin', 403, () => call({ ...good(), origin: 'http://127.0.0.1:1' })],
    ['a null Origin', 403, () => call({ ...good(), origin: 'null' })],
    ['no Origin', 403, () => call({ 'content-type': 'application/json', cookie })],
    ['no cookie', 403, () => call({ origin: origin(), 'content-type': 'application/json' })],
    ['an old cookie', 403, () => call({ ...good(), cookie: `${cookie.split('=')[0]}=${'A'.repeat(43)}` })],
    ['a form’s content type', 415, () => call({ ...good(), 'content-type': 'application/x-www-form-urlencoded' })],
    ['text', 415, () => call({ ...good(), 'content-type': 'text/plain' })],
    ['no content type', 415, () => call({ origin: origin(), cookie })],
    ['GET for a command', 405, () => send('GET', '/call/vault.lock', good())],
    ['HEAD for a command', 405, () => send('HEAD', '/call/vault.lock', good())],
    ['GET for a session', 405, () => send('GET', '/session', good())],
    ['a pack without a session', 403, () => send('PUT', '/file/pack', { origin: origin(), 'content-type': 'application/octet-stream' }, 'pack')],
    ['a pack of another site', 403, () => send('PUT', '/file/pack', { ...good(), origin: 'http://evil.example', 'content-type': 'application/octet-stream' }, 'pack')],
    ['a pack in another form', 415, () => send('PUT', '/file/pack', { ...good(), 'content-type': 'text/plain' }, 'pack')],
    ['PUT', 405, () => send('PUT', '/', good())],
    ['PUT to a file handle', 405, () => send('PUT', `/file/${files.reserve('a.pdf')}`, good(), '%PDF')],
    ['DELETE', 405, () => send('DELETE', `/file/${'A'.repeat(43)}`, good())],
    ['a preflight of another site', 405, () => send('OPTIONS', '/call/vault.lock', { origin: 'http://evil.example', 'access-control-request-method': 'POST' })],
    ['the cookie of another port', 403, () => call({ ...good(), cookie: cookie.replace(/\d+=/, (port) => `1${port}`) })],
    ['the session as a header', 403, () => call({ origin: origin(), 'content-type': 'application/json', authorization: `Bearer ${cookie.split('=')[1]}` })],
    ['our address in a longer one', 403, () => call({ ...good(), origin: `${origin()}.evil.example` })],
    ['an Origin of a secure page', 403, () => call({ ...good(), origin: origin().replace('http:', 'https:') })],
    ['JSON of another charset', 415, () => call({ ...good(), 'content-type': 'application/json; charset=utf-16' })],
    ['two content types in one', 415, () => call({ ...good(), 'content-type': 'text/plain, application/json' })],
    ['events from another Origin', 403, () => send('GET', '/events', { cookie, origin: 'http://127.0.0.1:1' })],
    ['a file from another site', 403, () => send('GET', `/file/${files.reserve('a.pdf')}`, { cookie, 'sec-fetch-site': 'same-site' })],
    ['broken JSON', 400, () => call(good(), '{"a":')],
    ['events without a session', 403, () => send('GET', '/events', {})],
    ['events from another site', 403, () => send('GET', '/events', { cookie, 'sec-fetch-site': 'cross-site' })],
    ['a file without a session', 403, () => send('GET', `/file/${files.reserve('a.pdf')}`)],
    ['a file handle that climbs', 404, () => send('GET', '/file/..%2f..%2fetc%2fpasswd', good())],
    ['an unknown file handle', 404, () => send('GET', `/file/${'A'.repeat(43)}`, good())],
    ['the page under a wrong Host', 403, () => send('GET', '/', { host: 'evil.example' })],
  ];
  it.each(refused)('is refused with %s', async (_, status, attack) => {
    const before = calls.length;
    const answer = await attack();
    expect(answer.status).toBe(status);
    expect(calls).toHaveLength(before);
    expect(answer.body).not.toMatch(/stack|\/tmp|node:/);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('of a name that is no method reaches the dispatcher as it is, and nothing else', async () => {
    for (const name of ['__proto__', '..%2f..%2fsession', 'vault.lock?x=1', '']) await call(good(), '{}', `/call/${name}`);
    expect(calls.slice(-4).map((each) => each.name)).toEqual(['__proto__', '..%2f..%2fsession', 'vault.lock', '']);
  });

  it('is not understood when two lengths are given, when a header is too large, and when two Hosts are named', async () => {
    const head = `POST /call/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${origin()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
    const raw = (text: string): Promise<string> =>
      new Promise((resolve) => {
        let answer = '';
        const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => { answer += data.toString(); });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(answer));
      });
    const before = calls.length;
    expect(await raw(`${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`${head}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431/);
    expect(await raw(`${head.replace('Origin', `Host: evil.example\r\nOrigin`)}Content-Length: 2\r\nConnection: close\r\n\r\n{}`)).toMatch(/^HTTP\/1.1 4/);
    expect(calls).toHaveLength(before);
  });

  it('is refused when it announces or sends 100 MB, without reading it all', async () => {
    const announced = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(`POST /call/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${origin()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n`);
      });
      socket.once('data', (chunk) => { resolve(chunk.toString()); socket.destroy(); });
      socket.on('error', reject);
    });
    expect(announced).toMatch(/^HTTP\/1.1 413/);
    const streamed = await new Promise<{ answer: string; sent: number }>((resolve) => {
      let sent = 0;
      let answer = '';
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(`POST /call/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${origin()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
        const chunk = Buffer.alloc(65536, 32);
        const more = (): void => {
          if (sent >= 100 * 1024 * 1024 || !socket.writable) return void socket.end();
          socket.write(`${chunk.length.toString(16)}\r\n`);
          socket.write(chunk);
          socket.write('\r\n', (error) => {
            if (error) return;
            sent = socket.bytesWritten;
            more();
          });
        };
        more();
      });
      socket.on('data', (data) => { answer += data.toString(); });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve({ answer, sent }));
    });
    expect(streamed.sent).toBeLessThan(100 * 1024 * 1024);
    expect(streamed.answer === '' || streamed.answer.startsWith('HTTP/1.1 413')).toBe(true);
  });
});

describe('static files', () => {
  it('are served with the content policy', async () => {
    const page = await send('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });
  it('beside the folder are not served, though their names begin like it', async () => {
    const name = outside().split(/[\\/]/).at(-1) ?? '';
    for (const path of [`/../${name}`, `/%2e%2e/${encodeURIComponent(name)}`, `/..%2f${encodeURIComponent(name)}`, `/..%5c${encodeURIComponent(name)}`]) {
      const answer = await send('GET', path.replaceAll(' ', '%20').replaceAll('ñ', '%C3%B1').replaceAll('#', '%23'));
      expect([answer.status, answer.body.includes('outside')]).toEqual([404, false]);
    }
  });
  it.each(['/../outside.html', '/%2e%2e/outside.html', '/..%5coutside.html', '/%252e%252e/x.html', '/c:/x.html', '//etc/passwd.html', '/.secret.html', '/index.html%00.js', '/index', '/%', '/index.html/..', '/index.html%2f..%2f..%2fx.html', '/%c0%ae%c0%ae/x.html', '/con.html', '/index.html::$DATA', '/index.html%20', '/package.json', '/~root/x.html'])('refuse %s', async (path) => {
    expect((await send('GET', path)).status).toBe(404);
  });
});

describe('a file', () => {
  it.each(['..', '.', '../index.html', '..%2findex.html', '%2e%2e%2findex.html', '..\\index.html', '%00', '', 'A'.repeat(42), `${'A'.repeat(43)}/`, `${'A'.repeat(43)}%00`])('has no handle %j', async (handle) => {
    const answer = await send('GET', `/file/${handle}`, good());
    expect([answer.status, answer.body.includes('Waymark')]).toEqual([404, false]);
  });

  it('may have any name a person can type', async () => {
    for (const name of ["a'b(c)*d.pdf", '\r\nx-evil: 1.pdf', 'half \ud800.pdf', '../../etc/passwd', '"; filename="evil.exe']) {
      const handle = files.reserve(name);
      files.fill(handle, Buffer.from('%PDF-1.7'), 'application/pdf');
      const answer = await send('GET', `/file/${handle}`, good());
      expect(answer.status).toBe(200);
      expect(answer.headers['x-evil']).toBeUndefined();
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[^"\\/\r\n]*"; filename\*=UTF-8''[\w.%~!-]*$/);
    }
  });

  it('is fetched once by its handle, under the name the person sees', async () => {
    const handle = files.reserve('Plan – María "1".pdf');
    expect((await send('GET', `/file/${handle}`, good())).status).toBe(404);
    files.fill(handle, Buffer.from('%PDF-1.7'), 'application/pdf');
    const answer = await send('GET', `/file/${handle}`, good());
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('%PDF-1.7');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="Plan _ Mar_a _1_.pdf"; filename*=UTF-8''Plan%20%E2%80%93%20Mar%C3%ADa%20%221%22.pdf`);
    expect((await send('GET', `/file/${handle}`, good())).status).toBe(404);
  });
  it('is forgotten after ten minutes, and only twenty wait', () => {
    let now = 0;
    const shelf = createFiles(() => now);
    const first = shelf.reserve('a');
    now = 11 * 60_000;
    shelf.reserve('b');
    expect(shelf.has(first)).toBe(false);
    const handles = Array.from({ length: 30 }, () => shelf.reserve('c'));
    expect(handles.filter((each) => shelf.has(each))).toHaveLength(20);
  });
});
