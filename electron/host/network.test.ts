/** The one door to the network: what may pass it, in pieces, over real HTTPS. */
import { MessageChannel } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { baseAddress, httpsOrigin } from '../../db/update/https-origin.ts';
import { receiveBytes } from '../../db/update/receive.ts';
import { startServer, TEST_LIMITS, type TestServer } from '../../db/update/test-bench.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { networkOver } from '../service/network.ts';
import { isBelow, serveNetwork } from './network.ts';

/** Patient: a busy machine is no stall. */
const LIMITS = { ...TEST_LIMITS, attempts: 1, stallMs: 20_000, answerMs: 20_000 };
const BIG = Buffer.alloc(3_000_000, 'waymark ');
let server: TestServer;
const ports: { close(): void }[] = [];
beforeAll(async () => { server = await startServer(() => undefined); });
afterAll(() => server.close());
afterEach(() => { for (const port of ports.splice(0)) port.close(); });

function line(base = server.address) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  serveNetwork(port2, base, fetch);
  return networkOver(port1);
}
const receive = (path: string, { base = server.address, ceiling = 10_000_000, signal }: { base?: string; ceiling?: number; signal?: AbortSignal } = {}) =>
  receiveBytes({ origin: httpsOrigin(baseAddress(server.address), line(base)), limits: LIMITS, meter: { bytes: 0 }, signal }, path, ceiling);
const codeOf = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'came', (error: unknown) => (error instanceof CodedError ? error.code : String(error)));

describe('the line to the network', () => {
  it('brings a file in pieces, whole, with no header that tells one machine from another', async () => {
    const asked: (readonly [string, string])[] = [];
    server.answer = (request, response) => {
      for (let at = 0; at < request.rawHeaders.length; at += 2) asked.push([(request.rawHeaders[at] ?? '').toLowerCase(), request.rawHeaders[at + 1] ?? '']);
      response.writeHead(200, { 'content-length': BIG.length, 'set-cookie': 'seen=1' }).end(BIG);
    };
    expect((await receive('targets/file.pack')).equals(BIG)).toBe(true);
    await receive('targets/file.pack');
    expect(asked.filter(([name]) => ['cookie', 'referer', 'origin', 'authorization'].includes(name))).toEqual([]);
    expect(asked.filter(([name]) => name === 'user-agent').map(([, value]) => value)).toEqual(['Waymark', 'Waymark']);
    expect(asked.find(([name]) => name === 'accept-encoding')?.[1]).toBe('identity');
  });

  it('stops where the ceiling is, and where the person stops', async () => {
    server.answer = (_request, response) => { response.writeHead(200).end(BIG); };
    expect(await codeOf(receive('file', { ceiling: 1_000_000 }))).toBe('update-endless');
    const stop = new AbortController();
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': BIG.length }).write(BIG.subarray(0, 1000));
      setImmediate(() => stop.abort());
    };
    expect(await codeOf(receive('file', { signal: stop.signal }))).toBe('cancelled');
  });

  it.each<readonly [string, number, Record<string, string>, string]>([
    ['a redirect', 302, { location: 'https://example.org/' }, 'update-redirected'],
    ['a page of a portal', 200, { 'content-type': 'text/html' }, 'update-captive-portal'],
    ['a file that is not there', 404, {}, 'update-missing'],
    ['a server in trouble', 503, {}, 'update-server'],
  ])('tells %s as what it is', async (_name, status, headers, code) => {
    server.answer = (_request, response) => { response.writeHead(status, headers).end('x'); };
    expect(await codeOf(receive('file'))).toBe(code);
  });

  it('asks for nothing but what lies below its address', async () => {
    let requests = 0;
    server.answer = (_request, response) => { requests += 1; response.end('x'); };
    expect(await codeOf(receive('file', { base: 'https://127.0.0.1:9/other/' }))).toBe('update-unreachable');
    expect(requests).toBe(0);
    const base = 'https://updates.example.org/waymark/';
    expect(isBelow(base, `${base}metadata/timestamp.json`)).toBe(true);
    const others = ['https://updates.example.org/', `${base}../secret`, `${base}a?name=x`, `${base}a#x`, 'https://example.org/waymark/a', 'http://updates.example.org/waymark/a', 'https://me@updates.example.org/waymark/a', 'nonsense'];
    expect(others.filter((address) => isBelow(base, address))).toEqual([]);
  });

  it('says of a host that nobody answers for, and of a stranger’s certificate, what it is', async () => {
    const stranger = await startServer((_request, response) => { response.end('x'); }, { isTrusted: false });
    const from = (address: string) => receiveBytes({ origin: httpsOrigin(baseAddress(address), line(address)), limits: LIMITS, meter: { bytes: 0 } }, 'file', 1000);
    try {
      expect(await codeOf(from(stranger.address))).toBe('update-certificate');
    } finally {
      await stranger.close();
    }
    expect(await codeOf(from('https://127.0.0.1:9/'))).toBe('update-unreachable');
  });
});
