/** What may stand between a school and a publisher: each told apart by its code, none taken for data; a broken download goes on where it stopped. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { fetchTarget } from './fetch-target.ts';
import { folderOrigin } from './folder-origin.ts';
import { baseAddress, httpsOrigin } from './https-origin.ts';
import { receiveBytes, type Receiving } from './receive.ts';
import { startServer, TEST_LIMITS, type TestServer } from './test-bench.ts';

const CONTENT = randomBytes(3 * 1024 * 1024);
const SIGNED = { length: CONTENT.length, hashes: { sha256: createHash('sha256').update(CONTENT).digest('hex') } };

let server: TestServer;
let folder: string;
let asked: (string | undefined)[];
beforeAll(async () => { server = await startServer(() => undefined); });
afterAll(() => server.close());
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark transport ñ ')); asked = []; });
afterEach(() => rm(folder, { recursive: true, force: true }));

const receiving = (extra: Partial<Receiving> = {}): Receiving =>
  ({ origin: httpsOrigin(baseAddress(server.address), fetch), limits: TEST_LIMITS, meter: { bytes: 0 }, ...extra });
const out = (): string => join(folder, 'fetched');
const codeOf = (action: Promise<unknown>): Promise<string> => action.then(() => 'none', (error: unknown) => {
  if (error instanceof CodedError) return error.code;
  throw error;
});
const take = (extra: Partial<Receiving> = {}): Promise<string> => codeOf(fetchTarget(receiving(extra), 'file.pack', SIGNED, out()));
const parts = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.endsWith('.part'));
const reply = (answer: (response: ServerResponse, request: IncomingMessage, count: number) => void): void => {
  server.answer = (request, response) => {
    asked.push(request.headers.range);
    answer(response, request, asked.length);
  };
};
/** Answers a range as a static host does. */
const part = (response: ServerResponse, range: string | undefined, content = CONTENT): { bytes: Buffer; head: Record<string, string | number> } => {
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  response.statusCode = from > 0 ? 206 : 200;
  return {
    bytes: content.subarray(from),
    head: { 'content-length': content.length - from, ...(from > 0 ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {}) },
  };
};

describe('a download', () => {
  test('that is cut twice goes on where it stopped, asking for each byte once', async () => {
    reply((response, request, count) => {
      const { bytes, head } = part(response, request.headers.range);
      response.writeHead(response.statusCode, head);
      if (count === 3) response.end(bytes);
      else response.write(bytes.subarray(0, 1_000_000), () => { setTimeout(() => response.destroy(), 20); });
    });
    const meter = { bytes: 0 };
    expect(await take({ meter })).toBe('none');
    expect(await readFile(out())).toEqual(CONTENT);
    // How much of what was sent came before the cut is the network's to say.
    const starts = asked.map((range) => Number(/^bytes=(\d+)-$/.exec(range ?? 'bytes=0-')?.[1]));
    expect(starts).toHaveLength(3);
    expect(starts.every((start, index) => index === 0 ? start === 0 : start > (starts[index - 1] ?? 0))).toBe(true);
    expect(meter.bytes).toBe(CONTENT.length);
    expect(await parts()).toEqual([]);
  });

  test('goes on after the program was stopped, and begins anew when the part is not of this file', async () => {
    const name = join(folder, `.${SIGNED.hashes.sha256.slice(0, 32)}.part`);
    reply((response, request) => { const { bytes, head } = part(response, request.headers.range); response.writeHead(response.statusCode, head).end(bytes); });
    await writeFile(name, CONTENT.subarray(0, 2_500_000));
    expect(await take()).toBe('none');
    expect(asked).toEqual(['bytes=2500000-']);
    await writeFile(name, randomBytes(2_500_000));
    expect(await take()).toBe('none');
    expect(asked.slice(1)).toEqual(['bytes=2500000-', undefined]);
    await writeFile(name, randomBytes(CONTENT.length + 1));
    expect(await take()).toBe('none');
    expect(asked.slice(3)).toEqual([undefined]);
    await writeFile(name, CONTENT);
    expect(await take()).toBe('none');
    expect(asked.slice(4)).toEqual([]);
    expect(await readFile(out())).toEqual(CONTENT);
  });

  test('takes the whole file where a host knows no ranges', async () => {
    await writeFile(join(folder, `.${SIGNED.hashes.sha256.slice(0, 32)}.part`), CONTENT.subarray(0, 100));
    reply((response) => { response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT); });
    expect(await take()).toBe('none');
    expect(await readFile(out())).toEqual(CONTENT);
  });

  test('that is cancelled keeps what it has', async () => {
    const stop = new AbortController();
    reply((response) => { response.writeHead(200, { 'content-length': CONTENT.length }).write(CONTENT.subarray(0, 1_000_000)); });
    const meter = { bytes: 0, onBytes: (bytes: number) => { if (bytes >= 1_000_000) stop.abort(); } };
    expect(await take({ signal: stop.signal, meter })).toBe('cancelled');
    expect(await parts()).toHaveLength(1);
    reply((response, request) => { const { bytes, head } = part(response, request.headers.range); response.writeHead(response.statusCode, head).end(bytes); });
    expect(await take()).toBe('none');
    expect(asked.at(-1)).toBe('bytes=1000000-');
  });

  const REFUSED: Readonly<Record<string, readonly [code: string, keepsPart: boolean, answer: (response: ServerResponse) => void]>> = {
    'wrong bytes of the right length': ['update-target-changed', false, (response) => { response.end(randomBytes(CONTENT.length)); }],
    'fewer bytes than are signed, and says so': ['update-length', false, (response) => { response.writeHead(200, { 'content-length': 5 }).end('hello'); }],
    'fewer bytes than are signed, without a word': ['update-cut', true, (response) => { response.write('hello'); response.end(); }],
    'more bytes than are signed, and says so': ['update-length', false, (response) => { response.writeHead(200, { 'content-length': CONTENT.length + 1 }).end(Buffer.concat([CONTENT, Buffer.from('x')])); }],
    'endless data': ['update-endless', false, (response) => {
      const more = (): void => { if (!response.destroyed) response.write(CONTENT, more); };
      more();
    }],
    'more than any file may have': ['update-endless', false, (response) => { response.writeHead(200, { 'content-length': 2 ** 40 }).write('x'); }],
    'nothing after the head': ['update-stalled', false, (response) => { response.writeHead(200, { 'content-length': CONTENT.length }).flushHeaders(); }],
    'a stop in the middle': ['update-stalled', true, (response) => { response.writeHead(200, { 'content-length': CONTENT.length }).write(CONTENT.subarray(0, 1000)); }],
    'no answer at all': ['update-stalled', false, () => undefined],
    'a redirect': ['update-redirected', false, (response) => { response.writeHead(302, { location: `${server.address}other` }).end(); }],
    'a redirect to plain http': ['update-redirected', false, (response) => { response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(); }],
    'a compressed body': ['update-encoded', false, (response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(CONTENT)); }],
    'the sign-in page of a network': ['update-captive-portal', false, (response) => { response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Welcome</html>'); }],
    'status 511': ['update-captive-portal', false, (response) => { response.writeHead(511).end(); }],
    'status 404': ['update-missing', false, (response) => { response.writeHead(404).end(); }],
    'status 503': ['update-server', false, (response) => { response.writeHead(503).end(); }],
    'status 204': ['update-server', false, (response) => { response.writeHead(204).end(); }],
    'a cut before the head': ['update-unreachable', false, (response) => { response.destroy(); }],
  };
  test.each(Object.entries(REFUSED))('that gets %s is refused', async (_name, [code, keepsPart, answer]) => {
    reply(answer);
    expect(await take({ limits: { ...TEST_LIMITS, answerMs: 300 } })).toBe(code);
    const left = await readdir(folder);
    expect(left.filter((name) => !name.endsWith('.part'))).toEqual([]);
    const kept = await Promise.all((await parts()).map(async (name) => (await readFile(join(folder, name))).length));
    expect(kept.some((length) => length > 0)).toBe(keepsPart);
  });

  test.each([['starts elsewhere', 'bytes 0-9/3145728'], ['is not to be understood', 'lines 1-2/3'], ['is missing', undefined]])('whose partial answer %s is refused', async (_name, range) => {
    await writeFile(join(folder, `.${SIGNED.hashes.sha256.slice(0, 32)}.part`), CONTENT.subarray(0, 100));
    reply((response) => { response.writeHead(206, range === undefined ? {} : { 'content-range': range }).end(CONTENT.subarray(100)); });
    expect(await take()).toBe('update-length');
  });

  test('too slow to be meant is stopped', async () => {
    reply((response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await take({ limits: { ...TEST_LIMITS, attempts: 1, slowMs: 100 } })).toBe('update-stalled');
  });

  test('is tried again only for what may pass, and not for ever', async () => {
    reply((response) => { response.writeHead(503).end(); });
    expect(await take()).toBe('update-server');
    expect(asked).toHaveLength(TEST_LIMITS.attempts);
    asked = [];
    reply((response) => { response.writeHead(404).end(); });
    expect(await take()).toBe('update-missing');
    expect(asked).toHaveLength(1);
  });
});

describe('metadata', () => {
  const bytes = (): Promise<string> => codeOf(receiveBytes(receiving(), 'timestamp.json', 1000));
  test('without end is stopped at its ceiling', async () => {
    reply((response) => { response.end(Buffer.alloc(2000)); });
    expect(await bytes()).toBe('update-endless');
    reply((response) => { response.write(Buffer.alloc(600)); response.end(Buffer.alloc(600)); });
    expect(await bytes()).toBe('update-endless');
  });

  test('that drips is stopped at its deadline', async () => {
    reply((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(receiveBytes(receiving({ limits: { ...TEST_LIMITS, metadataMs: 150 } }), 'timestamp.json', 100_000))).toBe('update-stalled');
  });

  test('asks for no compression and sends nothing else of ours', async () => {
    const headers: Record<string, unknown>[] = [];
    server.answer = (request, response) => { headers.push(request.headers); response.end('{}'); };
    expect(await bytes()).toBe('none');
    expect(headers[0]).toMatchObject({ 'accept-encoding': 'identity' });
    expect(Object.keys(headers[0] ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'sec-fetch-mode', 'user-agent']);
  });
});

describe('an address', () => {
  test.each(['http://example.org/', 'ftp://example.org/', 'https://name:word@example.org/', 'https://example.org/?a=1', 'https://example.org/#a', 'nonsense', ''])('like “%s” is refused', (text) => {
    expect(() => baseAddress(text)).toThrow('update-address');
  });
  test('of plain http is for this machine and the conformance suite only', () => {
    expect(baseAddress('http://127.0.0.1:8000/a', { plainLoopback: true }).href).toBe('http://127.0.0.1:8000/a/');
    expect(() => baseAddress('http://127.0.0.1:8000/a')).toThrow('update-address');
    expect(() => baseAddress('http://192.168.0.1/', { plainLoopback: true })).toThrow('update-address');
  });
  test('of a stranger’s certificate, of nobody and of no host is told apart', async () => {
    const stranger = await startServer((_request, response) => { response.end('{}'); }, { isTrusted: false });
    const at = (address: string) => codeOf(receiveBytes(receiving({ origin: httpsOrigin(baseAddress(address), fetch) }), 'timestamp.json', 1000));
    const { address } = stranger;
    expect(await at(address)).toBe('update-certificate');
    await stranger.close();
    expect(await at(address)).toBe('update-unreachable');
    expect(await at('https://no-such-host.invalid/')).toBe('update-unreachable');
  });
});

describe('a stick', () => {
  test('that is out, has no such file, or holds something else is told apart', async () => {
    const from = (path: string, base = folder) => codeOf(receiveBytes(receiving({ origin: folderOrigin(base) }), path, 1000));
    await writeFile(join(folder, 'a ñ.json'), '{}');
    expect(await from('a%20%C3%B1.json')).toBe('none');
    expect(await from('b.json')).toBe('update-missing');
    expect(await from('a.json', join(folder, 'gone'))).toBe('update-unreachable');
    expect(await from('../secret')).toBe('update-name');
    expect(await from('..%2Fsecret')).toBe('update-missing');
    expect(await from('')).toBe('update-name');
  });

  test('that gets shorter while it is read is a cut', async () => {
    const origin = folderOrigin(folder);
    await writeFile(join(folder, 'file.pack'), CONTENT);
    const shrinking: Receiving = receiving({
      limits: { ...TEST_LIMITS, attempts: 1 },
      origin: { ...origin, open: async (path, ask) => { const opened = await origin.open(path, ask); await writeFile(join(folder, 'file.pack'), CONTENT.subarray(0, 500_000)); return opened; } },
    });
    expect(await codeOf(fetchTarget(shrinking, 'file.pack', SIGNED, out()))).toBe('update-cut');
    expect(await parts()).toHaveLength(1);
    await writeFile(join(folder, 'file.pack'), CONTENT);
    expect(await codeOf(fetchTarget(receiving({ origin }), 'file.pack', SIGNED, out()))).toBe('none');
    expect(await readFile(out())).toEqual(CONTENT);
  });
});
