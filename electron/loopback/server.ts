/** The loopback host's web server: static page, session, calls, events, files. Hostile ground by assumption. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope, ErrorCode } from '../../shared/kernel/errors.ts';
import { contentPolicy, readStatic } from '../host/static-files.ts';
import type { Files } from './files.ts';
import type { Incoming } from './incoming.ts';
import { cookieName, createGuard, newSecret, sameSecret } from './guard.ts';

const BODY_LIMIT = 1024 * 1024;
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': contentPolicy("'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
} as const;

export interface LoopbackServer {
  readonly port: number;
  /** The address to open, with the token that opens one session. */
  readonly address: string;
  emit(event: ServiceEvent): void;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly port: number;
  readonly rendererDir: string;
  readonly files: Files;
  readonly incoming: Incoming;
  readonly call: (name: string, input: unknown) => Promise<Envelope<unknown>>;
}

function refuse(response: ServerResponse, status: number, code: ErrorCode): void {
  // The rest of a body that was refused is not read.
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ ok: false, code, params: {} }));
}

function reply(response: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** Saves under the name the person sees: as plain letters for old programs, and whole (RFC 8187, whose letters are fewer than a URL's). */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The parsed JSON body, or why there is none. */
async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | 'too-large' | 'input-invalid'> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return 'too-large';
    chunks.push(chunk);
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return 'input-invalid';
  }
}

/** Starts listening on 127.0.0.1; rejects when the port is taken. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { rendererDir, files, incoming, call } = options;
  let token: string | null = newSecret();
  let session: string | null = null;
  let port = 0;
  const guard = createGuard(() => port, () => session);
  const listeners = new Set<ServerResponse>();

  const openSession = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJson(request);
    if (typeof body === 'string') return refuse(response, body === 'too-large' ? 413 : 400, body);
    const given = typeof body.value === 'object' && body.value !== null && 'token' in body.value ? body.value.token : null;
    if (token === null || typeof given !== 'string' || !sameSecret(given, token)) return refuse(response, 403, 'forbidden');
    token = null;
    session = newSecret();
    reply(response, { ok: true, value: {} }, { 'set-cookie': `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/` });
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    response.write(':\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  };
  const sendFile = (handle: string, response: ServerResponse): void => {
    const file = files.take(handle);
    if (!file) return refuse(response, 404, 'file-handle-unknown');
    response.writeHead(200, {
      ...HEADERS, 'content-type': file.type, 'content-length': file.bytes.byteLength, 'content-disposition': disposition(file.name),
    });
    response.end(file.bytes);
  };

  /** A pack file that the page sends; its bytes are trusted by nobody. */
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!guard.origin(request) || !guard.session(request)) return refuse(response, 403, 'forbidden');
    if (request.headers['content-type'] !== 'application/octet-stream') return refuse(response, 415, 'forbidden');
    try {
      reply(response, { ok: true, value: { handle: await incoming.receive(request) } });
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refuse(response, error.code === 'too-large' ? 413 : 507, error.code);
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!guard.host(request)) return refuse(response, 403, 'forbidden');
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isPost = request.method === 'POST';
    if (path === '/session' || path.startsWith('/call/')) {
      if (!isPost) return refuse(response, 405, 'forbidden');
      if (!guard.origin(request)) return refuse(response, 403, 'forbidden');
      if (!guard.json(request)) return refuse(response, 415, 'forbidden');
      if (path === '/session') return openSession(request, response);
      if (!guard.session(request)) return refuse(response, 403, 'forbidden');
      const body = await readJson(request);
      if (typeof body === 'string') return refuse(response, body === 'too-large' ? 413 : 400, body);
      return reply(response, await call(path.slice('/call/'.length), body.value));
    }
    if (request.method === 'PUT' && path === '/file/pack') return receive(request, response);
    if (request.method !== 'GET') return refuse(response, 405, 'forbidden');
    if (path === '/events' || path.startsWith('/file/')) {
      if (!guard.session(request) || !guard.sameSite(request)) return refuse(response, 403, 'forbidden');
      if (path === '/events') return listen(request, response);
      return sendFile(path.slice('/file/'.length), response);
    }
    const file = await readStatic(rendererDir, path);
    if (!file) return refuse(response, 404, 'not-found');
    response.writeHead(200, { ...HEADERS, 'content-type': file.type, 'content-length': file.body.byteLength });
    response.end(file.body);
  };

  const server: Server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10 * 60_000, headersTimeout: 30_000 }, (request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'internal');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    port,
    address: `http://127.0.0.1:${port}/#${token}`,
    emit: (event) => {
      for (const each of listeners) each.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: async () => {
      for (const each of listeners) each.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
