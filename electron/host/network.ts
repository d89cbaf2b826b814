/**
 * The host's side of an update's way to the network: every request that Waymark ever sends is made here, and all of them are alike. It
 * reads one file below one https address; it sends no cookie, no body, nothing in the query, and nothing that tells one machine from another.
 */
import type { MessagePort } from 'node:worker_threads';
import type { NetworkAnswer, NetworkAsk } from '../service/network.ts';

/** `net.fetch` on the desktop, Node's `fetch` elsewhere: what is used of them. */
export type HostFetch = (address: string, init: {
  readonly method: 'GET'; readonly headers: Readonly<Record<string, string>>; readonly redirect: 'manual'; readonly credentials: 'omit'; readonly cache: 'no-store'; readonly signal: AbortSignal;
}) => Promise<{ readonly status: number; readonly headers: { get(name: string): string | null }; readonly body: ReadableStream<Uint8Array> | null }>;

const USER_AGENT = 'Waymark';
/** What the client looks at; nothing else crosses. */
const TOLD_HEADERS = ['content-type', 'content-length', 'content-encoding', 'content-range'] as const;
const MOST_OPEN = 4;

/** True for a plain path below the base: no other host, no query, no step up. */
export function isBelow(base: string, address: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(base)) return false;
  const [url, root] = [new URL(address), new URL(base)];
  return root.protocol === 'https:' && url.href === address && url.origin === root.origin && url.pathname.startsWith(root.pathname) && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
}

/** The name of a failure, without what else stands in its words: of Chromium ("ERR_NAME_NOT_RESOLVED"), or of the system. */
function codeOf(error: unknown): string {
  const found: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(each.message)?.[1];
    found.push(...(chromium ? [chromium] : []), ...('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(each.code) ? [each.code] : []));
  }
  return found.join(' ') || 'unknown';
}

interface Open {
  readonly stop: AbortController;
  reader: ReadableStreamDefaultReader<Uint8Array> | null;
}

/** Answers a port until it closes. Nothing but what lies below `base` is asked for. */
export function serveNetwork(port: MessagePort, base: string, fetch: HostFetch): void {
  const open = new Map<number, Open>();
  const send = (answer: NetworkAnswer): void => port.postMessage(answer);
  const close = (id: number): void => {
    const found = open.get(id);
    open.delete(id);
    found?.reader?.cancel().catch(() => undefined);
    found?.stop.abort();
  };
  const fail = (id: number, error: unknown): void => {
    if (!open.has(id)) return;
    close(id);
    send({ type: 'failed', id, code: codeOf(error) });
  };
  const ask = async (id: number, address: string, from: number): Promise<void> => {
    const own: Open = { stop: new AbortController(), reader: null };
    if (open.has(id) || open.size >= MOST_OPEN || !isBelow(base, address) || !Number.isSafeInteger(from) || from < 0) return send({ type: 'failed', id, code: 'ERR_BLOCKED_BY_CLIENT' });
    open.set(id, own);
    const headers = { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) };
    const reply = await fetch(address, { method: 'GET', headers, redirect: 'manual', credentials: 'omit', cache: 'no-store', signal: own.stop.signal });
    if (!open.has(id)) return void reply.body?.cancel().catch(() => undefined);
    own.reader = reply.body?.getReader() ?? null;
    const told = TOLD_HEADERS.flatMap((name) => { const value = reply.headers.get(name); return value === null ? [] : [[name, value] as const]; });
    send({ type: 'opened', id, status: reply.status, headers: Object.fromEntries(told), hasBody: own.reader !== null });
  };
  const more = async (id: number): Promise<void> => {
    const { done, value } = (await open.get(id)?.reader?.read()) ?? { done: true, value: undefined };
    if (!open.has(id)) return;
    // A piece that has its memory to itself moves; one that shares it is copied.
    if (!done) return port.postMessage({ type: 'piece', id, bytes: value } satisfies NetworkAnswer, value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength ? [value.buffer] : []);
    close(id);
    send({ type: 'end', id });
  };
  port.on('message', (message: NetworkAsk) => {
    switch (message.type) {
      case 'open': return void ask(message.id, message.address, message.from).catch((error: unknown) => fail(message.id, error));
      case 'more': return void more(message.id).catch((error: unknown) => fail(message.id, error));
      case 'close': return close(message.id);
    }
  });
  port.on('close', () => { for (const id of [...open.keys()]) close(id); });
}
