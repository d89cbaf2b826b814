import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATA_KINDS } from '../../shared/contract/method.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { createHttpTransport } from './http-transport.ts';

/** A stream that a test opens, breaks and closes by hand. */
class Stream {
  static all: Stream[] = [];
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((message: { readonly data: string }) => void) | null = null;
  closed = false;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    Stream.all.push(this);
  }
  close(): void { this.closed = true; }
}

const page = { location: { hash: '', pathname: '/' } } as unknown as Window;
let reply: unknown;
let heard: ServiceEvent[];
const settled = (): Promise<void> => new Promise((done) => { setTimeout(done); });
beforeEach(() => {
  Stream.all = [];
  heard = [];
  reply = { ok: true, value: { vault: 'locked' } };
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', () => Promise.resolve({ json: () => Promise.resolve(reply) }));
});
afterEach(() => vi.unstubAllGlobals());

async function listening(): Promise<Stream> {
  const transport = createHttpTransport(page);
  transport.on((event) => heard.push(event));
  transport.on(() => undefined);
  await settled();
  expect(Stream.all.map(({ address }) => address)).toEqual(['/events']);
  const [stream] = Stream.all;
  if (!stream) throw new Error('no stream');
  stream.onopen?.();
  return stream;
}

describe('the stream of events', () => {
  it('is one for all listeners, and hands on what it brings', async () => {
    const stream = await listening();
    stream.onmessage?.({ data: '{"type":"changed","kinds":["plans"]}' });
    await settled();
    expect(heard).toEqual([{ type: 'changed', kinds: ['plans'] }]);
  });
  it('that opens again after a drop says that anything may have changed, and how the vault stands now', async () => {
    const stream = await listening();
    stream.onerror?.();
    stream.onopen?.();
    await settled();
    expect(heard[0]).toEqual({ type: 'vault', state: 'locked' });
    expect(heard[1]).toMatchObject({ type: 'changed' });
    expect(heard[1]?.type === 'changed' && [...heard[1].kinds].sort()).toEqual([...DATA_KINDS].sort());
    expect(heard).toHaveLength(2);
  });
  it('that breaks because the host ended says so once and is closed', async () => {
    const stream = await listening();
    reply = { ok: false, code: 'service-stopped', params: {} };
    stream.onerror?.();
    await settled();
    expect(heard).toEqual([{ type: 'stopped' }]);
    expect(stream.closed).toBe(true);
  });
});
