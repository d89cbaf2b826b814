/** `net.fetch`: real requests over Node's network. Its errors and its answer to a redirect are those of Electron; proxies are not stood in for. */
import type { Net } from 'electron';
import { needReady, strict } from './lifecycle.ts';
import { record } from './record.ts';

const OPTIONS = new Set(['method', 'headers', 'redirect', 'credentials', 'cache', 'signal']);
/** What Chromium does not let a page or a program set. */
const UNSETTABLE = new Set(['content-length', 'host', 'trailer', 'te', 'upgrade', 'cookie2', 'keep-alive', 'transfer-encoding', 'connection']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Chromium's names for what Node calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED', EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED', ECONNREFUSED: 'ERR_CONNECTION_REFUSED', ECONNRESET: 'ERR_CONNECTION_RESET', UND_ERR_SOCKET: 'ERR_CONNECTION_CLOSED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID', SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID', ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
};

function chromiumError(error: unknown): Error {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each.name === 'AbortError') return each;
    const code = 'code' in each && typeof each.code === 'string' ? NAMES[each.code] : undefined;
    if (code) return new Error(`net::${code}`);
  }
  return new Error('net::ERR_FAILED');
}

export const net = strict('net', {
  fetch: async (input, init = {}) => {
    needReady('net.fetch');
    if (typeof input !== 'string') throw new Error("the stand-in's net.fetch takes an address");
    const unknown = Object.keys(init).filter((key) => !OPTIONS.has(key));
    if (unknown.length > 0) throw new Error(`the stand-in's net.fetch has no option ${unknown.join(', ')}`);
    const headers = new Headers(init.headers);
    const refused = [...headers.keys()].filter((name) => UNSETTABLE.has(name));
    if (refused.length > 0) throw new Error(`net::ERR_INVALID_ARGUMENT: ${refused.join(', ')}`);
    if (!/^https?:/.test(input)) throw new Error(`the stand-in's net.fetch has no scheme of ${input}`);
    // A request that carries what the session keeps would need a session.
    if (init.credentials !== 'omit') throw new Error("the stand-in's net.fetch keeps no cookies: say credentials: 'omit'");
    record.fetched.push({ address: input, headers: [...headers.keys()] });
    const response = await fetch(input, { ...init, redirect: 'manual' }).catch((error: unknown) => { throw chromiumError(error); });
    if (!REDIRECTS.has(response.status)) return response;
    if (init.redirect === 'manual') throw new Error('Redirect was cancelled');
    throw new Error("the stand-in's net.fetch follows no redirect");
  },
} satisfies Pick<Net, 'fetch'>);
