/**
 * A repository over HTTPS. What may stand between a school and a publisher (portals that ask for a sign-in, proxies that
 * compress, mirrors that send elsewhere) is told apart here, so that each has its own code and none is taken for data.
 */
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import type { OpenedFile, Origin } from './origin.ts';

/** What is used of an answer; `Response` of the web has this shape. */
export interface FetchReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** The host's way to the network: Electron's `net.fetch` on the desktop (the school's proxy and certificates apply), Node's elsewhere. */
export type FetchPort = (
  address: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<FetchReply>;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|TLS|SSL/;

/** The base of a repository as an address that ends with a slash. Errors: update-address. */
export function baseAddress(text: string, { plainLoopback = false }: { readonly plainLoopback?: boolean } = {}): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new CodedError('update-address', {}, { cause });
  }
  const isAllowed = url.protocol === 'https:' || (plainLoopback && url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isAllowed || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw new CodedError('update-address');
  if (!url.href.endsWith('/')) url.href += '/';
  return url;
}

/** All codes that an error and its causes carry, in one text. */
function codesOf(error: unknown): string {
  const found: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    found.push(nodeErrorCode(each) ?? '', /net::(ERR_[A-Z_]+)/.exec(each.message)?.[1] ?? '');
  }
  return found.join(' ').trim();
}

/** The code for a failure of the network itself. A stop by the one who asked stays what it is. */
function networkError(error: unknown, signal: AbortSignal, started: boolean): Error {
  if (error instanceof CodedError) return error;
  if (signal.aborted && signal.reason instanceof Error) return signal.reason;
  const codes = codesOf(error);
  if (CERTIFICATE.test(codes)) return new CodedError('update-certificate', {}, { cause: error });
  if (started) return new CodedError('update-cut', {}, { cause: error });
  const reason = /[A-Z][A-Z_]{2,40}/.exec(codes)?.[0] ?? 'unknown';
  return new CodedError('update-unreachable', { reason }, { cause: error });
}

async function* guarded(body: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw networkError(error, signal, true);
  }
}

const count = (text: string | null): number | null => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null);

/** Where a partial answer starts and how long the whole is; null when the answer does not say it rightly. */
function partOf(header: string | null): { readonly from: number; readonly total: number | null } | null {
  const match = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(header ?? '');
  return match === null ? null : { from: Number(match[1]), total: match[2] === '*' ? null : Number(match[2]) };
}

/** Refuses what is not the file itself; gives the body of what is. Errors: as {@link httpsOrigin}. */
function judge(reply: FetchReply): AsyncIterable<Uint8Array> {
  const { status, headers, body } = reply;
  if (status === 403 || status === 404 || status === 410) throw new CodedError('update-missing', { status });
  if (status === 0 || (status >= 300 && status < 400)) throw new CodedError('update-redirected', { status });
  if (status === 511) throw new CodedError('update-captive-portal', { status });
  if (status !== 200 && status !== 206) throw new CodedError('update-server', { status });
  if (/^\s*(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')) throw new CodedError('update-captive-portal', { status });
  const encoding = headers.get('content-encoding');
  if (encoding !== null && !/^\s*(identity)?\s*$/i.test(encoding)) throw new CodedError('update-encoded');
  if (body === null) throw new CodedError('update-length');
  return body;
}

async function ask(fetch: FetchPort, address: string, from: number, signal: AbortSignal): Promise<OpenedFile> {
  // A compressed answer has another length than the one that is signed, and may unpack without end.
  const headers = { 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) };
  let reply: FetchReply;
  try {
    reply = await fetch(address, { headers, redirect: 'manual', signal });
  } catch (error) {
    throw networkError(error, signal, false);
  }
  // Nothing is at or after `from`: what was kept is longer than the file, so it is asked for anew.
  if (reply.status === 416 && from > 0) return ask(fetch, address, 0, signal);
  const body = judge(reply);
  const chunks = guarded(body, signal);
  // What is still open is closed by the signal, which the one who asked ends with.
  const close = () => Promise.resolve();
  if (reply.status === 200) return { from: 0, total: count(reply.headers.get('content-length')), chunks, close };
  const part = partOf(reply.headers.get('content-range'));
  if (part === null || part.from !== from) throw new CodedError('update-length');
  return { ...part, chunks, close };
}

/**
 * Errors: update-missing (404, 403, 410), update-redirected (none is followed), update-captive-portal, update-server,
 * update-encoded, update-length, update-certificate, update-unreachable, update-cut.
 */
export function httpsOrigin(base: URL, fetch: FetchPort): Origin {
  return { way: 'https', open: (path, { from, signal }) => ask(fetch, `${base.href}${path}`, from, signal) };
}
